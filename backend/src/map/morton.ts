/**
 * Web-Mercator positions on a grid of 2^26 by 2^26 (0.6 m at the equator) and their Morton codes: the bits of x and y
 * interleaved, so that everything inside one tile is one unbroken range of codes. 52 bits fit a double exactly.
 */
export const gridBits = 26;
const gridSize = 2 ** gridBits;
const halfBits = 13;
const halfMask = 2 ** halfBits - 1;
const maxLatitude = 85.0511287798066;

export interface GridPlace {
  x: number;
  y: number;
}

export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

const clamp = (value: number): number => Math.min(gridSize - 1, Math.max(0, Math.floor(value)));

/** Latitudes beyond the edge of the Mercator square come to lie on the edge. */
export function toGrid(lat: number, lon: number): GridPlace {
  const bounded = Math.min(maxLatitude, Math.max(-maxLatitude, lat));
  const sine = Math.sin((bounded * Math.PI) / 180);
  const north = Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return { x: clamp((lon / 360 + 0.5) * gridSize), y: clamp((0.5 - north) * gridSize) };
}

/** Of the middle of a square of the grid, exact to half of its side. */
export function fromGrid({ x, y }: GridPlace): { lat: number; lon: number } {
  const north = 0.5 - (y + 0.5) / gridSize;
  return { lat: (Math.atan(Math.sinh(2 * Math.PI * north)) * 180) / Math.PI, lon: ((x + 0.5) / gridSize - 0.5) * 360 };
}

/** Spreads the lower 13 bits so that a zero stands after each. */
function spread(value: number): number {
  let bits = value & halfMask;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** Bitwise operators work on 32 bits, so the code is put together from two halves of 26. */
export function mortonCode(x: number, y: number): number {
  const low = spread(x) + 2 * spread(y);
  const high = spread(x >>> halfBits) + 2 * spread(y >>> halfBits);
  return high * gridSize + low;
}

/** How many codes a tile of that zoom spans. */
export const codesPerTile = (zoom: number): number => 4 ** (gridBits - zoom);

/** The codes inside a tile: from `start` up to but not including `end`. */
export function tileRange(tile: TileAddress): { start: number; end: number } {
  const span = codesPerTile(tile.z);
  const start = mortonCode(tile.x, tile.y) * span;
  return { start, end: start + span };
}
