/** The area of the filter on the map: as it filters, or as it is being drawn. A plain class over Leaflet. */
import type L from 'leaflet';
import { parseArea } from '../finding/area-ring.js';
import type { Context } from '../actions/context.js';
import type { ConsoleState } from '../store/state.js';
import { cornerOf, RingEditor } from './ring-editor.js';

export class AreaLayer {
  readonly #editor: RingEditor;
  #drawn = '';

  constructor(context: Context, map: L.Map) {
    const { store } = context;
    this.#editor = new RingEditor(map, (corners) => store.dispatch({ type: 'area.drawn', corners }));
    map.on('click', ({ latlng }) => {
      const { drawing } = store.get();
      if (drawing !== null) store.dispatch({ type: 'area.drawn', corners: [...drawing, cornerOf(latlng)] });
    });
  }

  draw({ drawing, address }: ConsoleState): void {
    const area = address.screen === 'room' ? address.filter.area : '';
    const key = drawing === null ? area : `drawing ${JSON.stringify(drawing)}`;
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#editor.show(drawing ?? parseArea(area), drawing !== null);
  }
}
