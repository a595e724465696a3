/**
 * The shipped base map as shapes, for those who draw it without a browser: land, coasts, borders and names of what a box
 * of the Web-Mercator square holds.
 */
import { gunzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { Basemap, type BasemapPart } from './basemap.js';
import { deepestLand, placeLevels } from './basemap-files.js';
import { coastsOf, type Line } from './coasts-of.js';

/** The world runs from 0 to 1, north at the top; x may run over 1 across the antimeridian. */
export interface WorldBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface NamedPoint {
  name: string;
  x: number;
  y: number;
  isCapital: boolean;
  population: number;
}

export interface Shapes {
  /** Rings, to be filled evenly; tile by tile, since what lies at their edges is in both. */
  land: Line[][];
  coasts: Line[];
  borders: Line[];
  /** The largest first. */
  places: NamedPoint[];
}

/** Tiles over the longer side, so that what is drawn is as fine as it can be seen. */
const tilesAcross = 4;
const pixelsPerTile = 256;

interface PlacedTile {
  tile: VectorTile;
  z: number;
  x: number;
  y: number;
}

@Injectable()
export class BasemapShapes {
  constructor(private readonly basemap: Basemap) {}

  /** `pixels` is how wide it is drawn. @throws Problem 503 while the base map is being made */
  async within(box: WorldBox, pixels: number): Promise<Shapes> {
    const side = Math.max(box.right - box.left, box.bottom - box.top);
    const z = Math.min(deepestLand, Math.max(0, Math.floor(Math.log2(tilesAcross / side))));
    const land = await this.tiles('land', box, z);
    const places = await this.tiles('places', box, placesZoom(box, pixels));
    return {
      land: land.map((placed) => linesOf(placed, 'land').map((line) => inWorld(placed, line))),
      coasts: land.flatMap((placed) =>
        linesOf(placed, 'land').flatMap((line) => coastsOf(line).map((part) => inWorld(placed, part))),
      ),
      borders: land.flatMap((placed) => linesOf(placed, 'borders').map((line) => inWorld(placed, line))),
      places: places.flatMap(namesOf).sort((one, other) => other.population - one.population),
    };
  }

  private async tiles(part: BasemapPart, box: WorldBox, z: number): Promise<PlacedTile[]> {
    const size = 2 ** z;
    const [firstY, lastY] = [
      Math.max(0, Math.floor(box.top * size)),
      Math.min(size - 1, Math.floor(box.bottom * size)),
    ];
    const found: PlacedTile[] = [];
    for (let x = Math.floor(box.left * size); x <= Math.floor(box.right * size); x++) {
      for (let y = firstY; y <= lastY; y++) {
        const body = await this.basemap.tile(part, { z, x: ((x % size) + size) % size, y });
        if (body !== null) found.push({ tile: new VectorTile(new PbfReader(gunzipSync(body))), z, x, y });
      }
    }
    return found;
  }
}

function placesZoom({ left, right }: WorldBox, pixels: number): number {
  const zoom = Math.log2(pixels / pixelsPerTile / (right - left));
  return Math.max(0, ...placeLevels.map(({ z }) => z).filter((z) => z <= zoom));
}

/** In units of the tile. */
function linesOf({ tile }: PlacedTile, name: string): Line[] {
  const layer = tile.layers[name];
  if (layer === undefined) return [];
  return Array.from({ length: layer.length }, (_, at) => layer.feature(at).loadGeometry())
    .flat()
    .map((line) => line.map(({ x, y }) => [x, y] as const));
}

const tileUnits = 4096;

const inWorld = ({ z, x, y }: PlacedTile, line: Line): Line =>
  line.map(([px, py]) => [(x + px / tileUnits) / 2 ** z, (y + py / tileUnits) / 2 ** z] as const);

function namesOf(placed: PlacedTile): NamedPoint[] {
  const layer = placed.tile.layers['places'];
  if (layer === undefined) return [];
  return Array.from({ length: layer.length }, (_, at) => layer.feature(at)).flatMap((feature) => {
    const [point] = feature.loadGeometry()[0] ?? [];
    if (point === undefined) return [];
    const [[x, y] = [0, 0]] = inWorld(placed, [[point.x, point.y]]);
    const { name, population, capital } = feature.properties;
    return [{ name: String(name), x, y, isCapital: capital === 1, population: Number(population) }];
  });
}
