/** The area on the map: as it filters, or as it is being drawn, with corners to be dragged. A plain class over Leaflet. */
import L from 'leaflet';
import { parseArea, type Corner } from '../finding/area-ring.js';
import type { Context } from '../actions/context.js';
import type { ConsoleState } from '../store/state.js';

const latLng = ([lon, lat]: Corner): L.LatLngTuple => [lat, lon];
const cornerOf = ({ lat, lng }: L.LatLng): Corner => [lng, lat];

export class AreaLayer {
  readonly #group = L.layerGroup();
  #drawn = '';

  constructor(
    private readonly context: Context,
    map: L.Map,
  ) {
    this.#group.addTo(map);
    map.on('click', ({ latlng }) => {
      const { drawing } = context.store.get();
      if (drawing !== null) context.store.dispatch({ type: 'area.drawn', corners: [...drawing, cornerOf(latlng)] });
    });
  }

  draw({ drawing, address }: ConsoleState): void {
    const area = address.screen === 'room' ? address.filter.area : '';
    const key = drawing === null ? area : `drawing ${JSON.stringify(drawing)}`;
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#group.clearLayers();
    const corners = drawing ?? parseArea(area);
    if (corners.length === 0) return;
    const shape = corners.length < 3 ? L.polyline(corners.map(latLng)) : L.polygon(corners.map(latLng));
    shape.setStyle({ className: drawing === null ? 'area-shape' : 'area-shape drawing', interactive: false });
    this.#group.addLayer(shape);
    if (drawing !== null) for (const at of drawing.keys()) this.#group.addLayer(this.#handle(drawing, at));
  }

  #handle(corners: readonly Corner[], at: number): L.Marker {
    const icon = L.divIcon({ className: 'area-corner', iconSize: [16, 16] });
    const marker = L.marker(latLng(corners[at] ?? [0, 0]), { icon, draggable: true, keyboard: false });
    marker.on('dragend', () => {
      const moved = corners.map((corner, index) => (index === at ? cornerOf(marker.getLatLng()) : corner));
      this.context.store.dispatch({ type: 'area.drawn', corners: moved });
    });
    return marker;
  }
}
