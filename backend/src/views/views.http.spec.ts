/** Saved views over HTTP: who sees, changes and removes which; and how many reports came in when. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Histogram, SavedView } from '@atesto/contract';
import { addPerson, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let [ana, ben, cleo] = [] as unknown as [Person, Person, Person];
beforeAll(async () => {
  ana = await addPerson(server, 'responder', 'Ana');
  ben = await addPerson(server, 'responder', 'Ben');
  cleo = await addPerson(server, 'coordinator', 'Cleo');
});

const listed = async (by: Person): Promise<SavedView[]> =>
  (await server.main<{ items: SavedView[] }>('/views', { cookie: by.cookie })).body.items;
const add = async (by: Person, body: object): Promise<SavedView> =>
  (await server.main<SavedView>('/views', { body, cookie: by.cookie })).body;
const change = (by: Person, id: string, body: object) =>
  server.main<SavedView>(`/views/${id}`, { method: 'PATCH', body, cookie: by.cookie });
const remove = (by: Person, id: string) => server.main(`/views/${id}`, { method: 'DELETE', cookie: by.cookie });

describe('a saved view', () => {
  it('for oneself is there for nobody else', async () => {
    const { id } = await add(ana, { name: 'Mine', query: 'status=new', shared: false });
    expect((await listed(ana)).map((view) => view.id)).toContain(id);
    expect((await listed(cleo)).map((view) => view.id)).not.toContain(id);
    expect([(await change(cleo, id, { name: 'Hers' })).status, (await remove(ben, id)).status]).toEqual([404, 404]);
  });

  it('that is shared is seen by all, and changed by its author and coordinators', async () => {
    const { id, by } = await add(ana, { name: 'Water', query: 'category=water&status=all', shared: true });
    expect(by).toEqual({ id: ana.id, name: 'Ana' });
    expect((await listed(ben)).find((view) => view.id === id)).toMatchObject({ name: 'Water', mine: false });
    expect((await change(ben, id, { name: 'Ben' })).status).toBe(403);
    expect((await change(cleo, id, { name: 'All water', position: 0 })).body).toMatchObject({ name: 'All water' });
    expect((await remove(ben, id)).status).toBe(403);
    expect((await remove(ana, id)).status).toBe(204);
    expect((await listed(ben)).map((view) => view.id)).not.toContain(id);
  });

  it.each(['reporter=Ana', 'q=%2B00+555+0107', 'status=all&q=ana%40example.org'])(
    'does not keep who reported: %s',
    async (query) => {
      const { id } = await add(ana, { name: 'All', query: '', shared: true });
      const { status } = await server.main('/views', { body: { name: 'X', query, shared: true }, cookie: ana.cookie });
      expect([status, (await change(ana, id, { query })).status]).toEqual([422, 422]);
    },
  );

  it.each([{ name: '' }, { query: 'a b' }, { query: 'x#y' }, { shared: 'yes' }])('refuses %j', async (odd) => {
    const body = { name: 'Odd', query: '', shared: true, ...odd };
    expect((await server.main('/views', { body, cookie: ana.cookie })).status).toBe(422);
  });
});

describe('a histogram', () => {
  it('counts those that match, in stretches of minutes', async () => {
    await sendReport(server, { text: 'one', category: 'water' });
    await sendReport(server, { text: 'two' });
    const answer = async (query: string): Promise<Histogram> =>
      (await server.main<Histogram>(`/reports/histogram?${query}`, { cookie: ana.cookie })).body;
    const sum = ({ counts }: Histogram): number => counts.reduce((total, n) => total + n, 0);
    const all = await answer('');
    expect([sum(all), sum(await answer('category=water')), sum(await answer('time=observed'))]).toEqual([2, 1, 2]);
    expect(Date.parse(all.to) - Date.parse(all.from)).toBe(all.minutes * all.counts.length * 60_000);
    expect(sum(await answer('from=2001-01-01&to=2001-02-01&buckets=10'))).toBe(0);
    expect((await answer('from=2001-01-01&to=2001-02-01&buckets=10')).counts).toHaveLength(10);
    expect((await server.main('/reports/histogram?reporter=ana', { cookie: ana.cookie })).status).toBe(403);
    expect((await server.main('/incidents/histogram', { cookie: ana.cookie })).status).toBe(200);
  });
});
