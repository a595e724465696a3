/** Reports while the database is away, and a database that went back in time: what was acknowledged is there afterwards, once. */
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, ReportReceipt, ReportView } from '@atesto/contract';
import { eventually } from '../support/eventually.js';
import { ServerProcess } from '../support/server-process.js';
import { databaseKind, makeHome, type DatabaseHome, type DatabaseKind } from '../support/test-database.js';

const root = new URL('../..', import.meta.url).pathname;
const on =
  (kind: DatabaseKind) =>
  (name: string, test: () => Promise<void>): void => {
    if (databaseKind === kind) it(name, test);
  };
const onPostgis = on('postgis');
const onEmbedded = on('embedded');

let home: DatabaseHome;
let server: ServerProcess;

beforeAll(async () => {
  home = await makeHome();
  server = new ServerProcess({ root, dataDir: home.dataDir, databaseUrl: home.databaseUrl });
  await server.start();
});

afterAll(async () => {
  await server.stop();
  await home.remove();
});

interface Sent {
  status: number;
  receipt: ReportReceipt;
}

async function send(id: string = randomUUID(), photo: Blob | null = null): Promise<Sent> {
  const report = { id, text: 'The well is dry', reporter: { phone: '+49 1555 0100199' } };
  const form = new FormData();
  form.set('report', JSON.stringify(report));
  if (photo !== null) form.set('media', photo, 'well.png');
  const plain = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(report) };
  const answer = await fetch(`${server.url}/api/v1/deployments/main/reports`, {
    method: 'POST',
    ...(photo === null ? plain : { body: form }),
  });
  return { status: answer.status, receipt: (await answer.json()) as ReportReceipt };
}

const sendSome = (count: number): Promise<Sent[]> => Promise.all(Array.from({ length: count }, () => send()));
const statusesOf = (all: readonly Sent[]): number[] => [...new Set(all.map(({ status }) => status))];

/** All of them are in the queue, each once, and their reporters see them. */
async function areThere(all: readonly Sent[]): Promise<void> {
  const cookie = await server.signIn();
  await eventually(async () => {
    const url = `${server.url}/api/v1/deployments/main/reports?limit=200`;
    const page = (await (await fetch(url, { headers: { cookie } })).json()) as Page<ReportView>;
    const ids = page.items.map(({ id }) => id);
    expect(all.map(({ receipt }) => ids.filter((id) => id === receipt.id).length)).toEqual(all.map(() => 1));
  });
  for (const { receipt } of all) {
    const { pathname } = new URL(receipt.follow);
    expect((await fetch(server.url + pathname)).status).toBe(200);
  }
}

/** The process of the database closes it when its parent is gone. */
const isClosed = (folder: string): Promise<void> =>
  eventually(() => Promise.resolve(expect(existsSync(`${folder}.lock`)).toBe(false)));

/** One dot. */
const picture = new Blob(
  [
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
  { type: 'image/png' },
);

describe('while PostGIS is away', () => {
  onPostgis('reports are kept, with their photos, and follow as soon as it is back', async () => {
    expect((await send()).status).toBe(201);
    await home.cluster?.kill();
    const kept = [...(await sendSome(20)), await send(randomUUID(), picture)];
    expect(statusesOf(kept)).toEqual([202]);
    const [first] = kept as [Sent];
    // A phone that heard nothing asks again.
    expect((await send(first.receipt.id)).receipt).toEqual(first.receipt);
    await home.cluster?.restart();
    await areThere(kept);
    await eventually(async () => expect((await send()).status).toBe(201));
    expect((await send(first.receipt.id)).status).toBe(200);
  });

  onPostgis('they outlive the server as well', async () => {
    await home.cluster?.kill();
    const kept = await sendSome(20);
    expect(statusesOf(kept)).toEqual([202]);
    await server.kill();
    await home.cluster?.restart();
    await server.start();
    await areThere(kept);
  });
});

describe('an embedded database that lost what the disk had not yet', () => {
  onEmbedded('has it again from the spool', async () => {
    const [folder, older] = [join(home.dataDir, 'db'), join(home.dataDir, 'older')];
    await server.stop();
    await isClosed(folder);
    cpSync(folder, older, { recursive: true });
    await server.start();
    const sent = [...(await sendSome(20)), await send(randomUUID(), picture)];
    expect(statusesOf(sent)).toEqual([201]);
    await server.kill();
    await isClosed(folder);
    rmSync(folder, { recursive: true });
    cpSync(older, folder, { recursive: true });
    await server.start();
    await areThere(sent);
  });
});
