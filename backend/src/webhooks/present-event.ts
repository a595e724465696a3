/** What leaves to a webhook, through the presenters of its audience; and what of it may still leave later. */
import type { Audience, IncidentView, PublicIncident, WebhookEvent } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  isPublic,
  presentIncident,
  presentPublicIncident,
  snapToGrid,
  type IncidentRecord,
} from '../incidents/index.js';

/** Whether an audience may know of it at all; what was merged lives on in another. */
export function mayKnow(audience: Audience, incident: IncidentRecord, deployment: Deployment): boolean {
  return audience === 'public' ? isPublic(incident, deployment) : incident.merged_into === null;
}

export function presentFor(
  audience: Audience,
  incident: IncidentRecord,
  deployment: Deployment,
): PublicIncident | IncidentView {
  if (audience === 'public') return presentPublicIncident(incident, deployment);
  const shown = presentIncident(incident, deployment);
  // Who works here by name is nobody's business elsewhere.
  return shown.assignee?.kind === 'person' ? { ...shown, assignee: null } : shown;
}

function narrowed(told: PublicIncident, incident: IncidentRecord, deployment: Deployment): PublicIncident {
  const keys = Object.keys(presentPublicIncident(incident, deployment)) as (keyof PublicIncident)[];
  const kept = Object.fromEntries(keys.map((key) => [key, told[key]])) as unknown as PublicIncident;
  const { location } = told;
  if (location === null) return kept;
  return { ...kept, location: snapToGrid(location, deployment.policy.publicPrecisionMetres) };
}

/**
 * The event as it may leave now: time has passed since it was written, in which the incident may have been hidden, the
 * webhook may have become a public one, or places may have to be told more roughly. The public is told again, or of what
 * was written for responders, only what it sees today: what stood there may never have been public, or was edited out.
 */
export function asMayLeave(
  event: WebhookEvent,
  audience: Audience,
  incident: IncidentRecord | null,
  deployment: Deployment,
  isReplay: boolean,
): WebhookEvent {
  const told = event.data.incident;
  if (told === undefined || !('title' in told)) return event;
  if (incident === null || !mayKnow(audience, incident, deployment)) {
    return { ...event, type: 'incident.withdrawn', data: { incident: { id: told.id } } };
  }
  if (audience !== 'public') return event;
  // Only responders are told of the visibility.
  const isToday = isReplay || 'visibility' in told;
  const shown = isToday ? presentPublicIncident(incident, deployment) : narrowed(told, incident, deployment);
  return { ...event, data: { incident: shown } };
}
