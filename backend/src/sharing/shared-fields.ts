/** What another deployment is told of an incident: through the public presenter, and more only where it was asked for. Pure. */
import type { SharedFields } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { isPublic, presentPublicIncident, type IncidentRecord } from '../incidents/index.js';

/** How exactly a place may be told: what has become sensitive since is told roughly, unless that was confirmed. */
export const tellsExactly = (
  share: { exact_place: boolean; exact_confirmed: boolean },
  incident: IncidentRecord,
  deployment: Deployment,
): boolean => share.exact_place && (share.exact_confirmed || !deployment.isSensitive(incident.category_id));

export function sharedFieldsOf(incident: IncidentRecord, deployment: Deployment, exactPlace: boolean): SharedFields {
  const { title, description, category, severity, status, location, place } = presentPublicIncident(
    incident,
    deployment,
  );
  const { lat, lon } = incident;
  const exact = lat === null || lon === null ? null : { lat, lon };
  return { title, description, category, severity, status, location: exactPlace ? exact : location, place };
}

/** The same of an incident here, for comparing; its place is where it stands. */
export const fieldsHere = (incident: IncidentRecord, deployment: Deployment): SharedFields =>
  sharedFieldsOf(incident, deployment, true);

/** Whether it may still be told; `beyondPublic`: it was shared although the public may not see it. */
export function isTellable(incident: IncidentRecord, deployment: Deployment, beyondPublic: boolean): boolean {
  return incident.merged_into === null && (beyondPublic || isPublic(incident, deployment));
}
