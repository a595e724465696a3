/** How the history names what happened, and what taking an entry back would be. Pure. */
import type { HistoryEntry } from '@atesto/contract';
import type { UndoOffer } from '../store/state.js';
import { fill } from '../texts/forms.js';
import type { Texts } from '../texts/texts.js';

const isUndone = ({ kind }: HistoryEntry): boolean => kind.endsWith('.undone');

export const entryOffer = (entry: HistoryEntry): UndoOffer => ({
  seq: entry.seq,
  again: isUndone(entry) && entry.data['again'] !== true,
});

/** A merge and a split read from either side. */
const otherWords = ({ kind, data }: HistoryEntry, { duplicates }: Texts): string => {
  const words = duplicates.history;
  if (kind === 'incident.merged') return words.mergedInto;
  if (kind === 'incident.split') return words.split;
  return 'merged' in data ? words.merged : words.splitFrom;
};

export const titleOf = (entry: HistoryEntry, t: Texts): string => {
  const names: Readonly<Record<string, string>> = t.journal;
  const { did, again } = entry.data;
  if (entry.other !== undefined) return fill(otherWords(entry, t), { number: entry.other.number });
  if (!isUndone(entry) || typeof did !== 'string') return names[entry.kind] ?? entry.kind;
  return fill(again === true ? t.speed.doneAgain : t.speed.takenBack, { what: names[did] ?? did });
};
