/** One list from the shipped names and the geocoder's answers. Pure. */
import type { SuggestedPlace } from '@atesto/contract';
import { foldName } from '@atesto/frontend/report';

/** The same town in two sources lies at two of its corners. */
const sameDegrees = 0.1;

const isSame = (a: SuggestedPlace, b: SuggestedPlace): boolean =>
  foldName(a.name) === foldName(b.name) &&
  Math.abs(a.lat - b.lat) < sameDegrees &&
  Math.abs(a.lon - b.lon) < sameDegrees;

/** Both get room: at most half of it the geocoder's while there are shipped names for the rest. */
export function joinPlaces(
  known: readonly SuggestedPlace[],
  found: readonly SuggestedPlace[],
  limit: number,
): SuggestedPlace[] {
  const fresh = found.filter((place) => !known.some((other) => isSame(place, other)));
  const forFound = Math.max(Math.floor(limit / 2), limit - known.length);
  const added = fresh.slice(0, forFound);
  return [...known.slice(0, limit - added.length), ...added];
}
