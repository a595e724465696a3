/**
 * Draws reports or incidents from marker tiles: clusters with counts, single markers by category and status. Leaflet's
 * grid decides which tiles are needed; their tiles are empty elements, and one canvas draws what they hold.
 */
import type { Category } from '@atesto/contract';
import L from 'leaflet';
import { onThemeChange, readPalette, type Palette } from '../palette.js';
import { takeClick } from '../taken-clicks.js';
import { mapTexts } from '../texts.js';
import { BoxFeed, type Corners } from './box-feed.js';
import { clusterWords } from './cluster-words.js';
import { type MarkerTile } from './decode-tile.js';
import { groupMarkers, type ShownCluster, type ShownMarker } from './group-markers.js';
import { HoverWords } from './hover-words.js';
import { listPopup, type ListEntry, type ListPage, type ListPopup } from './list-popup.js';
import { MarkerCanvas, type Selection } from './marker-canvas.js';
import { clusterEntry, pointEntry, pointWords, type EntryWords } from './marker-entries.js';
import type { ChangedPlace, MarkerPoint, Spot, TileMarkersOptions } from './marker-types.js';
import { TileFeed } from './tile-feed.js';

/** Few and large: what costs is the request. A tile is that of two zooms less than the map's. */
const tileSize = 1024;
const zoomsLess = 2;
/** Changes of this long become one round of requests. */
const gatherMs = 250;
/** Once more after the last change: another server process may answer that hears of it a little later. */
const settleMs = 2_000;
const mostNearby = 20;
/** Degrees around a place that count as the same: two squares of the grid that tiles are made from. */
const placeSlack = 0.00001;

interface Held {
  coords: L.Coords;
  tile: MarkerTile;
}

export class TileMarkers extends L.GridLayer {
  private readonly feed: TileFeed;
  private readonly box: BoxFeed;
  private readonly hover = new HoverWords();
  private readonly canvas: MarkerCanvas;
  private readonly held = new Map<string, Held>();
  private readonly requests = new Map<string, AbortController>();
  private categories = new Map<string, Category>();
  private selection: Selection | null = null;
  private palette: Palette | null = null;
  private endTheme: (() => void) | null = null;
  private trouble = false;
  private areShown = true;
  private stale: ChangedPlace[] | null = null;
  private timers: ReturnType<typeof setTimeout>[] = [];

  constructor(readonly settings: TileMarkersOptions) {
    super({
      tileSize,
      updateWhenIdle: false,
      updateWhenZooming: false,
      updateInterval: 150,
      keepBuffer: 1,
      opacity: 1,
    });
    const { deployment, layer, audience } = settings;
    const source = { deployment, layer, isPublic: audience === 'public' };
    this.feed = new TileFeed(source);
    this.box = new BoxFeed(source);
    this.canvas = new MarkerCanvas({
      tiles: () => (this.areShown ? this.currentTiles() : []),
      selection: () => this.selection,
      brush: () => ({
        palette: (this.palette ??= readPalette(this._map.getContainer())),
        categories: this.categories,
        language: settings.language,
      }),
    });
    this.setCategories(settings.categories);
  }

  override onAdd(map: L.Map): this {
    super.onAdd(map);
    this.canvas.addTo(map);
    map.on(this.listeners);
    this.on('tileunload', this.onUnload);
    this.endTheme = onThemeChange(() => {
      this.palette = null;
      this.canvas.repaint();
    });
    return this;
  }

  override onRemove(map: L.Map): this {
    map.off(this.listeners);
    this.hover.hide();
    this.endTheme?.();
    this.timers.forEach(clearTimeout);
    this.canvas.remove();
    return super.onRemove(map);
  }

  /** Takes category, severity, status, from and to; everything else is left out. Resolves once its tiles are there. */
  async setFilter(filter: URLSearchParams): Promise<void> {
    if (this.feed.filter(filter)) await this.reload(() => true, false);
  }

