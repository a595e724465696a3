/** All SQL of filled forms. */
import type { Sql } from '../../platform/index.js';

/** The report that was made of an instance; null where there is none. */
export async function reportOfInstance(
  sql: Sql,
  deploymentId: string,
  gatewayId: string,
  instanceId: string,
): Promise<string | null> {
  const [row] = await sql.query<{ id: string }>(
    `select id from reports where deployment_id = $1 and channel = 'odk' and external_id = $2`,
    [deploymentId, `${gatewayId} ${instanceId}`],
  );
  return row?.id ?? null;
}
