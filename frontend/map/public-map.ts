/** The page: map, panel and address bar kept together. Everything shown comes from what the public may see. */
import type { Change, PublicIncident } from '@atesto/contract';
import type L from 'leaflet';
import { createLegend, createMap, TileMarkers } from '../shared/leaflet/index.js';
import type { LiveState } from '../shared/live.js';
import {
  activeFilters,
  filterQuery,
  kindQuery,
  minuteOf,
  readAddress,
  timeOf,
  writeAddress,
  type Address,
  type Filters,
  type Look,
} from './address.js';
import type { Context } from './context.js';
import { element } from './element.js';
import { EmbeddedPage } from './share/embedded-page.js';
import { FilterPanel } from './filters/filter-panel.js';
import { PlaceSearch, type FoundPlace } from './filters/place-search.js';
import { HeatView } from './heat-view.js';
import { IncidentCard } from './incident-card.js';
import { IncidentList } from './incident-list.js';
import { isOfLayers, LayersTab } from './layers-tab.js';
import { startLive } from './live-feed.js';
import { LookSwitch } from './look-switch.js';
import { layOut, titleOf } from './page.js';
import { PrintSheet } from './share/print-sheet.js';
import { settingsPanel } from './settings-panel.js';
import { SharePanel } from './share/share-panel.js';
import { Tabs } from './tabs.js';
import { StateBar } from './state-bar.js';
import { TimelineSlot } from './timeline-slot.js';
import type { Time } from './timeline/timeline.js';
import { boxInView, roughDigits } from './view-bounds.js';

/** The list waits for the map to rest. */
const restMs = 300;
const closeZoom = 14;
const mostOnPaper = 200;
/** A hamlet is shown with what is around it. */
const leastReach = 1_500;
const metresPerDegree = 111_320;
const narrow = matchMedia('(max-width: 760px)');

export class PublicMap {
  private readonly address: Address = readAddress(location.search);
  private readonly mapBox = element('div', { className: 'map' });
  private readonly state: StateBar;
  private readonly list: IncidentList;
  private readonly card: IncidentCard;
  private readonly filters: FilterPanel;
  private readonly places: PlaceSearch;
  private readonly looks: LookSwitch;
  private readonly timeline: TimelineSlot;
  private readonly heat: HeatView;
  private readonly share: SharePanel;
  private readonly sheet: PrintSheet;
  private embedded: EmbeddedPage | null = null;
  private readonly layers: LayersTab;
  private readonly tabs: Tabs;
  private map!: L.Map;
  private markers!: TileMarkers;
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private isFlying = false;

  constructor(private readonly context: Context) {
    const { texts, deployment, language } = context;
    this.state = new StateBar(context, () => this.refreshAll());
    this.list = new IncidentList(context, {
      onChoose: (incident) => this.open(incident.id, true),
      onShowAll: () => this.showAll(),
    });
    this.card = new IncidentCard(context, {
      hasList: !this.address.embed,
      onClose: () => this.close(),
      onLocate: (incident) => this.locate(incident, true),
      onShown: (incident) => this.locate(incident, false),
    });
    this.filters = new FilterPanel(context, (filters) => this.filter(filters));
    this.places = new PlaceSearch(context, (place) => this.flyTo(place));
    this.looks = new LookSwitch(context, (look) => this.look(look));
    this.timeline = new TimelineSlot(context, {
      onTime: (time, isPassing) => this.showTime(time, isPassing),
      prefetch: (time) => void this.markers.prefetch(filterQuery(this.withTime(time), Date.now())),
      onToggle: (isOpen) => {
        this.address.timeline = isOpen;
        this.writeAddress();
      },
      onReady: () => {
        this.timeline.setTime(timeOf(this.address.filters, Date.now()));
        this.loadTimeline();
      },
      onFault: () => this.state.setTrouble(true),
    });
    const goTo = element('div', { className: 'filters go-to' }, this.places.root);
    const filterContent = element('div', {}, goTo, this.filters.root);
    this.layers = new LayersTab(context);
    const shown = deployment.categories.filter(({ sensitive }) => !sensitive);
    const legend = createLegend({ categories: shown, layer: 'incidents', language });
    this.heat = new HeatView(context, legend);
    this.sheet = new PrintSheet(context, {
      map: () => this.map,
      filters: () => this.address.filters,
      address: () => this.sharedAddress(false),
      fillList: () => this.list.fill(mostOnPaper),
    });
    this.share = new SharePanel(context, () => this.sheet.print());
    this.tabs = new Tabs([
      { name: 'list', words: texts.panel.list, content: element('div', {}, this.card.root, this.list.root) },
      { name: 'filters', words: texts.panel.filters, content: filterContent },
      { name: 'legend', words: texts.panel.legend, content: this.heat.legend },
      { name: 'layers', words: texts.panel.layers, content: this.layers.root },
      { name: 'share', words: texts.panel.share, content: this.share.root },
      { name: 'settings', words: texts.panel.settings, content: settingsPanel(context) },
    ]);
  }

