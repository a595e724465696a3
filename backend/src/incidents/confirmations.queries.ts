/** The statements of confirmations. The count stands with the incident, whose row the caller has locked. */
import type { Sql } from '../platform/index.js';

/** Counts a person; false when it was counted before. The version stays: nobody's edit is in the way of it. */
export async function insertConfirmation(
  tx: Sql,
  deploymentId: string,
  incidentId: string,
  person: Buffer,
): Promise<boolean> {
  const rows = await tx.query(
    `with added as (
       insert into confirmations (deployment_id, incident_id, person) values ($1, $2, $3)
       on conflict do nothing returning incident_id
     )
     update incidents i set confirmation_count = confirmation_count + 1
     from added where i.deployment_id = $1 and i.id = added.incident_id returning i.id`,
    [deploymentId, incidentId, person],
  );
  return rows.length > 0;
}

/** Moves the confirmations of one incident to another, where each person counts once. */
export async function moveConfirmations(tx: Sql, deploymentId: string, from: string, into: string): Promise<void> {
  await tx.query(
    `with moved as (
       delete from confirmations where deployment_id = $1 and incident_id = $2 returning person, at
     )
     insert into confirmations (deployment_id, incident_id, person, at)
     select $1, $3, person, at from moved on conflict do nothing`,
    [deploymentId, from, into],
  );
  await tx.query(
    `update incidents i set confirmation_count =
       (select count(*) from confirmations c where c.deployment_id = $1 and c.incident_id = i.id)
     where i.deployment_id = $1 and i.id in ($2, $3)`,
    [deploymentId, from, into],
  );
}
