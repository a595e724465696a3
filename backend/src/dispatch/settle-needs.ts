/**
 * Ends an incident in the transaction in which its last need is met, and asks its reporters whether that is true. What
 * they say is kept and shown; it never reopens by itself.
 */
import { uuidv7 } from 'uuidv7';
import type { Deployment } from '../deployments/index.js';
import { mayBecome, writeIncidentStatus, type IncidentRecord } from '../incidents/index.js';
import { appendJournal, type NewEntry, type Sql } from '../platform/index.js';
import { insertMessage } from '../reports/index.js';
import { needsOf, tasksOf } from './dispatch.queries.js';
import { areAllMet } from './need-counts.js';
import { insertQuestion, reportsToAsk, writeOutcome } from './outcome.queries.js';
import { outcomeTextsIn } from './outcome-texts.js';

export async function settleNeeds(
  tx: Sql,
  deployment: Deployment,
  incident: IncidentRecord,
  actorId: string,
  at: Date,
): Promise<void> {
  if (!mayBecome(incident.status, 'resolved')) return;
  const { id: deploymentId, languages } = deployment;
  const [needs, tasks] = [await needsOf(tx, deploymentId, incident.id), await tasksOf(tx, deploymentId, incident.id)];
  if (!areAllMet(needs, tasks)) return;
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
  const entries: NewEntry[] = [];
  for (const report of await reportsToAsk(tx, deploymentId, incident.id)) {
    const id = uuidv7();
    const text = outcomeTextsIn([report.language, ...languages]).question(incident.title);
    await insertMessage(tx, deploymentId, { id, reportId: report.id, direction: 'out', text, authorId: null, at });
    await insertQuestion(tx, deploymentId, incident.id, report.id, id, at);
    const data = { message: id, outcome: incident.id, status: report.status, before: { status: report.status } };
    entries.push({ deploymentId, kind: 'report.asked', subjectId: report.id, actorId, data });
  }
  if (entries.length > 0) await writeOutcome(tx, deploymentId, incident.id, 'asked');
  return entries;
}
