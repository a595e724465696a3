/** Requests as apps that speak Open311 GeoReport v2 make them, from discovery to the state of what was handed in. */
import { XMLParser } from 'fast-xml-parser';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportView } from '@atesto/contract';
import { addGateway, ask, detailOf, logOf, post, reportsOf, until } from '../../../../test/support/gateways.js';
import { act, openIncident } from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';

let lateMs = 0;
/** Every second look at the clock is this much later, as by the clocks of two processes. */
let apartMs = 0;
let looks = 0;
const clock = { now: () => new Date(Date.now() + lateMs + (looks++ % 2) * apartMs) };
const server = useServer({}, clock);
const apiKey = 'a made-up key';
let path = '';
let openPath = '';
let gatewayId = '';

type Request = Record<string, string | number | null>;

beforeAll(async () => {
  const plain = { colour: '#204080', icon: 'dot', sensitive: false };
  const items = [
    { ...plain, code: 'water', names: { en: 'Water', de: 'Wasser' } },
    { ...plain, code: 'well', parent: 'water', names: { en: 'Well, or pump', de: 'Brunnen' } },
    { ...plain, code: 'violence', names: { en: 'Violence' }, sensitive: true },
  ];
  const { version } = (await server.main<{ version: number }>('')).body;
  const put = { method: 'PUT', headers: { 'if-match': `"${version}"` }, body: { items } };
  expect((await server.main('/categories', put)).status).toBe(200);
  const settings = { apiKey, jurisdictionId: 'city.example.org', contact: 'api@example.org' };
  const gateway = await addGateway(server, 'open311', settings);
  [path, gatewayId] = [gateway.path, gateway.id];
  openPath = (await addGateway(server, 'open311')).path;
});

const get = <Body = Request[]>(below: string, headers: Record<string, string> = {}) =>
  server.call<Body>(`${path}/${below}`, { cookie: null, headers });
const send = (fields: Record<string, string>, format = 'json') =>
  post(server, `${path}/requests.${format}`, { api_key: apiKey, service_code: 'water', ...fields });
const reports = (): Promise<ReportView[]> => reportsOf(server, 'open311');
const withText = async (text: string): Promise<ReportView[]> => (await reports()).filter((one) => one.text === text);
const idIn = (body: unknown): string => String((body as Request[])[0]?.['service_request_id']);
const stateOf = async (id: string): Promise<Request> => (await get(`requests/${id}.json`)).body[0] ?? {};
const place = { lat: '12.50431', long: '44.25127' };

describe('the endpoint', () => {
  it('is discovered, in both forms', async () => {
    const { body, headers } = await get<Record<string, unknown>>('discovery.json');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(body).toEqual({
      changeset: expect.stringMatching(/^\d{10}$/),
      contact: 'api@example.org',
      key_service: 'api@example.org',
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: expect.stringMatching(new RegExp(`${path}$`)),
          changeset: expect.any(String),
          type: 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    });
    const xml = await get<string>('discovery.xml');
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(xml.body).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<discovery>/);
    const read = new XMLParser({ parseTagValue: false }).parse(xml.body) as { discovery: Record<string, unknown> };
    expect(read.discovery).toMatchObject({
      endpoints: { endpoint: { formats: { format: ['text/xml', 'application/json'] } } },
    });
  });

  it('lists the categories as services, in the language of the caller', async () => {
    const { body } = await get('services.json');
    expect(body.map(({ service_code: code }) => code)).toEqual(['water', 'well', 'violence', 'none']);
    expect(body[1]).toEqual({
      service_code: 'well',
      service_name: 'Well, or pump',
      description: null,
      metadata: false,
      type: 'realtime',
      keywords: expect.any(String),
      group: 'Water',
    });
    const keywords = String(body[1]?.['keywords']).split(',').sort();
    expect(keywords).toEqual(['Brunnen', 'Wasser', 'Water', 'Well  or pump']);
    const german = await get<string>('services.xml?jurisdiction_id=city.example.org', {
      'accept-language': 'de-AT,de;q=0.9',
    });
    expect(german.body).toContain(
      '<services><service><service_code>water</service_code><service_name>Wasser</service_name>',
    );
    expect((await get('services/well.json')).body).toEqual({ service_code: 'well', attributes: [] });
  });

  it.each(['services/gone.xml', 'nothing.json', 'services', 'requests.html', 'requests/7.json', 'other/7.json'])(
    '%s is not there',
    async (below) => {
      expect((await get(below)).status).toBe(404);
    },
  );

  it('is of one jurisdiction only', async () => {
    const answer = await get('services.json?jurisdiction_id=other.example.org');
    expect([answer.status, answer.body]).toEqual([404, [{ code: 404, description: expect.any(String) }]]);
    expect((await send({ jurisdiction_id: 'other.example.org', description: 'Wrong town' })).status).toBe(404);
    expect(await withText('Wrong town')).toEqual([]);
  });
});

