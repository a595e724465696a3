/** Opens an incident, inside the transaction that verifies its first report. */
import { uuidv7 } from 'uuidv7';
import type { NewIncident } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { appendJournal, type Sql } from '../platform/index.js';
import { categoryIdOf, presentLocation, type ReportRecord } from '../reports/index.js';
import { insertIncident, type IncidentFields } from './incidents.queries.js';

/** What a new incident holds: what the responder says, else what the report says; place words never by themselves. */
export function fieldsOfNewIncident(deployment: Deployment, input: NewIncident, report: ReportRecord): IncidentFields {
  const isGiven = input.category !== undefined;
  const categoryId = isGiven ? categoryIdOf(deployment, input.category ?? null) : report.category_id;
  const isPublished = deployment.policy.publishIncidents && !deployment.isSensitive(categoryId);
  return {
    title: input.title,
    description: input.description ?? '',
    categoryId,
    severity: input.severity ?? report.priority,
    visibility: isPublished ? 'public' : 'internal',
    location: input.location ?? presentLocation(report.lat, report.lon, report.accuracy_metres),
    place: input.place ?? null,
  };
}

/** Returns the new incident's id. */
export async function openIncident(
  tx: Sql,
  deployment: Deployment,
  fields: IncidentFields,
  actorId: string | null,
  at: Date,
): Promise<string> {
  const id = uuidv7();
  const number = await insertIncident(tx, deployment.id, id, fields, at);
  const { categoryId, ...shown } = fields;
  const data = { ...shown, number, category: deployment.codeOf(categoryId) };
  await appendJournal(tx, [{ deploymentId: deployment.id, kind: 'incident.opened', subjectId: id, actorId, data }]);
  return id;
}
