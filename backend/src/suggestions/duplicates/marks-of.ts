/**
 * Marks of a report: numbers under which reports that may be the same are found in an index. Equal words have an equal
 * mark, however far or late; nearly equal words likely share one; reports near each other share a cell. Pure.
 */
import { plainWords } from './plain-words.js';

export interface Spot {
  lat: number;
  lon: number;
}

/** A part of a text that two reports may have word for word. */
export interface TextMark {
  mark: number;
  words: number;
}

/** 53 bits of a text, which JavaScript's numbers and PostgreSQL's bigint both hold exactly. */
export function markOf(text: string): number {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 2_654_435_761);
    high = Math.imul(high ^ code, 1_597_334_677);
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & high) + (low >>> 0);
}

/**
 * The whole, and what follows its first blank line: files of earlier systems and mail bring a title in front of the
 * text, and the same text comes under several titles.
 */
export function textMarks(text: string): TextMark[] {
  const blank = /\n\s*\n/.exec(text.trimStart());
  const parts = blank === null ? [text] : [text, text.trimStart().slice(blank.index)];
  const marks = parts.flatMap((part) => {
    const words = plainWords(part);
    return words.length === 0 ? [] : [{ mark: markOf(`t ${words.join(' ')}`), words: words.length }];
  });
  return marks.filter(({ mark }, index) => marks.findIndex((other) => other.mark === mark) === index);
}

const seeds = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
const fewestWords = 4;

function mixed(number: number): number {
  let mix = Math.imul(number ^ (number >>> 16), 0x21f0aaad);
  mix = Math.imul(mix ^ (mix >>> 15), 0x735a2d97);
  return (mix ^ (mix >>> 15)) >>> 0;
}

/** The least of the pairs of words, three times in another order: two texts share it as often as they share pairs. */
export function pairMarks(text: string): number[] {
  const words = plainWords(text);
  if (words.length < fewestWords) return [];
  const pairs = words.slice(1).map((word, index) => markOf(`${words[index] ?? ''} ${word}`) >>> 0);
  return seeds.map((seed, index) => {
    const least = pairs.reduce((best, pair) => Math.min(best, mixed(pair ^ seed)), Infinity);
    return markOf(`p${index} ${least}`);
  });
}

/** Degrees of latitude; a cell is about as wide as high. */
const cellHeights = { near: 0.0025, around: 0.02 };
export type CellSize = keyof typeof cellHeights;

function cell(size: CellSize, row: number, lon: number, aside: number): number {
  const height = cellHeights[size];
  const inRound = Math.max(1, Math.round((360 / height) * Math.cos((row * height * Math.PI) / 180)));
  const column = Math.floor(((lon + 180) / 360) * inRound) + aside;
  return markOf(`${size} ${row} ${((column % inRound) + inRound) % inRound}`);
}

export function cellMark({ lat, lon }: Spot, size: CellSize): number {
  return cell(size, Math.floor(lat / cellHeights[size]), lon, 0);
}

/** The cells that touch the spot's own. */
export function cellsBeside({ lat, lon }: Spot, size: CellSize): number[] {
  const row = Math.floor(lat / cellHeights[size]);
  const own = cell(size, row, lon, 0);
  const all = [-1, 0, 1].flatMap((up) => [-1, 0, 1].map((aside) => cell(size, row + up, lon, aside)));
  return [...new Set(all)].filter((mark) => mark !== own);
}

/** All under which a report is kept. */
export function marksOf(text: string, spot: Spot | null): number[] {
  const cells = spot === null ? [] : [cellMark(spot, 'near'), cellMark(spot, 'around')];
  return [...textMarks(text).map(({ mark }) => mark), ...pairMarks(text), ...cells];
}

/** Where to look for what may be the same as a report, and how many to take each way in time. */
export function searchesFor(text: string, spot: Spot | null): { mark: number; take: number }[] {
  const under = (marks: readonly number[], take: number) => marks.map((mark) => ({ mark, take }));
  const words = [
    ...under(
      textMarks(text).map(({ mark }) => mark),
      20,
    ),
    ...under(pairMarks(text), 10),
  ];
  if (spot === null) return words;
  return [
    ...words,
    ...under([cellMark(spot, 'near')], 10),
    ...under(cellsBeside(spot, 'near'), 4),
    ...under([cellMark(spot, 'around')], 6),
    ...under(cellsBeside(spot, 'around'), 2),
  ];
}
