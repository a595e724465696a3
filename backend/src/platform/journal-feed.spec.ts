/** A commit is read at once, whenever it comes; the poll is only the net. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Database } from './database.js';
import { JournalFeed } from './journal-feed.js';
import type { JournalEntry } from './journal.js';

type Answer = (rows: object[]) => void;

/** A database whose answers the test gives: statements of a kind wait until it does. */
function manualDatabase() {
  const asked: { text: string; answer: Answer }[] = [];
  const query = (text: string): Promise<object[]> =>
    text.includes('desc')
      ? Promise.resolve([])
      : new Promise((answer) => {
          asked.push({ text, answer });
        });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    database: { isEmbedded: true, query } as unknown as Database,
    /** Answers the oldest open question, which must be about this. */
    async answer(about: 'entries' | 'unsettled', rows: object[]): Promise<void> {
      await settle();
      const next = asked.shift();
      expect(next?.text.includes('deployment_id') ? 'entries' : 'unsettled').toBe(about);
      next?.answer(rows);
      await settle();
    },
    open: () => asked.length,
  };
}

const row = {
  deployment_id: 'd',
  seq: '1',
  xid: '10',
  kind: 'report.received',
  subject_id: 's',
  at: new Date(0),
  data: {},
};

describe('the journal feed', () => {
  let feed: JournalFeed;
  let manual: ReturnType<typeof manualDatabase>;

  async function started(): Promise<JournalEntry[]> {
    const read: JournalEntry[] = [];
    manual = manualDatabase();
    feed = new JournalFeed(manual.database, pino({ level: 'silent' }));
    feed.subscribe((entries) => void read.push(...entries));
    await feed.start();
    return read;
  }

  afterEach(async () => {
    const stopping = feed.stop();
    while (manual.open() > 0) await manual.answer('entries', []);
    await stopping;
  });

  it('reads again when a commit comes while it looks whether anything waits', async () => {
    const read = await started();
    feed.wake();
    await manual.answer('entries', []);
    feed.wake();
    await manual.answer('unsettled', []);
    await manual.answer('entries', [row]);
    expect(read.map(({ cursor }) => cursor)).toEqual(['10.1']);
  });

  it('rests when nothing waits', async () => {
    await started();
    feed.wake();
    await manual.answer('entries', []);
    await manual.answer('unsettled', []);
    expect(manual.open()).toBe(0);
  });
});
