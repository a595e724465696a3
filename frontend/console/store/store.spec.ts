import { describe, expect, it } from '@jest/globals';
import { createStore } from './store.js';

const counter = (): ReturnType<typeof createStore<number, number>> =>
  createStore((state: number, event: number) => state + event, 0);

describe('the store', () => {
  it('tells listeners the new state and what happened', () => {
    const store = counter();
    const told: [number, number][] = [];
    store.subscribe((state, event) => told.push([state, event]));
    store.dispatch(2);
    store.dispatch(3);
    expect(told).toEqual([
      [2, 2],
      [5, 3],
    ]);
  });

  it('tells nothing to who stopped listening, even while telling', () => {
    const store = counter();
    const told: string[] = [];
    const stop = store.subscribe(() => {
      told.push('first');
      stop();
    });
    store.subscribe(() => told.push('second'));
    store.dispatch(1);
    store.dispatch(1);
    expect(told).toEqual(['first', 'second', 'second']);
  });
});
