/** An incident as it was when something happened to it, from what it is now and what came after. Pure. */
import type { Confidence, IncidentStatus, Location, Severity, Visibility } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import type { IncidentRecord } from '../incidents/index.js';
import type { Step } from './webhooks.queries.js';

interface Before {
  title?: string;
  description?: string;
  category?: string | null;
  severity?: Severity;
  status?: IncidentStatus;
  visibility?: Visibility;
  location?: Location | null;
  place?: string | null;
  confidence?: Confidence;
  seconded?: boolean;
}

function withBefore(incident: IncidentRecord, before: Before, deployment: Deployment): IncidentRecord {
  const { category, location, seconded, title, description, severity, status, visibility, place, confidence } = before;
  const plain = { title, description, severity, status, visibility, place, confidence };
  const known = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...incident,
    ...known,
    ...(category !== undefined && {
      category_id: category === null ? null : (deployment.category(category)?.id ?? incident.category_id),
    }),
    ...(location !== undefined && {
      lat: location?.lat ?? null,
      lon: location?.lon ?? null,
      accuracy_metres: location?.accuracy ?? null,
    }),
    ...(seconded === false && { seconded_by: null }),
    // Which reason stood there is not known; what was said later was not.
    ...(status !== undefined && { public_reason: null }),
  };
}

/** `later`: what came after, newest first. */
export function asOf(incident: IncidentRecord, later: readonly Step[], deployment: Deployment): IncidentRecord {
  return later.reduce((state, { data }) => {
    const before = data['before'];
    return typeof before === 'object' && before !== null ? withBefore(state, before, deployment) : state;
  }, incident);
}
