/** Photos piece by piece over real connections that break, come back and come twice. */
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { request as httpRequest, type ClientRequest } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { HistoryEntry, ReportDetail } from '@atesto/contract';
import { sendReport } from '../../../../../test/support/people.js';
import { useServer } from '../../../../../test/support/test-server.js';
import { ForgetUploads } from './forget-uploads.js';

const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
const server = useServer({}, clock);
const type = 'application/offset+octet-stream';
const half = 30_000;
let photo: Buffer;

beforeAll(async () => {
  // Noise, so that it does not shrink to nothing.
  const raw = { width: 200, height: 150, channels: 3 as const };
  photo = await sharp(randomBytes(200 * 150 * 3), { raw })
    .jpeg({ quality: 95 })
    .toBuffer();
  expect(photo.length).toBeGreaterThan(half + 1000);
});

const pathOf = (followPath: string, photoId: string): string => `/api/v1${followPath}/photos/${photoId}`;

interface Said {
  status: number;
  offset: string | null;
  isComplete: boolean;
}

async function ask(path: string, method: string, headers: Record<string, string> = {}, body?: Buffer): Promise<Said> {
  const answer = await fetch(server.url + path, {
    method,
    headers: method === 'PATCH' ? { 'content-type': type, ...headers } : headers,
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
  await answer.arrayBuffer();
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const isComplete = answer.headers.get('upload-complete') === '?1';
  return { status: answer.status, offset: answer.headers.get('upload-offset'), isComplete };
}

const head = (path: string): Promise<Said> => ask(path, 'HEAD');
const patch = (path: string, offset: number, bytes: Buffer, length: number | null = photo.length): Promise<Said> => {
  const lengthHeader: Record<string, string> = length === null ? {} : { 'upload-length': String(length) };
  return ask(path, 'PATCH', { 'upload-offset': String(offset), ...lengthHeader }, bytes);
};

/** Begins a piece, sends `bytes` of the whole rest, and leaves the connection as it is. */
function beginPiece(path: string, offset: number, bytes: Buffer): ClientRequest {
  const headers = {
    'content-type': type,
    'content-length': photo.length - offset,
    'upload-offset': offset,
    'upload-length': photo.length,
  };
  const request = httpRequest(server.url + path, { method: 'PATCH', headers });
  request.on('error', () => undefined);
  request.write(bytes);
  return request;
}

async function offsetBecomes(path: string, offset: number): Promise<void> {
  for (let tries = 0; (await head(path)).offset !== String(offset); tries++) {
    if (tries > 100) throw new Error(`the offset did not become ${offset}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function withReport(parts: object = {}): Promise<{ id: string; photoId: string; path: string }> {
  const { id, followPath } = await sendReport(server, parts);
  const photoId = randomUUID();
  return { id, photoId, path: pathOf(followPath, photoId) };
}

const detailOf = async (id: string): Promise<ReportDetail> => (await server.main<ReportDetail>(`/reports/${id}`)).body;

const filesUnderWay = (): string[] => {
  const folder = join(server.home.dataDir, 'uploads');
  return readdirSync(folder).flatMap((name) => readdirSync(join(folder, name)).map((file) => join(name, file)));
};

describe('a photo', () => {
  it('comes in pieces and is part of the report once it is whole', async () => {
    const { id, photoId, path } = await withReport({ photos: 1, text: undefined });
    expect(await detailOf(id)).toMatchObject({ media: 0, mediaExpected: 1, text: '' });
    expect((await head(path)).status).toBe(404);
    const first = await patch(path, 0, photo.subarray(0, half));
    expect(first).toEqual({ status: 204, offset: String(half), isComplete: false });
    expect(await head(path)).toEqual({ status: 200, offset: String(half), isComplete: false });
    const last = await patch(path, half, photo.subarray(half), null);
    expect(last).toEqual({ status: 204, offset: String(photo.length), isComplete: true });
    expect(await head(path)).toMatchObject({ status: 200, isComplete: true });
    const detail = await detailOf(id);
    expect([detail.media, detail.files.map((file) => file.id)]).toEqual([1, [photoId]]);
    const { body } = await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`);
    expect(body.items.map(({ kind }) => kind)).toEqual(['report.received', 'report.photo_added']);
    expect(filesUnderWay()).not.toContainEqual(expect.stringContaining(photoId));
  });

  it('goes on where the connection broke in the middle of a piece', async () => {
    const { id, path } = await withReport();
    const broken = beginPiece(path, 0, photo.subarray(0, half));
    await offsetBecomes(path, half);
    broken.destroy();
    let resumed = await patch(path, half, photo.subarray(half));
    // The server may not have seen yet that the first one is gone.
    while (resumed.status === 423) resumed = await patch(path, half, photo.subarray(half));
    expect(resumed).toMatchObject({ status: 204, isComplete: true });
    expect((await detailOf(id)).media).toBe(1);
  });

  it('goes on after the server was started again', async () => {
    const { id, path } = await withReport();
    await patch(path, 0, photo.subarray(0, half));
    await server.restart();
    expect(await head(path)).toMatchObject({ status: 200, offset: String(half) });
    expect(await patch(path, half, photo.subarray(half))).toMatchObject({ status: 204, isComplete: true });
    expect((await detailOf(id)).media).toBe(1);
  });

  it('whose last piece is repeated, or that comes again as a whole, is there once', async () => {
    const { id, path } = await withReport();
    await patch(path, 0, photo.subarray(0, half));
    for (let times = 0; times < 3; times++) {
      expect(await patch(path, half, photo.subarray(half))).toMatchObject({ status: 204, isComplete: true });
    }
    expect(await patch(path, 0, photo)).toMatchObject({ status: 204, isComplete: true });
    expect(await patch(path, photo.length, Buffer.alloc(0))).toMatchObject({ status: 204, isComplete: true });
    expect((await detailOf(id)).media).toBe(1);
  });

  it('takes one piece at a time', async () => {
    const { id, path } = await withReport();
    const slow = beginPiece(path, 0, photo.subarray(0, half));
    await offsetBecomes(path, half);
    expect((await patch(path, half, photo.subarray(half))).status).toBe(423);
    const done = new Promise<number | undefined>((resolve) => {
      slow.on('response', (answer) => resolve(answer.statusCode));
    });
    slow.end(photo.subarray(half));
    expect(await done).toBe(204);
    expect((await detailOf(id)).media).toBe(1);
  });

  it('sent by many at once is there once', async () => {
    const { id, path } = await withReport();
    const answers = await Promise.all(Array.from({ length: 8 }, () => patch(path, 0, photo)));
    for (const { status } of answers) expect([204, 423]).toContain(status);
    expect(await head(path)).toMatchObject({ isComplete: true });
    expect((await detailOf(id)).media).toBe(1);
  });

  it('that all arrived but was not finished is finished by an empty piece', async () => {
    const { id, photoId, path } = await withReport();
    await patch(path, 0, photo.subarray(0, half));
    // As a server leaves it that ends after the last byte and before the report knows.
    const name = filesUnderWay().find((file) => file.includes(photoId)) ?? '';
    appendFileSync(join(server.home.dataDir, 'uploads', name), photo.subarray(half));
    expect(await head(path)).toEqual({ status: 200, offset: String(photo.length), isComplete: false });
    expect((await detailOf(id)).media).toBe(0);
    expect(await patch(path, photo.length, Buffer.alloc(0))).toMatchObject({ status: 204, isComplete: true });
    expect((await detailOf(id)).media).toBe(1);
  });
});

