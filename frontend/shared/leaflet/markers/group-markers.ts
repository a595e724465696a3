/**
 * What is drawn for the cells and points of the tiles in view, and what lies under the finger. Cells of neighbouring
 * tiles know nothing of each other, so those that would overlap on the screen become one here. Pure.
 */
import type { Severity } from '@atesto/contract';
import type { MarkerTile, TileCell, TilePlace, TilePoint } from './decode-tile.js';

interface Shown extends TilePlace {
  /** Half its size on the screen, in pixels. */
  radius: number;
}

export interface ShownCluster extends Shown {
  kind: 'cluster';
  count: number;
  severity: Severity;
  category: string | null;
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
/** From this map zoom on everything stands for itself. */
export const apartZoom = 16;

export const clusterRadius = (count: number): number => 14 + Math.min(12, 3.6 * Math.log10(count));

const worse = (a: Severity, b: Severity): Severity => (severityRank[a] >= severityRank[b] ? a : b);

/** `worldSize` is the side of the world in pixels at the zoom shown. */
export function groupMarkers(tiles: readonly MarkerTile[], zoom: number, worldSize: number): ShownMarker[] {
  const spots = spotsOf(tiles.flatMap(({ points }) => points));
  const clusters = tiles.flatMap(({ cells }) => cells.map(clusterOf));
  if (zoom >= apartZoom) return drawingOrder([...spots, ...clusters]);
  const small = spots.map((spot) => ({ spot, cluster: clusterOfSpot(spot) }));
  const kept: ShownCluster[] = [];
  const grid = new Map<string, ShownCluster[]>();
  const bucket = 64 / worldSize;
  const near = (place: TilePlace): ShownCluster[] => {
    const [column, row] = [Math.floor(place.x / bucket), Math.floor(place.y / bucket)];
    return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => grid.get(`${column + dx}/${row + dy}`) ?? []));
  };
  const into = (one: ShownCluster): ShownCluster | undefined =>
    near(one).find((other) => distance(one, other) * worldSize < one.radius + other.radius + clearance);
  for (const cluster of clusters.sort((a, b) => b.count - a.count || a.x - b.x)) {
    const other = into(cluster);
    if (other) {
      absorb(other, cluster);
      continue;
    }
    kept.push(cluster);
    const key = `${Math.floor(cluster.x / bucket)}/${Math.floor(cluster.y / bucket)}`;
    grid.set(key, [...(grid.get(key) ?? []), cluster]);
  }
  const alone = small.filter(({ spot, cluster }) => {
    const other = near(spot).find((one) => distance(spot, one) * worldSize < one.radius + spotRadius);
    if (other) absorb(other, cluster);
    return !other;
  });
  return drawingOrder([...alone.map(({ spot }) => spot), ...kept]);
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

const clusterOf = ({ x, y, count, severity, category }: TileCell): ShownCluster => ({
  ...{ kind: 'cluster', x, y, radius: clusterRadius(count), count, severity, category },
  from: { x, y },
  to: { x, y },
});

const clusterOfSpot = ({ x, y, points }: ShownSpot): ShownCluster => {
  const { severity, category } = points[0]!;
  return clusterOf({ x, y, count: points.length, severity, category });
};

/** The larger keeps its place, so that the picture stays still when a small neighbour comes. */
function absorb(into: ShownCluster, other: ShownCluster): void {
  into.count += other.count;
  into.severity = worse(into.severity, other.severity);
  into.radius = clusterRadius(into.count);
  into.from = { x: Math.min(into.from.x, other.from.x), y: Math.min(into.from.y, other.from.y) };
  into.to = { x: Math.max(into.to.x, other.to.x), y: Math.max(into.to.y, other.to.y) };
}

/** From the north to the south, the graver over the less grave. */
const drawingOrder = (markers: ShownMarker[]): ShownMarker[] =>
  markers.sort((a, b) => gravity(a) - gravity(b) || a.y - b.y || a.x - b.x);

const gravity = (marker: ShownMarker): number =>
  severityRank[marker.kind === 'cluster' ? marker.severity : marker.points[0]!.severity];
