import { describe, expect, it } from '@jest/globals';
import type { SessionView } from '@atesto/contract';
import { createApi } from '../../shared/api.js';
import type { Http } from '../../shared/http.js';
import type { LiveOptions } from '../../shared/live.js';
import { roomOf, type Address } from '../address/address.js';
import { deploymentOf, reportOf, sessionOf } from '../report/report.fixture.js';
import { initialState, reduce } from '../store/reduce.js';
import type { ConsoleEvent, ConsoleState } from '../store/state.js';
import { createStore } from '../store/store.js';
import type { Context } from './context.js';
import { lookersAt } from '../together/presence.js';
import { noWork } from '../together/work.js';
import { Keeper } from './keeper.js';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

let deployments = [{ slug: 'main', name: 'Exercise' }];
const gateways = [
  { name: 'The phone in the office', health: 'silent' },
  { name: 'The mailbox', health: 'well' },
  { name: 'The bot', health: 'failing' },
];

const answerTo = (path: string): unknown => {
  if (path.endsWith('/history') || path.endsWith('/suggestions')) return { items: [], next: null };
  if (path.endsWith('/gateways')) return { items: gateways };
  if (path === '/deployments') return { items: deployments };
  if (path.endsWith('/my-work')) return noWork;
  if (path.endsWith('/counts')) return { quarantined: 3 };
  if (/\/reports\/./.test(path)) return reportOf({ id: path.split('/').at(-1) ?? '' });
  if (path.endsWith('/reports')) return { items: [reportOf()], next: null };
  return deploymentOf();
};

const room = (address: Address = roomOf('main')) => {
  const asked: string[] = [];
  const http = ((method: string, path: string) => {
    asked.push(`${method} ${path}`);
    return Promise.resolve(answerTo(path));
  }) as Http;
  const store = createStore<ConsoleState, ConsoleEvent>(reduce, initialState(address, 0));
  const context: Context = {
    api: createApi(http),
    store,
    go: (next) => store.dispatch({ type: 'address.changed', address: next }),
  };
  const feeds: LiveOptions[] = [];
  const lookedAt: (string | null)[] = [];
  let closed = 0;
  new Keeper(context, (options) => {
    feeds.push(options);
    return { close: () => void (closed += 1), lookAt: (at) => void lookedAt.push(at?.id ?? null) };
  });
  const lists = (): number => asked.filter((call) => call.endsWith('/reports')).length;
  return { store, context, feeds, asked, lists, lookedAt, closed: () => closed };
};

const adminOf = (): SessionView => ({
  user: { ...sessionOf('me').user, admin: true },
  memberships: [],
});

