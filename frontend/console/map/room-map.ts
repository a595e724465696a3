/**
 * The room's map, driven imperatively: a plain class that follows the store. Reports and incidents are two layers of
 * tiles; what is open is ringed, and the map pans only when it lies out of view.
 */
import type { Category, Change, DeploymentView } from '@atesto/contract';
import L from 'leaflet';
import { createMap, TileMarkers, type ChangedPlace, type Spot } from '../../shared/leaflet/index.js';
import type { Context } from '../actions/context.js';
import { AreaLayer } from './area-layer.js';
import { isListOnly, ListMarks } from './list-marks.js';
import { tileFilters } from './tile-filters.js';
import type { ConsoleEvent, ConsoleState, Layer } from '../store/state.js';

const layers: readonly Layer[] = ['reports', 'incidents'];
/** Close enough to tell streets apart when one place is asked for. */
const closeZoom = 14;

const placesOf = (items: readonly Change[], layer: Layer): ChangedPlace[] =>
  items.flatMap((item) => {
    if (layer === 'reports' && 'report' in item) return [{ id: item.id, location: item.report.location }];
    if (layer === 'incidents' && 'incident' in item) return [{ id: item.id, location: item.incident.location }];
    if (layer === 'incidents' && item.kind === 'incident.withdrawn') return [{ id: item.id, location: null }];
    return [];
  });

const spotOpen = (state: ConsoleState): Spot | null =>
  state.detail.report?.location ?? state.detail.incident?.location ?? null;

export interface RoomMapWords {
  language: string;
  onSelect: (layer: Layer, id: string) => void;
  onTrouble: (trouble: boolean) => void;
}

export class RoomMap {
  readonly #context: Context;
  readonly #map: L.Map;
  readonly #markers: Record<Layer, TileMarkers>;
  readonly #drawnArea: AreaLayer;
  readonly #list: ListMarks;
  readonly #stop: () => void;
  readonly #watch: ResizeObserver;
  readonly #area: L.LatLngBounds;
  #categories: readonly Category[];
  #filter = '';
  /** Of the list that was loaded last; null before the first one. */
  #listKey: string | null = null;
  #ringed = '';
  #shownSpot = '';
  #pickedMark: L.CircleMarker | null = null;

