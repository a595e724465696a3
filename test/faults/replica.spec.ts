/**
 * A server that reads the map's points and exports from a streaming replica: what was just committed is in them, and when
 * the replica lags behind or is gone, they come from the database itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Cluster } from '../support/postgis.js';
import { ServerProcess } from '../support/server-process.js';
import { databaseKind, makeHome, type DatabaseHome } from '../support/test-database.js';

const root = new URL('../..', import.meta.url).pathname;
const onPostgis = (name: string, test: () => Promise<void>): void => {
  if (databaseKind === 'postgis') it(name, test, 60_000);
};

let home: DatabaseHome;
let replica: Cluster;
let server: ServerProcess;

beforeAll(async () => {
  if (databaseKind !== 'postgis') return;
  home = await makeHome();
  replica = await home.cluster!.startReplica();
  server = new ServerProcess({
    root,
    dataDir: home.dataDir,
    databaseUrl: home.databaseUrl,
    env: { DATABASE_READ_URL: replica.urlOf('atesto') },
  });
  await server.start();
}, 60_000);

afterAll(async () => {
  if (databaseKind !== 'postgis') return;
  await server.stop();
  await replica.stop();
  await home.remove();
});

let cookie = '';
const call = async (path: string, body?: object): Promise<Response> => {
  cookie ||= await server.signIn();
  const headers = { cookie, 'content-type': 'application/json' };
  return fetch(`${server.url}/api/v1/deployments/main${path}`, {
    headers,
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
};

/** A verified, public incident under this title, as responders make them. */
async function openIncident(title: string): Promise<void> {
  const id = crypto.randomUUID();
  await call('/reports', { id, text: title, location: { lat: 12.5, lon: 44.25 } });
  await call(`/reports/${id}/claim`, {});
  expect((await call(`/reports/${id}/verify`, { incident: { title } })).status).toBe(200);
}
const exported = async (): Promise<string> => (await call('/exports/incidents.csv')).text();
/** What the replica's own log of readers says. */
async function readsOnReplica(): Promise<number> {
  const client = new pg.Client({ connectionString: replica.urlOf('atesto') });
  await client.connect();
  const { rows } = await client.query<{ open: string }>(
    `select count(*) as open from pg_stat_activity where application_name = 'atesto-reads'`,
  );
  await client.end();
  return Number(rows[0]?.open);
}
const onReplica = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: replica.urlOf('atesto') });
  await client.connect();
  await client.query(statement);
  await client.end();
};

describe('a replica for long reads', () => {
  if (databaseKind === 'embedded')
    it('is nothing for the embedded database, as is said at the start', async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'atesto-data-'));
      const env = { DATABASE_READ_URL: 'postgres://127.0.0.1/replica', ROLES: 'http' };
      const alone = new ServerProcess({ root, dataDir, databaseUrl: null, env });
      await expect(alone.start()).rejects.toThrow(/DATABASE_READ_URL .* is unset[\s\S]*ROLES .* is unset/);
      rmSync(dataDir, { recursive: true, force: true });
    });

  onPostgis('gives what was just committed, on the map and in exports', async () => {
    for (const title of ['First', 'Second', 'Third']) {
      await openIncident(title);
      expect(await exported()).toContain(title);
    }
    expect(await readsOnReplica()).toBeGreaterThan(0);
    const tile = Buffer.from(await (await call('/tiles/incidents/14/10205/7618.mvt')).arrayBuffer());
    expect(['First', 'Second', 'Third'].filter((title) => tile.includes(title))).toEqual(['First', 'Second', 'Third']);
  });

  onPostgis('that has fallen behind is not read', async () => {
    await onReplica('select pg_wal_replay_pause()');
    await openIncident('While it stood still');
    expect(await exported()).toContain('While it stood still');
    await onReplica('select pg_wal_replay_resume()');
  });

  onPostgis('that is gone is missed by nobody', async () => {
    await replica.kill();
    await openIncident('After it was gone');
    expect(await exported()).toContain('After it was gone');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});
