/**
 * `npm run bench -- exports`: a million incidents handed on as CSV and GeoJSON, beside `psql \copy` of the same columns in
 * the same run, with the growth of the server's memory; and ten thousand in every format.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../support/postgis.js';
import { ServerProcess } from '../support/server-process.js';
import { line, ms, timed, whole } from './figures.js';
import { makeCrowd } from './map/crowd.js';
import { memoryBytes, untilQuiet } from './process-figures.js';

const formats = ['csv', 'hxl.csv', 'xlsx', 'geojson', 'geojsonl', 'json', 'kml', 'gpx', 'gpkg'];
const lookMs = 50;
const rounds = 3;

/** The columns of our CSV, as the database writes them by itself. */
const copied = `\\copy (select i.number, i.id, i.title, i.description, c.code, i.severity, i.status, i.visibility,
  st_y(i.location), st_x(i.location), i.place, i.report_count, i.confirmation_count, i.public_reason, i.opened_at,
  i.updated_at, i.confidence from incidents i
  left join categories c on c.deployment_id = i.deployment_id and c.id = i.category_id
  where i.merged_into is null order by i.opened_at desc, i.id desc) to '/dev/null' csv`.replaceAll('\n', ' ');

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function psqlCopy(url: string): number {
  const begin = performance.now();
  const { status, stderr } = spawnSync('psql', ['-q', '-d', url, '-c', copied], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`psql ended with ${status}: ${stderr}`);
  return performance.now() - begin;
}

/** The columns of our CSV, also for GeoJSON, where responders have five more otherwise. */
async function usualColumns(base: string): Promise<string> {
  const answer = await fetch(`${base}/columns`, { headers: { connection: 'close' } });
  const { items } = (await answer.json()) as { items: { key: string; usual: boolean }[] };
  return `?columns=${items.flatMap(({ key, usual }) => (usual ? [key] : [])).join(',')}`;
}

/** By a program of others, so that reading costs this process nothing. */
function download(url: string, cookie: string | null): { took: number; bytes: number } {
  const begin = performance.now();
  const headers = cookie === null ? [] : ['-H', `cookie: ${cookie}`];
  const { status, stdout } = spawnSync('curl', ['-sf', '-o', '/dev/null', '-w', '%{size_download}', ...headers, url], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`curl ended with ${status}`);
  return { took: performance.now() - begin, bytes: Number(stdout) };
}

/** The most that the server holds while somebody downloads. */
async function mostWhile(pid: number, url: string, cookie: string | null): Promise<number> {
  let most = memoryBytes(pid);
  const timer = setInterval(() => (most = Math.max(most, memoryBytes(pid))), lookMs);
  try {
    // On a connection of its own: one that was kept may be closed by now.
    const headers = { connection: 'close', ...(cookie !== null && { cookie }) };
    const answer = await fetch(url, { headers });
    for await (const _ of answer.body ?? []) void _;
  } finally {
    clearInterval(timer);
  }
  return most;
}

async function measure(server: ServerProcess, databaseUrl: string, rows: number): Promise<void> {
  const cookie = await server.signIn();
  const base = `${server.url}/api/v1/deployments/main/exports/incidents`;
  const perSecond = (took: number): number => rows / (took / 1000);
  const same = await usualColumns(`${server.url}/api/v1/deployments/main/exports`);
  const before = memoryBytes(server.pid ?? 0);
  // The first of each warms what both read.
  psqlCopy(databaseUrl);
  download(`${base}.csv`, cookie);
  const bare: number[] = [];
  const took: Record<string, { took: number; bytes: number }[]> = { csv: [], geojson: [] };
  for (let round = 0; round < rounds; round++) {
    bare.push(psqlCopy(databaseUrl));
    for (const format of ['csv', 'geojson']) took[format]?.push(download(`${base}.${format}${same}`, cookie));
  }
  line('psql \\copy, CSV', `${ms(median(bare))}, ${whole(perSecond(median(bare)))} rows/s`);
  for (const [format, all] of Object.entries(took)) {
    const middle = median(all.map((one) => one.took));
    const ratio = (median(bare) / middle).toFixed(2);
    const megabytes = whole((all[0]?.bytes ?? 0) / 2 ** 20);
    line(
      `${format}, over HTTP`,
      `${ms(middle)}, ${whole(perSecond(middle))} rows/s, ${megabytes} MB = ${ratio} of psql`,
    );
  }
  for (const [name, asked] of [
    ['coordinators', cookie],
    ['the public', null],
  ] as const) {
    for (const format of ['csv', 'geojson']) {
      const most = await mostWhile(server.pid ?? 0, `${base}.${format}`, asked);
      line(`memory for ${format} of ${name}`, `${whole((most - before) / 2 ** 20)} MB above that before the first`);
    }
  }
}

async function measureTenThousand(server: ServerProcess): Promise<void> {
  const cookie = await server.signIn();
  const to = new Date(Date.parse('2026-01-01T00:00:00Z') + 10_000 * 7000 + 1).toISOString();
  for (const format of formats) {
    const url = `${server.url}/api/v1/deployments/main/exports/incidents.${format}?to=${to}`;
    download(url, cookie);
    const { took, bytes } = download(url, cookie);
    line(`10,000 rows as ${format}`, `${ms(took)}, ${whole(bytes / 1024)} KB`);
  }
}

export async function benchExports(root: string, bin: string, rows: number): Promise<void> {
  console.log(`\nHanding on ${whole(rows)} incidents from PostGIS`);
  const dataDir = mkdtempSync(join(tmpdir(), 'atesto-bench-'));
  const cluster = await startCluster(bin);
  const databaseUrl = await cluster.createDatabase('atesto');
  const server = new ServerProcess({ root, dataDir, databaseUrl });
  const client = new pg.Client(databaseUrl);
  try {
    await server.start();
    await client.connect();
    const { rows: found } = await client.query<{ id: string }>(`select id from deployments where slug = 'main'`);
    const [making] = await timed(() => makeCrowd(client, found[0]?.id ?? '', 1, rows));
    line('reports and incidents', `made in ${Math.round(making / 1000)} s`);
    await server.stop();
    await server.start();
    await untilQuiet(server.pid ?? 0);
    await measure(server, databaseUrl, rows);
    await measureTenThousand(server);
  } finally {
    await client.end();
    await server.stop();
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
