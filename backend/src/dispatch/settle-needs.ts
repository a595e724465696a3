/**
 * Ends an incident in the transaction in which its last need is met, and asks its reporters whether that is true. What
 * they say is kept and shown; it never reopens by itself.
 */
import { uuidv7 } from 'uuidv7';
import type { Deployment } from '../deployments/index.js';
import { isPublic, mayBecome, writeIncidentStatus, type IncidentRecord } from '../incidents/index.js';
import { appendJournal, type NewEntry, type Sql } from '../platform/index.js';
import { insertMessage } from '../reports/index.js';
import { needsOf, tasksOf } from './dispatch.queries.js';
import { areAllMet } from './need-counts.js';
import { insertQuestion, reportsToAsk, writeOutcome } from './outcome.queries.js';
import { outcomeTextsIn } from './outcome-texts.js';

/** Whether all that was needed is there. */
export async function isNothingLacking(tx: Sql, deploymentId: string, incidentId: string): Promise<boolean> {
  return areAllMet(await needsOf(tx, deploymentId, incidentId), await tasksOf(tx, deploymentId, incidentId));
}

/** `wasLacking`: whether something was before. What was opened again after all had come does not end by itself anew. */
export async function settleNeeds(
  tx: Sql,
  deployment: Deployment,
  incident: IncidentRecord,
  wasLacking: boolean,
  actorId: string,
  at: Date,
): Promise<void> {
  if (!wasLacking || !mayBecome(incident.status, 'resolved')) return;
  const { id: deploymentId, languages } = deployment;
  if (!(await isNothingLacking(tx, deploymentId, incident.id))) return;
  const { reason } = outcomeTextsIn(languages);
  await writeIncidentStatus(tx, deploymentId, incident.id, 'resolved', reason, at);
  const data = { status: 'resolved', reason, public: true, automatic: true, before: { status: incident.status } };
  await appendJournal(tx, [
    { deploymentId, kind: 'incident.status_changed', subjectId: incident.id, actorId, data },
    ...(await askReporters(tx, deployment, incident, actorId, at)),
  ]);
}

async function askReporters(
  tx: Sql,
  deployment: Deployment,
  incident: IncidentRecord,
  actorId: string,
  at: Date,
): Promise<NewEntry[]> {
  const { id: deploymentId, languages } = deployment;
  // They are told no more than the public: what is kept from it may be what endangers somebody.
  const title = isPublic(incident, deployment) ? incident.title : null;
  const entries: NewEntry[] = [];
  for (const report of await reportsToAsk(tx, deploymentId, incident.id)) {
    const id = uuidv7();
    const text = outcomeTextsIn([report.language, ...languages]).question(title);
    await insertMessage(tx, deploymentId, { id, reportId: report.id, direction: 'out', text, authorId: null, at });
    await insertQuestion(tx, deploymentId, incident.id, report.id, id, at);
    const data = { message: id, outcome: incident.id, status: report.status, before: { status: report.status } };
    entries.push({ deploymentId, kind: 'report.asked', subjectId: report.id, actorId, data });
  }
  if (entries.length > 0) await writeOutcome(tx, deploymentId, incident.id, 'asked');
  return entries;
}
