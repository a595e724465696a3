/** Names of countries and towns over the land, chosen anew for each view so that none covers another. */
import type { VectorTile } from '@mapbox/vector-tile';
import L from 'leaflet';
import { PaintLayer, type Painting } from '../paint-layer.js';
import type { Palette } from '../palette.js';
import type { VectorTiles } from '../vector-tiles.js';
import type { BasemapConfig } from './basemap-config.js';
import { chooseLabels, leastArea, leastPopulation, type Label } from './choose-labels.js';

interface Loaded {
  z: number;
  /** Not wrapped: it may lie in another copy of the world. */
  x: number;
  y: number;
  tile: VectorTile;
}

const mostLabels = 70;
const fonts = {
  country: '600 12px system-ui, sans-serif',
  capital: '600 13px system-ui, sans-serif',
  town: '500 12px system-ui, sans-serif',
} as const;

export class PlaceLabels extends PaintLayer {
  private loaded: Loaded[] = [];
  private asked = 0;
  private readonly regions: Intl.DisplayNames;

  constructor(
    private readonly tiles: VectorTiles,
    private readonly config: BasemapConfig,
    private palette: Palette,
    language: string,
  ) {
    super('atesto-labels', 350);
    this.regions = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  }

  override onAdd(map: L.Map): this {
    super.onAdd(map);
    this.load();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    const events = super.getEvents();
    return {
      ...events,
      moveend: (event) => {
        events['moveend']?.(event);
        this.load();
      },
    };
  }

  recolour(palette: Palette): void {
    this.palette = palette;
    this.repaint();
  }

  private load(): void {
    const zoom = this._map.getZoom();
    // A tile is then at least 1024 pixels wide, so that few are needed.
    const placeZoom = this.config.placeZooms.filter((z) => z <= zoom - 2).at(-1) ?? this.config.placeZooms[0] ?? 0;
    const countryZoom = Math.min(Math.max(0, Math.floor(zoom) - 1), 5, this.config.landMaxZoom);
    const asked = ++this.asked;
    const wanted = [
      ...this.tilesInView(placeZoom, '/basemap/places'),
      ...(leastArea(zoom) === Infinity ? [] : this.tilesInView(countryZoom, '/basemap')),
    ];
    void Promise.all(
      wanted.map(async ({ url, ...at }) => {
        const tile = await this.tiles.get(url);
        return tile ? [{ ...at, tile }] : [];
      }),
    ).then((loaded) => {
      // The map may have moved on, or be gone.
      if (asked !== this.asked) return;
      this.loaded = loaded.flat();
      this.repaint();
    });
  }

  private tilesInView(z: number, base: string) {
    const bounds = this._map.getBounds().pad(0.1);
    const corner = (place: L.LatLng) => this._map.project(place, 0).multiplyBy(2 ** z / 256);
    const [from, to] = [corner(bounds.getNorthWest()), corner(bounds.getSouthEast())];
    const count = 2 ** z;
    const tiles: { url: string; z: number; x: number; y: number }[] = [];
    for (let x = Math.floor(from.x); x <= Math.floor(to.x); x++) {
      for (let y = Math.max(0, Math.floor(from.y)); y <= Math.min(count - 1, Math.floor(to.y)); y++) {
        tiles.push({ url: `${base}/${z}/${((x % count) + count) % count}/${y}.mvt`, z, x, y });
      }
    }
    return tiles;
  }

  protected override paint(painting: Painting): void {
    const { context } = painting;
    const measure = (label: Label) => {
      context.font = fonts[label.kind];
      const half = context.measureText(label.text).width / 2 + 8;
      return { left: label.x - half, right: label.x + half, top: label.y - 13, bottom: label.y + 13 };
    };
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const label of chooseLabels(this.candidates(painting), mostLabels, measure)) {
      context.font = fonts[label.kind];
      context.lineWidth = 3;
      context.strokeStyle = this.palette.labelHalo;
      context.fillStyle = label.kind === 'town' ? this.palette.label : this.palette.labelStrong;
      context.strokeText(label.text, label.x, label.y);
      context.fillText(label.text, label.x, label.y);
    }
  }

  private candidates(painting: Painting): Label[] {
    const { zoom, width, height } = painting;
    return this.loaded
      .flatMap(({ z, x, y, tile }) => {
        const spot = (px: number, py: number) => painting.place((x + px / 4096) / 2 ** z, (y + py / 4096) / 2 ** z);
        return [...this.countries(tile, zoom, spot), ...this.towns(tile, zoom, spot)];
      })
      .filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
  }

  private *countries(tile: VectorTile, zoom: number, spot: Painting['place']): Generator<Label> {
    const layer = tile.layers['countries'];
    for (let at = 0; at < (layer?.length ?? 0); at++) {
      const feature = layer!.feature(at);
      const { name, code, area } = feature.properties;
      if (Number(area) < leastArea(zoom)) continue;
      const point = feature.loadGeometry()[0]![0]!;
      const text = (code ? this.regions.of(String(code)) : undefined) ?? String(name);
      yield { text: text.toLocaleUpperCase(), ...spot(point.x, point.y), kind: 'country', weight: 1e9 + Number(area) };
    }
  }

  private *towns(tile: VectorTile, zoom: number, spot: Painting['place']): Generator<Label> {
    const layer = tile.layers['places'];
    for (let at = 0; at < (layer?.length ?? 0); at++) {
      const feature = layer!.feature(at);
      const population = Number(feature.properties['population']);
      const capital = feature.properties['capital'] === 1;
      // Within a tile the largest come first, but capitals of any size stand among them.
      if (population * (capital ? 8 : 1) < leastPopulation(zoom)) continue;
      const point = feature.loadGeometry()[0]![0]!;
      const kind = capital ? 'capital' : 'town';
      yield {
        text: String(feature.properties['name']),
        ...spot(point.x, point.y),
        kind,
        weight: population * (capital ? 8 : 1),
      };
    }
  }
}