describe('a request', () => {
  it('becomes a report with who sent it, and gets an id', async () => {
    const fields = {
      ...place,
      service_code: 'well',
      description: 'The pump is broken',
      address_string: 'Mill lane',
      first_name: 'Ada',
      last_name: 'Example',
      phone: '+1 202 555 0101',
      email: 'ada@example.org',
      account_id: '77',
      'attribute[DEPTH]': '12',
      media_url: 'http://example.org/pump.jpg',
    };
    const answer = await send(fields);
    expect([answer.status, answer.body]).toEqual([
      200,
      [
        {
          service_request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          service_notice: expect.stringContaining('/follow/'),
          account_id: '77',
        },
      ],
    ]);
    const [report] = await withText('The pump is broken');
    expect(report).toMatchObject({
      id: idIn(answer.body),
      channel: 'open311',
      category: 'well',
      place: 'Mill lane',
      location: { lat: 12.50431, lon: 44.25127 },
    });
    expect((await detailOf(server, report?.id ?? '')).answers).toEqual({
      'attribute[DEPTH]': '12',
      media_url: 'http://example.org/pump.jpg',
    });
    const reporter = await server.main(`/reports/${report?.id}/reporter`);
    expect(reporter.body).toMatchObject({ name: 'Ada Example', phone: '+12025550101', email: 'ada@example.org' });
  });

  it('is answered in XML too', async () => {
    const { body } = await send({ description: 'In XML', address_string: 'Mill lane' }, 'xml');
    expect(body).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<service_requests><request><service_request_id>[0-9a-f-]{36}<\/service_request_id><service_notice>.*<\/service_notice><account_id\/><\/request><\/service_requests>$/,
    );
  });

  it('sent again within ten minutes is the same one, also at the turn of the hour; later it is another', async () => {
    const fields = { ...place, description: 'Again', device_id: 'phone-7' };
    // Around the end of one of the pieces that time is cut into.
    [lateMs, apartMs] = [570_000 - (Date.now() % 600_000), 60_000];
    const first = await Promise.all(Array.from({ length: 8 }, () => send(fields)));
    for (let times = 0; times < 3; times++) first.push(await send(fields));
    [lateMs, apartMs] = [lateMs + 60_000, 0];
    const retried = await send(fields);
    expect(new Set([...first, retried].map(({ body }) => idIn(body))).size).toBe(1);
    expect((await send({ ...fields, device_id: 'phone-8' })).status).toBe(200);
    expect(await withText('Again')).toHaveLength(2);
    lateMs += 660_000;
    expect(idIn((await send(fields)).body)).not.toBe(idIn(retried.body));
    expect(await withText('Again')).toHaveLength(3);
  });

  it('brings its pictures along, once', async () => {
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#804020' } })
      .jpeg()
      .toBuffer();
    const upload = () => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ api_key: apiKey, service_code: 'water', description: 'Look' }))
        form.append(name, value);
      form.append('media', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'a.jpg');
      form.append('media', new Blob(['no picture']), 'b.jpg');
      return server.call(`${path}/requests.json`, { body: form, cookie: null });
    };
    expect([(await upload()).status, (await upload()).status]).toEqual([200, 200]);
    expect(await withText('Look')).toMatchObject([{ media: 1, mediaExpected: 2 }]);
  });

  it('needs the key where one is set', async () => {
    for (const key of ['', 'a guess']) {
      const answer = await send({ ...place, description: 'Wrong key', api_key: key });
      expect([answer.status, answer.body]).toEqual([403, [{ code: 403, description: expect.any(String) }]]);
    }
    expect(await withText('Wrong key')).toEqual([]);
    expect(
      (await post(server, `${openPath}/requests.json`, { service_code: 'none', description: 'No key' })).status,
    ).toBe(200);
    expect(await withText('No key')).toMatchObject([{ category: null }]);
    const wrong = await post(server, `${path.slice(0, -2)}AA/requests.json`, {
      service_code: 'water',
      description: 'x',
    });
    expect(wrong.status).toBe(403);
  });

  it('is refused in the words of the standard, and nothing is kept', async () => {
    const before = (await reports()).length;
    expect((await send({ service_code: 'gone', description: 'x' })).status).toBe(404);
    const answer = await send({ service_code: '', description: 'x', lat: '91', long: '0' }, 'xml');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(/^<\?xml[^>]*>\n<errors><error><code>400<\/code><description>service_code /);
    expect((await reports()).length).toBe(before);
  });

  it.each(['', '%%%', '{"service_code":"water"}', '--x\r\n\r\n', '\0'])(
    'that is garbage (%j) is refused',
    async (body) => {
      for (const type of ['application/x-www-form-urlencoded', 'application/json', 'multipart/form-data; boundary=x']) {
        const answer = await post(server, `${openPath}/requests.json`, body, { 'content-type': type });
        expect([type, answer.status]).toEqual([type, 400]);
      }
    },
  );
});

