import { describe, expect, it } from '@jest/globals';
import { createApi } from '../../shared/api.js';
import type { Http } from '../../shared/http.js';
import { roomOf } from '../address/address.js';
import { sessionOf } from '../report/report.fixture.js';
import { initialState, reduce } from '../store/reduce.js';
import type { ConsoleEvent, ConsoleState } from '../store/state.js';
import { createStore } from '../store/store.js';
import { sessionActions } from './session-actions.js';

describe('signing out', () => {
  it('leaves no browser behind that is told, and ends the session also where that fails', async () => {
    const asked: string[] = [];
    const http = ((method: string, path: string) => {
      asked.push(`${method} ${path}`);
      return path.endsWith('/push') ? Promise.reject(new Error('no line')) : Promise.resolve();
    }) as Http;
    let isSubscribed = true;
    const subscription = {
      endpoint: 'https://push.example/1',
      unsubscribe: () => Promise.resolve(!(isSubscribed = false)),
    };
    const browser = { subscription: () => Promise.resolve(subscription), isFollowing: () => false };
    const store = createStore<ConsoleState, ConsoleEvent>(reduce, initialState(roomOf('main'), 0));
    store.dispatch({ type: 'session.found', view: sessionOf('me') });
    await sessionActions({ api: createApi(http), store, go: () => undefined }, browser).signOut();
    expect(asked).toEqual(['DELETE /deployments/main/notices/push', 'DELETE /session']);
    expect([isSubscribed, store.get().session.phase]).toEqual([false, 'out']);
  });
});
