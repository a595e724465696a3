/** Ready answers for one report: those in its language first, then in the reader's, with its place filled in. Pure. */
import type { ReadyAnswer } from '@atesto/contract';

const base = (tag: string | null): string => (tag ?? '').split('-')[0]?.toLowerCase() ?? '';

export const arranged = (
  answers: readonly ReadyAnswer[],
  reportLanguage: string | null,
  ownLanguage: string,
): ReadyAnswer[] => {
  const rank = ({ language }: ReadyAnswer): number =>
    base(language) === base(reportLanguage) ? 0 : base(language) === base(ownLanguage) ? 1 : 2;
  return [...answers].sort((one, other) => rank(one) - rank(other));
};

/** Without a place the words around it stay readable: three dots stand there to be filled in. */
export const filled = (text: string, place: string | null): string =>
  text.replaceAll('{place}', place === null || place.trim() === '' ? '…' : place.trim());
