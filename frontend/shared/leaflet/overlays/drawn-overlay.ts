/** One overlay on a map: loads what it draws, keeps the states of its areas, and takes all of it away again. */
import type { AreaStatus, OverlayView } from '@atesto/contract';
import L from 'leaflet';
import { AreaStates, laterOf } from './area-states.js';
import { loadShapes, loadStates } from './load-overlays.js';
import type { OverlaySetOptions } from './overlay-set.js';
import { inkOn, patternTile } from './patterns.js';
import { prepareShapes, type Shape } from './prepare-shapes.js';
import { areaPopup, shapePopup } from './shape-popup.js';
import { styleOf } from './shape-style.js';
import { ShapesLayer, type ShapeStyle } from './shapes-layer.js';
import { escaped, tileLayer } from './tile-layers.js';

/** Leaflet's layers know no pictures of other pages' policies: an address is compared by where it comes from. */
const originOf = (address: string): string => {
  try {
    return new URL(address.replace('{s}.', '')).host;
  } catch {
    return '';
  }
};

const mostFailures = 4;

export class DrawnOverlay {
  phase: 'loading' | 'shown' | 'failed' | 'blocked' = 'loading';
  states: AreaStates | null = null;
  private readonly pane: string;
  private readonly credit: string;
  private readonly tiles = new Map<string, HTMLCanvasElement | null>();
  /** What was told since the states were asked for: the answer may be older than that. */
  private readonly told = new Map<string, AreaStatus>();
  private asked = 0;
  private isMissing = false;
  private layer: L.Layer | null = null;
  private shapes: readonly Shape[] = [];
  private isGone = false;
  private ending: ReturnType<typeof setTimeout> | undefined;
  private popup: { area: string; popup: L.Popup } | null = null;

  constructor(
    private readonly options: OverlaySetOptions,
    readonly item: OverlayView,
  ) {
    const { map } = options;
    this.pane = `atesto-overlay-${item.id}`;
    const pane = map.getPane(this.pane) ?? map.createPane(this.pane);
    pane.style.pointerEvents = 'none';
    pane.style.opacity = String(item.opacity / 100);
    this.credit = escaped(item.attribution);
    if (this.credit !== '') map.attributionControl.addAttribution(this.credit);
    const made = tileLayer(options.deployment, item, this.pane);
    if (made === null) void this.load();
    else {
      this.layer = made.addTo(map);
      this.phase = 'shown';
      this.watchTiles(made);
    }
    map.on('zoomend', this.showAtZoom);
  }

  /** Whether the same is drawn in the same way; its name may be another. */
  isSame(item: OverlayView): boolean {
    const drawnBy = ({ names: _names, shown: _shown, ...rest }: OverlayView): string =>
      JSON.stringify([
        rest.id,
        rest.file,
        rest.url,
        rest.layers,
        rest.format,
        rest.transparent,
        rest.opacity,
        rest.minZoom,
        rest.maxZoom,
        rest.states,
        rest.attribution,
      ]);
    return drawnBy(item) === drawnBy(this.item);
  }

  place(order: number): void {
    const pane = this.options.map.getPane(this.pane);
    if (pane) pane.style.zIndex = String(order);
  }

  get isInZoom(): boolean {
    const zoom = this.options.map.getZoom();
    return zoom >= this.item.minZoom && zoom <= this.item.maxZoom;
  }

  async load(): Promise<void> {
    const { deployment, audience, onChange } = this.options;
    if (this.layer instanceof L.GridLayer) return void this.layer.redraw();
    this.phase = 'loading';
    this.isMissing = false;
    try {
      const [shapes, areas] = await Promise.all([
        loadShapes(deployment, this.item, audience),
        this.item.kind === 'areas' ? this.askStates() : null,
      ]);
      if (this.isGone) return;
      this.shapes = prepareShapes(shapes);
      if (areas !== null) this.take(areas);
      this.layer = this.shapesLayer();
      this.phase = 'shown';
      this.showAtZoom();
    } catch {
      this.phase = 'failed';
    }
    if (this.isGone) return;
    onChange();
    if (this.isMissing) void this.refreshStates();
  }

  /** Asked again after a break, when something may have been missed. */
  async refreshStates(): Promise<void> {
    this.isMissing = this.phase === 'loading';
    if (this.item.kind !== 'areas' || this.phase !== 'shown' || this.isGone) return;
    const areas = await this.askStates().catch(() => null);
    if (areas === null || this.isGone) return;
    this.take(areas);
    this.repaint();
    this.tellAgain();
    this.options.onChange();
  }

  setArea(area: AreaStatus): void {
    this.told.set(area.id, area);
    this.states?.set(area);
    this.watchEnd();
    this.repaint();
    this.tellAgain();
    this.options.onChange();
  }

  shapeAt(place: L.LatLng, grace: number): Shape | null {
    const { map } = this.options;
    return this.layer instanceof ShapesLayer && this.isInZoom ? this.layer.shapeAt(place, map.getZoom(), grace) : null;
  }

