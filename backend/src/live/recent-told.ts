/**
 * What an audience of a deployment was told lately, so that who comes back hears it without a question to the database:
 * after a restart of a proxy thousands come back at once. Pure.
 */
import type { Cursor } from '../platform/index.js';
import type { Told } from './changes.js';

/** A minute at 200 reports a second, and some more. */
const mostItems = 20_000;

/** After these nobody may hear any more what was told of the subject before. */
const hiding: ReadonlySet<string> = new Set(['report.quarantined', 'incident.withdrawn']);

interface Batch {
  cursor: Cursor;
  items: readonly Told[];
}

export class RecentTold {
  private batches: Batch[] = [];
  private count = 0;

  /** Everything after `from` will be added, up to `to` it was. */
  constructor(
    private from: Cursor,
    private to: Cursor = from,
  ) {}

  add(cursor: Cursor, items: readonly Told[]): void {
    this.to = cursor;
    if (items.length === 0) return;
    this.batches.push({ cursor, items });
    this.count += items.length;
    while (this.count > mostItems) {
      const oldest = this.batches.shift();
      this.from = oldest?.cursor ?? this.to;
      this.count -= oldest?.items.length ?? this.count;
    }
  }

  /** What came up to there was told to nobody, or may not be told any more. */
  forget(cursor: Cursor): void {
    this.batches = [];
    this.count = 0;
    this.from = this.to = cursor;
  }

  /**
   * In order, of each thing that happened to a subject the last, and nothing from before it was hidden. Null where more
   * may have come than is known here. To the public only the last of each subject: what it said before may be hidden.
   */
  since(cursor: Cursor, isPublic: boolean): { cursor: Cursor; told: Told[] } | null {
    if (isAfter(this.from, cursor) || isAfter(cursor, this.to)) return null;
    const items = this.batches.filter((batch) => isAfter(batch.cursor, cursor)).flatMap((batch) => batch.items);
    const last = new Map<string, number>();
    const hidden = new Map<string, number>();
    items.forEach(({ change: { id, kind } }, at) => {
      last.set(isPublic ? id : `${kind} ${id}`, at);
      if (hiding.has(kind)) hidden.set(id, at);
    });
    const told = items.filter(({ change: { id, kind } }, at) => {
      return last.get(isPublic ? id : `${kind} ${id}`) === at && at >= (hidden.get(id) ?? 0);
    });
    return { cursor: this.to, told };
  }
}

export function isAfter(one: Cursor, other: Cursor): boolean {
  const [xid = '0', seq = '0'] = one.split('.');
  const [otherXid = '0', otherSeq = '0'] = other.split('.');
  return BigInt(xid) === BigInt(otherXid) ? BigInt(seq) > BigInt(otherSeq) : BigInt(xid) > BigInt(otherXid);
}
