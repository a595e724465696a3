/** Draws land, coasts and borders, sharp on every screen and at every zoom, from tiles that end at a far zoom. */
import type { VectorTile } from '@mapbox/vector-tile';
import L from 'leaflet';
import type { Palette } from '../palette.js';
import type { VectorTiles } from '../vector-tiles.js';

const tileSize = 512;
const extent = 4096;

type Loaded = Awaited<ReturnType<VectorTiles['get']>>;

interface Shapes {
  land: Path2D;
  borders: Path2D;
}

export class LandLayer extends L.GridLayer {
  private readonly shapes = new WeakMap<VectorTile, Shapes>();

  private shown = Infinity;

  constructor(
    private readonly tiles: VectorTiles,
    private readonly deepest: number,
    private palette: Palette,
  ) {
    super({ tileSize, minZoom: 0, noWrap: false, updateWhenZooming: false, className: 'atesto-land' });
    this.on('loading', () => (this.shown = Infinity));
  }

  /** Of the tiles that were loaded last: the zoom of the coarsest one, -1 where one is missing altogether. */
  get coarsest(): number {
    return this.shown;
  }

  recolour(palette: Palette): void {
    this.palette = palette;
    this.redraw();
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas');
    const ratio = Math.min(window.devicePixelRatio || 1, 3);
    canvas.width = canvas.height = tileSize * ratio;
    void this.source(coords).then(({ z, x, y, tile }) => {
      this.shown = Math.min(this.shown, tile === undefined ? -1 : z);
      const context = tile && canvas.getContext('2d');
      if (context) {
        const parts = 2 ** (coords.z - 1 - z);
        const scale = (tileSize * ratio * parts) / extent;
        const [left, top] = [(coords.x - x * parts) * tileSize * ratio, (coords.y - y * parts) * tileSize * ratio];
        context.setTransform(scale, 0, 0, scale, -left, -top);
        this.draw(context, this.shapesOf(tile), ratio / scale);
      }
      done(undefined, canvas);
    });
    return canvas;
  }

  /**
   * A 512 pixel tile at map zoom n is the tile of zoom n - 1; beyond the deepest one it is a part of an ancestor, as it is
   * where a tile can't be had: a coarse coast is better than none.
   */
  private async source(coords: L.Coords): Promise<{ z: number; x: number; y: number; tile: Loaded }> {
    for (let z = Math.min(coords.z - 1, this.deepest); ; z--) {
      const parts = 2 ** (coords.z - 1 - z);
      const [x, y] = [Math.floor(coords.x / parts), Math.floor(coords.y / parts)];
      const tile = await this.tiles.get(`/basemap/${z}/${x}/${y}.mvt`);
      if (tile !== undefined || z === 0) return { z, x, y, tile };
    }
  }

  private draw(context: CanvasRenderingContext2D, shapes: Shapes, pixel: number): void {
    context.lineJoin = 'round';
    context.fillStyle = this.palette.land;
    context.fill(shapes.land, 'evenodd');
    context.strokeStyle = this.palette.coast;
    context.lineWidth = pixel;
    context.stroke(shapes.land);
    context.strokeStyle = this.palette.border;
    context.setLineDash([5 * pixel, 3 * pixel]);
    context.stroke(shapes.borders);
  }

  private shapesOf(tile: VectorTile): Shapes {
    const known = this.shapes.get(tile);
    if (known) return known;
    const shapes = { land: pathOf(tile, 'land', true), borders: pathOf(tile, 'borders', false) };
    this.shapes.set(tile, shapes);
    return shapes;
  }
}

function pathOf(tile: VectorTile, layerName: string, closed: boolean): Path2D {
  const path = new Path2D();
  const layer = tile.layers[layerName];
  for (let at = 0; at < (layer?.length ?? 0); at++) {
    for (const line of layer?.feature(at).loadGeometry() ?? []) {
      line.forEach(({ x, y }, step) => (step === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
      if (closed) path.closePath();
    }
  }
  return path;
}