  /** Has the browser fetch the tiles of the view that another filter will ask for next. */
  async prefetch(filter: URLSearchParams): Promise<void> {
    const coords = this.shownTiles().map((tile) => ({ ...tile.coords, z: tile.coords.z - zoomsLess }));
    await Promise.allSettled(coords.map((at) => this.feed.warm(at, filter)));
  }

  setCategories(categories: readonly Category[]): void {
    this.categories = new Map(categories.map((category) => [category.code, category]));
    this.canvas.repaint();
  }

  /** Asks again for the tiles that the changes touch; many calls in a row become one. */
  refresh(changes?: readonly ChangedPlace[]): void {
    // Without places, and where one may have moved away from an unknown place, all of the view is asked.
    this.stale = changes ? [...(this.stale ?? []), ...changes] : [{ id: '', location: null }];
    this.timers.forEach(clearTimeout);
    this.timers = [gatherMs, settleMs].map((ms) =>
      setTimeout(() => void this.reload(this.touchedBy(this.stale ?? [])), ms),
    );
    this.timers.push(setTimeout(() => (this.stale = null), settleMs + 1));
  }

  /** Rings the marker; with a spot the ring shows even while the marker is inside a cluster. */
  select(id: string | null, spot?: Spot | null): void {
    const place = spot ? L.CRS.EPSG3857.latLngToPoint(L.latLng(spot.lat, spot.lon), 0).divideBy(256) : null;
    this.selection = id === null ? null : { id, place };
    this.canvas.repaint();
  }

  /** Without them the tiles are still held, and a ring still shows what is selected. */
  showMarkers(areShown: boolean): void {
    this.areShown = areShown;
    this.canvas.repaint();
  }

  /** What another layer draws instead. */
  tilesInView(): readonly MarkerTile[] {
    return this.currentTiles();
  }

  /** Opens a list of what lies near the middle of the view: the way to it without a pointer. */
  openNearby(): void {
    const middle = this._map.getCenter();
    const bounds = this._map.getBounds();
    const zoom = this._map.getZoom();
    const near = groupMarkers(this.currentTiles(), zoom, 256 * 2 ** zoom)
      .map((marker) => ({ marker, place: this.placeOf(marker) }))
      .filter(({ place }) => bounds.contains(place))
      .sort((one, other) => middle.distanceTo(one.place) - middle.distanceTo(other.place));
    const entries = near.flatMap(({ marker }) => this.entriesOf(marker)).slice(0, mostNearby);
    const texts = mapTexts(this.settings.language);
    const heading = entries.length > 0 ? texts.nearby : texts.nothingNearby;
    this.openList(heading, middle, { entries, more: null }).takeFocus();
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const element = document.createElement('div');
    void this.fetch(coords, false).then(() => done(undefined, element));
    return element;
  }

  /** The old tile stays on the canvas until the new one is there, so nothing flickers. */
  private async fetch(coords: L.Coords, isFresh: boolean): Promise<void> {
    const key = keyOf(coords);
    this.requests.get(key)?.abort();
    const request = new AbortController();
    this.requests.set(key, request);
    try {
      const tile = await this.feed.tile({ ...coords, z: coords.z - zoomsLess }, request.signal, isFresh);
      if (this.requests.get(key) !== request) return;
      this.held.set(key, { coords, tile });
      this.report(false);
      this.canvas.repaint();
      this.settings.onTiles?.();
    } catch {
      if (!request.signal.aborted) this.report(true);
    } finally {
      if (this.requests.get(key) === request) this.requests.delete(key);
    }
  }

  private async reload(isTouched: (coords: L.Coords) => boolean, isFresh = true): Promise<void> {
    const touched = this.shownTiles().filter(({ coords }) => isTouched(coords));
    await Promise.all(touched.map(({ coords }) => this.fetch(coords, isFresh)));
  }

