import { describe, expect, it } from '@jest/globals';
import { createApi } from '../../shared/api.js';
import { createHttp } from '../../shared/http.js';
import { roomOf } from '../address/address.js';
import { reportOf } from '../report/report.fixture.js';
import { initialState, reduce } from '../store/reduce.js';
import type { ConsoleEvent, ConsoleState } from '../store/state.js';
import { createStore } from '../store/store.js';
import { teamActions } from './team-actions.js';

describe('saying whose work something is', () => {
  it('can be taken back at once, by the number in the answer', async () => {
    const headers = { 'x-action': '12-3' };
    const http = createHttp({ fetch: () => Promise.resolve(Response.json(reportOf({ id: 'one' }), { headers })) });
    const store = createStore<ConsoleState, ConsoleEvent>(reduce, initialState(roomOf('main'), 0));
    const actions = teamActions({ api: createApi(http), store, go: () => undefined });
    await actions.assign({ kind: 'report', id: 'one' }, { person: 'you' });
    expect(store.get().notices).toMatchObject([{ words: 'saved', undo: { seq: '12-3', again: false } }]);
  });
});
