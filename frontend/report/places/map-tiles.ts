/** Which tiles of the shipped map a phone keeps, so that a place can be pointed at without a network. Pure. */
import type { Bounds } from '@atesto/contract';

/** The zooms that the server's map has. */
export interface MapZooms {
  landMaxZoom: number;
  placeZooms: readonly number[];
}

/** Of one zoom; where the area needs more, that zoom and the deeper ones are left to the network. */
const mostTiles = 16;

const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

function tilesAt(zoom: number, { west, south, east, north }: Bounds): [x: number, y: number][] {
  const count = 2 ** zoom;
  const column = (lon: number): number => Math.floor(((lon + 180) / 360) * count);
  const row = (lat: number): number => {
    const inside = Math.max(-85.05, Math.min(85.05, lat));
    return Math.min(count - 1, Math.max(0, Math.floor((0.5 - mercator(inside) / (2 * Math.PI)) * count)));
  };
  const last = Math.min(column(west > east ? east + 360 : east), column(west) + count - 1);
  const tiles: [number, number][] = [];
  for (let x = column(west); x <= last; x++) for (let y = row(north); y <= row(south); y++) tiles.push([x % count, y]);
  return tiles;
}

/** Paths of the tiles over the area, the far ones first. */
export function tilesOver(area: Bounds, { landMaxZoom, placeZooms }: MapZooms): string[] {
  const paths = (folder: string, zooms: readonly number[]): string[] => {
    const levels = zooms.map((zoom) => ({ zoom, tiles: tilesAt(zoom, area) }));
    const tooMany = levels.findIndex(({ tiles }) => tiles.length > mostTiles);
    return levels
      .slice(0, tooMany < 0 ? undefined : tooMany)
      .flatMap(({ zoom, tiles }) => tiles.map(([x, y]) => `${folder}/${zoom}/${x}/${y}.mvt`));
  };
  const landZooms = Array.from({ length: landMaxZoom + 1 }, (_, zoom) => zoom);
  return [...paths('/basemap', landZooms), ...paths('/basemap/places', placeZooms)];
}