  start(page: HTMLElement): void {
    const { context } = this;
    document.title = titleOf(context);
    page.replaceChildren(...(this.address.embed ? this.layOutEmbedded() : this.layOut()));
    if (narrow.matches && this.address.incident === null) this.tabs.fold();
    this.startMap();
    this.filters.set(this.address.filters);
    this.applyFilters();
    this.applyLook();
    if (!this.address.embed) void this.timeline.set(this.address.timeline);
    this.places.set(this.address.place, this.address.view === null);
    if (this.address.incident !== null) this.open(this.address.incident, false);
    this.showShared();
    window.addEventListener('popstate', () => this.followAddress());
    void startLive({
      deployment: context.deployment.slug,
      cursor: context.deployment.cursor,
      map: this.map,
      onChanges: (items) => this.onChanges(items),
      onReload: () => this.refreshAll(),
      onState: (state) => this.showLive(state),
    }).catch(() => this.showLive('offline'));
  }

  private layOut(): HTMLElement[] {
    const { context, mapBox } = this;
    const { notice, liveChip } = this.state;
    return layOut({
      ...{ context, mapBox, notice, liveChip },
      tools: element('div', { className: 'tools' }, this.looks.root, this.timeline.button),
      below: this.timeline.root,
      panel: this.tabs.root,
      printHead: this.sheet.head,
      onSkip: () => this.tabs.show('list'),
    });
  }

  private layOutEmbedded(): HTMLElement[] {
    const { context, mapBox } = this;
    const { notice } = this.state;
    this.embedded = new EmbeddedPage({ context, mapBox, notice, card: this.card.root });
    return this.embedded.elements;
  }

  private startMap(): void {
    const { deployment, language } = this.context;
    this.map = createMap(this.mapBox, { bounds: deployment.area, language });
    const { view } = this.address;
    if (view) this.map.setView([view.lat, view.lon], view.zoom);
    this.markers = new TileMarkers({
      deployment: deployment.slug,
      layer: 'incidents',
      audience: 'public',
      categories: deployment.categories,
      language,
      onSelect: (id) => this.open(id, true),
      onTiles: () => this.heat.repaint(),
      onTrouble: (trouble) => this.state.setTrouble(trouble),
    }).addTo(this.map);
    this.map.on('moveend', () => this.onMoved());
    void this.layers.start(this.map);
  }

