import { describe, expect, it } from '@jest/globals';
import type { Change, ReportDetail } from '@atesto/contract';
import { Problem } from '../../shared/problem.js';
import { noFilter, roomOf, type RoomAddress } from '../address/address.js';
import { reportRow } from '../queue/row.js';
import { deploymentOf, reportOf, sessionOf } from '../report/report.fixture.js';
import { initialState, reduce } from './reduce.js';
import type { ConsoleEvent, ConsoleState } from './state.js';

const at = '2026-03-01T10:00:00.000Z';
const [first, second] = [reportOf({ id: 'one' }), reportOf({ id: 'two', receivedAt: '2026-03-01T11:00:00.000Z' })];
const after = (events: readonly ConsoleEvent[], address: RoomAddress = roomOf('main')): ConsoleState =>
  events.reduce(reduce, initialState(address, 0));
const open = (id: string): ConsoleEvent => ({
  type: 'address.changed',
  address: { ...roomOf('main'), selected: { kind: 'report', id } },
});
const room: readonly ConsoleEvent[] = [
  { type: 'session.found', view: sessionOf('me') },
  { type: 'deployment.found', view: deploymentOf() },
  { type: 'queue.started', key: 'main' },
  { type: 'queue.loaded', key: 'main', rows: [reportRow(first)], next: null },
];
const arrival = (report: ReportDetail, kind: Change['kind'] = 'report.received'): ConsoleEvent => ({
  type: 'changes.arrived',
  items: [{ kind, id: report.id, at, report } as Change],
});

describe('the room', () => {
  it('shows what comes in, and has a word for screen readers', () => {
    const state = after([...room, arrival(second)]);
    expect(state.queue.rows.map(({ id }) => id)).toEqual(['two', 'one']);
    expect(state.arrived).toEqual({ serial: 1, count: 1, first: second.text });
  });

  it('does not announce what only changed', () => {
    expect(after([...room, arrival({ ...first, version: 2 }, 'report.claimed')]).arrived.serial).toBe(0);
  });

  it('keeps a report that no longer fits while it is open, and drops it when another is opened', () => {
    const filtered = { ...roomOf('main'), filter: { ...noFilter, status: ['new'] } };
    const select = (id: string): ConsoleEvent => ({
      type: 'address.changed',
      address: { ...filtered, selected: { kind: 'report', id } },
    });
    const claimed = arrival({ ...first, status: 'in_review', version: 2 }, 'report.claimed');
    const state = after([...room, arrival(second), select('one'), claimed], filtered);
    expect([...state.queue.faded]).toEqual(['one']);
    expect(reduce(state, select('two')).queue.rows.map(({ id }) => id)).toEqual(['two']);
  });

  it('ignores incidents in the list of reports', () => {
    const incident = { id: 'x', version: 1, openedAt: at, mergedInto: null, status: 'open' };
    const change = { kind: 'incident.opened', id: 'x', at, incident } as unknown as Change;
    expect(after([...room, { type: 'changes.arrived', items: [change] }]).queue.rows).toHaveLength(1);
  });

  it('drops the answer for a list that is no longer wanted', () => {
    const state = after([
      ...room,
      { type: 'queue.started', key: 'other' },
      { type: 'queue.loaded', key: 'main', rows: [reportRow(second)], next: null },
    ]);
    expect([state.queue.phase, state.queue.rows.length]).toEqual(['loading', 0]);
  });

  it('keeps what is chosen when the same list is loaded again, and lets it go for another list', () => {
    const chosen = after([...room, { type: 'chosen.toggled', id: 'one', range: false }]);
    const again = reduce(chosen, { type: 'queue.started', key: 'main' });
    expect([...again.chosen.ids]).toEqual(['one']);
    expect(reduce(chosen, { type: 'queue.started', key: 'other' }).chosen.ids.size).toBe(0);
    const without: ConsoleEvent = { type: 'queue.loaded', key: 'main', rows: [reportRow(second)], next: null };
    expect(reduce(again, without).chosen.ids.size).toBe(0);
  });
});

describe('the detail', () => {
  it('follows what is open, and drops what comes for something else', () => {
    const state = after([...room, open('one'), { type: 'report.got', report: second }]);
    expect([state.detail.of?.id, state.detail.report]).toEqual(['one', null]);
  });

  it('takes fields from the live feed and keeps what the feed does not carry', () => {
    const message = { id: 'm', direction: 'out' as const, text: 'Where?', at, by: null, delivery: null };
    const asked = { ...first, messages: [message] };
    const { messages: _, ...view } = { ...first, status: 'needs_info' as const, version: 2 };
    const state = after([
      ...room,
      open('one'),
      { type: 'report.got', report: asked },
      { type: 'changes.arrived', items: [{ kind: 'report.asked', id: 'one', at, report: view }] },
    ]);
    expect([state.detail.report?.status, state.detail.report?.messages.length]).toEqual(['needs_info', 1]);
  });

  it('is not set back by an older answer', () => {
    const state = after([
      ...room,
      open('one'),
      { type: 'report.got', report: { ...first, version: 5 } },
      { type: 'report.got', report: first },
    ]);
    expect(state.detail.report?.version).toBe(5);
  });

  it('forgets the contact when another report is opened', () => {
    const contact = { name: 'Jo', phone: null, email: null };
    const state = after([...room, open('one'), { type: 'contact.got', id: 'one', contact }]);
    expect(state.detail.contact).toEqual(contact);
    expect(reduce(state, open('two')).detail.contact).toBeNull();
  });

  it('on a narrow screen comes to the front, and gives way to the queue when it is closed', () => {
    const opened = after([...room, open('one')]);
    expect(opened.pane).toBe('detail');
    expect(reduce(opened, { type: 'address.changed', address: roomOf('main') }).pane).toBe('queue');
  });
});

