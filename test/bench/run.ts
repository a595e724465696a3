/**
 * `npm run bench`: the figures, each beside its baseline in the same run. Everything runs on this machine: load
 * generator, server and database share its cores, so each figure is a floor. Arguments: `postgis`, `embedded`, `page`,
 * `watchers`, `exports`, `map` and `duplicates` (`--reports=100000` at most), `words` and `twins` with a file of real reports (`--csv=path` or
 * HAITI_CSV).
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startCluster } from '../support/postgis.js';
import { ServerProcess } from '../support/server-process.js';
import { pgbench, pgInserts } from './baselines.js';
import { benchDuplicates } from './duplicates.js';
import { benchExports } from './exports.js';
import { measureFirstLoad } from './first-load.js';
import { measureLive } from './live.js';
import { runWrk, type LoadFigures } from './load.js';
import { benchMap } from './map/run-map.js';
import { measureSms } from './sms.js';
import { benchTwins } from './twins.js';
import { benchWatchers } from './watchers/bench-watchers.js';
import { benchWords } from './words.js';

type EmbeddedModule = typeof import('../../backend/src/platform/embedded/embedded-database.js');

const [root = '', bin = '', browser = '', ...rest] = process.argv.slice(2);
const wanted = rest.filter((word) => !word.startsWith('--'));
const csv = rest.find((word) => word.startsWith('--csv='))?.slice('--csv='.length) ?? process.env['HAITI_CSV'] ?? '';
const reports = Number(rest.find((word) => word.startsWith('--reports='))?.slice('--reports='.length) ?? 0);
const script = join(root, 'test/bench/report.lua');
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8);

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

function show(name: string, figures: LoadFigures, base?: LoadFigures, baseName = 'bare route'): void {
  const ratio = base === undefined ? '' : ` = ${(figures.perSecond / base.perSecond).toFixed(2)} of the ${baseName}`;
  const refused = figures.refused > 0 ? `, ${figures.refused} REFUSED` : '';
  console.log(
    `  ${name.padEnd(34)} ${whole(figures.perSecond).padStart(7)}/s  p50 ${ms(figures.p50)}, p99 ${ms(figures.p99)}${refused}${ratio}`,
  );
}

async function withBareServer<Result>(
  target: string,
  work: (url: string) => Promise<Result> | Result,
): Promise<Result> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.js'), root, String(port), target], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    if ((await fetch(url).catch(() => null)) !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  try {
    return await work(url);
  } finally {
    child.kill();
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

const bareLoad = (url: string, connections: number): LoadFigures =>
  runWrk(`${url}/reports`, script, connections, seconds);

async function measureServer(server: ServerProcess, base: Map<number, LoadFigures>): Promise<void> {
  await server.start();
  try {
    const url = `${server.url}/api/v1/deployments/main/reports`;
    runWrk(url, script, 16, 2);
    let web: LoadFigures | undefined;
    for (const connections of [16, 64]) {
      web = runWrk(url, script, connections, seconds);
      show(`Atesto, ${connections} connections`, web, base.get(connections));
    }
    const cookie = await server.signIn();
    const folder = join(root, 'test/bench');
    show('SMS channel, 64 connections', await measureSms(server.url, cookie, folder, 64, seconds), web, 'web intake');
    const live = await measureLive(server.url, cookie, 200, 50, seconds);
    console.log(
      `  ${'POST to frame, 200 watchers, 50/s'.padEnd(34)} p50 ${ms(live.p50)}, p99 ${ms(live.p99)}, ` +
        `${whole(live.delivered)} delivered, ${live.lost} lost`,
    );
  } finally {
    await server.stop();
  }
}

async function benchPostgis(): Promise<void> {
  console.log('\nIntake on PostGIS');
  const cluster = await startCluster(bin);
  const dataDir = mkdtempSync(join(tmpdir(), 'atesto-bench-'));
  try {
    const databaseUrl = await cluster.createDatabase('bench');
    const server = new ServerProcess({ root, dataDir, databaseUrl });
    await server.start();
    await server.stop();
    console.log(
      `  ${'pg, one row a transaction, 16 conns'.padEnd(34)} ${whole(await pgInserts(databaseUrl, 16, seconds)).padStart(7)}/s`,
    );
    const tps = pgbench(databaseUrl, 16, seconds);
    if (tps !== null) console.log(`  ${'pgbench, the same row, 16 clients'.padEnd(34)} ${whole(tps).padStart(7)}/s`);
    const base = await withBareServer(databaseUrl, (url) => {
      bareLoad(url, 16);
      return new Map([16, 64].map((connections) => [connections, bareLoad(url, connections)]));
    });
    for (const [connections, figures] of base) show(`bare Fastify, ${connections} connections`, figures);
    await measureServer(server, base);
  } finally {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function benchEmbedded(): Promise<void> {
  console.log('\nIntake on the embedded database');
  const dataDir = mkdtempSync(join(tmpdir(), 'atesto-bench-'));
  const built = join(root, 'backend/dist/server/src/platform/embedded/embedded-database.js');
  const { EmbeddedDatabase } = (await import(built)) as EmbeddedModule;
  try {
    const server = new ServerProcess({ root, dataDir, databaseUrl: null });
    await server.start();
    await server.stop();
    const embedded = new EmbeddedDatabase({ dataDir, seedFile: '' });
    await embedded.ready();
    const base = await withBareServer(embedded.socketDir, (url) => {
      bareLoad(url, 16);
      return new Map([16, 64].map((connections) => [connections, bareLoad(url, connections)]));
    });
    await embedded.close();
    for (const [connections, figures] of base) show(`bare Fastify, ${connections} connections`, figures);
    await measureServer(server, base);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function benchFirstLoad(executablePath: string): Promise<void> {
  console.log('\nThe report page on a line of 400 kbit/s and 400 ms, processor slowed to a quarter');
  const dataDir = mkdtempSync(join(tmpdir(), 'atesto-bench-'));
  const server = new ServerProcess({ root, dataDir, databaseUrl: null });
  await server.start();
  try {
    const { form, script, empty } = await measureFirstLoad(server.url, executablePath);
    const beside = (value: number): string => `${ms(value)} = ${(value / empty).toFixed(2)} of the empty page`;
    console.log(`  ${'an empty page'.padEnd(34)} ${ms(empty)}`);
    console.log(`  ${'form there, usable as it is'.padEnd(34)} ${beside(form)}`);
    console.log(`  ${'steps, draft and outbox ready'.padEnd(34)} ${beside(script)}`);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

console.log(
  `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, ${seconds} s a figure`,
);
console.log('Load generator, server and database share this machine.');
if (wanted.length === 0 || wanted.includes('postgis')) {
  if (bin === '') console.log('\nPostGIS is not installed: its figures are left out.');
  else await benchPostgis();
}
if (wanted.length === 0 || wanted.includes('embedded')) await benchEmbedded();
if (wanted.length === 0 || wanted.includes('page')) {
  if (browser === '') console.log('\nChromium is not installed: the page is left out.');
  else await benchFirstLoad(browser);
}
if (wanted.length === 0 || wanted.includes('map'))
  await benchMap({ root, bin, browser }, reports === 0 ? 1_000_000 : reports);
if (wanted.length === 0 || wanted.includes('watchers')) {
  if (bin === '') console.log('\nPostGIS is not installed: watching clients are left out.');
  else await benchWatchers(root, bin);
}
if (wanted.length === 0 || wanted.includes('exports')) {
  if (bin === '') console.log('\nPostGIS is not installed: handing on is left out.');
  else await benchExports(root, bin, reports === 0 ? 1_000_000 : reports);
}
if (wanted.length === 0 || wanted.includes('words')) {
  if (csv === '') console.log('\nNo file of real reports was given (--csv=path or HAITI_CSV): words are left out.');
  else await benchWords(root, csv);
}
if (wanted.length === 0 || wanted.includes('duplicates')) {
  if (bin === '') console.log('\nPostGIS is not installed: what may be the same is left out.');
  else await benchDuplicates(root, bin, reports === 0 ? [100_000, 1_000_000] : [reports]);
}
if (wanted.length === 0 || wanted.includes('twins')) {
  if (csv === '') console.log('\nNo file of real reports was given (--csv=path or HAITI_CSV): twins are left out.');
  else await benchTwins(root, csv);
}
process.exit(0);