describe('a piece is refused', () => {
  it('at the wrong place, with the right one', async () => {
    const { path } = await withReport();
    expect(await patch(path, 5, photo)).toMatchObject({ status: 409, offset: '0' });
    await patch(path, 0, photo.subarray(0, half));
    for (const offset of [0, half - 1, half + 1]) {
      expect(await patch(path, offset, photo.subarray(half))).toMatchObject({ status: 409, offset: String(half) });
    }
  });

  it('when the whole is no picture, which is then forgotten', async () => {
    const { id, path } = await withReport();
    const words = Buffer.from('no picture at all');
    expect((await patch(path, 0, words, words.length)).status).toBe(415);
    expect((await head(path)).status).toBe(404);
    expect((await detailOf(id)).media).toBe(0);
  });

  it('when it is too large, or more than was said', async () => {
    const { path } = await withReport();
    expect((await patch(path, 0, Buffer.from('x'), 20 * 1024 * 1024 + 1)).status).toBe(413);
    expect((await patch(path, 0, Buffer.from('xyz'), 2)).status).toBe(413);
    expect((await head(path)).status).toBe(404);
  });

  it('when the report has eight photos, kept or under way', async () => {
    const { id, followPath } = await sendReport(server);
    for (let count = 0; count < 8; count++) {
      const path = pathOf(followPath, randomUUID());
      const bytes = count < 3 ? photo : photo.subarray(0, 10);
      expect((await patch(path, 0, bytes)).status).toBe(204);
    }
    expect((await patch(pathOf(followPath, randomUUID()), 0, photo)).status).toBe(413);
    expect((await detailOf(id)).media).toBe(3);
  });

  it('without what is needed to place it', async () => {
    const { path } = await withReport();
    expect((await ask(path, 'PATCH', { 'upload-length': '5' }, Buffer.from('x'))).status).toBe(422);
    expect((await ask(path, 'PATCH', { 'upload-offset': '0' }, Buffer.from('x'))).status).toBe(422);
    expect((await patch(path, 0, Buffer.from('x'), 0)).status).toBe(422);
    const odd = { 'upload-offset': '-1', 'upload-length': '5' };
    expect((await ask(path, 'PATCH', odd, Buffer.from('x'))).status).toBe(422);
    const json = { 'content-type': 'application/json', 'upload-offset': '0', 'upload-length': '2' };
    expect((await ask(path, 'PATCH', json, Buffer.from('{}'))).status).toBe(415);
    await patch(path, 0, photo.subarray(0, half));
    expect((await patch(path, half, photo.subarray(half), photo.length + 1)).status).toBe(422);
  });

  it('to whoever does not hold the secret, and for an id that is none', async () => {
    const { path } = await withReport();
    const foreign = path.replace(/follow\/./, 'follow/_');
    expect((await fetch(server.url + foreign, { method: 'HEAD' })).status).toBe(404);
    expect((await patch(foreign, 0, photo)).status).toBe(404);
    const { followPath } = await sendReport(server);
    const odd = await fetch(server.url + pathOf(followPath, 'none'), { method: 'HEAD' });
    expect(odd.status).toBe(400);
  });

  it('under the id of a photo of another report', async () => {
    const { path, photoId } = await withReport();
    await patch(path, 0, photo);
    const { id, followPath } = await sendReport(server);
    expect((await head(pathOf(followPath, photoId))).status).toBe(404);
    expect((await patch(pathOf(followPath, photoId), 0, photo)).status).toBe(422);
    expect((await detailOf(id)).media).toBe(0);
  });
});

describe('what nobody goes on with', () => {
  it('is forgotten after seven days, and not before', async () => {
    const { path } = await withReport();
    await patch(path, 0, photo.subarray(0, half));
    expect(statSync(join(server.home.dataDir, 'uploads')).mode & 0o777).toBe(0o700);
    clock.ahead = 6 * 86_400_000;
    await server.app.get(ForgetUploads).run();
    expect((await head(path)).offset).toBe(String(half));
    clock.ahead = 8 * 86_400_000;
    await server.app.get(ForgetUploads).run();
    expect((await head(path)).status).toBe(404);
    expect(filesUnderWay()).toEqual([]);
    clock.ahead = 0;
  });
});
