/**
 * `npm run bench -- map`: the map at 3,593, 30,000, 100,000 and 1,000,000 reports and as many public incidents on
 * PostGIS, and at 100,000 on the embedded database.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../../support/postgis.js';
import { ServerProcess } from '../../support/server-process.js';
import { kilobytes, line, ms, percentile, spread, timed, whole } from '../figures.js';
import { memoryBytes } from '../process-figures.js';
import { countryArea, makeCrowd } from './crowd.js';
import { firstView } from './first-view.js';
import { mapLag } from './lag.js';
import { benchTiles, type Bench } from './tiles.js';

type EmbeddedModule = typeof import('../../../backend/src/platform/embedded/embedded-database.js');

export interface MapBench {
  root: string;
  /** Of PostgreSQL, empty where it is not installed. */
  bin: string;
  browser: string;
}

const megabytes = (bytes: number): string => `${whole(bytes / 2 ** 20)} MB`;

async function prepare(client: pg.Client, from: number, until: number): Promise<Bench['place']> {
  const { rows } = await client.query<{ id: string }>(`select id from deployments where slug = 'main'`);
  const id = rows[0]?.id ?? '';
  const [took] = await timed(() => makeCrowd(client, id, from, until));
  const { west, south, east, north } = countryArea;
  await client.query('update deployments set west = $1, south = $2, east = $3, north = $4', [west, south, east, north]);
  line(`reports and incidents ${whole(from)} to ${whole(until)}`, `made in ${Math.round(took / 1000)} s`);
  const { rows: busiest } = await client.query<Bench['place']>(
    `select st_y(st_centroid(st_collect(location))) as lat, st_x(st_centroid(st_collect(location))) as lon
     from (select location, round(st_x(location)::numeric, 2) as x, round(st_y(location)::numeric, 2) as y
       from reports limit 100000) as chosen group by x, y order by count(*) desc limit 1`,
  );
  return busiest[0] ?? { lat: 0, lon: 0 };
}

/** The server loads what many look at by itself; a first tile waits for it. */
async function showLoading(server: ServerProcess, url: string, cookie: string): Promise<void> {
  const memory = (): string => megabytes(memoryBytes(server.pid ?? 0));
  const empty = memory();
  const layers = {
    'incidents of the public': 'incidents/0/0/0.mvt?audience=public',
    reports: 'reports/0/0/0.mvt',
    incidents: 'incidents/0/0/0.mvt',
  };
  const said: string[] = [];
  for (const [name, path] of Object.entries(layers)) {
    const ask = (): Promise<unknown> =>
      fetch(`${url}/api/v1/deployments/main/tiles/${path}`, { headers: { cookie } }).then((answer) =>
        answer.arrayBuffer(),
      );
    said.push(`${name} ${ms((await timed(ask))[0])} (${memory()})`);
  }
  line('first tiles after a start', `${said.join(', ')}; memory before ${empty}`);
}

async function showViews(bench: Bench, browser: string): Promise<void> {
  if (browser === '') return;
  const pages = { 'public map': ['/map/main', null], console: ['/console/main', bench.cookie] } as const;
  for (const [name, [path, cookie]] of Object.entries(pages)) {
    const view = await firstView(browser, bench.url + path, cookie);
    line(
      `${name}, first view`,
      `${view.requests} requests (${view.tiles} marker tiles), ${kilobytes(view.bytes)}; markers after ${ms(view.markers)}, ` +
        `longest stall ${ms(view.stall)}; dragged: ${view.frames.toFixed(0)} frames/s, longest ${ms(view.longestFrame)}`,
    );
  }
}

async function measure(
  options: MapBench,
  server: ServerProcess,
  place: Bench['place'],
  client: pg.Client | null,
  isLast: boolean,
) {
  const [start] = await timed(() => server.start());
  line('start until ready', ms(start));
  const bench = { root: options.root, url: server.url, cookie: await server.signIn(), place };
  await showLoading(server, bench.url, bench.cookie);
  await showViews(bench, options.browser);
  if (isLast) {
    await benchTiles(bench, client);
    const lags = await mapLag(bench, 200, 10);
    line('200 reports/s, from answer to tile', `${spread(lags)}, p99 ${ms(percentile(lags, 0.99))}`);
    line('memory at the end', megabytes(memoryBytes(server.pid ?? 0)));
  }
  await server.stop();
}

async function onPostgis(options: MapBench, sizes: readonly number[]): Promise<void> {
  const cluster = await startCluster(options.bin, { shared_buffers: '512MB', max_wal_size: '4GB' });
  const dataDir = mkdtempSync(join(tmpdir(), 'atesto-bench-'));
  const databaseUrl = await cluster.createDatabase('bench');
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    const server = new ServerProcess({ root: options.root, dataDir, databaseUrl });
    await server.start();
    await server.stop();
    await client.connect();
    let made = 0;
    for (const size of sizes) {
      console.log(`\nThe map on PostGIS with ${whole(size)} reports`);
      const place = await prepare(client, made + 1, size);
      made = size;
      await measure(options, server, place, client, size === sizes.at(-1));
    }
  } finally {
    await client.end();
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function onEmbedded(options: MapBench, size: number): Promise<void> {
  console.log(`\nThe map on the embedded database with ${whole(size)} reports`);
  const dataDir = mkdtempSync(join(tmpdir(), 'atesto-bench-'));
  const built = join(options.root, 'backend/dist/server/src/platform/embedded/embedded-database.js');
  const { EmbeddedDatabase } = (await import(built)) as EmbeddedModule;
  try {
    const server = new ServerProcess({ root: options.root, dataDir, databaseUrl: null });
    await server.start();
    await server.stop();
    const embedded = new EmbeddedDatabase({ dataDir, seedFile: '' });
    await embedded.ready();
    const client = new pg.Client({ host: embedded.socketDir, user: 'postgres', database: 'postgres' });
    await client.connect();
    const place = await prepare(client, 1, size);
    await client.end();
    await embedded.close();
    await measure(options, server, place, null, true);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export async function benchMap(options: MapBench, largest: number): Promise<void> {
  const sizes = [3_593, 30_000, 100_000, 1_000_000].filter((size) => size <= largest);
  if (options.bin === '') console.log('\nPostGIS is not installed: its figures of the map are left out.');
  else await onPostgis(options, sizes);
  await onEmbedded(options, Math.min(largest, 100_000));
}
