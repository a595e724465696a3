/**
 * The overlays of one map: which there are, which of them are shown, and each as a layer of the map beneath names and
 * markers. Kept up from the live feed; what somebody chose to see is remembered in their browser.
 */
import type { AreaStatus, Audience, Change, OverlayView } from '@atesto/contract';
import L from 'leaflet';
import { isTaken } from '../taken-clicks.js';
import { DrawnOverlay } from './drawn-overlay.js';
import { loadOverlays } from './load-overlays.js';

export interface OverlaySetOptions {
  map: L.Map;
  /** Slug. */
  deployment: string;
  audience: Audience;
  language: string;
  /** Of the deployment: where a name is in none of the reader's. */
  languages: readonly string[];
  /** The list, what is shown, or the state of an area is other than it was. */
  onChange: () => void;
  /** Instead of a popup, where somebody may say in which state an area is. */
  onArea?: (overlay: OverlayView, area: AreaStatus) => void;
}

/** Everybody hears of a change at the same moment, and need not all ask at that moment. */
const spreadMs = 400;
/** Between the base map's pictures (200) and the names of places (350). */
const lowestPane = 250;

export class OverlaySet {
  /** Null until they are there. */
  items: readonly OverlayView[] | null = null;
  problem = false;
  private readonly drawn = new Map<string, DrawnOverlay>();
  private readonly choices: Record<string, boolean>;
  private soon: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private readonly ends: (() => void)[] = [];

  constructor(readonly options: OverlaySetOptions) {
    this.choices = stored(this.key);
    const { map } = options;
    const onClick = (event: L.LeafletMouseEvent): void => void setTimeout(() => this.pick(event));
    const onBlocked = (event: SecurityPolicyViolationEvent): void => this.noteBlocked(event.blockedURI);
    const onZoom = (): void => options.onChange();
    map.on('click', onClick);
    map.on('zoomend', onZoom);
    document.addEventListener('securitypolicyviolation', onBlocked);
    this.ends.push(
      () => map.off('click', onClick),
      () => map.off('zoomend', onZoom),
      () => document.removeEventListener('securitypolicyviolation', onBlocked),
    );
    map.on('unload', () => this.end());
    void this.refresh();
  }

  isShown({ id, shown }: OverlayView): boolean {
    return this.choices[id] ?? shown;
  }

  show(item: OverlayView, isShown: boolean): void {
    this.choices[item.id] = isShown;
    store(this.key, this.choices);
    this.draw();
    this.options.onChange();
  }

  of(id: string): DrawnOverlay | null {
    return this.drawn.get(id) ?? null;
  }

  /** Loads the list anew; what is drawn stays until it is known to be another. */
  async refresh(): Promise<void> {
    const asked = ++this.asked;
    try {
      const items = await loadOverlays(this.options.deployment, this.options.audience);
      if (asked !== this.asked) return;
      this.items = items;
      this.problem = false;
      // Those that are drawn now for the first time are asking already.
      const known = [...this.drawn.values()];
      this.draw();
      for (const one of known) void one.refreshStates();
    } catch {
      if (asked === this.asked) this.problem = true;
    }
    this.options.onChange();
  }

  onChanges(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === 'area.state_changed')
        this.drawn.get(change.id)?.setArea((change as { area: AreaStatus }).area);
    }
    if (!changes.some(({ kind }) => kind === 'overlay.changed')) return;
    clearTimeout(this.soon);
    this.soon = setTimeout(() => void this.refresh(), Math.random() * spreadMs);
  }

  /** Brings an area into view and tells of it. */
  openArea(item: OverlayView, id: string): void {
    const { map, onArea } = this.options;
    const one = this.drawn.get(item.id);
    const found = one?.areaShape(id);
    const area = one?.states?.get(id);
    if (!one || !found || !area) return;
    map.fitBounds(found.bounds.pad(0.4), { maxZoom: 15 });
    if (onArea) onArea(item, area);
    else one.tell(area, found.bounds.getCenter());
  }

  end(): void {
    this.asked++;
    clearTimeout(this.soon);
    for (const end of this.ends.splice(0)) end();
    for (const one of this.drawn.values()) one.remove();
    this.drawn.clear();
  }

  private get key(): string {
    return `atesto.layers.${this.options.deployment}`;
  }

  private draw(): void {
    const wanted = new Map((this.items ?? []).filter((item) => this.isShown(item)).map((item) => [item.id, item]));
    for (const [id, one] of this.drawn) {
      const item = wanted.get(id);
      if (item !== undefined && one.isSame(item)) continue;
      one.remove();
      this.drawn.delete(id);
    }
    (this.items ?? []).forEach((item, at) => {
      if (!wanted.has(item.id)) return;
      const known = this.drawn.get(item.id);
      const one = known ?? new DrawnOverlay(this.options, item);
      this.drawn.set(item.id, one);
      one.place(lowestPane + at);
    });
  }

  /** The topmost shape under the pointer, where no marker and nothing else has answered. */
  private pick(event: L.LeafletMouseEvent): void {
    const { map, onArea } = this.options;
    if (isTaken(event.originalEvent) || map.getContainer().classList.contains('picking')) return;
    const grace = (event.originalEvent as PointerEvent).pointerType === 'touch' ? 10 : 3;
    for (const item of [...(this.items ?? [])].reverse()) {
      const one = this.drawn.get(item.id);
      const shape = one?.shapeAt(event.latlng, grace) ?? null;
      if (!one || shape === null) continue;
      const area = one.states?.get(String(shape.properties['id'])) ?? null;
      if (area !== null && onArea) onArea(item, area);
      else if (area !== null) one.tell(area, event.latlng);
      else one.tellShape(shape, event.latlng);
      return;
    }
  }

  private noteBlocked(address: string): void {
    for (const one of this.drawn.values()) if (one.noteBlocked(address)) this.options.onChange();
  }
}

/** Storage may be forbidden or full; a forgotten choice is no fault. */
function stored(key: string): Record<string, boolean> {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as unknown;
    return typeof kept === 'object' && kept !== null ? { ...(kept as Record<string, boolean>) } : {};
  } catch {
    return {};
  }
}

function store(key: string, choices: Record<string, boolean>): void {
  try {
    localStorage.setItem(key, JSON.stringify(choices));
  } catch {
    return;
  }
}