describe('the keeper', () => {
  it('loads nothing before somebody is signed in', () => {
    const { asked, feeds } = room();
    expect([asked, feeds]).toEqual([[], []]);
  });

  it('loads the list once the live feed holds, so that nothing is missed in between', async () => {
    const { store, feeds, lists } = room();
    store.dispatch({ type: 'session.found', view: sessionOf('me') });
    await settled();
    expect(lists()).toBe(0);
    feeds[0]?.onState?.('live');
    await settled();
    expect([lists(), store.get().queue.rows.length, store.get().live]).toEqual([1, 1, 'live']);
    store.dispatch({ type: 'session.lost', expired: false });
  });

  it('loads it all the same when there is no live feed, and again when the feed says so', async () => {
    const { store, feeds, lists } = room();
    store.dispatch({ type: 'session.found', view: sessionOf('me') });
    feeds[0]?.onState?.('offline');
    await settled();
    expect(lists()).toBe(1);
    feeds[0]?.onReload();
    await settled();
    expect(lists()).toBe(2);
    store.dispatch({ type: 'session.lost', expired: false });
  });

  it('loads another list for another filter, and the detail with its history for what is opened', async () => {
    const { store, context, feeds, asked, lists } = room();
    store.dispatch({ type: 'session.found', view: sessionOf('me') });
    feeds[0]?.onState?.('live');
    const address = { ...roomOf('main'), filter: { ...roomOf('main').filter, status: ['new'] } };
    context.go(address);
    context.go({ ...address, selected: { kind: 'report', id: 'one' } });
    await settled();
    expect(lists()).toBe(2);
    expect(asked).toContain('GET /deployments/main/reports/one/history');
    expect(store.get().detail.report?.id).toBe('one');
    store.dispatch({ type: 'session.lost', expired: false });
  });

  it('takes an administrator straight into the only deployment, but lets them choose later on', async () => {
    const { store, context } = room({ screen: 'home' });
    store.dispatch({ type: 'session.found', view: adminOf() });
    await settled();
    expect(store.get().address).toEqual(roomOf('main'));
    context.go({ screen: 'home' });
    await settled();
    expect(store.get().address).toEqual({ screen: 'home' });
    store.dispatch({ type: 'session.lost', expired: false });
  });

  it('lets an administrator choose among several', async () => {
    deployments = [...deployments, { slug: 'other', name: 'Other' }];
    const { store } = room({ screen: 'home' });
    store.dispatch({ type: 'session.found', view: adminOf() });
    await settled();
    expect(store.get().address).toEqual({ screen: 'home' });
    store.dispatch({ type: 'session.lost', expired: false });
  });

  it('gives back a claim that a dialog took, once the dialog is closed and nothing is under way', async () => {
    const { store, asked, feeds } = room();
    store.dispatch({ type: 'session.found', view: sessionOf('me') });
    feeds[0]?.onState?.('live');
    await settled();
    store.dispatch({ type: 'dialog.opened', dialog: 'reject', borrowed: 'one' });
    store.dispatch({ type: 'action.started', name: 'reject' });
    store.dispatch({ type: 'dialog.closed' });
    expect(asked.filter((call) => call.endsWith('/release'))).toEqual([]);
    store.dispatch({ type: 'action.ended' });
    await settled();
    expect(asked.filter((call) => call.endsWith('/release'))).toEqual(['POST /deployments/main/reports/one/release']);
    store.dispatch({ type: 'session.lost', expired: false });
  });

  it('asks how much waits in quarantine at first, when that changed, and as time goes by', async () => {
    const { store, asked, feeds } = room();
    const counts = (): number => asked.filter((call) => call.endsWith('/counts')).length;
    store.dispatch({ type: 'session.found', view: sessionOf('me') });
    feeds[0]?.onState?.('live');
    await settled();
    expect([counts(), store.get().quarantined]).toEqual([1, 3]);
    const { ...report } = reportOf({ id: 'other' });
    feeds[0]?.onChanges([{ kind: 'report.admitted', id: 'other', at: report.receivedAt, report }]);
    store.dispatch({ type: 'time.passed', nowMs: 1 });
    await settled();
    expect(counts()).toBe(3);
    store.dispatch({ type: 'session.lost', expired: false });
  });

  it('tells coordinators, and nobody else, which channels do not work', async () => {
    for (const [view, names] of [
      [adminOf(), ['The phone in the office', 'The bot']],
      [sessionOf('me'), []],
    ] as const) {
      const { store, asked, feeds } = room();
      store.dispatch({ type: 'session.found', view });
      feeds[0]?.onState?.('live');
      await settled();
      expect(store.get().alarms).toEqual(names);
      expect(asked.some((call) => call.endsWith('/gateways'))).toBe(names.length > 0);
      store.dispatch({ type: 'session.lost', expired: false });
      expect(store.get().alarms).toEqual([]);
    }
  });

  it('tells the others what is open here, and takes in what they look at until the line breaks', async () => {
    const { store, context, feeds, lookedAt } = room();
    store.dispatch({ type: 'session.found', view: sessionOf('me') });
    feeds[0]?.onState?.('live');
    context.go({ ...roomOf('main'), selected: { kind: 'report', id: 'one' } });
    context.go(roomOf('main'));
    expect(lookedAt).toEqual(['one', null]);
    const people = [{ person: { id: 'ada', name: 'Ada Example' }, at: [{ kind: 'report' as const, id: 'one' }] }];
    feeds[0]?.onPresence?.({ whole: true, people });
    expect(lookersAt(store.get(), 'one')).toEqual([{ id: 'ada', name: 'Ada Example' }]);
    feeds[0]?.onState?.('offline');
    expect(lookersAt(store.get(), 'one')).toEqual([]);
    store.dispatch({ type: 'session.lost', expired: false });
    await settled();
  });

  it('leaves the feed on signing out', () => {
    const { store, closed } = room();
    store.dispatch({ type: 'session.found', view: sessionOf('me') });
    store.dispatch({ type: 'session.lost', expired: false });
    expect(closed()).toBeGreaterThan(0);
  });
});
