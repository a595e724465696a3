/** The statements of the quarantine. */
import type { Sql } from '../platform/index.js';

/** Releases those that wait and returns their ids. */
export function admitReports(tx: Sql, deploymentId: string, ids: readonly string[]): Promise<{ id: string }[]> {
  return tx.query<{ id: string }>(
    `update reports set quarantined = false, version = version + 1
     where deployment_id = $1 and id = any($2::uuid[]) and quarantined returning id`,
    [deploymentId, ids],
  );
}

/** The row is locked by the caller. */
export async function quarantineReport(tx: Sql, deploymentId: string, id: string): Promise<void> {
  await tx.query('update reports set quarantined = true, version = version + 1 where deployment_id = $1 and id = $2', [
    deploymentId,
    id,
  ]);
}

export async function countQuarantined(sql: Sql, deploymentId: string): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    'select count(*)::int as n from reports where deployment_id = $1 and quarantined',
    [deploymentId],
  );
  return row?.n ?? 0;
}
