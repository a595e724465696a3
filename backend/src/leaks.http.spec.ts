/**
 * What may not leave, against everything that anybody can fetch: a report with a marked name, phone, words and exact place,
 * and incidents of a sensitive category and for responders only. Every GET of the access matrix that is open to all is
 * asked, so a new one is looked through as well.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { exportFormats, type DeploymentView, type IncidentDetail } from '@atesto/contract';
import { matrix } from '../../test/support/access-matrix.js';
import { openIncident } from '../../test/support/people.js';
import { useServer } from '../../test/support/test-server.js';
import { WriteDumps } from './open-data/index.js';

const server = useServer();
const exact = { lat: 12.345678, lon: -45.678901 };
const hidden = { lat: 33.333333, lon: -66.666666 };
const words = {
  name: 'Markedname Madeup',
  phone: '555010077',
  report: 'markedreportwords',
  sensitive: 'markedsensitivetitle',
  internal: 'markedinternaltitle',
  note: 'markedteamnote',
};
let shown: IncidentDetail;
const closed: string[] = [];

const doubles = (value: number): Buffer[] => {
  const [little, big] = [Buffer.alloc(8), Buffer.alloc(8)];
  little.writeDoubleLE(value);
  big.writeDoubleBE(value);
  return [little, big];
};

/** As text, to five places, and as the bytes of a number, which a GeoPackage holds. */
const marks = (): Buffer[] => [
  ...Object.values(words).map((word) => Buffer.from(word)),
  ...[exact.lat, exact.lon, hidden.lat, hidden.lon].flatMap((value) => [
    Buffer.from(Math.abs(value).toFixed(4)),
    ...doubles(value),
  ]),
  ...closed.map((id) => Buffer.from(id)),
];

beforeAll(async () => {
  const { body } = await server.main<DeploymentView>('');
  const secret = {
    code: 'marked',
    names: { en: 'Secret' },
    colour: '#112233',
    icon: 'dot',
    sensitive: true,
    parent: null,
  };
  const headers = { 'if-match': `"${body.version}"` };
  const changed = await server.main<DeploymentView>('/categories', {
    method: 'PUT',
    body: { items: [...body.categories, secret] },
    headers,
  });
  const policy = {
    ...changed.body.policy,
    licence: 'CC-BY-4.0',
    publisher: 'An organisation',
    dataContact: 'data@example.org',
  };
  await server.main('', { method: 'PATCH', body: { policy }, headers: { 'if-match': `"${changed.body.version}"` } });
  const report = { text: words.report, location: exact, reporter: { name: words.name, phone: `+1${words.phone}` } };
  shown = await openIncident(server, { title: 'Dry well', severity: 'critical' }, report);
  const sensitive = await openIncident(
    server,
    { title: words.sensitive, category: 'marked', location: hidden },
    report,
  );
  const internal = await openIncident(server, { title: words.internal, location: hidden }, report);
  await server.main(`/incidents/${internal.id}`, {
    method: 'PATCH',
    body: { visibility: 'internal' },
    headers: { 'if-match': `"${internal.version}"` },
  });
  closed.push(sensitive.id, internal.id);
  await server.main(`/incidents/${shown.id}/notes`, { body: { text: words.note } });
  await server.app.get(WriteDumps).run();
});

/** Every address that a route stands for. */
function pathsOf(route: string): string[] {
  const base = route.replace('GET ', '').replace(':deployment', 'main').replace(':slug', 'main');
  const day = new Date().toISOString().slice(0, 10);
  const forEach = (text: string, name: string, values: readonly string[]): string[] =>
    text.includes(name) ? values.map((value) => text.replace(name, value)) : [text];
  return forEach(base, ':format', exportFormats)
    .flatMap((path) => forEach(path, ':z/:x/:y', ['0/0/0', '4/5/7', '10/382/476', '16/24452/30483']))
    .flatMap((path) => forEach(path, ':id', [shown.id, ...closed]))
    .flatMap((path) =>
      forEach(path, ':date/:file', [`${day}/incidents.csv.gz`, `${day}/incidents.geojson.gz`, `${day}/SHA256SUMS`]),
    )
    .map((path) => path.replace(':number', '1').replace(':side', '192').replace('*', 'x').replace(/:\w+/g, 'none'));
}

/** What lies inside of packed files. */
function unpacked(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return Buffer.concat(Object.values(unzipSync(bytes)));
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

const open = Object.entries(matrix).flatMap(([route, [allowed]]) =>
  route.startsWith('GET ') && allowed.startsWith('n') ? [route] : [],
);

describe('what anybody can fetch', () => {
  it('is looked at: more than seventy routes', () => {
    expect(open.length).toBeGreaterThan(70);
  });

  it.each(open)('%s holds no mark', async (route) => {
    for (const path of pathsOf(route)) {
      for (const query of ['', '?q=marked', '?audience=responders', '?f=json']) {
        const answer = await fetch(server.url + path + query);
        const bytes = unpacked(Buffer.from(await answer.arrayBuffer()));
        const heads = Buffer.from(JSON.stringify([...answer.headers]));
        // Whoever asks by an id may be told it back.
        const asked = closed.filter((id) => path.includes(id)).map((id) => Buffer.from(id));
        const found = marks().filter(
          (mark) => !asked.some((one) => one.equals(mark)) && (bytes.includes(mark) || heads.includes(mark)),
        );
        expect([path + query, found.map((mark) => mark.toString('latin1'))]).toEqual([path + query, []]);
      }
    }
  });

  it('is there at all: the shown one is in the files, blurred', async () => {
    for (const format of ['csv', 'geojson', 'kml', 'gpx', 'json']) {
      const answer = await server.main<unknown>(`/exports/incidents.${format}`, { cookie: null });
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      expect([format, text.includes('Dry well'), text.includes('12.3')]).toEqual([format, true, true]);
    }
  });
});
