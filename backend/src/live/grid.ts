/**
 * Which part of the world a client hears: the Web-Mercator tiles of one zoom that cover its view, at most 64 of them.
 * A point is told to its tile at each zoom that anyone listens at. Pure.
 */
import type { Bounds } from '@atesto/contract';

export const mostRooms = 64;
const deepestZoom = 16;
const mercatorLimit = 85.0511;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** West may exceed east. */
export const isInBox = ({ lat, lon }: { lat: number; lon: number }, { west, south, east, north }: Bounds): boolean =>
  lat >= south && lat <= north && (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);

/** Column and row of the tile that holds the point. */
export function tileOf(lat: number, lon: number, zoom: number): { x: number; y: number } {
  const n = 2 ** zoom;
  const phi = (clamp(lat, -mercatorLimit, mercatorLimit) * Math.PI) / 180;
  const x = Math.floor(((lon + 180) / 360) * n);
  const y = Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * n);
  return { x: clamp(x, 0, n - 1), y: clamp(y, 0, n - 1) };
}

export const cellName = (zoom: number, x: number, y: number): string => `${zoom}/${x}/${y}`;

/** The cells of every zoom that hold the point. */
export function cellsOfPoint(lat: number, lon: number): string[] {
  return Array.from({ length: deepestZoom + 1 }, (_, zoom) => {
    const { x, y } = tileOf(lat, lon, zoom);
    return cellName(zoom, x, y);
  });
}

function cellsAt(zoom: number, box: Bounds): string[] {
  const low = tileOf(box.south, box.west, zoom);
  const high = tileOf(box.north, box.east, zoom);
  const cells: string[] = [];
  for (let x = low.x; x <= high.x; x++) {
    for (let y = high.y; y <= low.y; y++) cells.push(cellName(zoom, x, y));
  }
  return cells;
}

/** The cells that cover a box, at the deepest zoom where they are at most 64. West may exceed east. */
export function cellsOfBox(box: Bounds): string[] {
  const boxes =
    box.west <= box.east
      ? [box]
      : [
          { ...box, east: 180 },
          { ...box, west: -180 },
        ];
  let best = boxes.flatMap((part) => cellsAt(0, part));
  for (let zoom = 1; zoom <= deepestZoom; zoom++) {
    const covered = boxes.reduce((count, part) => count + countAt(zoom, part), 0);
    if (covered > mostRooms) break;
    best = boxes.flatMap((part) => cellsAt(zoom, part));
  }
  return [...new Set(best)];
}

function countAt(zoom: number, box: Bounds): number {
  const low = tileOf(box.south, box.west, zoom);
  const high = tileOf(box.north, box.east, zoom);
  return (high.x - low.x + 1) * (low.y - high.y + 1);
}
