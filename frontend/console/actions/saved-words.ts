/** What is said after something was saved: also that the incident has ended by itself. Pure. */
import type { HistoryEntry } from '@atesto/contract';
import type { NoticeWords } from '../store/state.js';

type History = readonly HistoryEntry[] | null;

export const savedWords = (before: History, after: History): NoticeWords => {
  if (before === null || after === null) return 'saved';
  const known = new Set(before.map(({ seq }) => seq));
  const hasEnded = after.some(
    ({ seq, kind, data }) => !known.has(seq) && kind === 'incident.status_changed' && data['automatic'] === true,
  );
  return hasEnded ? 'savedAndResolved' : 'saved';
};
