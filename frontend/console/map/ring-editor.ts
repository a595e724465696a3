/** A ring of corners on a map: as it stands, or as it is being drawn, with corners to be dragged. A plain class over Leaflet. */
import L from 'leaflet';
import type { Corner } from '../finding/area-ring.js';

const latLng = ([lon, lat]: Corner): L.LatLngTuple => [lat, lon];
export const cornerOf = ({ lat, lng }: L.LatLng): Corner => [lng, lat];

export class RingEditor {
  readonly #group = L.layerGroup();

  constructor(
    map: L.Map,
    private readonly change: (corners: readonly Corner[]) => void,
  ) {
    this.#group.addTo(map);
  }

  show(corners: readonly Corner[], isDrawing: boolean): void {
    this.#group.clearLayers();
    if (corners.length === 0) return;
    const shape = corners.length < 3 ? L.polyline(corners.map(latLng)) : L.polygon(corners.map(latLng));
    shape.setStyle({ className: isDrawing ? 'area-shape drawing' : 'area-shape', interactive: false });
    this.#group.addLayer(shape);
    if (isDrawing) for (const at of corners.keys()) this.#group.addLayer(this.#handle(corners, at));
  }

  #handle(corners: readonly Corner[], at: number): L.Marker {
    const icon = L.divIcon({ className: 'area-corner', iconSize: [16, 16] });
    const marker = L.marker(latLng(corners[at] ?? [0, 0]), { icon, draggable: true, keyboard: false });
    marker.on('dragend', () =>
      this.change(corners.map((corner, index) => (index === at ? cornerOf(marker.getLatLng()) : corner))),
    );
    return marker;
  }
}
