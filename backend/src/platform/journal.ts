/**
 * The append-only log of everything that changed, by whom: audit trail, outbox, live-feed cursor and history at once.
 * Written in the transaction of the change itself, never updated, never deleted.
 */
import type { JournalKind } from '@atesto/contract';
import { noteAction } from './action-note.js';
import type { Sql } from './database.js';

export interface NewEntry {
  deploymentId: string;
  kind: JournalKind;
  subjectId: string;
  /** Null for what no signed-in person did. */
  actorId: string | null;
  data?: Record<string, unknown>;
}

export interface JournalEntry {
  deploymentId: string;
  seq: string;
  cursor: string;
  kind: JournalKind;
  subjectId: string;
  actorId: string | null;
  at: Date;
  data: Record<string, unknown>;
}

/** A place in the journal: rows are ordered by (transaction id, sequence), written `xid.seq`. */
export type Cursor = string;

export const beginning: Cursor = '0.0';

export function isCursor(text: string): boolean {
  return /^\d{1,20}\.\d{1,20}$/.test(text);
}

function partsOf(cursor: Cursor): [xid: string, seq: string] {
  const [xid = '0', seq = '0'] = cursor.split('.');
  return [xid, seq];
}

/** Resolves to the number of the last entry. */
export async function appendJournal(tx: Sql, entries: readonly NewEntry[]): Promise<string> {
  if (entries.length === 0) return '';
  const written = await tx.query<{ seq: string }>(
    `insert into journal (deployment_id, kind, subject_id, actor_id, data)
     select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::jsonb[]) returning seq`,
    [
      entries.map((entry) => entry.deploymentId),
      entries.map((entry) => entry.kind),
      entries.map((entry) => entry.subjectId),
      entries.map((entry) => entry.actorId),
      entries.map((entry) => JSON.stringify(entry.data ?? {})),
    ],
  );
  const kinds = entries.map(({ kind }) => kind);
  const last = written.at(-1)?.seq ?? '';
  noteAction(
    kinds,
    entries.map(({ actorId }) => actorId),
    last,
  );
  return last;
}

interface JournalRow {
  deployment_id: string;
  seq: string;
  xid: string;
  kind: JournalKind;
  subject_id: string;
  actor_id: string | null;
  at: Date;
  data: Record<string, unknown>;
}

/** The oldest transaction that may still write; everything below it is settled. */
const horizon = 'pg_snapshot_xmin(pg_current_snapshot())::text::bigint';

const columns = 'deployment_id, seq, xid, kind, subject_id, actor_id, at, data';

function entryOf(row: JournalRow): JournalEntry {
  return {
    deploymentId: row.deployment_id,
    seq: row.seq,
    cursor: `${row.xid}.${row.seq}`,
    kind: row.kind,
    subjectId: row.subject_id,
    actorId: row.actor_id,
    at: row.at,
    data: row.data,
  };
}

/**
 * What was committed after `cursor`, in order. Sequence numbers commit out of order, so rows are taken by (xid, seq)
 * and only below the oldest transaction still running: a slow one is waited for, never skipped.
 */
export async function readJournal(
  sql: Sql,
  cursor: Cursor,
  limit: number,
  deploymentId: string | null = null,
): Promise<JournalEntry[]> {
  const rows = await sql.query<JournalRow>(
    `select ${columns} from journal
     where (xid, seq) > ($1::bigint, $2::bigint) and xid < ${horizon}
       and ($4::uuid is null or deployment_id = $4)
     order by xid, seq limit $3`,
    [...partsOf(cursor), limit, deploymentId],
  );
  return rows.map(entryOf);
}

const longestHistory = 2_000;

/**
 * Of what citizens confirmed one after the other the last stands for all: anybody may add to that, and how many they are
 * is counted elsewhere.
 */
const history = `select ${columns} from (select *, lead(kind) over (order by seq) as next_kind from journal
    where deployment_id = $1 and subject_id = $2) as entries
  where not (kind = 'incident.confirmed' and next_kind is not distinct from kind)`;

/** The journal of one subject, oldest first, the newest of it where it is very long. */
export async function readHistory(sql: Sql, deploymentId: string, subjectId: string): Promise<JournalEntry[]> {
  const rows = await sql.query<JournalRow>(`${history} order by seq desc limit $3`, [
    deploymentId,
    subjectId,
    longestHistory,
  ]);
  return rows.map(entryOf).reverse();
}

/** As `readHistory`, from after an entry on, of kinds that begin with one of these words. */
export async function readHistoryFrom(
  sql: Sql,
  deploymentId: string,
  subjectId: string,
  { subjects, after, limit }: { subjects: readonly string[]; after: string | null; limit: number | null },
): Promise<JournalEntry[]> {
  const rows = await sql.query<JournalRow>(
    `${history} and split_part(kind, '.', 1) = any($3::text[]) and ($4::bigint is null or seq > $4::bigint)
     order by seq limit $5`,
    [deploymentId, subjectId, subjects, after, limit],
  );
  return rows.map(entryOf);
}

/** The takings back in the journal of one subject, and the entries that they name. */
export async function readUndoings(sql: Sql, deploymentId: string, subjectId: string): Promise<JournalEntry[]> {
  const rows = await sql.query<JournalRow>(
    `with own as (select * from journal where deployment_id = $1 and subject_id = $2)
     select ${columns} from own
     where kind like '%.undone' or seq::text in (select data->>'of' from own where kind like '%.undone') order by seq`,
    [deploymentId, subjectId],
  );
  return rows.map(entryOf);
}

/** By their numbers: how many reports were changed in the same go as these entries of one history. */
export async function reportsInOneGo(
  sql: Sql,
  deploymentId: string,
  subjectId: string,
  seqs: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql.query<{ seq: string; reports: number }>(
    `select j.seq, count(distinct t.subject_id)::integer as reports
     from journal j join journal t on t.xid = j.xid and t.deployment_id = j.deployment_id and t.kind like 'report.%'
     where j.deployment_id = $1 and j.subject_id = $2 and j.seq = any($3::bigint[]) group by j.seq`,
    [deploymentId, subjectId, seqs],
  );
  return new Map(rows.map(({ seq, reports }) => [seq, reports]));
}

/** Whether rows are committed that wait for an older transaction to end. */
export async function isJournalUnsettled(sql: Sql): Promise<boolean> {
  const rows = await sql.query(`select 1 from journal where xid >= ${horizon} limit 1`);
  return rows.length > 0;
}

/** Where a reader stands that has seen everything so far. */
export async function journalPosition(sql: Sql): Promise<Cursor> {
  const [row] = await sql.query<{ xid: string; seq: string }>(
    `select xid, seq from journal where xid < ${horizon}
     order by xid desc, seq desc limit 1`,
  );
  return row === undefined ? beginning : `${row.xid}.${row.seq}`;
}

/**
 * A dump restored into a younger server holds transaction ids from the future, which no reader would ever reach. They
 * are put before everything the new server writes; their order stays that of their sequence numbers.
 */
export async function settleRestoredJournal(sql: Sql): Promise<void> {
  await sql.query(
    `update journal_readers set cursor = '0.0'
     where split_part(cursor, '.', 1)::bigint >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`,
  );
  await sql.query(`update journal set xid = 3 where xid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`);
}
