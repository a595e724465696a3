/** Recordings of reports: kept as they came, heard in parts, written down and found again. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { HistoryEntry, Page, ReportDetail, ReportMedium, ReportReceipt, ReportView } from '@atesto/contract';
import { until } from '../../../../test/support/gateways.js';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer();
const tone = readFileSync(join(import.meta.dirname, '../../../../test/fixtures/recordings/tone.mp3'));
const id = randomUUID();
let recording: ReportMedium;

const detail = async (): Promise<ReportDetail> => (await server.main<ReportDetail>(`/reports/${id}`)).body;
const part = (range: string, more: Record<string, string> = {}) =>
  fetch(server.url + recording.url, { headers: { cookie: server.adminCookie, range, ...more } });
const write = (text: unknown) =>
  server.main<ReportDetail>(`/media/${recording.id}/transcript`, { method: 'PUT', body: { text } });

beforeAll(async () => {
  const form = new FormData();
  form.set('report', JSON.stringify({ id }));
  form.append('media', new Blob([new Uint8Array(tone)], { type: 'image/jpeg' }), 'said-to-be-a-photo.jpg');
  expect((await server.main('/reports', { method: 'POST', body: form, cookie: null })).status).toBe(201);
  const [file] = (await detail()).files;
  if (file === undefined) throw new Error('nothing was kept');
  recording = file;
});

describe('a recording', () => {
  it('is known by its bytes, and has no picture', async () => {
    expect(recording).toMatchObject({
      type: 'audio/mpeg',
      width: null,
      height: null,
      thumbnailUrl: null,
      transcript: null,
    });
    expect((await server.call(`${recording.url}/thumbnail`)).status).toBe(404);
  });

  it('is given out as it came, with its type, to those who may see the report', async () => {
    const answer = await fetch(server.url + recording.url, { headers: { cookie: server.adminCookie } });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('accept-ranges')]).toEqual([
      200,
      'audio/mpeg',
      'bytes',
    ]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await answer.arrayBuffer()).equals(tone)).toBe(true);
    expect((await server.call(recording.url, { cookie: null })).status).toBe(401);
  });

  it('is given out in parts', async () => {
    const answer = await part('bytes=100-199');
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, `bytes 100-199/${tone.length}`]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(tone.subarray(100, 200))).toBe(true);
    const etag = answer.headers.get('etag') ?? '';
    expect((await part('bytes=0-9', { 'if-range': etag })).status).toBe(206);
    expect((await part('bytes=0-9', { 'if-range': '"another"' })).status).toBe(200);
    const beyond = await part('bytes=100000-');
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${tone.length}`]);
  });

  it('is written down, corrected, found by its words, and remembered', async () => {
    const written = await write('  The well at the old mill is poisoned ');
    expect([written.status, written.body.files[0]?.transcript]).toEqual([200, 'The well at the old mill is poisoned']);
    await write('The well at the new mill is poisoned');
    const found = async (words: string): Promise<string[]> =>
      (await server.main<Page<ReportView>>(`/reports?q=${words}`)).body.items.map((report) => report.id);
    await until(async () => (await found('new+mill')).includes(id));
    expect(await found('old+mill')).toEqual([]);
    const { body } = await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`);
    expect(body.items.filter(({ kind }) => kind === 'report.transcribed').map(({ data }) => data)).toEqual([
      {
        recording: recording.id,
        transcript: 'The well at the old mill is poisoned',
        before: { transcript: null },
      },
      {
        recording: recording.id,
        transcript: 'The well at the new mill is poisoned',
        before: { transcript: 'The well at the old mill is poisoned' },
      },
    ]);
  });

  it('is written down once, however often it is said', async () => {
    const count = async () =>
      (await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`)).body.items.length;
    const before = await count();
    await write('The well at the new mill is poisoned');
    expect(await count()).toBe(before);
    expect((await write('')).body.files[0]?.transcript).toBeNull();
  });

  it.each([undefined, 5, 'x'.repeat(10_001)])('is not written down as what is no text', async (text) => {
    expect((await write(text)).status).toBe(422);
  });

  it('is what is written down; a photo is not', async () => {
    const form = new FormData();
    form.set('report', '{}');
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    form.append('media', new Blob([new Uint8Array(photo)]), 'photo.png');
    const { body } = await server.main<ReportReceipt>('/reports', { method: 'POST', body: form, cookie: null });
    const { files } = (await server.main<ReportDetail>(`/reports/${body.id}`)).body;
    const put = (medium: string) =>
      server.main(`/media/${medium}/transcript`, { method: 'PUT', body: { text: 'A sign' } });
    expect((await put(files[0]?.id ?? '')).status).toBe(409);
    expect((await put(randomUUID())).status).toBe(404);
  });
});