  private onMoved(): void {
    const { lat, lng } = this.map.getCenter().wrap();
    this.address.view = { lat, lon: lng, zoom: this.map.getZoom() };
    // Who moved on from a place is not there any more.
    if (!this.isFlying) this.address.place = '';
    this.isFlying = false;
    this.writeAddress();
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.loadRest(), restMs);
  }

  private filter(filters: Filters): void {
    this.address.filters = filters;
    this.writeAddress();
    this.applyFilters();
  }

  private applyFilters(): void {
    const now = Date.now();
    void this.markers.setFilter(filterQuery(this.address.filters, now));
    this.tabs.badge('filters', activeFilters(this.address.filters));
    this.timeline.setTime(timeOf(this.address.filters, now));
    this.loadRest();
  }

  private withTime({ from, to }: Time): Filters {
    return { ...this.address.filters, since: 'any', from: minuteOf(from), to: minuteOf(to) };
  }

  /** Chosen on the timeline. What is only passed by is drawn on the map; the list follows where it comes to rest. */
  private async showTime(time: Time, isPassing: boolean): Promise<void> {
    const filters = this.withTime(time);
    this.address.filters = filters;
    this.filters.set(filters);
    this.writeAddress();
    this.tabs.badge('filters', activeFilters(filters));
    this.timeline.setTime(time);
    const shown = this.markers.setFilter(filterQuery(filters, Date.now()));
    if (!isPassing) this.loadList();
    await shown;
  }

  private loadTimeline(): void {
    this.timeline.load(() => {
      const query = kindQuery(this.address.filters);
      const box = boxInView(this.map, roughDigits(this.map.getZoom()));
      if (box !== null) query.set('bbox', box);
      query.set('audience', 'public');
      return query;
    });
  }

  /** What stands beside the map: the list and the counts. */
  private loadRest(): void {
    this.loadList();
    this.loadTimeline();
  }

  private loadList(): void {
    if (this.embedded !== null) return;
    const query = filterQuery(this.address.filters, Date.now());
    const box = boxInView(this.map);
    if (box !== null) query.set('bbox', box);
    void this.list.show(query, activeFilters(this.address.filters) > 0);
  }

  private open(id: string, isChosen: boolean): void {
    this.address.incident = id;
    // A step back in the browser closes what was chosen.
    // Inside of another page that step would be one of that page.
    if (isChosen && this.embedded === null) history.pushState(null, '', this.url());
    else this.writeAddress();
    this.map.closePopup();
    this.markers.select(id);
    this.list.root.hidden = true;
    this.tabs.show('list');
    void this.card.open(id);
  }

  private close(): void {
    const id = this.card.id;
    this.address.incident = null;
    this.writeAddress();
    this.markers.select(null);
    this.card.close();
    this.list.root.hidden = false;
    if (this.embedded === null) this.list.focus(id);
    else this.mapBox.focus();
  }

  /** Moves there when asked to, or when it is out of view. */
  private locate({ id, location: place }: PublicIncident, isAsked: boolean): void {
    this.markers.select(id, place);
    if (!place) return;
    const at: L.LatLngTuple = [place.lat, place.lon];
    if (isAsked && narrow.matches) this.tabs.fold();
    if (isAsked) this.map.setView(at, Math.max(this.map.getZoom(), closeZoom));
    else if (!this.map.getBounds().contains(at))
      this.map.setView(at, this.address.view ? this.map.getZoom() : closeZoom);
  }

  private flyTo({ name, lat, lon, accuracy }: FoundPlace): void {
    this.address.place = name;
    this.isFlying = true;
    if (narrow.matches) this.tabs.fold();
    const degrees = Math.max(accuracy, leastReach) / metresPerDegree;
    const wide = degrees / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
    this.map.fitBounds([
      [lat - degrees, lon - wide],
      [lat + degrees, lon + wide],
    ]);
  }

  private look(look: Look): void {
    this.address.look = look;
    this.writeAddress();
    this.applyLook();
  }

  private applyLook(): void {
    const { look } = this.address;
    this.looks.set(look);
    const isList = look === 'list' && this.embedded === null;
    document.body.classList.toggle('as-list', isList);
    // The map lies below the list, where nothing on it can be reached.
    this.mapBox.inert = isList;
    if (isList) this.tabs.show('list');
    this.heat.show(look === 'heat', this.map, this.markers).catch(() => this.state.setTrouble(true));
  }

  private showAll(): void {
    const { west, south, east, north } = this.context.deployment.area;
    this.map.fitBounds([
      [south, west],
      [north, west > east ? east + 360 : east],
    ]);
  }

  private onChanges(changes: readonly Change[]): void {
    this.layers.onChanges(changes);
    const items = changes.filter((item) => !isOfLayers(item));
    if (items.length === 0) return;
    this.markers.refresh(
      items.map((item) => ({ id: item.id, location: 'incident' in item ? item.incident.location : null })),
    );
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.loadRest(), restMs);
    const own = items.findLast(({ id }) => id === this.card.id);
    if (own?.kind === 'incident.withdrawn') this.card.withdrawn();
    else if (own) void this.card.refresh();
    // Categories, area or policy are other ones now: the whole page depends on them.
    if (items.some(({ kind }) => kind === 'deployment.changed')) location.reload();
  }

  private refreshAll(): void {
    this.layers.refresh();
    this.markers.refresh();
    this.loadRest();
    void this.card.refresh();
  }

  private followAddress(): void {
    const { incident, filters, look, timeline } = readAddress(location.search);
    this.filters.set(filters);
    this.filter(filters);
    this.look(look);
    this.address.timeline = timeline;
    void this.timeline.set(timeline);
    if (incident === null && this.card.id !== null) this.close();
    else if (incident !== null && incident !== this.card.id) this.open(incident, false);
  }

  private showLive(state: LiveState): void {
    this.state.setLive(state);
  }

  private writeAddress(): void {
    history.replaceState(null, '', this.url());
    this.showShared();
  }

  private showShared(): void {
    const [address, embedAddress] = [this.sharedAddress(false), this.sharedAddress(true)];
    this.share.show({ address, embedAddress });
    this.embedded?.show(address);
  }

  /** With the place in view, whether somebody moved there or not: another screen would begin elsewhere. */
  private sharedAddress(embed: boolean): string {
    const { lat, lng: lon } = this.map.getCenter().wrap();
    const shared = { ...this.address, embed, view: { lat, lon, zoom: this.map.getZoom() } };
    return `${location.origin}${location.pathname}${writeAddress(shared)}`;
  }

  private url(): string {
    return `${location.pathname}${writeAddress(this.address)}`;
  }
}
