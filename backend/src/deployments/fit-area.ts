/** Draws the area of a deployment together to where its reports are, as long as nobody has set it. Returns the new one. */
import type { Bounds } from '@atesto/contract';
import { appendJournal, type Sql } from '../platform/index.js';
import { wholeWorld } from './create-deployment.js';
import type { Deployment } from './deployment.js';
import { updateDeployment } from './deployments.queries.js';

/** Left out at either end: a few reports lie far away by mistake. */
const outlying = 0.02;
const margin = 0.1;
/** Degrees on each side, at least: some eleven kilometres. */
const leastMargin = 0.1;
/** Fewer reports say nothing about where the crisis is. */
export const fewestPoints = 50;

const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

/** A box around most of the points, with a margin; null for too few. Pure. */
export function boxAround(points: readonly { lat: number; lon: number }[]): Bounds | null {
  if (points.length < fewestPoints) return null;
  const range = (values: number[], lowest: number, highest: number): [number, number] => {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
    const low = at(outlying);
    const high = at(1 - outlying);
    const more = Math.max((high - low) * margin, leastMargin);
    return [Math.max(lowest, rounded(low - more)), Math.min(highest, rounded(high + more))];
  };
  const [west, east] = range(
    points.map(({ lon }) => lon),
    -180,
    180,
  );
  const [south, north] = range(
    points.map(({ lat }) => lat),
    -90,
    90,
  );
  return { west, south, east, north };
}

export async function fitArea(
  tx: Sql,
  deployment: Deployment,
  points: readonly { lat: number; lon: number }[],
): Promise<Bounds | null> {
  const isUntouched = Object.entries(wholeWorld).every(
    ([side, value]) => deployment.area[side as keyof Bounds] === value,
  );
  const area = boxAround(points);
  if (!isUntouched || area === null) return null;
  const { name, languages, policy, version, id } = deployment;
  if (!(await updateDeployment(tx, id, version, { name, languages: [...languages], policy, area }))) return null;
  await appendJournal(tx, [
    { deploymentId: id, kind: 'deployment.changed', subjectId: id, actorId: null, data: { area } },
  ]);
  return area;
}
