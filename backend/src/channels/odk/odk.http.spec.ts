/** Requests as ODK Collect makes them, with a form that its own engine fills. */
import { createHash, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { inflateSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { GatewayView, ReportView } from '@atesto/contract';
import { fillForm, isIncomplete, picturePart, submission, submit, xmlPart } from '../../../../test/support/collect.js';
import { addGateway, ask, detailOf, logOf, post, reportsOf, until } from '../../../../test/support/gateways.js';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer();
let path = '';
let gateway: GatewayView;
let photos: Buffer[] = [];

beforeAll(async () => {
  const plain = { colour: '#204080', icon: 'dot', sensitive: false };
  const items = [
    { ...plain, code: 'water', names: { en: 'Water', de: 'Wasser' } },
    { ...plain, code: 'well', parent: 'water', names: { en: 'Well', de: 'Brunnen' } },
  ];
  for (const [below, method, body] of [
    ['/categories', 'PUT', { items }],
    ['', 'PATCH', { languages: ['en', 'de'] }],
  ] as const) {
    const { version } = (await server.main<{ version: number }>('')).body;
    const changed = await server.main(below, { method, headers: { 'if-match': `"${version}"` }, body });
    expect(changed.status).toBe(200);
  }
  const added = await addGateway(server, 'odk', { country: 'US' });
  [gateway, path] = [added, added.path];
  photos = await Promise.all(
    ['#804020', '#208040', '#204080'].map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .jpeg()
        .toBuffer(),
    ),
  );
});

const photo = (index: number): Buffer => photos[index] ?? Buffer.alloc(0);
const get = (below: string) => server.call<string>(`${path}${below}`, { cookie: null });
const reports = (): Promise<ReportView[]> => reportsOf(server, 'odk');
const withText = async (text: string): Promise<ReportView[]> => (await reports()).filter((one) => one.text === text);

const instance = (text: string, more = '', id = `uuid:${randomUUID()}`): string =>
  `<?xml version='1.0' ?><data id="atesto-main" version="1" xmlns:orx="http://openrosa.org/xforms"><text>${text}</text>${more}<orx:meta><orx:instanceID>${id}</orx:instanceID></orx:meta></data>`;

const natureOf = (body: string): string | undefined => /<message nature="([a-z_]+)">/.exec(body)?.[1];

/** As a phone's camera does. */
async function scan(size: number, path: string): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
  const image = sharp(Buffer.from(svg))
    .resize(size * 8)
    .ensureAlpha()
    .raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return decodeQR({ data: new Uint8Array(data), width: info.width, height: info.height });
}

