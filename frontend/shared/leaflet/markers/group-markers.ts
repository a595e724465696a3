/**
 * What is drawn for the cells and points of the tiles in view, and what lies under the finger. Cells of neighbouring
 * tiles know nothing of each other, so those that would overlap on the screen become one here. Pure.
 */
import type { Severity } from '@atesto/contract';
import type { MarkerTile, Shares, TileCell, TilePlace, TilePoint } from './decode-tile.js';

interface Shown extends TilePlace {
  /** Half its size on the screen, in pixels. */
  radius: number;
}

export interface ShownCluster extends Shown {
  kind: 'cluster';
  count: number;
  severity: Severity;
  category: string | null;
  categories: Shares;
  statuses: Shares;
  /** Where all of it is at one place. */
  spot: TileCell['spot'];
  /** Corners of what is inside, to zoom to. */
  from: TilePlace;
  to: TilePlace;
}

/** One thing, or several at the very same place. */
export interface ShownSpot extends Shown {
  kind: 'spot';
  points: TilePoint[];
}

export type ShownMarker = ShownCluster | ShownSpot;

export const severityRank: Record<Severity, number> = { low: 0, normal: 1, high: 2, critical: 3 };
export const spotRadius = 13;
/** Pixels that two clusters keep between them. */
const clearance = 4;
/** Share of its radius by which a marker must stand off the next one. */
const mostOverlap = 1.4;
/** From this map zoom on everything stands for itself. */
export const apartZoom = 16;

export const clusterRadius = (count: number): number => 14 + Math.min(12, 3.6 * Math.log10(count));

const worse = (a: Severity, b: Severity): Severity => (severityRank[a] >= severityRank[b] ? a : b);

/** `worldSize` is the side of the world in pixels at the zoom shown. */
export function groupMarkers(tiles: readonly MarkerTile[], zoom: number, worldSize: number): ShownMarker[] {
  const spots = spotsOf(tiles.flatMap(({ points }) => points));
  const clusters = tiles.flatMap(({ cells }) => cells.map(clusterOf));
  if (zoom >= apartZoom) return drawingOrder([...spots, ...clusters]);
  const kept = new Nearby<ShownCluster>(worldSize);
  for (const cluster of clusters.sort((a, b) => b.count - a.count || a.x - b.x)) {
    const other = kept.find(cluster, (one) => one.radius + cluster.radius + clearance);
    if (other) absorb(other, cluster);
    else kept.add(cluster);
  }
  const alone = new Nearby<ShownSpot>(worldSize);
  for (const spot of spots) {
    const cluster = kept.find(spot, (one) => one.radius + spotRadius);
    const neighbour = cluster ? undefined : alone.find(spot, () => spotRadius * mostOverlap);
    if (cluster) absorb(cluster, clusterOfSpot(spot));
    else if (neighbour) {
      alone.remove(neighbour);
      const pair = clusterOfSpot(neighbour);
      absorb(pair, clusterOfSpot(spot));
      kept.add(pair);
    } else alone.add(spot);
  }
  return drawingOrder([...alone.all, ...kept.all]);
}

/** Markers by squares of the screen, so that the neighbours of one are found without asking all. */
class Nearby<Marker extends Shown> {
  readonly all = new Set<Marker>();
  private readonly squares = new Map<string, Marker[]>();

  constructor(private readonly worldSize: number) {}

  add(marker: Marker): void {
    this.all.add(marker);
    const key = this.square(marker, 0, 0);
    this.squares.set(key, [...(this.squares.get(key) ?? []), marker]);
  }

  remove(marker: Marker): void {
    this.all.delete(marker);
    const key = this.square(marker, 0, 0);
    this.squares.set(
      key,
      (this.squares.get(key) ?? []).filter((one) => one !== marker),
    );
  }

  /** The first that is nearer than it may be, in pixels. */
  find(place: TilePlace, reach: (one: Marker) => number): Marker | undefined {
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        const near = this.squares.get(this.square(place, dx, dy)) ?? [];
        const found = near.find((one) => distance(one, place) * this.worldSize < reach(one));
        if (found) return found;
      }
    }
    return undefined;
  }

  private square({ x, y }: TilePlace, dx: number, dy: number): string {
    const side = 64 / this.worldSize;
    return `${Math.floor(x / side) + dx}/${Math.floor(y / side) + dy}`;
  }
}

/** The topmost marker at a place, with some pixels of grace for fingers. */
export function markerAt(
  markers: readonly ShownMarker[],
  place: TilePlace,
  worldSize: number,
  gracePixels: number,
): ShownMarker | null {
  let best: ShownMarker | null = null;
  let bestDistance = Infinity;
  for (const marker of markers) {
    const pixels = distance(marker, place) * worldSize;
    if (pixels <= marker.radius + gracePixels && pixels <= bestDistance) {
      best = marker;
      bestDistance = pixels;
    }
  }
  return best;
}

const distance = (a: TilePlace, b: TilePlace): number => Math.hypot(a.x - b.x, a.y - b.y);

function spotsOf(points: readonly TilePoint[]): ShownSpot[] {
  const spots = new Map<string, ShownSpot>();
  for (const point of points) {
    const key = `${point.x}/${point.y}`;
    const spot = spots.get(key) ?? { kind: 'spot', x: point.x, y: point.y, radius: spotRadius, points: [] };
    spots.set(key, spot);
    spot.points.push(point);
  }
  for (const { points: own } of spots.values()) own.sort((a, b) => rankOf(b) - rankOf(a) || (a.id < b.id ? -1 : 1));
  return [...spots.values()];
}

const rankOf = ({ severity }: TilePoint): number => severityRank[severity];

const clusterOf = (cell: TileCell): ShownCluster => ({
  ...cell,
  ...{ kind: 'cluster', radius: clusterRadius(cell.count) },
  from: { x: cell.x, y: cell.y },
  to: { x: cell.x, y: cell.y },
});

const clusterOfSpot = ({ x, y, points }: ShownSpot): ShownCluster => {
  const { severity, category } = points[0]!;
  const shares = (names: readonly string[]): Shares =>
    names.reduce<Shares>((all, name) => plus(all, { [name]: 1 }), {});
  return clusterOf({
    ...{ x, y, count: points.length, severity, category, spot: null },
    categories: shares(points.map((point) => point.category ?? 'none')),
    statuses: shares(points.map(({ status }) => status)),
  });
};

const plus = (one: Shares, other: Shares): Shares =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [
      name,
      (one[name] ?? 0) + (other[name] ?? 0),
    ]),
  );

/** The larger keeps its place, so that the picture stays still when a small neighbour comes. */
function absorb(into: ShownCluster, other: ShownCluster): void {
  into.count += other.count;
  into.severity = worse(into.severity, other.severity);
  into.radius = clusterRadius(into.count);
  into.categories = plus(into.categories, other.categories);
  into.statuses = plus(into.statuses, other.statuses);
  into.spot = null;
  into.from = { x: Math.min(into.from.x, other.from.x), y: Math.min(into.from.y, other.from.y) };
  into.to = { x: Math.max(into.to.x, other.to.x), y: Math.max(into.to.y, other.to.y) };
}

/** From the north to the south, the graver over the less grave. */
const drawingOrder = (markers: ShownMarker[]): ShownMarker[] =>
  markers.sort((a, b) => gravity(a) - gravity(b) || a.y - b.y || a.x - b.x);

const gravity = (marker: ShownMarker): number =>
  severityRank[marker.kind === 'cluster' ? marker.severity : marker.points[0]!.severity];
