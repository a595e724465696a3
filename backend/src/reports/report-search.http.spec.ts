/** Finding reports over HTTP: by words a moment after they came, and by the reporter for those who may know. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryEntry, Page, ReportView } from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { addPerson, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let responder: Person;
let viewer: Person;
beforeAll(async () => {
  responder = await addPerson(server, 'responder');
  viewer = await addPerson(server, 'viewer');
});

const list = (query: string, cookie: string) => server.main<Page<ReportView>>(`/reports?${query}`, { cookie });
const idsOf = async (query: string, cookie = responder.cookie): Promise<string[]> =>
  (await list(query, cookie)).body.items.map(({ id }) => id);
const looks = async (id: string): Promise<HistoryEntry[]> =>
  (await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`)).body.items.filter(
    ({ kind }) => kind === 'reporter.viewed',
  );

describe('a report', () => {
  it('is found by its words in any script', async () => {
    const { id } = await sendReport(server, { text: 'انقطع الماء عن المستشفى' });
    await eventually(async () => expect(await idsOf(`q=${encodeURIComponent('مستشفى')}`)).toEqual([id]));
  });

  it('is found by its reporter, which is written down, and not by who may not know', async () => {
    const reporter = { name: 'Ana Ejemplo', phone: '+005550100200' };
    const { id } = await sendReport(server, { text: 'The bridge', reporter });
    await eventually(async () => expect(await idsOf('q=bridge')).toEqual([id]));
    expect(await looks(id)).toEqual([]);
    expect(await idsOf('reporter=ejemplo')).toEqual([id]);
    expect(await idsOf('q=0555%200100200')).toEqual([id]);
    expect(await looks(id)).toMatchObject([
      { by: { id: responder.id }, data: { search: true } },
      { by: { id: responder.id }, data: { search: true } },
    ]);
    expect(await idsOf('q=0555%200100200', viewer.cookie)).toEqual([]);
    expect((await list('reporter=ejemplo', viewer.cookie)).status).toBe(403);
    expect(await looks(id)).toHaveLength(2);
  });
});
