/**
 * The public history of an incident, from its journal: only what happened while the public could see it, and only what
 * still stands. No person, no report, no internal reason is in it. Pure.
 */
import {
  confidences,
  incidentStatuses,
  type Confidence,
  type IncidentStatus,
  type PublicHistoryItem,
} from '@atesto/contract';
import { seenAt, type Entry, type Stage } from './public-stages.js';

export interface HistoryFacts {
  entries: readonly Entry[];
  openedAt: Date;
  /** How it stands. */
  now: Stage;
  /** Whether what is known of a stage lets the public see it; what is not known hides nothing. */
  maySee: (stage: Stage) => boolean;
  /** Ids of those merged into it that the public could see before. */
  werePublic: ReadonlySet<string>;
}

type Said = Omit<PublicHistoryItem, 'at'>;

const nothing = { status: null, reason: null, confidence: null, reports: null };
const statusOf = (value: unknown): IncidentStatus | undefined => incidentStatuses.find((status) => status === value);
const confidenceOf = (value: unknown): Confidence | undefined => confidences.find((one) => one === value);

function saidBy({ kind, data }: Entry, werePublic: ReadonlySet<string>): Said[] {
  const before = (data['before'] ?? {}) as Record<string, unknown>;
  if (kind === 'incident.status_changed') {
    const status = statusOf(data['status']);
    const reason = data['public'] === true && typeof data['reason'] === 'string' ? data['reason'] : null;
    return status === undefined ? [] : [{ ...nothing, kind: 'status', status, reason }];
  }
  if (kind === 'incident.report_added') return [{ ...nothing, kind: 'reports', reports: 1 }];
  if (kind === 'incident.seconded') return [{ ...nothing, kind: 'seconded' }];
  if (kind !== 'incident.changed') return [];
  const confidence = confidenceOf(data['confidence']);
  const isSurer = confidence !== undefined && confidence !== before['confidence'];
  const isMerged = typeof data['merged'] === 'string' && werePublic.has(data['merged']);
  return [
    ...(isMerged ? [{ ...nothing, kind: 'merged' as const }] : []),
    ...(isSurer ? [{ ...nothing, kind: 'confidence' as const, confidence }] : []),
  ];
}

const xidOf = ({ cursor }: Entry): string => cursor.slice(0, cursor.indexOf('.'));

/** The numbers of what was taken back since, and of the takings back themselves. */
function takenBack(entries: readonly Entry[]): Set<string> {
  const gone = new Set<string>();
  const gos = new Set<string>();
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  for (const entry of [...entries].reverse()) {
    if (gos.has(xidOf(entry))) gone.add(entry.seq);
    // A taking back that was itself taken back counts for nothing.
    if (entry.kind !== 'incident.undone' || gone.has(entry.seq)) continue;
    const of = bySeq.get(String(entry.data['of']));
    if (of === undefined) continue;
    gone.add(of.seq);
    // It names the last of what one transaction wrote. Of a restored dump all entries bear one.
    if (xidOf(of) !== xidOf(entry)) gos.add(xidOf(of));
  }
  return gone;
}

/** A second person's word that was withdrawn since stands no longer. */
function withdrawnSeconds(entries: readonly Entry[]): Set<string> {
  const gone = new Set<string>();
  let last: string | null = null;
  for (const { kind, seq } of entries) {
    if (kind === 'incident.seconded') last = seq;
    if (kind === 'incident.second_withdrawn' && last !== null) gone.add(last);
  }
  return gone;
}

/** Reports that came one after the other are one line. */
function gathered(items: readonly PublicHistoryItem[]): PublicHistoryItem[] {
  const told: PublicHistoryItem[] = [];
  for (const item of items) {
    const last = told.at(-1);
    if (item.kind !== 'reports' || last?.kind !== 'reports') told.push(item);
    else told[told.length - 1] = { ...item, reports: (last.reports ?? 0) + (item.reports ?? 0) };
  }
  return told;
}

/** Oldest first. */
export function publicHistoryOf({ entries, openedAt, now, maySee, werePublic }: HistoryFacts): PublicHistoryItem[] {
  const seen = seenAt(entries, now, maySee);
  const gone = new Set([...takenBack(entries), ...withdrawnSeconds(entries)]);
  const items: PublicHistoryItem[] = [{ at: openedAt.toISOString(), ...nothing, kind: 'opened' }];
  entries.forEach((entry, at) => {
    const { before, after } = seen[at]!;
    if (!after) return;
    const isPublished = !before && entry.kind !== 'incident.opened';
    const said = gone.has(entry.seq) ? [] : saidBy(entry, werePublic);
    const all: Said[] = isPublished ? [...said, { ...nothing, kind: 'published' }] : said;
    for (const one of all) items.push({ at: entry.at.toISOString(), ...one });
  });
  return gathered(items);
}
