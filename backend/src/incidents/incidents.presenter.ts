/** What leaves of an incident: one function an audience. The public one lists every key it may emit. */
import type { IncidentView, PublicIncident } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { presentAssignee, presentLocation } from '../reports/index.js';
import type { IncidentRecord } from './incidents.queries.js';
import { mayPublicSee, waitsForSecond, type PublicFacts } from './public-rule.js';
import { snapToGrid } from './public-place.js';

type Shown = Pick<IncidentRecord, 'visibility' | 'category_id' | 'merged_into' | 'seconded_by'>;

const factsOf = (incident: Shown, deployment: Deployment): PublicFacts => ({
  visibility: incident.visibility,
  isMerged: incident.merged_into !== null,
  isSensitive: deployment.isSensitive(incident.category_id),
  isSeconded: incident.seconded_by !== null,
});

/** Whether the public may know of it at all. */
export function isPublic(incident: Shown, deployment: Deployment): boolean {
  return mayPublicSee(factsOf(incident, deployment), deployment.policy.fourEyes);
}

export function presentPublicIncident(incident: IncidentRecord, deployment: Deployment): PublicIncident {
  const { lat, lon } = incident;
  const precision = deployment.policy.publicPrecisionMetres;
  return {
    id: incident.id,
    number: incident.number,
    title: incident.title,
    description: incident.description,
    category: deployment.codeOf(incident.category_id),
    severity: incident.severity,
    status: incident.status,
    location: lat === null || lon === null ? null : snapToGrid({ lat, lon }, precision),
    place: incident.place,
    openedAt: incident.opened_at.toISOString(),
    updatedAt: incident.updated_at.toISOString(),
    confidence: incident.confidence,
    reports: incident.report_count,
    confirmations: incident.confirmation_count,
    reason: incident.public_reason,
    // What is not public there is nobody's business here, either.
    ...(incident.origin !== null && incident.origin.url !== null && { origin: incident.origin }),
  };
}

export function presentIncident(incident: IncidentRecord, deployment: Deployment): IncidentView {
  return {
    ...presentPublicIncident(incident, deployment),
    ...(incident.origin !== null && { origin: incident.origin }),
    location: presentLocation(incident.lat, incident.lon, incident.accuracy_metres),
    visibility: incident.visibility,
    waitsForSecond: waitsForSecond(factsOf(incident, deployment), deployment.policy.fourEyes),
    outcome: incident.outcome,
    version: incident.version,
    assignee: presentAssignee(incident),
    mergedInto: incident.merged_into,
  };
}
