import { describe, expect, it } from '@jest/globals';
import type { ReportDetail } from '@atesto/contract';
import { createApi } from '../../shared/api.js';
import { noteAction, type Http } from '../../shared/http.js';
import { roomOf } from '../address/address.js';
import { reportRow } from '../queue/row.js';
import { deploymentOf, reportOf, sessionOf } from '../report/report.fixture.js';
import { initialState, reduce } from '../store/reduce.js';
import type { ConsoleEvent, ConsoleState } from '../store/state.js';
import { createStore } from '../store/store.js';
import { reportActions } from './report-actions.js';

const before = reportOf({ id: 'one' });

/** The report is open; the server has not answered the action yet. */
const begun = () => {
  let answer: (report: ReportDetail) => void = () => undefined;
  let refuse: (reason: Error) => void = () => undefined;
  const http = ((method: string) =>
    method === 'GET'
      ? new Promise(() => undefined)
      : new Promise((resolve, reject) => {
          [answer, refuse] = [resolve as typeof answer, reject];
        })) as Http;
  const address = { ...roomOf('main'), selected: { kind: 'report' as const, id: 'one' } };
  const store = createStore<ConsoleState, ConsoleEvent>(reduce, initialState(address, 0));
  const events: ConsoleEvent[] = [
    { type: 'session.found', view: sessionOf('me') },
    { type: 'deployment.found', view: deploymentOf() },
    { type: 'address.changed', address: roomOf('main') },
    { type: 'address.changed', address },
    { type: 'queue.started', key: 'main' },
    { type: 'queue.loaded', key: 'main', rows: [reportRow(before)], next: null },
    { type: 'report.got', report: before },
  ];
  for (const event of events) store.dispatch(event);
  const actions = reportActions({ api: createApi(http), store, go: () => undefined });
  const shown = () => {
    const { report } = store.get().detail;
    return { claim: report?.claim?.by.id ?? null, status: report?.status, version: report?.version };
  };
  return { store, actions, shown, answer: (report: ReportDetail) => answer(report), refuse: () => refuse(new Error()) };
};

describe('an action on a report', () => {
  it('shows at once what will most likely be, in the list too', () => {
    const { store, actions, shown } = begun();
    void actions.claim('one');
    expect(shown()).toEqual({ claim: 'me', status: 'in_review', version: 1 });
    expect(store.get().queue.rows).toMatchObject([{ report: { claim: { by: { id: 'me' } } } }]);
    expect(store.get().notices).toEqual([]);
  });

  it('shows what the server says instead, once it does', async () => {
    const { actions, shown, answer } = begun();
    const claimed = actions.claim('one');
    answer({ ...before, version: 2, status: 'in_review', claim: { by: { id: 'you', name: 'Bo' }, until: 'later' } });
    expect(await claimed).toBe(true);
    expect(shown()).toEqual({ claim: 'you', status: 'in_review', version: 2 });
  });

  it('takes the guess back when it is refused', async () => {
    const { store, actions, shown, refuse } = begun();
    const taken = actions.take('one', 1, { category: 'water' });
    expect(store.get().detail.report?.category).toBe('water');
    refuse();
    expect(await taken).toBe(false);
    expect(store.get().detail.report?.category).toBeNull();
    expect(shown()).toEqual({ claim: null, status: 'new', version: 1 });
    expect(store.get().queue.rows).toMatchObject([{ report: { category: null } }]);
  });

  it('keeps what the live feed told meanwhile', async () => {
    const { store, actions, shown, refuse } = begun();
    const claimed = actions.claim('one');
    const theirs = { ...before, version: 2, claim: { by: { id: 'you', name: 'Bo' }, until: 'later' } };
    store.dispatch({
      type: 'changes.arrived',
      items: [{ kind: 'report.claimed', id: 'one', at: '', report: theirs }] as never,
    });
    refuse();
    expect(await claimed).toBe(false);
    expect(shown()).toMatchObject({ claim: 'you', version: 2 });
  });
});

describe('what was claimed only for it', () => {
  it.each([
    ['is free again once it is taken back', 'one'],
    ['is not confused with another', 'two'],
  ])('%s', async (_, borrowed) => {
    const { store, actions, answer } = begun();
    store.dispatch({ type: 'report.got', report: { ...before, version: 2, status: 'in_review' } });
    store.dispatch({ type: 'dialog.opened', dialog: 'ask', borrowed });
    const asked = actions.ask('one', 'Where?');
    const report: ReportDetail = { ...before, version: 3, status: 'needs_info' };
    noteAction(report, '7');
    answer(report);
    await asked;
    const undo = borrowed === 'one' ? { seq: '7', again: false, release: 'one' } : { seq: '7', again: false };
    expect(store.get().notices).toMatchObject([{ tone: 'good', undo }]);
  });
});
