/** Photos of reports: only pixels come through, and only those who may see them do. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import exifr from 'exifr';
import sharp from 'sharp';
import type { ReportDetail, ReportReceipt } from '@atesto/contract';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer();

/** A photo that says where it was taken, and by whom. */
function photo(): Promise<Buffer> {
  const gps = {
    GPSLatitudeRef: 'S',
    GPSLatitude: '12/1 30/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '45/1 15/1 0/1',
  };
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { Artist: 'P. Example' }, IFD3: gps })
    .jpeg()
    .toBuffer();
}

function formOf(report: string, files: Buffer[]): FormData {
  const form = new FormData();
  form.set('report', report);
  for (const file of files) form.append('media', new Blob([new Uint8Array(file)], { type: 'image/jpeg' }), 'photo.jpg');
  return form;
}

const send = (form: FormData) => server.main<ReportReceipt>('/reports', { method: 'POST', body: form, cookie: null });

async function bytesOf(path: string, cookie: string): Promise<Buffer> {
  const answer = await fetch(server.url + path, { headers: { cookie } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  return Buffer.from(await answer.arrayBuffer());
}

describe('a report with a photo', () => {
  it('offers the place that the photo says, and keeps nothing hidden in the file', async () => {
    const original = await photo();
    expect(await exifr.gps(original)).toEqual({ latitude: -12.5, longitude: 45.25 });
    const id = randomUUID();
    expect((await send(formOf(JSON.stringify({ id, text: 'Look' }), [original]))).status).toBe(201);
    const { body } = await server.main<ReportDetail>(`/reports/${id}`);
    const [file] = body.files;
    expect(body).toMatchObject({ media: 1, location: null });
    expect(file).toMatchObject({ type: 'image/jpeg', width: 900, height: 600, location: { lat: -12.5, lon: 45.25 } });
    const stored = await bytesOf(file?.url ?? '', server.adminCookie);
    expect((await sharp(stored).metadata()).exif).toBeUndefined();
    expect(await exifr.gps(stored)).toBeUndefined();
    expect(stored.includes('Example')).toBe(false);
    const thumbnail = await sharp(await bytesOf(file?.thumbnailUrl ?? '', server.adminCookie)).metadata();
    expect([thumbnail.width, thumbnail.height, thumbnail.exif]).toEqual([480, 320, undefined]);
    for (const path of [file?.url ?? '', file?.thumbnailUrl ?? '']) {
      expect((await server.call(path, { cookie: null })).status).toBe(401);
    }
  });

  it('may be a photo alone; sent again it is the same report with the same photo', async () => {
    const form = formOf(JSON.stringify({ id: randomUUID() }), [await photo()]);
    const first = await send(form);
    const second = await send(form);
    expect([first.status, second.status, second.body]).toEqual([201, 200, first.body]);
    const { body } = await server.main<ReportDetail>(`/reports/${first.body.id}`);
    expect([body.media, body.files.length]).toEqual([1, 1]);
  });

  it('is refused whole when a file is no photo', async () => {
    const id = randomUUID();
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const file of [Buffer.from('no photo at all'), Buffer.from('%PDF-1.4'), (await photo()).subarray(0, 400)]) {
      expect((await send(formOf(JSON.stringify({ id, text: 'Look' }), [file]))).status).toBe(415);
    }
    // A drawing is either refused or becomes pixels; it never stays a document.
    const drawn = await send(formOf(JSON.stringify({ text: 'Look' }), [script]));
    expect([201, 415]).toContain(drawn.status);
    expect((await server.main(`/reports/${id}`)).status).toBe(404);
  });

  it.each([
    ['is no JSON', 'text', 400],
    ['is missing', '', 400],
    ['holds a faulty field', '{"text":5}', 422],
    ['replaces its own prototype', '{"text":"x","__proto__":{"place":"y"}}', 422],
  ])('is refused when the part "report" %s', async (_, report, status) => {
    expect((await send(formOf(report, []))).status).toBe(status);
  });
});