describe('what became of a request', () => {
  it('is told by its state alone, until it is part of a published incident', async () => {
    const id = idIn((await send({ ...place, description: 'Secret words' })).body);
    const received = await stateOf(id);
    expect(Object.entries(received).filter(([, value]) => value !== null)).toEqual([
      ['service_request_id', id],
      ['status', 'open'],
      ['status_notes', 'Received, not looked at yet.'],
      ['requested_datetime', expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)],
      ['updated_datetime', received['requested_datetime']],
    ]);
    expect((await get(`tokens/${id}.json`)).body).toEqual([{ service_request_id: id, token: id }]);
    await act(server, id, 'claim', server.adminCookie);
    const incident = { title: 'Broken pump', category: 'well', place: 'near the mill' };
    const verified = await act(server, id, 'verify', server.adminCookie, { incident });
    expect(verified.status).toBe(200);
    const shown = await stateOf(id);
    expect(shown).toMatchObject({
      service_request_id: id,
      status: 'open',
      service_code: 'well',
      description: 'Broken pump',
      address: 'near the mill',
    });
    expect(JSON.stringify(shown)).not.toContain('Secret');
    expect([shown['lat'], shown['long']]).not.toEqual([12.50431, 44.25127]);
    await server.main(`/incidents/${verified.body.incident?.id}/status`, {
      body: { status: 'resolved', reason: 'Mended', public: true },
    });
    expect(await stateOf(id)).toMatchObject({ status: 'closed' });
  });

  it('stays a state where the incident is internal, or the report was rejected', async () => {
    const internal = idIn((await send({ ...place, description: 'A threat' })).body);
    await act(server, internal, 'claim', server.adminCookie);
    await act(server, internal, 'verify', server.adminCookie, { incident: { title: 'Hidden', category: 'violence' } });
    expect(await stateOf(internal)).toMatchObject({
      status: 'open',
      status_notes: 'Looked at and confirmed.',
      description: null,
    });
    const rejected = idIn((await send({ ...place, description: 'Nonsense' })).body);
    await act(server, rejected, 'claim', server.adminCookie);
    await act(server, rejected, 'reject', server.adminCookie, { reason: 'spam' });
    expect(await stateOf(rejected)).toMatchObject({
      status: 'closed',
      status_notes: 'Looked at and closed.',
      lat: null,
    });
    const listed = await get(`requests.json?service_request_id=${internal},${rejected},7`);
    expect(listed.body.map(({ service_request_id: id }) => id)).toEqual([internal, rejected]);
  });

  it('is told of what came through here only', async () => {
    const { reportItems } = await openIncident(server, { category: 'violence' }, { text: 'By the web' });
    expect((await get(`requests/${reportItems[0]?.id}.json`)).status).toBe(404);
    const here = idIn((await send({ ...place, description: 'Here' })).body);
    expect((await server.call(`${openPath}/requests/${here}.json`, { cookie: null })).status).toBe(404);
  });

  it('cannot be asked back, and the conversation says so', async () => {
    const id = idIn((await send({ ...place, description: 'Asked' })).body);
    await ask(server, id, 'How many?');
    const told = await until(async () =>
      (await detailOf(server, id)).messages.find(({ delivery }) => delivery?.state === 'withheld'),
    );
    expect(told.delivery?.detail).toMatch(/carries no messages/);
    expect(await stateOf(id)).toMatchObject({
      status: 'open',
      status_notes: 'There is a question about it on its page.',
    });
  });
});

