/**
 * The server is killed in the middle of a stream of reports, again and again. Whatever was acknowledged is there
 * afterwards, once. `FAULT_ROUNDS=10` for more rounds than the short form.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import type { ChangesFrame, Page, ReportView, WatchAck } from '@atesto/contract';
import { eventually } from '../support/eventually.js';
import { median } from '../support/median.js';
import { Reporter } from '../support/reporter.js';
import { ServerProcess } from '../support/server-process.js';
import { databaseKind, makeHome, type DatabaseHome, type DatabaseKind } from '../support/test-database.js';

const root = new URL('../..', import.meta.url).pathname;
const rounds = Number(process.env['FAULT_ROUNDS'] ?? 3);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What one kind of database alone can show. */
const on =
  (kind: DatabaseKind) =>
  (name: string, test: () => Promise<void>, timeout?: number): void => {
    if (databaseKind === kind) it(name, test, timeout);
  };
const onPostgis = on('postgis');
const onEmbedded = on('embedded');

let home: DatabaseHome;
let server: ServerProcess;
const reporters: Reporter[] = [];

function startReporter(connections: number): Reporter {
  const reporter = new Reporter(() => server.url);
  reporters.push(reporter);
  reporter.start(connections);
  return reporter;
}

beforeAll(async () => {
  home = await makeHome();
  server = new ServerProcess({ root, dataDir: home.dataDir, databaseUrl: home.databaseUrl });
  await server.start();
});

afterAll(async () => {
  for (const reporter of reporters) reporter.abandon();
  await server.stop();
  await home.remove();
});

/** Every report of the deployment, page by page. */
async function storedIds(): Promise<string[]> {
  const cookie = await server.signIn();
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const response = await fetch(`${server.url}/api/v1/deployments/main/reports?limit=200${query}`, {
      headers: { cookie },
    });
    const page = (await response.json()) as Page<ReportView>;
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
}

/** What was taken while the database was away follows a moment later. */
const areStored = (reporter: Reporter, before: ReadonlySet<string>): Promise<void> =>
  eventually(async () => {
    const stored = (await storedIds()).filter((id) => !before.has(id));
    expect(new Set(stored)).toEqual(new Set(reporter.acknowledged.keys()));
    expect(stored.length).toBe(reporter.acknowledged.size);
  });

describe('kill -9', () => {
  it('of the server loses nothing that was acknowledged and doubles nothing', async () => {
    const reporter = startReporter(16);
    for (let round = 0; round < rounds; round++) {
      await reporter.progress(20);
      await pause(400 + Math.random() * 600);
      await server.kill();
      await server.start();
    }
    await pause(300);
    await reporter.stop();
    const stored = await storedIds();
    const kept = new Set(stored);
    const lost = [...reporter.acknowledged.keys()].filter((id) => !kept.has(id));
    console.log(
      `${databaseKind}: ${rounds} kills, ${reporter.acknowledged.size} acknowledged, ${reporter.repeats} repeats, ` +
        `${lost.length} lost, ${stored.length - kept.size} doubled`,
    );
    expect(reporter.acknowledged.size).toBeGreaterThan(rounds * 10);
    expect(lost).toEqual([]);
    expect(stored.length).toBe(kept.size);
    expect(stored.length).toBe(reporter.acknowledged.size);
    expect(reporter.mismatched).toEqual([]);
  }, 600_000);

  onPostgis(
    'of PostGIS loses nothing either, and the server heals by itself',
    async () => {
      const before = new Set(await storedIds());
      const reporter = new Reporter(() => server.url);
      reporter.start(16);
      for (let round = 0; round < rounds; round++) {
        await reporter.progress(20);
        await pause(400 + Math.random() * 600);
        await home.cluster?.kill();
        await home.cluster?.restart();
      }
      await pause(300);
      await reporter.stop();
      await areStored(reporter, before);
    },
    600_000,
  );
});

/** Of the embedded database's process; of none while its lock is being written. */
function databasePid(): number {
  try {
    return (JSON.parse(readFileSync(join(home.dataDir, 'db.lock'), 'utf8')) as { pid: number }).pid;
  } catch {
    return NaN;
  }
}

