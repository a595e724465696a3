/**
 * How long it takes to say what may be the same as a report, among 100,000 and among a million made-up ones, beside the
 * bare query of the marks in the same run. Arguments: how many (`--reports=100000`); both where none is given.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DuplicatesView } from '@atesto/contract';
import { startCluster } from '../support/postgis.js';
import { ServerProcess } from '../support/server-process.js';

type Queries = typeof import('../../backend/src/suggestions/duplicates/duplicates.queries.js');
type Marks = typeof import('../../backend/src/suggestions/duplicates/marks-of.js');

const rounds = 300;
const pageSize = 20_000;
const reportPages = 5;

/**
 * Reports of 4,000 made-up events in a region, each told about by many, in words of a made-up vocabulary: an event's own
 * words and some of anybody's. Every number follows from the row's own, so each run has the same.
 */
const generate = `
  insert into reports (deployment_id, id, channel, external_id, text, location, accuracy_metres, received_at)
  select $1, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'web', 'bench-' || n,
    'Exercise ' || (
      select string_agg('w' || case when k % 3 = 0 then hashtext(n || 'x' || k) & 4095
        else hashtext(event || 'y' || (k + (n % 3))) & 4095 end, ' ' order by k)
      from generate_series(1, 14) as k),
    st_setsrid(st_makepoint(-72.5 + (hashtext('lon' || event) & 65535) / 65536.0 + (hashtext('a' || n) & 1023) / 512000.0,
      18.2 + (hashtext('lat' || event) & 65535) / 65536.0 + (hashtext('b' || n) & 1023) / 512000.0), 4326),
    20 + (n % 200),
    timestamptz '2026-01-01' + make_interval(secs => (hashtext('t' || event) & 4194303) + (hashtext('c' || n) & 65535))
  from (select n, (hashtext('e' || n) & 4095) as event from generate_series($2::int, $3::int) as n) as made`;

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;
const ms = (value: number): string => `${value.toFixed(1)} ms`;

async function timed(count: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const startedAt = performance.now();
    await work(index);
    times.push(performance.now() - startedAt);
  }
  return times;
}

const show = (name: string, times: readonly number[]): void =>
  console.log(`  ${name.padEnd(44)} p50 ${ms(percentile(times, 0.5))}, p95 ${ms(percentile(times, 0.95))}`);

async function measure(root: string, bin: string, count: number): Promise<void> {
  console.log(`\nWhat may be the same, among ${count.toLocaleString('en')} reports`);
  const built = join(root, 'backend/dist/server/src/suggestions/duplicates');
  const { reportsUnder, traitsOf, insertMarks } = (await import(join(built, 'duplicates.queries.js'))) as Queries;
  const { marksOf, searchesFor } = (await import(join(built, 'marks-of.js'))) as Marks;
  const cluster = await startCluster(bin);
  const dataDir = mkdtempSync(join(tmpdir(), 'atesto-bench-'));
  try {
    const databaseUrl = await cluster.createDatabase('bench');
    const server = new ServerProcess({ root, dataDir, databaseUrl });
    await server.start();
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const sql = {
      query: async <Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> =>
        (await client.query(text, params as unknown[])).rows as Row[],
    };
    const [deployment] = await sql.query<{ id: string }>(`select id from deployments where slug = 'main'`);
    const deploymentId = deployment?.id ?? '';
    const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const startedAt = performance.now();
    await client.query('set synchronous_commit = off');
    for (let from = 1; from <= count; from += pageSize) {
      const until = Math.min(count, from + pageSize - 1);
      await client.query(generate, [deploymentId, from, until]);
      const step = pageSize / reportPages;
      for (let at = from; at <= until; at += step) {
        const ids = Array.from({ length: Math.min(step, until - at + 1) }, (_, index) => idOf(at + index));
        const marks = (await traitsOf(sql, deploymentId, ids)).flatMap((report) => {
          const spot = report.lat === null || report.lon === null ? null : { lat: report.lat, lon: report.lon };
          return marksOf(report.text, spot).map((mark) => ({ mark, at: report.at, reportId: report.id }));
        });
        await insertMarks(sql, deploymentId, marks);
      }
    }
    await client.query('vacuum analyze reports');
    await client.query('vacuum analyze report_marks');
    const [size] = await sql.query<{ bytes: string }>(`select pg_total_relation_size('report_marks')::text as bytes`);
    console.log(
      `  made in ${Math.round((performance.now() - startedAt) / 1000)} s; marks take ` +
        `${Math.round(Number(size?.bytes) / count)} bytes a report`,
    );
    const chosen = Array.from({ length: rounds }, (_, index) => idOf(1 + ((index * 7_919 * 131) % count)));
    const reports = await traitsOf(sql, deploymentId, chosen);
    const bare = async (index: number): Promise<void> => {
      const report = reports[index];
      if (report === undefined) return;
      const spot = report.lat === null || report.lon === null ? null : { lat: report.lat, lon: report.lon };
      await reportsUnder(sql, deploymentId, searchesFor(report.text, spot), report.at);
    };
    const cookie = await server.signIn();
    let suggested = 0;
    const call = async (index: number): Promise<void> => {
      const path = `/api/v1/deployments/main/reports/${chosen[index]}/duplicates`;
      const answer = await fetch(server.url + path, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${answer.status}`);
      suggested += ((await answer.json()) as DuplicatesView).reports.length;
    };
    const health = (): Promise<unknown> => fetch(`${server.url}/healthz`).then((answer) => answer.text());
    await timed(50, bare);
    await timed(50, call);
    suggested = 0;
    show('an empty call', await timed(rounds, health));
    show('the bare query of the marks', await timed(rounds, bare));
    show('the call, candidates compared', await timed(rounds, call));
    console.log(`  ${(suggested / rounds).toFixed(1)} open reports suggested a call`);
    await client.end();
    await server.stop();
  } finally {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export async function benchDuplicates(root: string, bin: string, counts: readonly number[]): Promise<void> {
  for (const count of counts) await measure(root, bin, count);
}
