/** Reads what a client asks to watch. Sockets bring anything, so everything is checked. Pure. */
import { audiences, type Audience, type Bounds } from '@atesto/contract';
import { isCursor, type Cursor } from '../platform/index.js';

export interface Watch {
  slug: string;
  audience: Audience;
  box: Bounds | null;
  cursor: Cursor | null;
}

/** Null for what is not a watch request. */
export function readWatch(input: unknown): Watch | null {
  if (typeof input !== 'object' || input === null) return null;
  const { deployment, audience, bbox, cursor } = input as Record<string, unknown>;
  if (typeof deployment !== 'string' || deployment.length > 100) return null;
  if (!audiences.includes(audience as Audience)) return null;
  if (cursor !== undefined && cursor !== null && (typeof cursor !== 'string' || !isCursor(cursor))) return null;
  const box = readBox(bbox);
  if (box === undefined) return null;
  return { slug: deployment, audience: audience as Audience, box, cursor: typeof cursor === 'string' ? cursor : null };
}

/** Null without a box, undefined for a bad one. */
function readBox(bbox: unknown): Bounds | null | undefined {
  if (bbox === undefined || bbox === null) return null;
  if (!Array.isArray(bbox) || bbox.length !== 4 || !bbox.every((side) => Number.isFinite(side))) return undefined;
  const [west, south, east, north] = bbox as [number, number, number, number];
  const isSound = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
  return isSound ? { west, south, east, north } : undefined;
}
