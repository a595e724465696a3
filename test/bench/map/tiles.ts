/**
 * Tiles of all zooms around the largest town, each made anew: without a filter after a report has just come in there, and
 * with each kind of filter. Beside them the same tile by ST_AsMVT, and from the cache beside a static file of its bytes.
 */
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { line, ms, pause, percentile, spread, timed, whole } from '../figures.js';
import { runWrk } from '../load.js';

const rounds = 20;
const zooms = Array.from({ length: 17 }, (_, zoom) => zoom);
const rawZooms = [0, 2, 4, 6, 8, 10, 12, 14, 16];

export interface Bench {
  root: string;
  url: string;
  cookie: string;
  /** Of the busiest place. */
  place: { lat: number; lon: number };
}

const tileAt = ({ lat, lon }: Bench['place'], zoom: number): string => {
  const count = 2 ** zoom;
  const phi = (lat * Math.PI) / 180;
  return `${zoom}/${Math.floor(((lon + 180) / 360) * count)}/${Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * count)}`;
};

const tileUrl = ({ url, place }: Bench, zoom: number, query = ''): string =>
  `${url}/api/v1/deployments/main/tiles/reports/${tileAt(place, zoom)}.mvt${query}`;

async function get(bench: Bench, address: string): Promise<number> {
  const answer = await fetch(address, { headers: { cookie: bench.cookie } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}

async function reportThere({ url, place }: Bench): Promise<void> {
  const body = JSON.stringify({ id: randomUUID(), text: 'Exercise: one more', location: place });
  await fetch(`${url}/api/v1/deployments/main/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await pause(120);
}

async function measureMade(bench: Bench, query: (round: number) => string): Promise<Map<number, number[]>> {
  const times = new Map(zooms.map((zoom): [number, number[]] => [zoom, []]));
  for (let round = 0; round < rounds; round++) {
    if (query(round) === '') await reportThere(bench);
    for (const zoom of zooms) {
      const [took] = await timed(() => get(bench, tileUrl(bench, zoom, query(round))));
      times.get(zoom)?.push(took);
    }
  }
  return times;
}

function showMade(name: string, times: Map<number, number[]>): void {
  for (const [from, to] of [
    [0, 9],
    [10, 16],
  ] as const) {
    const all = zooms.filter((zoom) => zoom >= from && zoom <= to).flatMap((zoom) => times.get(zoom) ?? []);
    line(`${name}, z${from} to z${to}`, spread(all));
  }
  const byZoom = zooms.map((zoom) => `z${zoom} ${percentile(times.get(zoom) ?? [], 0.5).toFixed(1)}`);
  console.log(`    p50 ms: ${byZoom.join('  ')}`);
}

/** What answers when nothing but PostGIS makes the tiles. */
async function showRaw(bench: Bench, client: pg.Client): Promise<void> {
  const said: string[] = [];
  for (const zoom of rawZooms) {
    const [z, x, y] = tileAt(bench.place, zoom).split('/').map(Number);
    const [took, { rows }] = await timed(() =>
      client.query<{ bytes: number }>(
        `select length(st_asmvt(t)) as bytes from (
           select st_asmvtgeom(st_transform(location, 3857), st_tileenvelope($1, $2, $3)) as geom, id, left(text, 90) as title,
             priority, status from reports where location && st_transform(st_tileenvelope($1, $2, $3), 4326)) as t`,
        [z, x, y],
      ),
    );
    said.push(`z${zoom} ${ms(took)} (${whole((rows[0]?.bytes ?? 0) / 1024)} KB)`);
  }
  line('the same by ST_AsMVT, once each', said.join('  '));
}

/** Of the same bytes from the same server. */
async function showCached(bench: Bench): Promise<void> {
  const path = `/api/v1/deployments/main/tiles/incidents/${tileAt(bench.place, 6)}.mvt?audience=public`;
  const answer = await fetch(bench.url + path, { headers: { 'accept-encoding': 'gzip' } });
  const bytes = Number(answer.headers.get('content-length') ?? 0);
  const file = join(bench.root, 'frontend/dist/client/assets/bench-tile.bin');
  writeFileSync(file, Buffer.alloc(bytes, 1));
  try {
    const script = join(bench.root, 'test/bench/gzip.lua');
    const tile = runWrk(bench.url + path, script, 16, 5);
    const still = runWrk(`${bench.url}/assets/bench-tile.bin`, script, 16, 5);
    line(`from the cache (${bytes} bytes)`, `${whole(tile.perSecond)}/s, p99 ${ms(tile.p99)}`);
    const ratio = (tile.perSecond / still.perSecond).toFixed(2);
    line(
      'a static file of as many bytes',
      `${whole(still.perSecond)}/s, p99 ${ms(still.p99)}; the tile is ${ratio} of it`,
    );
  } finally {
    rmSync(file, { force: true });
  }
}

export async function benchTiles(bench: Bench, client: pg.Client | null): Promise<void> {
  const health: number[] = [];
  for (let round = 0; round < 200; round++) health.push((await timed(() => get(bench, `${bench.url}/healthz`)))[0]);
  line('an empty call', spread(health));
  showMade('after a change, no filter', await measureMade(bench, () => ''));
  // The end lies behind all reports and is another each round, so that no tile is in the cache.
  const fresh = (round: number): string => `to=${new Date(Date.UTC(2030, 0, 1) + round * 1000).toISOString()}`;
  const filters = {
    category: 'category=water',
    severity: 'severity=high,critical',
    status: 'status=new,in_review',
    time: `from=2026-01-20T00:00:00Z`,
    'all of them': 'category=water&severity=high,critical&status=new&from=2026-01-20T00:00:00Z',
  };
  for (const [name, words] of Object.entries(filters))
    showMade(`by ${name}`, await measureMade(bench, (round) => `?${words}&${fresh(round)}`));
  await showCached(bench);
  if (client !== null) await showRaw(bench, client);
}
