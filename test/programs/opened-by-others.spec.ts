/**
 * Every format opened by a program of others: GDAL for maps, xmllint for what has a schema, Gnumeric for spreadsheets.
 * The schemas of CAP and KML are read from `SCHEMAS_DIR` (cap12.xsd, kml/ogc/kml/2.2.0/ogckml22.xsd) where that is set.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { IncidentView, Page } from '@atesto/contract';
import { openIncident } from '../support/people.js';
import { useServer } from '../support/test-server.js';

const server = useServer();
const folder = mkdtempSync(join(tmpdir(), 'atesto-opened-'));
const schemas = process.env['SCHEMAS_DIR'] ?? '';
let incidents: IncidentView[] = [];

beforeAll(async () => {
  const titles = ['Brücke <gesperrt> & "nass"', '=SUM(1)', 'ماء', 'No place'];
  for (const [index, title] of titles.entries()) {
    const location = title === 'No place' ? {} : { location: { lat: 18.5 + index, lon: -72.25 - index } };
    await openIncident(server, { title, description: 'zwei\nZeilen', category: 'flood', ...location });
  }
  incidents = (await server.main<Page<IncidentView>>('/incidents?limit=200')).body.items;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function saved(name: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/deployments/main/exports/${name}`, {
    headers: { cookie: server.adminCookie },
  });
  expect(answer.status).toBe(200);
  const path = join(folder, name.replace(/\?.*$/, ''));
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  return path;
}

function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}

/** By GDAL, whatever it was: as GeoJSON. */
function asGeoJson(
  path: string,
  ...options: string[]
): { geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[] {
  const out = `${path}.out.geojson`;
  rmSync(out, { force: true });
  run('ogr2ogr', '-f', 'GeoJSON', out, path, ...options);
  return (JSON.parse(readFileSync(out, 'utf8')) as { features: never[] }).features;
}

const places = (): (number[] | null)[] =>
  incidents.map(({ location }) => (location === null ? null : [location.lon, location.lat]));
const titles = (): string[] => incidents.map(({ title }) => title);

describe('GDAL', () => {
  it.each(['geojson', 'geojsonl', 'gpkg'])('reads %s: every row, its place and its words', async (format) => {
    const path = await saved(`incidents.${format}`);
    const features = asGeoJson(path);
    expect(features.map(({ geometry }) => geometry?.coordinates ?? null)).toEqual(places());
    expect(features.map(({ properties }) => properties['title'])).toEqual(titles());
  });

  it('reads the CSV, with the places in its columns', async () => {
    const path = await saved('incidents.csv');
    const features = asGeoJson(path, '-oo', 'X_POSSIBLE_NAMES=longitude', '-oo', 'Y_POSSIBLE_NAMES=latitude');
    expect(features.map(({ geometry }) => geometry?.coordinates ?? null)).toEqual(places());
    expect(features.map(({ properties }) => properties['title'])).toEqual(
      titles().map((title) => title.replace(/^=/, "'=")),
    );
  });

  it('reads the KML and the GPX', async () => {
    const placemarks = asGeoJson(await saved('incidents.kml'));
    expect(placemarks.map(({ properties }) => properties['Name'])).toEqual(titles());
    const waypoints = asGeoJson(await saved('incidents.gpx'), 'waypoints');
    expect(waypoints.map(({ geometry }) => geometry?.coordinates)).toEqual(places().filter((place) => place !== null));
    expect(waypoints[0]?.properties['name']).toBe(`#${incidents[1]?.number} ${titles()[1]}`);
  });

  it('finds no fault with the GeoPackage', async () => {
    const told = run('ogrinfo', '-al', '-so', await saved('incidents.gpkg'));
    expect(told).toContain('Geometry: Point');
    expect(told).toContain(`Feature Count: ${incidents.length}`);
    expect(told).toContain('opened_at: DateTime');
  });
});

describe('xmllint', () => {
  const isWellFormed = (path: string): string => run('xmllint', '--noout', path);
  const isValid = (schema: string, path: string): void => {
    if (!existsSync(join(schemas, schema))) return;
    const catalogue = existsSync(join(schemas, 'catalog.xml'))
      ? { XML_CATALOG_FILES: join(schemas, 'catalog.xml') }
      : {};
    const env = { ...process.env, ...catalogue };
    const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', join(schemas, schema), path], {
      encoding: 'utf8',
      env,
    });
    expect([status, stderr.trim()]).toEqual([0, `${path} validates`]);
  };

  it('finds no fault with KML, GPX and Atom', async () => {
    for (const name of ['incidents.kml', 'incidents.gpx', 'incidents.atom', 'cap.atom'])
      expect(isWellFormed(await saved(name))).toBe('');
    isValid('kml/ogc/kml/2.2.0/ogckml22.xsd', join(folder, 'incidents.kml'));
  });

  it('finds no fault with any alert', async () => {
    for (const { id } of incidents) {
      const { body } = await server.main<string>(`/cap/${id}`, { cookie: null });
      const path = join(folder, `${id}.xml`);
      writeFileSync(path, body);
      expect(isWellFormed(path)).toBe('');
      isValid('cap12.xsd', path);
    }
  });
});

describe('Gnumeric', () => {
  it('opens the spreadsheet: words as words, numbers as numbers, times as times', async () => {
    const path = await saved('incidents.xlsx');
    const out = `${path}.csv`;
    run(
      'ssconvert',
      '--export-type=Gnumeric_stf:stf_assistant',
      '-O',
      'locale=C separator=, format=preserve',
      path,
      out,
    );
    const rows: Record<string, string>[] = parse(readFileSync(out, 'utf8'), { columns: true });
    expect(rows.map(({ title }) => title)).toEqual(titles());
    expect(rows.map(({ latitude }) => (latitude === '' ? null : Number(latitude)))).toEqual(
      places().map((place) => place?.[1] ?? null),
    );
    // The format of the cell shows whole seconds, rounded.
    const seen = Date.parse(`${rows[0]?.['opened_at']?.replace(' ', 'T')}Z`);
    expect(Math.abs(seen - Date.parse(incidents[0]?.openedAt ?? ''))).toBeLessThanOrEqual(500);
  });
});
