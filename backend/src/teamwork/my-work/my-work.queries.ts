/** All SQL that finds what one person has to do: ids only, the rest is read through the presenters. */
import type { Sql } from '../../platform/index.js';

const most = 200;

const idsOf = async (sql: Sql, statement: string, params: readonly unknown[]): Promise<string[]> =>
  (await sql.query<{ id: string }>(statement, params)).map(({ id }) => id);

/** The claim that ends first stands first. */
export function claimedBy(sql: Sql, deploymentId: string, userId: string, now: Date): Promise<string[]> {
  return idsOf(
    sql,
    `select id from reports where deployment_id = $1 and claimed_by = $2 and claimed_until > $3
     order by claimed_until, id limit ${most}`,
    [deploymentId, userId, now],
  );
}

const isTheirs = '(assigned_to_user = $2 or assigned_to_organisation = $3)';

/** Open reports that are a person's or their organisation's, the oldest first. */
export function assignedReports(
  sql: Sql,
  deploymentId: string,
  userId: string,
  organisationId: string | null,
): Promise<string[]> {
  return idsOf(
    sql,
    `select id from reports where deployment_id = $1 and ${isTheirs} and not quarantined
       and status in ('new', 'in_review', 'needs_info') order by received_at, id limit ${most}`,
    [deploymentId, userId, organisationId],
  );
}

export function assignedIncidents(
  sql: Sql,
  deploymentId: string,
  userId: string,
  organisationId: string | null,
): Promise<string[]> {
  return idsOf(
    sql,
    `select id from incidents where deployment_id = $1 and ${isTheirs} and merged_into is null
       and status <> 'resolved' order by opened_at, id limit ${most}`,
    [deploymentId, userId, organisationId],
  );
}

/** Open reports whose reporter wrote last, after this person had asked. */
export function answeredTo(sql: Sql, deploymentId: string, userId: string): Promise<string[]> {
  return idsOf(
    sql,
    `select r.id from reports r
     join (select distinct report_id from messages where deployment_id = $1 and author_id = $2) asked
       on asked.report_id = r.id
     where r.deployment_id = $1 and not r.quarantined and r.status in ('new', 'in_review', 'needs_info')
       and (select m.direction from messages m where m.deployment_id = $1 and m.report_id = r.id
         order by m.at desc, m.id desc limit 1) = 'in'
     order by r.received_at, r.id limit ${most}`,
    [deploymentId, userId],
  );
}
