/**
 * The places of the rows that the list has loaded, for filters that the tiles know nothing of: rather fewer markers than
 * ones that do not fit.
 */
import type { Category } from '@atesto/contract';
import L from 'leaflet';
import { activeFilters, type Filter, type Tab } from '../address/address.js';
import { categoryOf } from '../queue/category-tree.js';
import type { Row } from '../queue/row.js';

const toldByTiles: readonly (keyof Filter)[] = ['status', 'category', 'severity', 'priority', 'from', 'to'];

/** Whether the map can only show what the list has loaded. What waits in quarantine is on no map at all. */
export const isListOnly = (filter: Filter, tab: Tab): boolean =>
  tab !== 'quarantine' && activeFilters(filter, tab).some((name) => !toldByTiles.includes(name));

export class ListMarks {
  readonly #group = L.layerGroup();
  readonly #renderer = L.canvas({ padding: 0.3 });
  #rows: readonly Row[] | null = null;

  constructor(
    private readonly map: L.Map,
    private readonly onSelect: (kind: Row['kind'], id: string) => void,
  ) {
    this.#group.addTo(map);
  }

  /** Null shows none. */
  draw(rows: readonly Row[] | null, categories: readonly Category[]): void {
    if (rows === this.#rows) return;
    this.#rows = rows;
    this.#group.clearLayers();
    for (const row of rows ?? []) {
      const { location, category } = row.kind === 'report' ? row.report : row.incident;
      if (location === null) continue;
      const style = getComputedStyle(this.map.getContainer());
      const fillColor = categoryOf(categories, category)?.colour ?? style.getPropertyValue('--ink-2').trim();
      const mark = L.circleMarker([location.lat, location.lon], {
        renderer: this.#renderer,
        radius: 7,
        weight: 2,
        color: '#ffffff',
        fillColor,
        fillOpacity: 0.95,
      });
      mark.on('click', () => this.onSelect(row.kind, row.id));
      this.#group.addLayer(mark);
    }
  }
}