describe('the list of forms', () => {
  it('names the form with the hash of exactly what is downloaded', async () => {
    const list = await get('/formList?deviceID=collect%3Amade-up-phone');
    expect([list.status, list.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(list.headers.get('x-openrosa-version')).toBe('1.0');
    expect(list.headers.get('date')).not.toBeNull();
    const { xforms } = new XMLParser().parse(list.body) as { xforms: { xform: Record<string, string> } };
    expect(xforms.xform).toMatchObject({ formID: 'atesto-main', version: expect.stringMatching(/^[0-9a-f]{12}$/) });
    const { pathname, origin } = new URL(xforms.xform['downloadUrl'] ?? '');
    expect(new URL(gateway.addresses[0]?.url ?? '').origin).toBe(origin);
    const form = await fetch(server.url + pathname, { headers: { 'accept-encoding': 'gzip' } });
    expect(form.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const bytes = Buffer.from(await form.arrayBuffer());
    expect(xforms.xform['hash']).toBe(`md5:${createHash('md5').update(bytes).digest('hex')}`);
  });

  it('can be asked for one form, and in more words', async () => {
    expect((await get('/formList?formID=other')).body).not.toContain('<xform>');
    expect((await get('/formList?formID=atesto-main&verbose=true')).body).toContain('<descriptionText>');
    expect((await get('/forms/atesto-main/manifest')).body).toContain('<manifest xmlns=');
    expect((await get('/forms/other.xml')).status).toBe(404);
    expect((await get('/forms/other/manifest')).status).toBe(404);
  });

  it('is set up by one scan', async () => {
    const { code, url } = gateway.addresses[0] ?? {};
    const scanned = await scan(code?.size ?? 0, code?.path ?? '');
    const settings: unknown = JSON.parse(inflateSync(Buffer.from(scanned, 'base64')).toString('utf8'));
    expect(settings).toMatchObject({
      general: { server_url: url, form_update_mode: 'match_exactly', autosend: 'wifi_and_cellular' },
      project: { name: expect.any(String) },
      admin: {},
    });
  });

  it('is nobody’s at a wrong address', async () => {
    const wrong = await server.call<string>(`${path.slice(0, -2)}AA/formList`, { cookie: null });
    expect([wrong.status, wrong.headers.get('x-openrosa-version')]).toEqual([403, '1.0']);
  });
});

describe('a form filled by the engine of ODK', () => {
  it('asks in both languages, and becomes a report with its photo', async () => {
    const { body: form } = await get('/forms/atesto-main.xml');
    const filled = await fillForm({
      form,
      values: {
        text: 'The well & the <pump> are dry',
        category: 'well',
        place: 'Mill lane',
        location: { latitude: 12.50431, longitude: 44.25127, altitude: null, accuracy: 5 },
        name: 'Ada Example',
        phone: '(202) 555-0101',
      },
      pictures: { photo1: { name: 'well.jpg', base64: photo(0).toString('base64') } },
    });
    expect([filled.status, filled.violations]).toEqual(['ready', null]);
    expect(filled.shown['English (en)']?.labels).toContain('What do you see? What is needed?');
    expect(filled.shown['Deutsch (de)']?.choices).toEqual([
      ['water', 'Wasser'],
      ['well', 'Wasser › Brunnen'],
    ]);
    const answer = await submit(server, path, filled.parts);
    expect([answer.status, natureOf(answer.body)]).toEqual([201, 'submit_success']);
    expect(answer.body).toMatch(/\/follow\/[\w-]+/);
    const [report] = await withText('The well & the <pump> are dry');
    expect(report).toMatchObject({
      channel: 'odk',
      category: 'well',
      place: 'Mill lane',
      location: { lat: 12.50431, lon: 44.25127, accuracy: 5 },
      media: 1,
      mediaExpected: 1,
      contactable: true,
    });
    expect(Math.abs(Date.parse(report?.observedAt ?? '') - Date.now())).toBeLessThan(120_000);
    expect((await detailOf(server, report?.id ?? '')).answers).toEqual({});
    const reporter = await server.main(`/reports/${report?.id}/reporter`);
    expect(reporter.body).toMatchObject({ name: 'Ada Example', phone: '+12025550101' });
  });
});

describe('a submission', () => {
  it('is announced', async () => {
    const head = await fetch(`${server.url}${path}/submission?deviceID=x`, { method: 'HEAD' });
    expect(head.status).toBe(204);
    expect(Number(head.headers.get('x-openrosa-accept-content-length'))).toBeGreaterThan(1_000_000);
    expect(head.headers.get('x-openrosa-version')).toBe('1.0');
  });

  it('sent again, even many times at once, adds nothing', async () => {
    const parts = [picturePart('a.jpg', photo(0)), xmlPart(instance('Again', '<photo1>a.jpg</photo1>'))];
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit(server, path, parts)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await withText('Again')).toMatchObject([{ media: 1 }]);
  });

  it('in several requests gets its photos in any order, each once', async () => {
    const xml = xmlPart(instance('In pieces', '<photo1>1.jpg</photo1><photo2>2.jpg</photo2><photo3>3.jpg</photo3>'));
    const send = async (...parts: Parameters<typeof submit>[2][number][]): Promise<void> => {
      expect((await submit(server, path, parts)).status).toBe(201);
    };
    await send(xml, picturePart('3.jpg', photo(2)), isIncomplete);
    expect(await withText('In pieces')).toMatchObject([{ media: 1, mediaExpected: 3 }]);
    await send(isIncomplete, picturePart('1.jpg', photo(0)), xml);
    await send(xml, picturePart('1.jpg', photo(0)), isIncomplete);
    await send(xml, picturePart('2.jpg', photo(1)));
    expect(await withText('In pieces')).toMatchObject([{ media: 3, mediaExpected: 3 }]);
  });

  it('with other content under the same name is refused, and the first stays', async () => {
    const id = `uuid:${randomUUID()}`;
    expect((await submit(server, path, [xmlPart(instance('First', '', id))])).status).toBe(201);
    const answer = await submit(server, path, [xmlPart(instance('First', '<place>elsewhere</place>', id))]);
    expect([answer.status, natureOf(answer.body)]).toEqual([409, 'error']);
    expect(await withText('First')).toMatchObject([{ place: null }]);
  });

  it('that corrects another one is a report of its own, which names it', async () => {
    const id = `uuid:${randomUUID()}`;
    await submit(server, path, [xmlPart(instance('Ten people', '', id))]);
    const [first] = await withText('Ten people');
    const deprecated = `<meta><deprecatedID>${id}</deprecatedID><instanceID>uuid:${randomUUID()}</instanceID></meta>`;
    const corrected = `<data id="atesto-main" version="1"><text>Twelve people</text>${deprecated}</data>`;
    expect((await submit(server, path, [xmlPart(corrected)])).status).toBe(201);
    const [second] = await withText('Twelve people');
    expect((await detailOf(server, second?.id ?? '')).answers).toEqual({ replaces: first?.id });
    expect(await withText('Ten people')).toHaveLength(1);
  });

  it('of another form, or without any words that we know, is kept with everything in it', async () => {
    const xml = `<survey id="household" version="3"><people>12</people><gps>12.5 44.25 0 5</gps><meta><instanceID>uuid:${randomUUID()}</instanceID></meta></survey>`;
    expect((await submit(server, path, [xmlPart(xml)])).status).toBe(201);
    const [report] = await reports();
    expect(report).toMatchObject({ text: '', location: { lat: 12.5, lon: 44.25, accuracy: 5 } });
    expect((await detailOf(server, report?.id ?? '')).answers).toEqual({
      form: 'household',
      people: '12',
      gps: '12.5 44.25 0 5',
    });
  });

  it('with a category that is gone keeps it, and a word that ends messages elsewhere is none here', async () => {
    await submit(server, path, [xmlPart(instance('Stop', '<category>gone</category>'))]);
    const [report] = await withText('Stop');
    expect(report).toMatchObject({ category: null });
    expect((await detailOf(server, report?.id ?? '')).answers).toEqual({ category: 'gone' });
  });

  it('is kept although one of its files is no photo', async () => {
    const parts = [xmlPart(instance('With a song')), picturePart('song.mp3', Buffer.from('no picture at all'))];
    expect((await submit(server, path, parts)).status).toBe(201);
    expect(await withText('With a song')).toMatchObject([{ media: 0 }]);
  });

  it('may come in chunks, without its length', async () => {
    const { body, headers } = submission([xmlPart(instance('In chunks'))]);
    const status = await new Promise((resolve, reject) => {
      const call = httpRequest(`${server.url}${path}/submission`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      call.on('error', reject);
      for (let at = 0; at < body.length; at += 100) call.write(body.subarray(at, at + 100));
      call.end();
    });
    expect(status).toBe(201);
    expect(await withText('In chunks')).toHaveLength(1);
  });

  it.each([
    ['no part', [isIncomplete], 400],
    ['no XML', [xmlPart('Water in the house')], 400],
    [
      'a document type',
      [xmlPart('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d id="a"><t>&x;</t></d>')],
      400,
    ],
    ['too deep a form', [xmlPart('<a id="1">'.repeat(200) + '</a>'.repeat(200))], 400],
    ['too large a form', [xmlPart(instance('a'.repeat(700_000)))], 400],
    ['too large a file', [xmlPart(instance('Large')), picturePart('1.jpg', Buffer.alloc(21 * 1024 * 1024))], 413],
  ])('that is %s is refused in words that the app shows', async (_, parts, status) => {
    const before = (await reports()).length;
    const answer = await submit(server, path, parts);
    expect([answer.status, natureOf(answer.body)]).toEqual([status, 'error']);
    expect(answer.headers.get('x-openrosa-version')).toBe('1.0');
    expect((await reports()).length).toBe(before);
  });

  it.each(['', '%%%', '<data/>', '--x\r\n\r\n'])('that is garbage (%j) is refused', async (body) => {
    for (const type of ['text/xml', 'multipart/form-data', 'multipart/form-data; boundary=x']) {
      const answer = await post(server, `${path}/submission`, body, { 'content-type': type });
      expect([type, answer.status, natureOf(answer.body)]).toEqual([type, 400, 'error']);
    }
  });

  it('at a wrong address is refused, and nothing is kept', async () => {
    const before = (await reports()).length;
    expect((await submit(server, `${path.slice(0, -2)}AA`, [xmlPart(instance('Wrong'))])).status).toBe(403);
    expect((await reports()).length).toBe(before);
  });
});

describe('those who send', () => {
  it('cannot be answered in the app, and the conversation says so', async () => {
    await submit(server, path, [xmlPart(instance('Asked'))]);
    const [report] = await withText('Asked');
    await ask(server, report?.id ?? '', 'How many?');
    const told = await until(async () =>
      (await detailOf(server, report?.id ?? '')).messages.find(({ delivery }) => delivery?.state === 'withheld'),
    );
    expect(told.delivery?.detail).toMatch(/takes no messages/);
  });

  it('are known by their phone, and can be blocked', async () => {
    await submit(server, path, [xmlPart(instance('Rubbish'))], 'collect:rude-phone');
    const [report] = await withText('Rubbish');
    const judged = await server.main(`/reports/${report?.id}/sender`, { method: 'PUT', body: { standing: 'blocked' } });
    expect(judged.status).toBe(204);
    const answer = await submit(server, path, [xmlPart(instance('More rubbish'))], 'collect:rude-phone');
    expect([answer.status, natureOf(answer.body)]).toEqual([201, 'submit_success']);
    expect(await withText('More rubbish')).toEqual([]);
  });

  it('are not told by the log', async () => {
    const person = '<name>Grace Example</name><phone>+1 202 555 0142</phone>';
    await submit(server, path, [xmlPart(instance('In the log', person))]);
    const log = await until(async () => {
      const entries = await logOf(server, gateway.id);
      return entries.some(({ request }) => request.includes('In the log')) && JSON.stringify(entries);
    });
    expect(log).not.toContain('Grace');
    expect(log).not.toContain('555 0142');
    expect(log).not.toContain('rude-phone');
  });
});