describe('quarantine', () => {
  const held = reportOf({ id: 'three', quarantined: true, receivedAt: '2026-03-01T12:00:00.000Z' });
  const admitted = arrival({ ...held, quarantined: false, version: 2 }, 'report.admitted');
  const quarantine = roomOf('main', 'quarantine');
  const ids = (state: ConsoleState): string[] => state.queue.rows.map(({ id }) => id);

  it('keeps a report out of the queue until it is admitted, which is told like an arrival', () => {
    const waiting = after([...room, arrival(held)]);
    expect(ids(waiting)).toEqual(['one']);
    const state = reduce(waiting, admitted);
    expect([ids(state), state.arrived.first]).toEqual([['three', 'one'], held.text]);
  });

  it('loses a report that is admitted elsewhere, but not from under the reader', () => {
    const list: ConsoleEvent = { type: 'queue.loaded', key: 'main', rows: [reportRow(held)], next: null };
    const state = after([...room, list, admitted], quarantine);
    expect([ids(state), [...state.queue.faded]]).toEqual([['three'], ['three']]);
  });

  it('takes in what is new in it without moving what is read', () => {
    const list: ConsoleEvent = { type: 'queue.loaded', key: 'main', rows: [reportRow(held)], next: null };
    const newer = reportRow({ ...held, id: 'four', receivedAt: '2026-03-01T13:00:00.000Z' });
    const fresh: ConsoleEvent = { type: 'queue.freshened', key: 'main', rows: [newer, reportRow(held)] };
    expect(ids(after([...room, list, fresh], quarantine))).toEqual(['four', 'three']);
    const scrolled = after([...room, list, { type: 'queue.scrolled', atTop: false }, fresh], quarantine);
    expect([ids(scrolled), scrolled.queue.waiting.length]).toEqual([['three'], 1]);
  });
});

describe('an answer of a reporter', () => {
  const answer = arrival({ ...first, version: 2 }, 'report.answered');

  it('is marked in the queue until the report is opened', () => {
    const state = after([...room, answer]);
    expect([...state.answered]).toEqual(['one']);
    expect(reduce(state, open('one')).answered.size).toBe(0);
  });

  it('needs no mark when the report is open', () => {
    expect(after([...room, open('one'), answer]).answered.size).toBe(0);
  });
});

describe('a claim taken by opening a dialog', () => {
  const claimed: ConsoleEvent = { type: 'report.got', report: { ...first, status: 'in_review', version: 2 } };
  const dialog: ConsoleEvent = { type: 'dialog.opened', dialog: 'reject', borrowed: 'one' };

  it('is to be given back when nothing was decided', () => {
    expect(after([...room, open('one'), claimed, dialog, { type: 'dialog.closed' }]).borrowed).toBe('one');
  });

  it('is spent with the decision', () => {
    const decided: ConsoleEvent = { type: 'report.got', report: { ...first, status: 'rejected', version: 3 } };
    expect(after([...room, open('one'), claimed, dialog, decided, { type: 'dialog.closed' }]).borrowed).toBeNull();
  });
});

describe('signing out', () => {
  it('leaves nothing behind but the address', () => {
    const state = after([
      ...room,
      open('one'),
      { type: 'report.got', report: first },
      { type: 'session.lost', expired: true },
    ]);
    expect([state.queue.rows, state.detail.report, state.session.view]).toEqual([[], null, null]);
    expect([state.session.expired, state.address]).toEqual([
      true,
      { ...roomOf('main'), selected: { kind: 'report', id: 'one' } },
    ]);
  });
});

describe('what is told in the strip', () => {
  const bad = (status: number): ConsoleEvent => ({
    type: 'notice.given',
    notice: { tone: 'bad', problem: new Problem({ type: 'about:blank', title: '', status }) },
  });
  const good: ConsoleEvent = { type: 'notice.given', notice: { tone: 'good', words: 'saved' } };
  const told = (events: readonly ConsoleEvent[]): unknown[] =>
    after(events).notices.map((one) => ('problem' in one ? one.problem.status : one.tone));

  it('is a problem until another one comes, whatever else was done meanwhile', () => {
    expect(told([bad(500), good, good])).toEqual([500, 'good']);
    expect(told([bad(500), good, bad(409)])).toEqual([409]);
  });
});
