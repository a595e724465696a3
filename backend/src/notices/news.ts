/** Which journal entries are news for people who work here, and for whom. Pure. */
import type { NoticeKind } from '@atesto/contract';
import type { JournalEntry } from '../platform/index.js';

export interface News {
  kind: NoticeKind;
  /** Whom it is about; `all` for who asks for it by a rule, `asked` for who asked the reporter or holds the report. */
  people: readonly string[] | { organisation: string } | 'all' | 'asked';
}

/** Older news is told to nobody: the server was off for so long. */
const freshMs = 24 * 3_600_000;

const forAll: Partial<Record<string, NoticeKind>> = {
  'report.received': 'report',
  'report.admitted': 'report',
  'incident.opened': 'incident',
  'incident.changed': 'incident-changed',
  'incident.status_changed': 'incident-changed',
  'incident.merged': 'incident-changed',
  'incident.outcome_told': 'incident-changed',
};

const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string');

export function isNews({ kind, at, data }: JournalEntry, now: Date): boolean {
  if (now.getTime() - at.getTime() > freshMs) return false;
  // A yes is what was held true before; a no is for people to look at.
  if (kind === 'incident.outcome_told') return data['outcome'] === 'denied';
  return kind in forAll || /^(note\.added|report\.answered|report\.claimed|(report|incident)\.assigned)$/.test(kind);
}

export function newsOf({ kind, data }: JournalEntry): News[] {
  const general = forAll[kind];
  if (general !== undefined) return [{ kind: general, people: 'all' }];
  if (kind === 'report.answered') return [{ kind: 'answer', people: 'asked' }];
  const { organisation } = data;
  if (typeof organisation === 'string') return [{ kind: 'assigned', people: { organisation } }];
  const before = (data['before'] ?? {}) as Record<string, unknown>;
  const named: [kind: NoticeKind, people: string[]] =
    kind === 'report.claimed'
      ? ['taken-over', idsIn(before['holder'])]
      : kind === 'note.added'
        ? ['mention', idsIn(data['mentions'])]
        : ['assigned', idsIn(data['person'])];
  return named[1].length === 0 ? [] : [{ kind: named[0], people: named[1] }];
}
