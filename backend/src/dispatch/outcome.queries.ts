/** All SQL of the question whether an incident is over, and of the answers. */
import type { Outcome } from '@atesto/contract';
import type { Sql } from '../platform/index.js';

export interface AskedReport {
  id: string;
  language: string | null;
  status: string;
}

/** Reports of the incident whose reporter can be reached, by a channel or on the follow page, and was not asked yet. */
export function reportsToAsk(tx: Sql, deploymentId: string, incidentId: string): Promise<AskedReport[]> {
  return tx.query<AskedReport>(
    `select r.id, r.language, r.status from reports r
     where r.deployment_id = $1 and r.incident_id = $2 and r.channel <> all('{import,feed,open311,odk}'::text[])
       and not exists (select 1 from outcome_questions q where q.deployment_id = r.deployment_id and q.report_id = r.id)
     order by r.received_at, r.id limit 200`,
    [deploymentId, incidentId],
  );
}

export async function insertQuestion(
  tx: Sql,
  deploymentId: string,
  incidentId: string,
  reportId: string,
  messageId: string,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into outcome_questions (deployment_id, report_id, incident_id, message_id, asked_at)
     values ($1, $2, $3, $4, $5)`,
    [deploymentId, reportId, incidentId, messageId, at],
  );
}

/** What was asked about the report and not answered yet; the incident is the one that it belongs to by now. */
export async function openQuestion(
  tx: Sql,
  deploymentId: string,
  reportId: string,
): Promise<{ incident_id: string; asked_at: Date } | null> {
  const [row] = await tx.query<{ incident_id: string; asked_at: Date }>(
    `select coalesce(r.incident_id, q.incident_id) as incident_id, q.asked_at
     from outcome_questions q join reports r on r.deployment_id = q.deployment_id and r.id = q.report_id
     where q.deployment_id = $1 and q.report_id = $2 and q.answer is null for update of q`,
    [deploymentId, reportId],
  );
  return row ?? null;
}

/** The message that asked, while there is no answer. */
export async function askingMessage(sql: Sql, deploymentId: string, reportId: string): Promise<string | null> {
  const [row] = await sql.query<{ message_id: string }>(
    'select message_id from outcome_questions where deployment_id = $1 and report_id = $2 and answer is null',
    [deploymentId, reportId],
  );
  return row?.message_id ?? null;
}

export async function textOfMessage(
  tx: Sql,
  deploymentId: string,
  id: string,
): Promise<{ text: string; at: Date } | null> {
  const [row] = await tx.query<{ text: string; at: Date }>(
    `select text, at from messages where deployment_id = $1 and id = $2 and direction = 'in'`,
    [deploymentId, id],
  );
  return row ?? null;
}

export async function writeAnswer(
  tx: Sql,
  deploymentId: string,
  reportId: string,
  answer: 'confirmed' | 'denied',
  at: Date,
): Promise<void> {
  await tx.query(
    'update outcome_questions set answer = $3, answered_at = $4 where deployment_id = $1 and report_id = $2',
    [deploymentId, reportId, answer, at],
  );
}

/** The version stays: nobody's edit is in the way of it. */
export async function writeOutcome(tx: Sql, deploymentId: string, incidentId: string, outcome: Outcome): Promise<void> {
  await tx.query('update incidents set outcome = $3 where deployment_id = $1 and id = $2', [
    deploymentId,
    incidentId,
    outcome,
  ]);
}

/** Of the reports that belong to the incident now. */
export async function answersOf(
  sql: Sql,
  deploymentId: string,
  incidentId: string,
): Promise<{ asked: number; confirmed: number; denied: number }> {
  const [row] = await sql.query<{ asked: number; confirmed: number; denied: number }>(
    `select count(*)::int as asked, count(*) filter (where q.answer = 'confirmed')::int as confirmed,
       count(*) filter (where q.answer = 'denied')::int as denied
     from reports r join outcome_questions q on q.deployment_id = r.deployment_id and q.report_id = r.id
     where r.deployment_id = $1 and r.incident_id = $2`,
    [deploymentId, incidentId],
  );
  return row ?? { asked: 0, confirmed: 0, denied: 0 };
}
