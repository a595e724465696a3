import { describe, expect, it } from '@jest/globals';
import { createApi } from '../../shared/api.js';
import type { Http } from '../../shared/http.js';
import { Problem } from '../../shared/problem.js';
import { roomOf } from '../address/address.js';
import { reportRow } from '../queue/row.js';
import { deploymentOf, reportOf, sessionOf } from '../report/report.fixture.js';
import { initialState, reduce } from '../store/reduce.js';
import type { ConsoleEvent, ConsoleState } from '../store/state.js';
import { createStore } from '../store/store.js';
import { bulkActions } from './bulk-actions.js';
import { queueKey } from './load-queue.js';

/** One report is chosen and the live line is broken; the call ends with this status, or well. */
const chosenOffline = (status: number | null) => {
  const asked: string[] = [];
  const http = (async (method: string, path: string) => {
    asked.push(`${method} ${path.replace('/deployments/main', '')}`);
    if (method === 'GET') return new Promise(() => undefined);
    if (status !== null) throw new Problem({ type: 'about:blank', title: 'refused', status });
    return { items: [] };
  }) as Http;
  const key = queueKey(roomOf('main'));
  const store = createStore<ConsoleState, ConsoleEvent>(reduce, initialState(roomOf('main'), 0));
  const events: ConsoleEvent[] = [
    { type: 'session.found', view: sessionOf('me') },
    { type: 'deployment.found', view: deploymentOf() },
    { type: 'queue.started', key },
    { type: 'queue.loaded', key, rows: [reportRow(reportOf({ id: 'one' }))], next: null },
    { type: 'live.changed', live: 'offline' },
    { type: 'chosen.toggled', id: 'one', range: false },
  ];
  for (const event of events) store.dispatch(event);
  const actions = bulkActions({ api: createApi(http), store, go: () => undefined });
  const run = () => actions.all({ action: 'claim', reports: [{ id: 'one', version: 1 }] });
  return { store, run, asked };
};

describe('one action on all chosen reports, without a live line', () => {
  it('keeps the choice and the list where no answer came', async () => {
    const { store, run, asked } = chosenOffline(0);
    expect((await run())?.status).toBe(0);
    expect([...store.get().chosen.ids]).toEqual(['one']);
    expect(asked).toEqual(['POST /reports/bulk']);
  });

  it('keeps the choice where it was refused, and asks how the reports stand', async () => {
    const { store, run, asked } = chosenOffline(409);
    expect((await run())?.status).toBe(409);
    expect([...store.get().chosen.ids]).toEqual(['one']);
    expect(asked).toEqual(['POST /reports/bulk', 'GET /reports']);
  });

  it('lets the choice go where it was done', async () => {
    const { store, run } = chosenOffline(null);
    expect(await run()).toBeNull();
    expect(store.get().chosen.ids.size).toBe(0);
  });
});
