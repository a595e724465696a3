/** What a situation report lists of incidents, and what it keeps of them for the next one: both from what the presenters let out. Pure. */
import { severities, type IncidentView, type PublicIncident, type SituationIncident } from '@atesto/contract';
import type { StateRow } from './compare-states.js';
import type { Span } from './span-of.js';

export type Presented = PublicIncident | IncidentView;

export const mostListed = 500;

/** Public places come snapped; the accuracy of the others says nothing on a sheet. */
export function listedIncident(incident: Presented): SituationIncident {
  const { id, number, title, category, severity, status, confidence, place, openedAt, updatedAt, reports, reason } =
    incident;
  const { location } = incident;
  return {
    ...{ id, number, title, category, severity, status, confidence, place, openedAt, updatedAt, reports, reason },
    location: location === null ? null : { lat: location.lat, lon: location.lon },
    internal:
      'visibility' in incident ? { visibility: incident.visibility, assignee: incident.assignee?.name ?? null } : null,
  };
}

export const stateRow = ({ id, number, title, severity, status, location, openedAt }: Presented): StateRow => ({
  ...{ id, number, title, severity, status, openedAt },
  lat: location?.lat ?? null,
  lon: location?.lon ?? null,
});

/** Not resolved, or resolved in the span: the most severe first, resolved ones last. */
export function listedOf(incidents: readonly Presented[], { from, to }: Span): Presented[] {
  const rank = ({ severity, status }: Presented): number =>
    severities.indexOf(severity) - (status === 'resolved' ? severities.length : 0);
  const [start, end] = [from.toISOString(), to.toISOString()];
  return incidents
    .filter(({ status, updatedAt }) => status !== 'resolved' || (updatedAt >= start && updatedAt < end))
    .sort((one, other) => rank(other) - rank(one) || other.number - one.number);
}
