import { describe, expect, it } from '@jest/globals';
import { reportOf } from '../report/report.fixture.js';
import {
  emptyQueue,
  loaded,
  movedOn,
  pageLoaded,
  showWaiting,
  started,
  withRow,
  type QueueState,
} from './queue-state.js';
import { neighbour, reportRow, type Row } from './row.js';

const row = (id: string, minute: number, version = 1): Row =>
  reportRow(reportOf({ id, version, receivedAt: `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z` }));

const ids = (rows: readonly Row[]): string => rows.map(({ id }) => id).join('');
const ready = (rows: readonly Row[], next: string | null = null): QueueState =>
  loaded(started(emptyQueue, 'main'), rows, next);

describe('a report that comes in', () => {
  it('appears at the top at once while one is at the top', () => {
    const queue = withRow(ready([row('b', 2), row('a', 1)]), row('c', 3), true);
    expect(ids(queue.rows)).toBe('cba');
  });

  it('waits while the list is scrolled down, so that nothing moves', () => {
    const scrolled = { ...ready([row('b', 2), row('a', 1)]), atTop: false };
    const queue = withRow(withRow(scrolled, row('c', 3), true), row('d', 4), true);
    expect([ids(queue.rows), ids(queue.waiting)]).toEqual(['ba', 'dc']);
    expect(ids(showWaiting(queue).rows)).toBe('dcba');
  });

  it('is no news when it does not fit the filter', () => {
    const queue = withRow(ready([row('a', 1)]), row('b', 2), false);
    expect([ids(queue.rows), queue.waiting.length]).toEqual(['a', 0]);
  });

  it('below the loaded pages comes with its page', () => {
    const queue = withRow(ready([row('c', 9)], 'more'), row('a', 1), true);
    expect(ids(queue.rows)).toBe('c');
  });

  it('while the first page is on its way is there afterwards, once', () => {
    const loading = withRow(started(emptyQueue, 'main'), row('b', 2), true);
    expect(ids(loaded(loading, [row('a', 1)], null).rows)).toBe('ba');
    expect(ids(loaded(loading, [row('b', 2), row('a', 1)], null).rows)).toBe('ba');
  });

  it('does not come twice when a later page holds it too', () => {
    const queue = pageLoaded(ready([row('c', 3), row('b', 2)], 'more'), [row('b', 2), row('a', 1)], null);
    expect(ids(queue.rows)).toBe('cba');
  });
});

describe('a report that changes', () => {
  it('changes in its place', () => {
    const queue = withRow(ready([row('b', 2), row('a', 1)]), row('a', 1, 2), true);
    expect(queue.rows.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('is not undone by an older word that comes later', () => {
    const queue = withRow(withRow(ready([row('a', 1)]), row('a', 1, 3), true), row('a', 1, 2), false);
    expect([queue.rows[0]?.version, queue.faded.size]).toEqual([3, 0]);
  });

  it('fades when it no longer fits, and stays until the person moves on', () => {
    const queue = withRow(ready([row('b', 2), row('a', 1)]), row('a', 1, 2), false);
    expect([ids(queue.rows), [...queue.faded]]).toEqual(['ba', ['a']]);
    expect(ids(movedOn(queue, 'a').rows)).toBe('ba');
    expect(ids(movedOn(queue, 'b').rows)).toBe('b');
  });

  it('stops being faded when it fits again', () => {
    const faded = withRow(ready([row('a', 1)]), row('a', 1, 2), false);
    expect(withRow(faded, row('a', 1, 3), true).faded.size).toBe(0);
  });

  it('leaves the waiting ones when it no longer fits', () => {
    const waiting = withRow({ ...ready([row('a', 1)]), atTop: false }, row('b', 2), true);
    expect(withRow(waiting, row('b', 2, 2), false).waiting).toEqual([]);
  });
});

describe('walking', () => {
  const rows = [row('c', 3), row('b', 2), row('a', 1)];

  it('goes on from what is open, and starts at an end when nothing is', () => {
    expect(neighbour(rows, 'c', 1)?.id).toBe('b');
    expect(neighbour(rows, null, 1)?.id).toBe('c');
    expect(neighbour(rows, null, -1)?.id).toBe('a');
  });

  it('stops at both ends', () => {
    expect([neighbour(rows, 'c', -1), neighbour(rows, 'a', 1), neighbour([], null, 1)]).toEqual([null, null, null]);
  });
});
