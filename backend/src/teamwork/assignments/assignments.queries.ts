/** All SQL that assigns reports and incidents. Rows are locked by the caller. */
import type { Looking } from '@atesto/contract';
import type { Sql } from '../../platform/index.js';

export interface AssignedTo {
  user: string | null;
  organisation: string | null;
}

const tables: Record<Looking['kind'], string> = { report: 'reports', incident: 'incidents' };

/** What the public sees of an incident, its last change among it, stays as it is. */
export async function writeAssignee(
  tx: Sql,
  deploymentId: string,
  { kind, id }: Looking,
  to: AssignedTo,
): Promise<void> {
  await tx.query(
    `update ${tables[kind]} set assigned_to_user = $3, assigned_to_organisation = $4, version = version + 1
     where deployment_id = $1 and id = $2`,
    [deploymentId, id, to.user, to.organisation],
  );
}
