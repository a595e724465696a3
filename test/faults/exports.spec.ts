/** A file that cannot be finished breaks for its reader: it is never a short one that looks whole. */
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ServerProcess } from '../support/server-process.js';
import { databaseKind, makeHome, type DatabaseHome } from '../support/test-database.js';

const root = new URL('../..', import.meta.url).pathname;
const onPostgis = databaseKind === 'postgis' ? it : it.skip;
/** More than the buffers on the way hold. */
const rows = 300_000;

let home: DatabaseHome;
let server: ServerProcess;

beforeAll(async () => {
  if (databaseKind !== 'postgis') return;
  home = await makeHome();
  server = new ServerProcess({ root, dataDir: home.dataDir, databaseUrl: home.databaseUrl });
  await server.start();
  const client = new pg.Client({ connectionString: home.databaseUrl ?? '' });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into incidents (deployment_id, id, number, title, visibility, opened_at)
     select (select id from deployments where slug = 'main'), gen_random_uuid(), n, 'Made-up incident no. ' || n, 'public',
       timestamptz '2026-01-01' + n * interval '1 second' from generate_series(1, $1::integer) as n`,
    [rows],
  );
  await client.end();
}, 120_000);

afterAll(async () => {
  if (databaseKind !== 'postgis') return;
  await server.stop();
  await home.remove();
});

const ask = (format: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const path = `/api/v1/deployments/main/exports/incidents.${format}`;
    request(server.url + path, resolve)
      .on('error', reject)
      .end();
  });

/** Reads to the end; `work` happens after the first piece. */
async function read(answer: IncomingMessage, work: () => Promise<void>): Promise<{ bytes: number; isWhole: boolean }> {
  let bytes = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      if (bytes === 0) await work();
      bytes += piece.length;
    }
  } catch {
    return { bytes, isWhole: false };
  }
  return { bytes, isWhole: answer.complete };
}

describe('a file whose database goes away', () => {
  onPostgis.each(['csv', 'geojson', 'xlsx', 'kml'])(
    '%s breaks for its reader, and is whole again once the database is back',
    async (format) => {
      const broken = await read(await ask(format), () => home.cluster!.kill());
      expect(broken.isWhole).toBe(false);
      await home.cluster!.restart();
      const again = await read(await ask(format), () => Promise.resolve());
      expect(again.isWhole).toBe(true);
      expect(again.bytes).toBeGreaterThan(broken.bytes);
    },
    120_000,
  );

  onPostgis(
    'holds up nobody while its reader sleeps',
    async () => {
      const sleeping = await Promise.all(Array.from({ length: 12 }, () => ask('csv')));
      const statuses = sleeping.map(({ statusCode }) => statusCode ?? 0);
      expect(statuses.sort()).toEqual([...Array<number>(4).fill(200), ...Array<number>(8).fill(429)]);
      const answer = await fetch(`${server.url}/api/v1/deployments/main/incidents?limit=1`);
      expect(answer.status).toBe(200);
      for (const one of sleeping) one.destroy();
    },
    60_000,
  );
});
