/** What waits on the phone to be sent, and what an answer of the server means for it. Pure. */

/** `sending` is not stored: whoever sends says so while it lasts. */
export type OutboxState = 'waiting' | 'received' | 'refused';

export interface OutboxPhoto {
  id: string;
  state: OutboxState;
  /** Whether a piece of it may have reached the server, so that it is worth asking how much. */
  isBegun: boolean;
  /** Whether it did not fit on the phone, and only the page in which it was chosen has it. */
  isHeld?: boolean;
}

export interface OutboxItem {
  /** Made on the phone; the server knows the same id again, so a repeat adds nothing. */
  id: string;
  kind: 'report' | 'answer' | 'confirmation';
  /** Where it goes: a path of this origin. */
  path: string;
  body: Record<string, unknown>;
  /** Its first words, for the list; all that is kept once it was received. */
  title: string;
  /** Milliseconds of the epoch. */
  createdAt: number;
  state: OutboxState;
  photos: OutboxPhoto[];
  /** Path of the follow page, once the server has the words. */
  follow: string | null;
  /** Failures in a row. */
  failures: number;
  /** Not before this moment, since the server asked for it; milliseconds of the epoch. */
  notBefore: number;
  /** Why it was refused: the kind of the server's problem. Its words are for programmers, and English. */
  reason: string | null;
}

export type NewItem = Pick<OutboxItem, 'id' | 'kind' | 'path' | 'body' | 'title'> & { photos?: OutboxPhoto[] };

export function newItem(item: NewItem, now: number): OutboxItem {
  return {
    photos: [],
    ...item,
    createdAt: now,
    state: 'waiting',
    follow: null,
    failures: 0,
    notBefore: 0,
    reason: null,
  };
}

export interface ServerAnswer {
  status: number;
  /** Seconds, as the header says. */
  retryAfter: string | null;
  /** Parsed JSON; null when it was none. */
  body: Record<string, unknown> | null;
}

export type Verdict =
  | { kind: 'received'; follow: string | null }
  | { kind: 'later'; afterMs: number }
  | { kind: 'refused'; reason: string };

/** Refusals that pass by themselves. */
const passing = [408, 423, 425, 429];

/**
 * A hotel's sign-in page answers 200 too: only an answer that is ours counts as received. Whatever is not clearly a
 * refusal is tried again.
 */
export function verdictOn(item: Pick<OutboxItem, 'id' | 'kind'>, { status, retryAfter, body }: ServerAnswer): Verdict {
  const seconds = Number(retryAfter ?? 0);
  const afterMs = seconds > 0 ? seconds * 1000 : 0;
  if (status >= 200 && status < 300) {
    const isOurs =
      item.kind === 'confirmation' ? typeof body?.['confirmations'] === 'number' : body?.['id'] === item.id;
    const { follow } = body ?? {};
    if (!isOurs) return { kind: 'later', afterMs };
    return { kind: 'received', follow: typeof follow === 'string' ? new URL(follow).pathname : null };
  }
  const isProblem = typeof body?.['title'] === 'string';
  if (status >= 400 && status < 500 && !passing.includes(status) && isProblem) {
    return { kind: 'refused', reason: String(body['type']).replace(/^.*\//, '') };
  }
  return { kind: 'later', afterMs };
}

const firstWaitMs = 2_000;
const longestWaitMs = 120_000;

/** Doubles with each failure up to two minutes; `chance` (0..1) spreads the phones of one cell out. */
export function waitAfter(failures: number, chance: number): number {
  const most = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 10));
  return most / 2 + (most / 2) * chance;
}

/** Whether nothing of it is left to be sent. */
export function isDone(item: OutboxItem): boolean {
  if (item.state === 'refused') return true;
  return item.state === 'received' && item.photos.every((photo) => photo.state !== 'waiting');
}
