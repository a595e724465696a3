/** The journal's reader: in order, nothing twice, and no slow transaction skipped. */
import { describe, expect, it } from '@jest/globals';
import { idOf } from '../../../test/support/samples.js';
import { databaseKind, useDatabase } from '../../../test/support/test-database.js';
import type { Sql } from './database.js';
import {
  appendJournal,
  beginning,
  journalPosition,
  readHistory,
  readJournal,
  settleRestoredJournal,
} from './journal.js';

const used = useDatabase();
const deploymentId = idOf(900);

const append = (sql: Sql, ...subjects: number[]): Promise<string> =>
  appendJournal(
    sql,
    subjects.map((n) => ({ deploymentId, kind: 'report.received', subjectId: idOf(n), actorId: null, data: { n } })),
  );

/** The embedded database is one session: no second transaction can be slow there. */
const onServer = databaseKind === 'postgis' ? describe : describe.skip;

describe('the journal inside one transaction', () => {
  it('keeps what was written, in order, as the history of its subject', async () => {
    await append(used.sql, 1, 2);
    await append(used.sql, 1);
    const history = await readHistory(used.sql, deploymentId, idOf(1));
    expect(history.map(({ data }) => data)).toEqual([{ n: 1 }, { n: 1 }]);
    expect(BigInt(history[0]?.seq ?? 0)).toBeLessThan(BigInt(history[1]?.seq ?? 0));
  });

  it('tells of many that confirmed one after the other by the last of them', async () => {
    const kinds = ['incident.opened', 'incident.confirmed', 'incident.confirmed', 'incident.changed'] as const;
    const about = { deploymentId, subjectId: idOf(3), actorId: null, data: {} };
    await appendJournal(
      used.sql,
      [...kinds, 'incident.confirmed' as const, 'incident.confirmed' as const].map((kind) => ({ ...about, kind })),
    );
    const history = await readHistory(used.sql, deploymentId, idOf(3));
    expect(history.map(({ kind }) => kind)).toEqual([...kinds.toSpliced(1, 1), 'incident.confirmed']);
  });

  it('shows nothing of a transaction that has not ended', async () => {
    await append(used.sql, 1);
    expect(await readJournal(used.sql, beginning, 10, deploymentId)).toEqual([]);
  });

  it('takes entries from the future of another server for the oldest', async () => {
    await append(used.sql, 1, 2);
    await used.sql.query('update journal set xid = xid + 1000000 where deployment_id = $1', [deploymentId]);
    await settleRestoredJournal(used.sql);
    const read = await readJournal(used.sql, beginning, 10, deploymentId);
    expect(read.map(({ subjectId, cursor }) => [subjectId, cursor.split('.')[0]])).toEqual([
      [idOf(1), '3'],
      [idOf(2), '3'],
    ]);
  });
});

onServer('the journal under several writers', () => {
  const subjectsAfter = async (cursor: string, limit = 100): Promise<string[]> =>
    (await readJournal(used.database, cursor, limit, deploymentId)).map(({ subjectId }) => subjectId);

  it('stays where it is when the server that wrote it starts again', async () => {
    const start = await journalPosition(used.database);
    await used.database.transaction((tx) => append(tx, 5));
    const xids = (): Promise<unknown> =>
      used.database.query('select xid from journal where deployment_id = $1 order by seq', [deploymentId]);
    const before = await xids();
    await settleRestoredJournal(used.database);
    expect(await xids()).toEqual(before);
    expect(await journalPosition(used.database)).not.toBe(start);
  });

  it('does not skip a slow transaction that a faster one overtook', async () => {
    const start = await journalPosition(used.database);
    const slow = used.database.dataSource.createQueryRunner();
    await slow.startTransaction();
    const slowSql: Sql = {
      query: async <Row>(text: string, params: readonly unknown[] = []) =>
        (await slow.query(text, params as unknown[], true)).records as Row[],
    };
    await append(slowSql, 1);
    await used.database.transaction((tx) => append(tx, 2));
    // The faster one waits: read now, it would put the cursor past the slower one's place.
    expect(await subjectsAfter(start)).toEqual([]);
    await slow.commitTransaction();
    await slow.release();
    expect(await subjectsAfter(start)).toEqual([idOf(1), idOf(2)]);
  });

  it('is read in pages without a gap or a double, while eight write', async () => {
    const start = await journalPosition(used.database);
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 10; n++) await used.database.transaction((tx) => append(tx, 1_000 + writer * 10 + n));
    });
    const seen: string[] = [];
    let cursor = start;
    let isWriting = true;
    const written = Promise.all(writers).then(() => (isWriting = false));
    for (;;) {
      const wasWriting = isWriting;
      const page = await readJournal(used.database, cursor, 7, deploymentId);
      seen.push(...page.map(({ subjectId }) => subjectId));
      cursor = page.at(-1)?.cursor ?? cursor;
      if (page.length === 0 && !wasWriting) break;
    }
    await written;
    expect([...seen].sort()).toEqual(Array.from({ length: 80 }, (_, n) => idOf(1_000 + n)));
  });
});