describe('kill -9 of the embedded database alone', () => {
  onEmbedded(
    'loses nothing, and the server opens it anew by itself',
    async () => {
      const before = new Set(await storedIds());
      const reporter = startReporter(8);
      for (let round = 0; round < 2; round++) {
        await reporter.progress(20);
        const pid = databasePid();
        process.kill(pid, 'SIGKILL');
        while (databasePid() === pid) await pause(50);
        await reporter.progress(1);
      }
      await reporter.progress(20);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      await reporter.stop();
      await areStored(reporter, before);
    },
    300_000,
  );
});

describe('an orderly end', () => {
  it('finishes what is under way, exits with 0 and needs no repair at the next start', async () => {
    const reporter = startReporter(8);
    await reporter.progress(20);
    const code = await server.stop();
    expect(code).toBe(0);
    await server.start();
    await reporter.stop();
    const kept = new Set(await storedIds());
    expect([...reporter.acknowledged.keys()].filter((id) => !kept.has(id))).toEqual([]);
  }, 300_000);
});

describe('two processes', () => {
  onEmbedded('cannot open one embedded database: the second one is told plainly', async () => {
    const second = new ServerProcess({ root, dataDir: home.dataDir, databaseUrl: null });
    await expect(second.start()).rejects.toThrow(/in use by process \d+/);
  });

  onPostgis(
    'over one PostGIS: what one takes in, a console at the other sees within a second',
    async () => {
      const second = new ServerProcess({ root, dataDir: home.dataDir, databaseUrl: home.databaseUrl });
      await second.start();
      const socket = io(`${second.url}/live`, {
        transports: ['websocket'],
        extraHeaders: { cookie: await second.signIn() },
      });
      try {
        const seen = new Map<string, number>();
        socket.on('changes', ({ items }: ChangesFrame) => {
          for (const { id } of items) seen.set(id, Date.now());
        });
        await new Promise<void>((resolve, reject) => {
          socket.emit('watch', { deployment: 'main', audience: 'responders' }, (ack: WatchAck) =>
            ack.error === undefined ? resolve() : reject(new Error(ack.error.detail)),
          );
        });
        const lags: number[] = [];
        while (lags.length < 7) {
          const id = randomUUID();
          const sentAt = Date.now();
          await fetch(`${server.url}/api/v1/deployments/main/reports`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ id, text: 'Sent to the one, seen at the other' }),
          });
          while (!seen.has(id)) await pause(5);
          lags.push((seen.get(id) ?? NaN) - sentAt);
        }
        expect(median(lags)).toBeLessThan(1_000);
      } finally {
        socket.disconnect();
        await second.stop();
      }
    },
    60_000,
  );

  onPostgis(
    'share the work by roles: one answers calls, the other holds the sockets and does the jobs',
    async () => {
      const split = (roles: string): ServerProcess =>
        new ServerProcess({ root, dataDir: home.dataDir, databaseUrl: home.databaseUrl, env: { ROLES: roles } });
      const [calls, rest] = [split('http'), split('live,worker')];
      // One that does everything would do the work of both.
      await server.stop();
      await Promise.all([calls.start(), rest.start()]);
      const cookie = await calls.signIn();
      const connect = ({ url }: ServerProcess) =>
        io(`${url}/live`, { transports: ['websocket'], extraHeaders: { cookie }, reconnection: false });
      const [socket, refused] = [connect(rest), connect(calls)];
      try {
        expect(await new Promise((resolve) => refused.once('connect_error', () => resolve('refused')))).toBe('refused');
        const seen = new Set<string>();
        socket.on('changes', ({ items }: ChangesFrame) => items.forEach(({ id }) => seen.add(id)));
        await socket.emitWithAck('watch', { deployment: 'main', audience: 'responders' });
        const id = randomUUID();
        const body = JSON.stringify({ id, text: 'A zebra at the corner' });
        const path = `${calls.url}/api/v1/deployments/main/reports`;
        await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        while (!seen.has(id)) await pause(5);
        // Words are found once the reader of the journal has stored them.
        const found = async (): Promise<number> => {
          const page = await fetch(`${path}?q=zebra`, { headers: { cookie } });
          return ((await page.json()) as Page<ReportView>).items.length;
        };
        while ((await found()) === 0) await pause(50);
        expect((await fetch(`${rest.url}/report/main`)).status).toBe(404);
        expect((await fetch(`${rest.url}/healthz`)).status).toBe(200);
      } finally {
        socket.disconnect();
        await Promise.all([calls.stop(), rest.stop()]);
        await server.start();
      }
    },
    60_000,
  );
});