  /** A layer that is not on the map has none, or had them taken away before a timer rang. */
  private shownTiles() {
    return Object.values((this._tiles as typeof this._tiles | undefined) ?? {}).filter(
      ({ current }) => current !== false,
    );
  }

  private touchedBy(changes: readonly ChangedPlace[]): (coords: L.Coords) => boolean {
    const places = changes.map(({ location }) => location && this.worldPlace(location));
    if (places.includes(null)) return () => true;
    const ids = new Set(changes.map(({ id }) => id));
    return (coords) => {
      const count = 2 ** (coords.z - zoomsLess);
      const inTile = (of: number, at: number): boolean => Math.floor(of * count) === at;
      const wrappedX = ((coords.x % count) + count) % count;
      if (places.some((place) => place && inTile(place.x, wrappedX) && inTile(place.y, coords.y))) return true;
      // A tile with clusters can't say whether the changed thing was one of theirs and has left.
      const held = this.held.get(keyOf(coords))?.tile;
      return !held || held.cells.length > 0 || held.points.some(({ id }) => ids.has(id));
    };
  }

  /** Tiles of the present zoom, and of others only where a present one is still on its way. */
  private currentTiles(): MarkerTile[] {
    const zoom = this._tileZoom;
    const held = [...this.held.values()];
    const present = held.filter(({ coords }) => coords.z === zoom);
    const covers = new Set(present.map(({ coords }) => keyOf(coords)));
    const isBare = ({ x, y }: { x: number; y: number }): boolean => {
      const count = 2 ** ((zoom ?? zoomsLess) - zoomsLess);
      return !covers.has(`${Math.floor(x * count)}/${Math.floor(y * count)}/${zoom}`);
    };
    const former = held
      .filter(({ coords }) => coords.z !== zoom)
      .map(({ tile }) => ({ cells: tile.cells.filter(isBare), points: tile.points.filter(isBare) }));
    return [...present.map(({ tile }) => tile), ...former];
  }

  private readonly onUnload = (event: L.TileEvent): void => {
    const key = keyOf(event.coords);
    this.requests.get(key)?.abort();
    this.requests.delete(key);
    this.held.delete(key);
    this.canvas.repaint();
  };

  private readonly onClick = (event: L.LeafletMouseEvent): void => {
    const marker = this.canvas.markerAt(this._map, event.latlng, isTouch(event.originalEvent) ? 12 : 3);
    if (!marker) return;
    takeClick(event.originalEvent);
    this.open(marker);
  };

  private readonly onMove = (event: L.LeafletMouseEvent): void => {
    const marker = this.canvas.markerAt(this._map, event.latlng, 0);
    this._map.getContainer().classList.toggle('atesto-over-marker', marker !== null);
    if (marker === null || isTouch(event.originalEvent)) this.hover.hide();
    else this.hover.show(this._map, marker, this.placeOf(marker), () => this.wordsOf(marker));
  };

  private readonly onKey = (event: L.LeafletKeyboardEvent): void => {
    const { key, target } = event.originalEvent;
    if (key !== 'Enter' || target !== this._map.getContainer()) return;
    // The list takes the focus, and the same key press would choose its first entry.
    event.originalEvent.preventDefault();
    this.openNearby();
  };

  private readonly listeners = {
    click: this.onClick,
    mousemove: this.onMove,
    mouseout: () => this.hover.hide(),
    movestart: () => this.hover.hide(),
    keydown: this.onKey,
  } as L.LeafletEventHandlerFnMap;

  private get words(): EntryWords {
    return { categories: this.categories, language: this.settings.language };
  }

  private wordsOf(marker: ShownMarker): { title: string; facts: string } {
    if (marker.kind === 'cluster') return clusterWords(marker, this.categories, this.settings.language);
    const [first] = marker.points;
    if (first && marker.points.length === 1) return pointWords({ ...first, lat: 0, lon: 0 }, this.words);
    return { title: mapTexts(this.settings.language).here(marker.points.length), facts: '' };
  }

