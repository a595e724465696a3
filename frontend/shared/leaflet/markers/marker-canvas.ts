/** Paints the markers of all tiles in view on one canvas, and knows what was painted where. */
import type L from 'leaflet';
import { PaintLayer, type Painting } from '../paint-layer.js';
import type { MarkerTile, TilePlace } from './decode-tile.js';
import { drawCluster, drawSelection, drawSpot, type Brush } from './draw-markers.js';
import { groupMarkers, markerAt, spotRadius, type ShownMarker } from './group-markers.js';

export interface Selection {
  id: string;
  /** Where it is, when the page knows; a marker on the map comes first. */
  place: TilePlace | null;
}

/** So far from the middle of a cluster something inside it may lie. */
const absorbedPixels = 24;

export class MarkerCanvas extends PaintLayer {
  private shown: ShownMarker[] = [];
  private worldSize = 1;

  constructor(
    private readonly source: {
      tiles: () => readonly MarkerTile[];
      brush: () => Omit<Brush, 'context'>;
      selection: () => Selection | null;
    },
  ) {
    super('atesto-markers', 450);
  }

  get markers(): readonly ShownMarker[] {
    return this.shown;
  }

  private get clusters(): ShownMarker[] {
    return this.shown.filter(({ kind }) => kind === 'cluster');
  }

  markerAt(map: L.Map, place: L.LatLng, gracePixels: number): ShownMarker | null {
    const point = map.project(place, 0).divideBy(256);
    return markerAt(this.shown, point, this.worldSize, gracePixels);
  }

  protected override paint(painting: Painting): void {
    const { context, width, height, place } = painting;
    this.worldSize = painting.worldSize;
    this.shown = groupMarkers(this.source.tiles(), painting.zoom, painting.worldSize);
    const brush = { ...this.source.brush(), context };
    for (const marker of this.shown) {
      const at = place(marker.x, marker.y);
      if (at.x < -40 || at.y < -40 || at.x > width + 40 || at.y > height + 40) continue;
      if (marker.kind === 'spot') drawSpot(brush, marker, at);
      else drawCluster(brush, marker, at);
    }
    this.ringSelection(brush, painting);
  }

  private ringSelection(brush: Brush, { place }: Painting): void {
    const selection = this.source.selection();
    if (!selection) return;
    const own = this.shown.find(
      (marker) => marker.kind === 'spot' && marker.points.some(({ id }) => id === selection.id),
    );
    const spot = own ?? selection.place;
    if (!spot) return;
    const at = place(spot.x, spot.y);
    const around = own ? null : markerAt(this.clusters, spot, this.worldSize, absorbedPixels);
    if (around) drawSelection(brush, place(around.x, around.y), around.radius + 5);
    else drawSelection(brush, at, own ? spotRadius + 6 : 9);
  }
}
