/**
 * Marker tiles: layer `cells` with `count`, the worst `severity`, the most frequent `category`, how many of each as
 * `category.CODE` (`category.none` without one) and `status.WORD`, and `lat` and `lon` where all is at one place; layer
 * `points` with `id`, `title`, `category`, `severity` and `status`. What is null is left out.
 */
import { fromGrid, gridBits, type TileAddress } from './morton.js';
import { encodeMvt, extent, type MvtFeature } from './mvt.js';
import type { TileFeatures } from './tile-features.js';

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
  const names = namesOf(words);
  const cells = features.cells.map((cell) => {
    const properties: MvtFeature['properties'] = {
      count: cell.count,
      severity: words.severities[cell.worstSeverity] ?? null,
      category: null,
    };
    let most = 0;
    for (const [category, count] of cell.categories) {
      properties[names.categories[category]!] = count;
      if (count > most) properties['category'] = words.categories[category] ?? null;
      most = Math.max(most, count);
    }
    for (const [status, count] of cell.statuses) properties[names.statuses[status]!] = count;
    return marker(cell, cell.isOnePlace ? { ...properties, ...fromGrid(cell) } : properties);
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

const namesOf = (words: TileWords): { categories: string[]; statuses: string[] } => ({
  categories: words.categories.map((code) => `category.${code ?? 'none'}`),
  statuses: words.statuses.map((word) => `status.${word}`),
});
