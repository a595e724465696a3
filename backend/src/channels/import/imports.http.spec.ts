/** A made-up export of an earlier system goes in: once, whole, with its categories and what it called verified. */
import { describe, expect, it } from '@jest/globals';
import type { DeploymentView, IncidentView, Page, ProblemBody, ReportView } from '@atesto/contract';
import { useServer } from '../../../../test/support/test-server.js';
import type { ImportEvent } from './index.js';
import { importType } from './index.js';

const server = useServer();

const header = 'Serial,INCIDENT TITLE,INCIDENT DATE,LOCATION,DESCRIPTION,CATEGORY,LATITUDE,LONGITUDE,APPROVED,VERIFIED';
const csv = [
  header,
  '7,Wall &quot;down&quot;,05/02/2024 17:26,Mill,"A wall fell.\nNobody hurt.","5. Degats | Damage, 5a. Mur tombe | Fallen wall, ",18.5,-72.3,YES,YES',
  '6,Need water,28/01/2024 23:06,Harbour,Forty people wait.,"2b. Penurie d\'eau | Water shortage, ",18.6,-72.4,YES,NO',
  '5,Far away,31/12/2023 08:00,Elsewhere,This lies far away.,"Water needed",44.4,8.9,NO,NO',
  '4,Odd day,31/31/2024 08:00,Mill,A day that is none.,,18.5,-72.3,YES,NO',
  '3,Odd place,01/01/2024 08:00,Mill,A place that is none.,,abc,-72.3,YES,NO',
].join('\r\n');

const post = <Body>(body: string, params: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    format: 'csv',
    source: 'made-up',
    timeZone: 'America/Port-au-Prince',
    dayFirst: 'true',
    categoryLanguages: 'fr,en',
    ...params,
  });
  const headers = { 'content-type': importType };
  return server.main<Body>(`/imports?${query.toString()}`, { method: 'POST', body, headers });
};

async function importFile(body: string, format = 'csv'): Promise<(ImportEvent | { kind: 'failed' })[]> {
  const answer = await post<string>(body, { format });
  expect(answer.status).toBe(200);
  return answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportEvent);
}

const countsOf = (events: Awaited<ReturnType<typeof importFile>>): unknown => {
  const last = events.at(-1);
  return last?.kind === 'done' ? last.counts : last;
};

describe('importing a file', () => {
  it('takes in each row once and names each that is refused, with line and reason', async () => {
    const events = await importFile(csv);
    expect(countsOf(events)).toEqual({ imported: 3, known: 0, rejected: 2 });
    const rejected = events.filter((event) => event.kind === 'rejected');
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [6, '"31/31/2024 08:00" is no date'],
      [7, 'latitude or longitude is no position on Earth'],
    ]);
    expect(rejected[0]?.columns[0]).toBe('Serial');
    expect(countsOf(await importFile(csv))).toEqual({ imported: 0, known: 3, rejected: 2 });
  });

  it('keeps the words whole, and puts times into their zone', async () => {
    const { body } = await server.main<Page<ReportView>>('/reports?channel=import');
    expect(body.items).toHaveLength(3);
    const [wall] = body.items;
    expect(wall?.text).toBe('Wall "down"\n\nA wall fell.\nNobody hurt.');
    expect([wall?.observedAt, wall?.receivedAt]).toEqual(['2024-02-05T22:26:00.000Z', '2024-02-05T22:26:00.000Z']);
  });

  it('makes its categories the deployment’s, in both languages and in their tree, and finds one by its name', async () => {
    const { body } = await server.main<DeploymentView>('');
    const codes = new Map(body.categories.map((category) => [category.code, category]));
    expect(codes.get('5a-fallen-wall')).toMatchObject({
      parent: '5-damage',
      names: { fr: 'Mur tombe', en: 'Fallen wall' },
    });
    expect(body.languages).toContain('fr');
    const far = await server.main<Page<ReportView>>('/reports?bbox=8,44,9,45');
    expect(far.body.items.map(({ category }) => category)).toEqual(['water']);
    const group = await server.main<Page<ReportView>>('/reports?category=5-damage');
    expect(group.body.items).toHaveLength(1);
  });

  it('opens an incident for what was verified, and for nothing else', async () => {
    const { body } = await server.main<Page<IncidentView>>('/incidents');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ title: 'Wall "down"', place: 'Mill', reports: 1, category: '5-damage' });
  });

  it('leaves the area alone for a few rows', async () => {
    const { body } = await server.main<DeploymentView>('');
    expect(body.area.west).toBe(-180);
  });

  it('refuses another text under a number that is taken', async () => {
    const events = await importFile(csv.replace('Forty people', 'Fifty people'));
    expect(countsOf(events)).toEqual({ imported: 0, known: 2, rejected: 3 });
  });

  it('reads GeoJSON, and says where a file ends in the middle', async () => {
    const feature = (n: number): string =>
      `{"type":"Feature","id":${n},"geometry":{"type":"Point","coordinates":[106.8,-6.2]},"properties":{"text":"Water ${n}","depth":30}}`;
    const whole = `{"type":"FeatureCollection","features":[${feature(1)},${feature(2)}]}`;
    expect(countsOf(await importFile(whole, 'geojson'))).toEqual({ imported: 2, known: 0, rejected: 0 });
    const broken = await importFile(whole.slice(0, -12), 'geojson');
    expect(broken.at(-1)?.kind).toBe('failed');
  });

  it.each(['{', 'null', '[]', '7', ''])('refuses the mapping %j, and nothing comes in', async (mapping) => {
    const answer = await post<ProblemBody>(csv, { mapping });
    expect([answer.status, answer.body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/mapping']]);
  });

  it('is for coordinators only', async () => {
    const answer = await server.main('/imports?format=csv', {
      method: 'POST',
      cookie: null,
      body: csv,
      headers: { 'content-type': importType },
    });
    expect(answer.status).toBe(401);
  });
});