  areaShape(id: string): { bounds: L.LatLngBounds } | null {
    const shape = this.shapes.find(({ properties }) => String(properties['id']) === id);
    if (!shape) return null;
    const place = (x: number, y: number): L.LatLng => L.CRS.EPSG3857.pointToLatLng(L.point(x * 256, y * 256), 0);
    return { bounds: L.latLngBounds(place(shape.west, shape.south), place(shape.east, shape.north)) };
  }

  tell(area: AreaStatus, at: L.LatLng): void {
    const popup = popupOf(this.wordsOf(area)).setLatLng(at).openOn(this.options.map);
    this.popup = { area: area.id, popup };
  }

  tellShape(shape: Shape, at: L.LatLng): void {
    popupOf(shapePopup(shape.properties, this.options.language)).setLatLng(at).openOn(this.options.map);
  }

  /** Whether it was this one whose pictures the page may not load. */
  noteBlocked(address: string): boolean {
    if (this.item.url === undefined || this.phase === 'blocked') return false;
    if (!originOf(address).endsWith(originOf(this.item.url))) return false;
    this.phase = 'blocked';
    return true;
  }

  remove(): void {
    const { map } = this.options;
    this.isGone = true;
    clearTimeout(this.ending);
    map.off('zoomend', this.showAtZoom);
    this.layer?.remove();
    this.popup?.popup.remove();
    if (this.credit !== '') map.attributionControl.removeAttribution(this.credit);
    map.getPane(this.pane)?.remove();
    delete map.getPanes()[this.pane];
  }

  /** One tile that is not there says nothing; several in a row mean that their server is not. */
  private watchTiles(layer: L.Layer): void {
    let failures = 0;
    const turn = (phase: 'shown' | 'failed'): void => {
      if (this.phase === phase || this.phase === 'blocked') return;
      this.phase = phase;
      this.options.onChange();
    };
    layer.on('tileload', () => {
      failures = 0;
      turn('shown');
    });
    layer.on('tileerror', () => {
      if (++failures >= mostFailures) turn('failed');
    });
  }

  /** Null where they were asked for again meanwhile. */
  private async askStates(): Promise<AreaStatus[] | null> {
    const { deployment, audience } = this.options;
    const asked = ++this.asked;
    this.told.clear();
    const areas = await loadStates(deployment, this.item.id, audience);
    return asked === this.asked ? areas : null;
  }

  private take(areas: readonly AreaStatus[]): void {
    this.states = new AreaStates(this.item.states ?? [], laterOf(areas, this.told));
    this.watchEnd();
  }

  /** What runs out while the map is open is seen to run out. */
  private watchEnd(): void {
    clearTimeout(this.ending);
    const end = this.states?.nextEndMs(Date.now()) ?? null;
    if (end === null) return;
    const wait = Math.min(end - Date.now() + 500, 3_600_000);
    this.ending = setTimeout(() => {
      this.repaint();
      this.tellAgain();
      this.options.onChange();
      this.watchEnd();
    }, wait);
  }

  /** What is open says what is so now. */
  private tellAgain(): void {
    const area = this.popup?.popup.isOpen() ? this.states?.get(this.popup.area) : null;
    if (area) this.popup?.popup.setContent(this.wordsOf(area));
  }

  private repaint(): void {
    if (this.layer instanceof ShapesLayer) this.layer.repaint();
  }

  /** Shapes know no zooms by themselves, as tiles do. */
  private readonly showAtZoom = (): void => {
    const { map } = this.options;
    if (!(this.layer instanceof ShapesLayer)) return;
    if (this.isInZoom && !map.hasLayer(this.layer)) this.layer.addTo(map);
    if (!this.isInZoom && map.hasLayer(this.layer)) this.layer.remove();
  };

  private wordsOf(area: AreaStatus): HTMLElement {
    const { language, languages } = this.options;
    return areaPopup(area, this.states?.stateOf(area, Date.now()) ?? null, language, languages);
  }

  private shapesLayer(): ShapesLayer {
    const style = this.item.kind === 'areas' ? this.areaStyle : (shape: Shape) => styleOf(shape.properties);
    return new ShapesLayer({ pane: this.pane, paneOrder: 0, shapes: this.shapes, style });
  }

  private readonly areaStyle = ({ properties }: Shape): ShapeStyle => {
    const area = this.states?.get(String(properties['id'])) ?? null;
    const rank = area === null || this.states === null ? 0 : this.states.rankOf(area, Date.now());
    const state = this.states?.states[rank];
    const colour = state?.colour ?? '#8a97a6';
    const look = `${colour} ${state?.pattern ?? 'none'}`;
    if (!this.tiles.has(look)) this.tiles.set(look, patternTile(state?.pattern ?? 'none', colour));
    const pattern = this.tiles.get(look) ?? null;
    // What is harmless is there to be asked, not to be seen.
    return {
      stroke: colour,
      width: rank === 0 ? 1 : 2,
      fill: colour,
      fillOpacity: rank === 0 ? 0.08 : 0.55,
      isHaloed: rank > 0 && inkOn(colour) === '#ffffff',
      pattern,
    };
  };
}

const popupOf = (content: HTMLElement): L.Popup =>
  L.popup({ className: 'atesto-popup', minWidth: 180, maxWidth: 300, maxHeight: 280 }).setContent(content);
