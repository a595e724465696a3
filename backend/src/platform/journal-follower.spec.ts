/** A reader of the journal reads on after a fault, without news, and ends when it is told to. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import type { JournalFeed, JournalHandler } from './journal-feed.js';
import { JournalFollower } from './journal-follower.js';

let wake: () => void = () => undefined;
const feed = {
  subscribe: (handler: JournalHandler) => {
    wake = () => void handler([{ kind: 'report.received' }] as Parameters<JournalHandler>[0]);
    return () => undefined;
  },
  isWorker: true,
} as unknown as JournalFeed;

/** Each page answers whether more is there, or fails; what is not named answers that nothing is. */
function follower(pages: (boolean | 'fails')[], paceMs?: number) {
  const told: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void told.push(line) });
  let read = 0;
  const readPage = (): Promise<boolean> => {
    const page = pages[read++] ?? false;
    return page === 'fails' ? Promise.reject(new Error('Connection terminated')) : Promise.resolve(page);
  };
  const one = new JournalFollower(feed, log, { name: 'made-up', concerns: () => true, readPage, paceMs });
  return { follower: one, told, read: () => read };
}

describe('a reader of the journal', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const passed = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

  it('reads until nothing is left, and again when there is news', async () => {
    const one = follower([true, true]);
    one.follower.start();
    await passed(0);
    expect(one.read()).toBe(3);
    wake();
    await passed(0);
    expect(one.read()).toBe(4);
  });

  it('tries again after a fault, without news, and says so', async () => {
    const one = follower(['fails']);
    one.follower.start();
    await passed(999);
    expect(one.read()).toBe(1);
    await passed(1);
    expect(one.read()).toBe(2);
    expect(one.told).toEqual([expect.stringContaining('"reader":"made-up"')]);
    await passed(60_000);
    expect(one.read()).toBe(2);
  });

  it('waits longer with each fault, half a minute at most, until a page was read', async () => {
    const one = follower([...Array.from({ length: 7 }, () => 'fails' as const), true, 'fails']);
    one.follower.start();
    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      const before = one.read();
      await passed(seconds * 1000 - 1);
      expect(one.read()).toBe(before);
      await passed(1);
    }
    expect(one.read()).toBe(9);
    await passed(1000);
    expect(one.read()).toBe(10);
  });

  it('ends at once when it is stopped while it waits', async () => {
    for (const one of [follower(['fails', true, true]), follower([true, true], 300)]) {
      one.follower.start();
      await passed(0);
      const before = one.read();
      await one.follower.stop();
      await passed(60_000);
      expect(one.read()).toBe(before);
    }
  });
});
