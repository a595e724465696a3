/**
 * GeoPackage 1.3 (OGC 12-128r17): a SQLite file with one table of features. It cannot be streamed as it is made, so it
 * is written to a file of its own, page by page, and sent from there.
 */
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite, { type Database, type Statement } from 'node-sqlite3-wasm';
import { cellOf, pointOf } from '../rows/cells.js';
import { usualColumns, type ChosenColumn, type ColumnKind } from '../rows/columns.js';
import { exerciseMark } from '../rows/row-context.js';
import type { ExportFormat, ExportSource } from './format.js';

const applicationId = 0x47504b47;
const version = 10_300;
/** Rows written in a few milliseconds. */
const breatheRows = 200;
const wgs84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]';

const tables = `
  pragma application_id = ${applicationId};
  pragma user_version = ${version};
  create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer primary key, organization text not null,
    organization_coordsys_id integer not null, definition text not null, description text);
  create table gpkg_contents (table_name text primary key, data_type text not null, identifier text unique,
    description text default '', last_change datetime not null, min_x double, min_y double, max_x double, max_y double,
    srs_id integer references gpkg_spatial_ref_sys (srs_id));
  create table gpkg_geometry_columns (table_name text not null, column_name text not null, geometry_type_name text not null,
    srs_id integer not null, z tinyint not null, m tinyint not null, primary key (table_name, column_name));
  insert into gpkg_spatial_ref_sys values
    ('Undefined cartesian', -1, 'NONE', -1, 'undefined', null),
    ('Undefined geographic', 0, 'NONE', 0, 'undefined', null),
    ('WGS 84', 4326, 'EPSG', 4326, '${wgs84}', 'longitude and latitude in degrees');
  insert into gpkg_geometry_columns values ('incidents', 'geom', 'POINT', 4326, 0, 0);`;

const types: Partial<Record<ColumnKind, string>> = {
  integer: 'integer',
  metres: 'double',
  latitude: 'double',
  longitude: 'double',
  instant: 'datetime',
  waits: 'boolean',
};

const columns = (): ChosenColumn[] =>
  usualColumns
    .filter(({ key }) => key !== 'latitude' && key !== 'longitude')
    .map((column) => ({ ...column, name: column.key }));

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Names that are taken, or that SQLite takes for the same, get a number. */
export function tableNames(names: readonly string[]): string[] {
  const taken = new Set(['fid', 'geom']);
  return names.map((name) => {
    let free = name === '' ? 'column' : name;
    for (let tries = 2; taken.has(free.toLowerCase()); tries++) free = `${name}_${tries}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** The header of the standard, little-endian and without an envelope, then the point as ISO WKB. */
export function pointBlob({ lat, lon }: { lat: number; lon: number }): Uint8Array {
  const blob = Buffer.alloc(29);
  blob.write('GP', 'latin1');
  blob[3] = 1;
  blob.writeInt32LE(4326, 4);
  blob[8] = 1;
  blob.writeUInt32LE(1, 9);
  blob.writeDoubleLE(lon, 13);
  blob.writeDoubleLE(lat, 21);
  return blob;
}

class Extent {
  private box: [number, number, number, number] | null = null;

  take({ lat, lon }: { lat: number; lon: number }): void {
    const [west, south, east, north] = this.box ?? [lon, lat, lon, lat];
    this.box = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  }

  get values(): (number | null)[] {
    return this.box ?? [null, null, null, null];
  }
}

async function fill(database: Database, { context, pages, at, deployment }: ExportSource): Promise<void> {
  database.exec(tables);
  const names = tableNames([...context.columns.map(({ name }) => name), ...(context.isExercise ? ['exercise'] : [])]);
  const kinds = [...context.columns.map(({ kind }) => types[kind] ?? 'text'), 'text'];
  const declared = names.map((name, index) => `${quoted(name)} ${kinds[index] ?? 'text'}`);
  database.exec(
    `create table incidents (fid integer primary key autoincrement, geom point${declared.map((one) => `, ${one}`).join('')})`,
  );
  const insert: Statement = database.prepare(
    `insert into incidents (geom${names.map((name) => `, ${quoted(name)}`).join('')}) values (?${', ?'.repeat(names.length)})`,
  );
  const extent = new Extent();
  try {
    for await (const { rows } of pages) {
      database.exec('begin');
      for (let row = 1; rows.next(); row++) {
        // A page is long, and there are others who wait.
        if (row % breatheRows === 0) await new Promise(setImmediate);
        const point = pointOf(rows, context);
        if (point !== null) extent.take(point);
        const cells = context.columns.map((column) => cellOf(column, rows, context));
        insert.run([point === null ? null : pointBlob(point), ...cells, ...(context.isExercise ? [exerciseMark] : [])]);
      }
      database.exec('commit');
    }
  } finally {
    insert.finalize();
  }
  const identifier = context.titlePrefix + deployment.name;
  database.run('insert into gpkg_contents values (?, ?, ?, ?, ?, ?, ?, ?, ?, 4326)', [
    'incidents',
    'features',
    identifier,
    '',
    at.toISOString(),
    ...extent.values,
  ]);
}

async function* write(source: ExportSource): AsyncGenerator<Uint8Array> {
  await mkdir(source.folder, { recursive: true });
  const folder = await mkdtemp(join(source.folder, 'gpkg-'));
  try {
    const path = join(folder, 'incidents.gpkg');
    const database = new sqlite.Database(path);
    try {
      // Nobody reads it before it is whole, and after a fault nobody ever does.
      database.exec('pragma journal_mode = off; pragma synchronous = off');
      await fill(database, source);
    } finally {
      database.close();
    }
    yield* createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const geopackage: ExportFormat = { type: 'application/geopackage+sqlite3', ending: 'gpkg', columns, write };
