/** Turns a marker tile into places on the world square, 0 to 1 from the north-west. Pure. */
import type { IncidentStatus, ReportStatus, Severity } from '@atesto/contract';
import { VectorTile, type VectorTileLayer } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

export interface TilePlace {
  x: number;
  y: number;
}

/** How many of what is inside, by category code (`none` without one) or by state. */
export type Shares = Readonly<Record<string, number>>;

export interface TileCell extends TilePlace {
  count: number;
  /** The worst severity (or priority) inside. */
  severity: Severity;
  /** Code of the most frequent category, null when most have none. */
  category: string | null;
  categories: Shares;
  statuses: Shares;
  /** Where all is at one place, which zooming in would never part. */
  spot: { lat: number; lon: number } | null;
}

export interface TilePoint extends TilePlace {
  id: string;
  title: string;
  category: string | null;
  severity: Severity;
  status: IncidentStatus | ReportStatus;
}

export interface MarkerTile {
  cells: TileCell[];
  points: TilePoint[];
}

export const emptyTile: MarkerTile = { cells: [], points: [] };

/** `coords` as Leaflet counts them: not wrapped, so that each copy of the world has markers of its own. */
export function decodeTile(bytes: ArrayBuffer, coords: { z: number; x: number; y: number }): MarkerTile {
  const { layers } = new VectorTile(new PbfReader(bytes));
  const read = <T>(layer: VectorTileLayer | undefined, make: (of: Record<string, unknown>, at: TilePlace) => T): T[] =>
    Array.from({ length: layer?.length ?? 0 }, (_, at) => {
      const feature = layer!.feature(at);
      const point = feature.loadGeometry()[0]?.[0] ?? { x: 0, y: 0 };
      const scale = 2 ** coords.z;
      const { extent } = feature;
      return make(feature.properties, {
        x: (coords.x + point.x / extent) / scale,
        y: (coords.y + point.y / extent) / scale,
      });
    });
  const category = (of: Record<string, unknown>): string | null => (of['category'] as string | undefined) ?? null;
  return {
    cells: read(layers['cells'], (of, place) => ({
      ...place,
      count: Number(of['count']),
      severity: of['severity'] as Severity,
      category: category(of),
      categories: sharesOf(of, 'category.'),
      statuses: sharesOf(of, 'status.'),
      spot: of['lat'] === undefined ? null : { lat: Number(of['lat']), lon: Number(of['lon']) },
    })),
    points: read(layers['points'], (of, place) => ({
      ...place,
      id: of['id'] as string,
      title: (of['title'] as string | undefined) ?? '',
      category: category(of),
      severity: of['severity'] as Severity,
      status: of['status'] as TilePoint['status'],
    })),
  };
}

const sharesOf = (of: Record<string, unknown>, prefix: string): Shares =>
  Object.fromEntries(
    Object.entries(of)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, count]) => [name.slice(prefix.length), Number(count)]),
  );
