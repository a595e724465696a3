/** The journal of one subject, a page at a time, and what of the page may still be taken back. */
import type { PageQuery } from '@atesto/contract';
import type { Sql } from './database.js';
import { readHistoryFrom, readUndoings, type JournalEntry } from './journal.js';
import { byId, readPage } from './keyset.js';
import { openToUndo } from './undoable.js';

export interface HistoryPage {
  entries: JournalEntry[];
  next: string | null;
  /** Numbers of those entries that nobody took back since. */
  open: Set<string>;
}

/**
 * Oldest first. `subjects` are the kinds of entries that belong to it, by the word before the dot.
 * @throws Problem 422 for a cursor that is none
 */
export async function readHistoryPage(
  sql: Sql,
  deploymentId: string,
  subjectId: string,
  subjects: readonly string[],
  query: PageQuery,
): Promise<HistoryPage> {
  const { rows, next } = await readPage(
    query,
    async ({ after, limit }) => {
      const entries = await readHistoryFrom(sql, deploymentId, subjectId, {
        subjects,
        after: after?.id ?? null,
        limit,
      });
      return entries.map((entry) => ({ ...entry, id: entry.seq }));
    },
    byId,
    'number',
  );
  // What takes an entry back may stand pages later.
  const undoings = await readUndoings(sql, deploymentId, subjectId);
  const all = new Map([...rows, ...undoings].map((entry) => [BigInt(entry.seq), entry]));
  const inOrder = [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
  const open = openToUndo(inOrder);
  return { entries: rows, next, open: new Set(rows.map(({ seq }) => seq).filter((seq) => open.has(seq))) };
}
