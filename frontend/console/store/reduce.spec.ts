import { describe, expect, it } from '@jest/globals';
import type { Change, ReportDetail } from '@atesto/contract';
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
});

describe('the detail', () => {
  it('follows what is open, and drops what comes for something else', () => {
    const state = after([...room, open('one'), { type: 'report.got', report: second }]);
    expect([state.detail.of?.id, state.detail.report]).toEqual(['one', null]);
  });

  it('takes fields from the live feed and keeps what the feed does not carry', () => {
    const asked = { ...first, messages: [{ id: 'm', direction: 'out' as const, text: 'Where?', at, by: null }] };
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
