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

export const titleOf = (entry: HistoryEntry, t: Texts): string => {
  const names: Readonly<Record<string, string>> = t.journal;
  const { did, again } = entry.data;
  if (!isUndone(entry) || typeof did !== 'string') return names[entry.kind] ?? entry.kind;
  return fill(again === true ? t.speed.doneAgain : t.speed.takenBack, { what: names[did] ?? did });
};