  constructor(context: Context, element: HTMLElement, deployment: DeploymentView, words: RoomMapWords) {
    this.#context = context;
    this.#categories = deployment.categories;
    const { west, south, east, north } = deployment.area;
    this.#area = L.latLngBounds([south, west], [north, east < west ? east + 360 : east]);
    this.#map = createMap(element, { bounds: deployment.area, language: words.language });
    const markersOf = (layer: Layer): TileMarkers =>
      new TileMarkers({
        deployment: deployment.slug,
        layer,
        audience: 'responders',
        categories: deployment.categories,
        language: words.language,
        onSelect: (id) => words.onSelect(layer, id),
        onTrouble: words.onTrouble,
      });
    this.#markers = { reports: markersOf('reports'), incidents: markersOf('incidents') };
    this.#drawnArea = new AreaLayer(context, this.#map);
    this.#list = new ListMarks(this.#map, (kind, id) =>
      words.onSelect(kind === 'report' ? 'reports' : 'incidents', id),
    );
    this.#map.on('click', (event) => this.#pick(event.latlng));
    this.#watch = new ResizeObserver(() => this.#resized());
    this.#watch.observe(element);
    this.#stop = context.store.subscribe((state, event) => this.#follow(state, event));
    this.#draw(context.store.get());
  }

  /** For what lies over it. */
  get leaflet(): L.Map {
    return this.#map;
  }

  remove(): void {
    this.#stop();
    this.#watch.disconnect();
    this.#map.remove();
  }

  showArea(): void {
    this.#map.fitBounds(this.#area);
  }

  /** Brings what is open into the middle, close by. */
  showOpen(): void {
    const spot = spotOpen(this.#context.store.get());
    if (spot) this.#map.setView([spot.lat, spot.lon], Math.max(this.#map.getZoom(), closeZoom));
  }

  #follow(state: ConsoleState, event: ConsoleEvent): void {
    this.#draw(state);
    if (event.type === 'changes.arrived') {
      for (const layer of layers) {
        const places = placesOf(event.items, layer);
        if (places.length > 0) this.#markers[layer].refresh(places);
      }
    }
    if (event.type === 'queue.started') this.#listStarted(event.key);
  }

  /** The same list again: something may have been missed. Another one brings its own filter. */
  #listStarted(key: string): void {
    if (key === this.#listKey) for (const layer of layers) this.#markers[layer].refresh();
    this.#listKey = key;
  }

  #draw(state: ConsoleState): void {
    const { view } = state.deployment;
    if (view !== null && view.categories !== this.#categories) {
      this.#categories = view.categories;
      for (const layer of layers) this.#markers[layer].setCategories(view.categories);
    }
    // The filter first, so that no tile is asked for without it.
    this.#drawFilter(state);
    this.#drawLayers(state);
    this.#drawSelected(state);
    this.#drawPicking(state);
    const listed = this.#listed(state);
    this.#list.draw(listed !== null && state.layers[listed] ? state.queue.rows : null, this.#categories);
    this.#drawnArea.draw(state);
  }

  /** From the first list on: until then the live feed may not hold, and nobody would tell of what changes. */
  #drawLayers(state: ConsoleState): void {
    if (state.queue.key === '') return;
    for (const layer of layers) {
      const markers = this.#markers[layer];
      const isShown = state.layers[layer] && this.#listed(state) !== layer;
      if (isShown === this.#map.hasLayer(markers)) continue;
      if (isShown) markers.addTo(this.#map);
      else markers.remove();
    }
  }

  /** The layer that only the list can tell of, if there is one. */
  #listed({ address }: ConsoleState): Layer | null {
    if (address.screen !== 'room' || !isListOnly(address.filter, address.tab)) return null;
    return address.tab === 'incidents' ? 'incidents' : 'reports';
  }

  #drawFilter(state: ConsoleState): void {
    const { address } = state;
    if (address.screen !== 'room') return;
    const filters = tileFilters(address.filter, address.tab);
    const key = layers.map((layer) => filters[layer].toString()).join(' ');
    if (key === this.#filter) return;
    this.#filter = key;
    for (const layer of layers) void this.#markers[layer].setFilter(filters[layer]);
  }

  #drawSelected(state: ConsoleState): void {
    const { of } = state.detail;
    const spot = spotOpen(state);
    const key = `${of?.kind ?? ''} ${of?.id ?? ''} ${spot?.lat ?? ''} ${spot?.lon ?? ''}`;
    if (key === this.#ringed) return;
    this.#ringed = key;
    this.#markers.reports.select(of?.kind === 'report' ? of.id : null, spot);
    this.#markers.incidents.select(of?.kind === 'incident' ? of.id : null, spot);
    this.#bringIntoView(spot);
  }

  #bringIntoView(spot: Spot | null): void {
    if (spot === null || this.#hidden) return;
    const key = `${spot.lat} ${spot.lon}`;
    if (key === this.#shownSpot) return;
    this.#shownSpot = key;
    if (!this.#map.getBounds().pad(-0.05).contains([spot.lat, spot.lon])) this.#map.panTo([spot.lat, spot.lon]);
  }

  #drawPicking(state: ConsoleState): void {
    this.#map.getContainer().classList.toggle('picking', state.picking || state.drawing !== null);
    const { picked } = state;
    this.#pickedMark?.remove();
    this.#pickedMark = picked
      ? L.circleMarker([picked.lat, picked.lon], { radius: 9, className: 'picked-mark', interactive: false })
      : null;
    this.#pickedMark?.addTo(this.#map);
  }

  #pick({ lat, lng }: L.LatLng): void {
    if (!this.#context.store.get().picking) return;
    // Six decimals are a decimetre; a world copy's longitude is brought home.
    const lon = ((((lng + 180) % 360) + 360) % 360) - 180;
    const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
    this.#context.store.dispatch({ type: 'picking.ended', picked: { lat: rounded(lat), lon: rounded(lon) } });
  }

  get #hidden(): boolean {
    return this.#map.getContainer().clientWidth === 0;
  }

  /** A narrow screen hides the map; it learns its size, and what was opened meanwhile, when it is shown again. */
  #resized(): void {
    if (this.#hidden) return;
    this.#map.invalidateSize({ pan: false });
    this.#bringIntoView(spotOpen(this.#context.store.get()));
  }
}
