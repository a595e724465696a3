/**
 * What an audience of a deployment was told lately, so that who comes back hears it without a question to the database:
 * after a restart of a proxy thousands come back at once. Pure.
 */
import type { Change } from '@atesto/contract';
import type { Cursor } from '../platform/index.js';
import type { Told } from './changes.js';

/** A minute at 200 reports a second, and some more. */
const mostItems = 20_000;

/** After these nobody may hear any more what was told of the subject before. */
const isHiding = (change: Change): boolean =>
  change.kind === 'incident.withdrawn' || ('report' in change && change.report.quarantined);

/** What a later word takes the place of. A note and a claim that was taken over stand for themselves. */
function keyOf(change: Change, isPublic: boolean, at: number): string {
  const { kind, id } = change;
  if ('area' in change) return `${kind} ${id} ${change.area.id}`;
  if (kind === 'note.added' || 'takenOver' in change) return `${kind} ${id} ${at}`;
  return isPublic && kind.startsWith('incident.') ? id : `${kind} ${id}`;
}

interface Batch {
  cursor: Cursor;
  items: readonly Told[];
}

export class RecentTold {
  private batches: Batch[] = [];
  private count = 0;
  /** By cursor and audience: thousands come back with the same one. */
  private readonly answers = new Map<string, readonly Told[]>();

  /** Everything after `from` will be added, up to `to` it was. */
  constructor(
    private from: Cursor,
    private to: Cursor = from,
  ) {}

  add(cursor: Cursor, items: readonly Told[]): void {
    this.to = cursor;
    this.answers.clear();
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
    this.answers.clear();
    this.from = this.to = cursor;
  }

  /**
   * In order, of each thing that happened to a subject the last, and nothing from before it was hidden. Null where more
   * may have come than is known here. To the public only the last of each subject: what it said before may be hidden.
   */
  since(cursor: Cursor, isPublic: boolean): { cursor: Cursor; told: readonly Told[] } | null {
    if (isAfter(this.from, cursor) || isAfter(cursor, this.to)) return null;
    const known = this.answers.get(`${cursor} ${isPublic}`);
    if (known !== undefined) return { cursor: this.to, told: known };
    const items = this.batches.filter((batch) => isAfter(batch.cursor, cursor)).flatMap((batch) => batch.items);
    const keys = items.map(({ change }, at) => keyOf(change, isPublic, at));
    const last = new Map(keys.map((key, at) => [key, at]));
    const hidden = new Map<string, number>();
    items.forEach(({ change }, at) => {
      if (isHiding(change)) hidden.set(change.id, at);
    });
    const told = items.filter(
      ({ change }, at) => last.get(keys[at] ?? '') === at && at >= (hidden.get(change.id) ?? 0),
    );
    this.answers.set(`${cursor} ${isPublic}`, told);
    return { cursor: this.to, told };
  }
}

export function isAfter(one: Cursor, other: Cursor): boolean {
  const [xid = '0', seq = '0'] = one.split('.');
  const [otherXid = '0', otherSeq = '0'] = other.split('.');
  return BigInt(xid) === BigInt(otherXid) ? BigInt(seq) > BigInt(otherSeq) : BigInt(xid) > BigInt(otherXid);
}
