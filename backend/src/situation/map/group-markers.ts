/** Which marks stand on the sheet: what would lie on one another is one mark with all its numbers. Pure. */
import { severities, type SituationIncident } from '@atesto/contract';
import type { DrawnMarker } from '@atesto/frontend/report';
import type { Projection } from './projection.js';

/** Nearer than this, two marks are one. */
const pixels = 17;
/** More would be a carpet. */
export const mostMarkers = 150;
const mostNumbers = 3;

interface Group {
  x: number;
  y: number;
  incidents: SituationIncident[];
}

const rank = ({ severity, status }: SituationIncident): number =>
  severities.indexOf(severity) + (status === 'resolved' ? -severities.length : 0);

/** The most severe first, so that it names the place of its group. */
export function groupMarkers(incidents: readonly SituationIncident[], sheet: Projection): Omit<DrawnMarker, 'label'>[] {
  const groups: Group[] = [];
  for (const incident of [...incidents].sort((one, other) => rank(other) - rank(one))) {
    if (incident.location === null) continue;
    const { x, y } = sheet.of(incident.location);
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < pixels);
    if (near !== undefined) near.incidents.push(incident);
    else if (groups.length < mostMarkers) groups.push({ x, y, incidents: [incident] });
  }
  return groups.map(({ x, y, incidents: inside }) => ({
    x: Math.round(x * 10) / 10,
    y: Math.round(y * 10) / 10,
    severity: inside[0]!.severity,
    isResolved: inside[0]!.status === 'resolved',
    text: textOf(inside.map(({ number }) => number)),
  }));
}

function textOf(numbers: readonly number[]): string {
  const shown = numbers.slice(0, mostNumbers).join(', ');
  return numbers.length > mostNumbers ? `${shown} +${numbers.length - mostNumbers}` : shown;
}
