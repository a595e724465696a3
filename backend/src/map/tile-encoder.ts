/**
 * Marker tiles: layer `cells` with `count`, the worst `severity`, the most frequent `category`, how many of each as
 * `category.CODE` (`category.none` without one) and `status.WORD`, and `lat` and `lon` where all is at one place; layer
 * `points` with `id`, `title`, `category`, `severity` and `status`. What is null is left out.
 */
import { fromGrid, gridBits, type TileAddress } from './morton.js';
import { encodeMvt, extent, type MvtFeature } from './mvt.js';
import type { Shares, TileFeatures } from './tile-features.js';

export interface TileWords {
  /** Category codes by index; null stands for none. */
  categories: readonly (string | null)[];
  severities: readonly string[];
  statuses: readonly string[];
}

/** Null when there is nothing to show. */
export function encodeTile(tile: TileAddress, features: TileFeatures, words: TileWords): Uint8Array | null {
  const scale = extent / 2 ** (gridBits - tile.z);
  const marker = (place: { x: number; y: number }, properties: MvtFeature['properties']): MvtFeature => {
    const x = Math.floor(place.x * scale - tile.x * extent);
    const y = Math.floor(place.y * scale - tile.y * extent);
    return { type: 'point', paths: [[x, y]], properties };
  };
  const cells = features.cells.map((cell) => {
    const severity = words.severities[cell.worstSeverity] ?? null;
    const [most] = [...cell.categories].sort(([, one], [, other]) => other - one);
    return marker(cell, {
      count: cell.count,
      severity,
      category: words.categories[most?.[0] ?? 0] ?? null,
      ...(cell.isOnePlace ? fromGrid(cell) : {}),
      ...counted('category', cell.categories, words.categories),
      ...counted('status', cell.statuses, words.statuses),
    });
  });
  const points = features.points.map((point) => {
    const category = words.categories[point.category] ?? null;
    const severity = words.severities[point.severity] ?? null;
    const status = words.statuses[point.status] ?? null;
    return marker(point, { id: point.id, title: point.label, category, severity, status });
  });
  return encodeMvt([
    { name: 'cells', features: cells },
    { name: 'points', features: points },
  ]);
}

const counted = (name: string, shares: Shares, words: readonly (string | null)[]): Record<string, number> =>
  Object.fromEntries(shares.map(([at, count]) => [`${name}.${words[at] ?? 'none'}`, count]));