  private entriesOf(marker: ShownMarker): ListEntry[] {
    if (marker.kind === 'cluster') return [clusterEntry(marker, this.words, () => this.openCluster(marker))];
    const { lat, lng: lon } = this.placeOf(marker);
    return marker.points.map(({ x: _x, y: _y, ...point }) => this.entryOf({ ...point, lat, lon }));
  }

  private entryOf(point: MarkerPoint): ListEntry {
    return pointEntry(point, this.words, () => {
      this._map.closePopup();
      this.settings.onSelect(point.id);
    });
  }

  private open(marker: ShownMarker): void {
    this.hover.hide();
    if (marker.kind === 'cluster') {
      this.openCluster(marker);
      return;
    }
    const [only] = marker.points;
    if (only && marker.points.length === 1) this.settings.onSelect(only.id);
    else {
      const heading = mapTexts(this.settings.language).here(marker.points.length);
      this.openList(heading, this.placeOf(marker), { entries: this.entriesOf(marker), more: null });
    }
  }

  /** Nearer, or a list of what is inside where no zoom would part it. */
  private openCluster(cluster: ShownCluster): void {
    const { spot } = cluster;
    if (spot !== null) return this.openBox(cluster, [spot.lon, spot.lat, spot.lon, spot.lat]);
    const [from, to] = [this.placeOf(cluster.from), this.placeOf(cluster.to)];
    if (this._map.getZoom() < this._map.getMaxZoom()) this.zoomInto(cluster.from, cluster.to);
    else this.openBox(cluster, [from.wrap().lng, to.lat, to.wrap().lng, from.lat]);
  }

  private openBox(cluster: ShownCluster, [west, south, east, north]: Corners): void {
    const within = (value: number, most: number): number => Math.min(most, Math.max(-most, value));
    const box = [
      within(west - placeSlack, 180),
      within(south - placeSlack, 90),
      within(east + placeSlack, 180),
      within(north + placeSlack, 90),
    ] as const;
    const filter = this.feed.chosen;
    const load = async (cursor: string | null): Promise<ListPage> => {
      const { points, next } = await this.box.page(box, filter, cursor);
      return { entries: points.map((point) => this.entryOf(point)), more: next === null ? null : () => load(next) };
    };
    const heading = mapTexts(this.settings.language).here(cluster.count);
    const list = this.openList(heading, this.placeOf(cluster), { entries: [], more: () => load(null) });
    list.loadNext();
  }

  private openList(heading: string, place: L.LatLng, page: ListPage): ListPopup {
    const list = listPopup(heading, this.settings.language, page, () => {
      this._map.closePopup();
      this._map.getContainer().focus();
    });
    list.popup.setLatLng(place).openOn(this._map);
    return list;
  }

  /** Two or three zooms at a time, and never less than one, however close together the things are. */
  private zoomInto(from: { x: number; y: number }, to: { x: number; y: number }): void {
    const bounds = L.latLngBounds(this.placeOf(from), this.placeOf(to));
    const zoom = this._map.getZoom();
    const wanted = Math.min(zoom + 3, Math.max(zoom + 2, this._map.getBoundsZoom(bounds.pad(0.2))));
    this._map.setView(bounds.getCenter(), Math.min(wanted, this._map.getMaxZoom()));
  }

  private placeOf({ x, y }: { x: number; y: number }): L.LatLng {
    return L.CRS.EPSG3857.pointToLatLng(L.point(x * 256, y * 256), 0);
  }

  private worldPlace({ lat, lon }: Spot): L.Point {
    return L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), 0).divideBy(256);
  }

  private report(trouble: boolean): void {
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.settings.onTrouble?.(trouble);
  }
}

const keyOf = ({ x, y, z }: L.Coords): string => `${x}/${y}/${z}`;

const isTouch = (event: MouseEvent): boolean => 'pointerType' in event && event.pointerType === 'touch';