describe('the list of requests', () => {
  it('holds published incidents, newest first, by service, state, time and page', async () => {
    const made = [];
    for (const [title, category] of [
      ['One', 'water'],
      ['Two', 'well'],
      ['Three', 'water'],
      ['Four', 'violence'],
    ] as const)
      made.push(await openIncident(server, { title, category }));
    const over = await server.main(`/incidents/${made[0]?.id}/status`, {
      body: { status: 'resolved', reason: 'Over', public: true },
    });
    expect(over.status).toBe(200);
    const titles = async (query: string): Promise<unknown[]> =>
      (await get(`requests.json?${query}`)).body
        .map(({ description }) => String(description).split('\n')[0])
        .filter((title) => ['One', 'Two', 'Three', 'Four'].includes(String(title)));
    expect(await titles('')).toEqual(['Three', 'Two', 'One']);
    expect(await titles('service_code=water&status=')).toEqual(['Three', 'One']);
    expect(await titles('status=closed')).toEqual(['One']);
    expect(await titles('status=open,closed')).toEqual(['Three', 'Two', 'One']);
    expect(await titles('page_size=2&page=1')).toEqual(['Three', 'Two']);
    expect((await titles('page_size=2&page=2'))[0]).toBe('One');
    expect(await titles('end_date=2026-01-01T00:00:00Z')).toEqual([]);
    const xml = await get<string>('requests.xml?page_size=1');
    expect(xml.body).toMatch(
      /<service_requests><request><service_request_id>.*<expected_datetime\/>.*<\/request><\/service_requests>$/,
    );
    const faulty = await get('requests.json?status=odd&page=0');
    expect([faulty.status, faulty.body.length]).toEqual([400, 2]);
  });
});

describe('those who send', () => {
  it('can be blocked, and are not told', async () => {
    const rude = { ...place, device_id: 'rude-phone' };
    const first = idIn((await send({ ...rude, description: 'Rubbish' })).body);
    const judged = await server.main(`/reports/${first}/sender`, { method: 'PUT', body: { standing: 'blocked' } });
    expect(judged.status).toBe(204);
    const answer = await send({ ...rude, description: 'More rubbish' });
    expect([answer.status, idIn(answer.body)]).toEqual([200, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(await withText('More rubbish')).toEqual([]);
  });

  it('are not told by the log, nor is the key', async () => {
    await send({
      ...place,
      description: 'In the log',
      first_name: 'Grace',
      phone: '+1 202 555 0142',
      device_id: 'tt-91',
    });
    const log = await until(async () => {
      const entries = JSON.stringify(await logOf(server, gatewayId));
      return entries.includes('In the log') && entries;
    });
    for (const secret of [
      'Grace',
      '555 0142',
      '5550142',
      'tt-91',
      apiKey,
      '12.50431',
      server.url.slice(-5) + '/follow/A',
    ])
      expect(log).not.toContain(secret);
  });
});
