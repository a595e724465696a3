/**
 * How likely two reports speak of the same: what each reason speaks for is added up and turned into 0 to 1. The weights
 * were chosen on labelled pairs of a real crisis (`npm run bench -- twins`). Pure.
 */
import type { LikenessReason } from '@atesto/contract';
import type { TextMark } from './marks-of.js';
import { wordLikeness } from './plain-words.js';

/** What is compared of a report or an incident. */
export interface Traits {
  texts: readonly TextMark[];
  trigrams: Int32Array;
  lat: number | null;
  lon: number | null;
  /** Null where it is not known. */
  accuracy: number | null;
  at: number;
  category: string | null;
  /** A keyed name of the address, null where none was left or the asker may not know. */
  reporter: string | null;
}

export interface Likeness {
  score: number;
  distanceMetres: number | null;
  reasons: LikenessReason[];
}

/** What is shown at all. The same words are always shown. */
export const likely = 0.4;
/** What is taken together without anybody having looked. */
export const surely = 0.8;

const earthRadiusMetres = 6_371_000;
const radians = Math.PI / 180;
/** A place without an accuracy was pointed at on a map, or measured by something that did not say how well. */
const usualAccuracyMetres = 50;
const hourMs = 3_600_000;

export function metresBetween(one: Traits, other: Traits): number | null {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return null;
  const height = Math.sin(((other.lat - one.lat) * radians) / 2) ** 2;
  const width = Math.sin(((other.lon - one.lon) * radians) / 2) ** 2;
  const chord = height + Math.cos(one.lat * radians) * Math.cos(other.lat * radians) * width;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function sameText(one: Traits, other: Traits): number {
  const same = one.texts.filter(({ mark }) => other.texts.some((text) => text.mark === mark));
  return Math.max(0, ...same.map(({ words }) => words));
}

const within = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

/** Equal words speak the louder the more they are; unlike ones speak against. */
function forWords(likeness: number, sameWords: number): number {
  if (sameWords > 0) return within(1.8, 1.2 + sameWords * 0.5, 7);
  return likeness < 0.3 ? (likeness - 0.27) * 6 : 0.2 + (likeness - 0.3) * 9.5;
}

/** Near means: not farther than both accuracies explain. Where they explain much, nearness says little. */
function forPlace(metres: number | null, reach: number): number {
  if (metres === null) return 0;
  const beyond = Math.max(0, metres - reach);
  const near = Math.exp(-beyond / 250) / (1 + reach / 1500);
  const far = 1 - Math.exp(-beyond / 3000);
  return 2.4 * near - 2.5 * far;
}

const forTime = (hours: number): number => 1.3 * Math.exp(-hours / 6) - within(0, hours / 72, 1.5);

const round = (value: number): number => Math.round(value * 100) / 100;

export function scoreLikeness(one: Traits, other: Traits): Likeness {
  const sameWords = sameText(one, other);
  const likeness = sameWords > 0 ? 1 : wordLikeness(one.trigrams, other.trigrams);
  const metres = metresBetween(one, other);
  const reach = (one.accuracy ?? usualAccuracyMetres) + (other.accuracy ?? usualAccuracyMetres);
  const hours = Math.abs(one.at - other.at) / hourMs;
  const isSameCategory = one.category !== null && one.category === other.category;
  const isOtherCategory = one.category !== null && other.category !== null && !isSameCategory;
  const isSameReporter = one.reporter !== null && one.reporter === other.reporter;
  const sum =
    -3.7 +
    forWords(likeness, sameWords) +
    forPlace(metres, reach) +
    forTime(hours) +
    (isSameCategory ? 0.7 : isOtherCategory ? -0.5 : 0) +
    (isSameReporter ? 1.2 : 0);
  const score = 1 / (1 + Math.exp(-sum));
  const reasons: LikenessReason[] = [];
  if (sameWords > 0) reasons.push({ kind: 'same_text' });
  else if (likeness >= 0.25) reasons.push({ kind: 'words', similarity: round(likeness) });
  if (metres !== null) reasons.push({ kind: 'distance', metres: Math.round(metres), reachMetres: Math.round(reach) });
  reasons.push({ kind: 'time', hours: round(hours) });
  if (isSameCategory && one.category !== null) reasons.push({ kind: 'category', category: one.category });
  if (isSameReporter) reasons.push({ kind: 'same_reporter' });
  return { score: round(score), distanceMetres: metres === null ? null : Math.round(metres), reasons };
}

export function isLikely({ score, reasons }: Likeness): boolean {
  return score >= likely || reasons.some(({ kind }) => kind === 'same_text');
}
