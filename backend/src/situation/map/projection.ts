/** Web Mercator on a sheet: the part of the world that holds some places, and where they come to lie. Pure. */
import type { Bounds } from '@atesto/contract';
import type { WorldBox } from '../../map/index.js';

export interface Place {
  lat: number;
  lon: number;
}

const metresAround = 40_075_017;
const maxLatitude = 85.05;
/** Room around the outermost places, as a share of what they take. */
const margin = 0.18;
/** The sheet is never so flat that nothing is seen, nor so high that it fills the page. */
const [flattest, highest] = [0.45, 0.62];

export const worldX = (lon: number): number => lon / 360 + 0.5;

export function worldY(lat: number): number {
  const sine = Math.sin((Math.min(maxLatitude, Math.max(-maxLatitude, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export const latitudeOf = (y: number): number => (Math.atan(Math.sinh(2 * Math.PI * (0.5 - y))) * 180) / Math.PI;

/** The shortest stretch of longitudes that holds all of them; it may run over 1. */
function tightest(xs: readonly number[]): { left: number; right: number } {
  const sorted = [...xs].sort((one, other) => one - other);
  const first = sorted[0] ?? 0.5;
  let [left, right, widest] = [first, sorted.at(-1) ?? first, first + 1 - (sorted.at(-1) ?? first)];
  sorted.forEach((x, at) => {
    const before = sorted[at - 1];
    if (before === undefined || x - before <= widest) return;
    [left, right, widest] = [x, before + 1, x - before];
  });
  return { left, right };
}

export function boxOfBounds({ west, south, east, north }: Bounds): WorldBox {
  const right = worldX(east) + (east < west ? 1 : 0);
  return fitted({ left: worldX(west), right, top: worldY(north), bottom: worldY(south) });
}

/** With room around them, and never smaller than `leastMetres`. */
export function boxOfPlaces(places: readonly Place[], leastMetres: number): WorldBox {
  const { left, right } = tightest(places.map(({ lon }) => worldX(lon)));
  const ys = places.map(({ lat }) => worldY(lat));
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const least = leastMetres / (metresAround * Math.cos((latitudeOf((top + bottom) / 2) * Math.PI) / 180));
  const grown = Math.max(right - left, bottom - top) * margin;
  const [width, height] = [right - left + 2 * grown, bottom - top + 2 * grown];
  return fitted(
    around((left + right) / 2, (top + bottom) / 2, Math.max(width, least), Math.max(height, least * flattest)),
  );
}

const around = (x: number, y: number, width: number, height: number): WorldBox => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

/** Grown on one side until it has the form of a sheet, and inside the world. */
function fitted(box: WorldBox): WorldBox {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const form = Math.min(highest, Math.max(flattest, height / width));
  const wide = Math.min(1, Math.max(width, height / form));
  const high = Math.min(1, wide * form);
  const middle = Math.min(1 - high / 2, Math.max(high / 2, (box.top + box.bottom) / 2));
  return around((box.left + box.right) / 2, middle, wide, high);
}

export class Projection {
  readonly height: number;
  private readonly scale: number;

  constructor(
    readonly box: WorldBox,
    readonly width: number,
  ) {
    this.scale = width / (box.right - box.left);
    this.height = Math.round((box.bottom - box.top) * this.scale);
  }

  ofWorld(x: number, y: number): { x: number; y: number } {
    return { x: (x - this.box.left) * this.scale, y: (y - this.box.top) * this.scale };
  }

  of({ lat, lon }: Place): { x: number; y: number } {
    const x = worldX(lon);
    // On the other side of the antimeridian it is shown beside the rest.
    const turns = Math.ceil(this.box.left - x);
    return this.ofWorld(x + Math.max(0, turns), worldY(lat));
  }

  /** In the middle of the sheet: Mercator stretches the rest. */
  metresPerPixel(): number {
    const latitude = latitudeOf((this.box.top + this.box.bottom) / 2);
    return (metresAround * Math.cos((latitude * Math.PI) / 180)) / this.scale;
  }
}

/** The longest round length that takes at most so many pixels. */
export function scaleBar(metresPerPixel: number, mostPixels: number): { metres: number; pixels: number } {
  const most = metresPerPixel * mostPixels;
  const step = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((times) => times * step).find((length) => length <= most) ?? step;
  return { metres, pixels: metres / metresPerPixel };
}
