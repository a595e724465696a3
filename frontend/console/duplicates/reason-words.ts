/** Why two may be the same, in words. Pure. */
import type { LikenessReason } from '@atesto/contract';
import { distanceWords } from '../incident/distance.js';
import { fill } from '../texts/forms.js';
import type { Texts } from '../texts/texts.js';

export const percentWords = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Minutes below an hour, hours below two days, then days. */
export const hoursWords = (hours: number, language: string): string => {
  const [value, unit]: [number, string] =
    hours < 1 ? [hours * 60, 'minute'] : hours < 48 ? [hours, 'hour'] : [hours / 24, 'day'];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(value);
};

const sameTimeHours = 1 / 60;

export const reasonWords = (reason: LikenessReason, t: Texts, language: string): string => {
  const words = t.duplicates.reason;
  switch (reason.kind) {
    case 'words':
      return fill(words.words, { percent: percentWords(reason.similarity, language) });
    case 'distance': {
      const distance = distanceWords(reason.metres, language);
      return fill(reason.metres <= reason.reachMetres ? words.within : words.distance, { distance });
    }
    case 'time':
      return reason.hours < sameTimeHours
        ? words.sameTime
        : fill(words.time, { time: hoursWords(reason.hours, language) });
    default:
      return words[reason.kind];
  }
};
