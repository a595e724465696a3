/** Draws how thickly incidents lie, from the very tiles that the markers are drawn from. */
import './heat.css';
import type L from 'leaflet';
import type { MarkerTile } from '../markers/decode-tile.js';
import { PaintLayer, type Painting } from '../paint-layer.js';
import { onThemeChange } from '../palette.js';
import { densityGrid, fullValue, type HeatSpot } from './density.js';
import { readScale, stepOf } from './heat-scale.js';

/** Pixels of the screen a cell of the grid: what is smooth needs no more, and it is a sixteenth of the work. */
const cellPixels = 4;
/** A cell of a tile is 64 pixels or more apart from the next. */
const cellRadius = 58;
const pointRadius = 40;
/** The faintest is still to be seen, the strongest lets the coast below through. */
const [leastAlpha, mostAlpha] = [0.35, 0.9];
/** Below this share nothing is drawn, so that hills have no visible rim. */
const nothing = 0.015;

export class HeatLayer extends PaintLayer {
  private scale: Uint8ClampedArray | null = null;
  private endTheme: (() => void) | null = null;
  private readonly sheet = document.createElement('canvas');

  constructor(private readonly tiles: () => readonly MarkerTile[]) {
    // Below the names of places, which stay legible.
    super('atesto-heat', 340);
  }

  override onAdd(map: L.Map): this {
    super.onAdd(map);
    this.endTheme = onThemeChange(() => {
      this.scale = null;
      this.repaint();
    });
    return this;
  }

  override onRemove(): this {
    this.endTheme?.();
    return super.onRemove();
  }

  protected override paint(painting: Painting): void {
    const { context } = painting;
    const [width, height] = [Math.ceil(painting.width / cellPixels), Math.ceil(painting.height / cellPixels)];
    const { values, most } = densityGrid(this.spots(painting), width, height);
    this.scale ??= readScale(this._map.getContainer());
    const { sheet, scale } = this;
    [sheet.width, sheet.height] = [width, height];
    const small = sheet.getContext('2d');
    if (!small || !scale || most === 0) return;
    const picture = small.createImageData(width, height);
    const full = fullValue(most);
    values.forEach((value, at) => {
      const share = value / full;
      if (share < nothing) return;
      const from = stepOf(share) * 4;
      for (let part = 0; part < 3; part++) picture.data[at * 4 + part] = scale[from + part]!;
      const fade = Math.min(1, (share - nothing) / 0.08);
      picture.data[at * 4 + 3] = 255 * fade * (leastAlpha + (mostAlpha - leastAlpha) * Math.sqrt(share));
    });
    small.putImageData(picture, 0, 0);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(sheet, 0, 0, width * cellPixels, height * cellPixels);
  }

  private spots({ place }: Painting): HeatSpot[] {
    const spot = (at: { x: number; y: number }, count: number, radius: number): HeatSpot => {
      const { x, y } = place(at.x, at.y);
      return { x: x / cellPixels, y: y / cellPixels, count, radius: radius / cellPixels };
    };
    return this.tiles().flatMap(({ cells, points }) => [
      ...cells.map((cell) => spot(cell, cell.count, cellRadius)),
      ...points.map((point) => spot(point, 1, pointRadius)),
    ]);
  }
}
