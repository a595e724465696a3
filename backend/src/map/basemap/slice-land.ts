/**
 * Land, borders and country names from Natural Earth (public domain, npm world-atlas) cut into tiles: the 1:50m map
 * for the far zooms, the 1:10m map for the near ones.
 */
import { createRequire } from 'node:module';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { TileAddress } from '../morton.js';
import { encodeMvt, extent, type MvtFeature, type MvtLayer } from '../mvt.js';
import { deepestLand } from './basemap-files.js';
import { countryCodes } from './country-codes.js';
import { unrolled } from './unrolled.js';

type World = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;
type Area = Feature<Polygon | MultiPolygon, { name: string }>;

const maps = [
  { file: 'world-atlas/countries-50m.json', from: 0, to: 4 },
  { file: 'world-atlas/countries-10m.json', from: 5, to: deepestLand },
] as const;

/** Every tile that has land in it, zoom by zoom. */
export function* sliceLand(): Generator<{ tile: TileAddress; mvt: Uint8Array }> {
  const load = createRequire(import.meta.url);
  for (const map of maps) {
    const world = load(map.file) as World;
    const options = { maxZoom: map.to, indexMaxZoom: map.to, indexMaxPoints: 0, tolerance: 4, extent, buffer: 64 };
    const layers = {
      land: new GeoJSONVT(unrolled(landOf(world)), options),
      borders: new GeoJSONVT(
        mesh(world, world.objects.countries, (a, b) => a !== b),
        options,
      ),
      countries: new GeoJSONVT(countryNames(world), { ...options, buffer: 0 }),
    };
    for (let z = map.from; z <= map.to; z++) {
      for (let x = 0; x < 2 ** z; x++) {
        for (let y = 0; y < 2 ** z; y++) {
          const cut = Object.entries(layers).map(([name, index]) => ({ name, features: cutFeatures(index, z, x, y) }));
          const mvt = encodeMvt(cut satisfies MvtLayer[]);
          if (mvt) yield { tile: { z, x, y }, mvt };
        }
      }
    }
  }
}

function cutFeatures(index: GeoJSONVT, z: number, x: number, y: number): MvtFeature[] {
  return (index.getTileRaw(z, x, y)?.features ?? []).map((cut): MvtFeature => {
    const properties = (cut.tags ?? {}) as MvtFeature['properties'];
    if (cut.type === 4) return { type: 'point', paths: [[cut.x, cut.y]], properties };
    if (cut.type === 1) return { type: 'point', paths: [cut.geometry], properties };
    return { type: cut.type === 2 ? 'line' : 'polygon', paths: cut.geometry, properties };
  });
}

const landOf = (world: World): FeatureCollection => feature(world, world.objects.land);

/** A name in the middle of each country's largest part, with how much room it has. */
function countryNames(world: World): FeatureCollection {
  const countries = unrolled(feature(world, world.objects.countries)).features as Area[];
  const codeOf = countryCodes();
  const features = countries.map((country): Feature => {
    const rings = country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates;
    const [largest] = rings.map((part) => middleOf(part[0] ?? [])).sort((a, b) => b.area - a.area);
    const { area, middle } = largest ?? { area: 0, middle: [0, 0] };
    const { name } = country.properties;
    const properties = { name, code: codeOf(name), area: Math.round(area) };
    return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: middle } };
  });
  return { type: 'FeatureCollection', features };
}

/** Area in square degrees and centre of gravity of a ring. */
function middleOf(ring: readonly Position[]): { area: number; middle: Position } {
  let [double, x, y] = [0, 0, 0];
  for (let at = 1; at < ring.length; at++) {
    const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [ring[at - 1]!, ring[at]!];
    const cross = x0 * y1 - x1 * y0;
    double += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { area: Math.abs(double) / 2, middle: double === 0 ? [0, 0] : [x / (3 * double), y / (3 * double)] };
}
