/** Mentions as they are typed: what is being completed at the caret, and who is mentioned in the end. Pure. */
import type { PersonRef } from '@atesto/contract';
import { plain } from '../finding/plain.js';

export interface Completing {
  /** Where the @ stands. */
  start: number;
  words: string;
}

/** At most two words after the @, as names have. */
const open = /(?:^|[\s(])@([^\s@]{0,30}(?: [^\s@]{1,30})?)$/u;

export const completingAt = (text: string, caret: number): Completing | null => {
  const found = open.exec(text.slice(0, caret));
  return found?.[1] === undefined ? null : { start: caret - found[1].length - 1, words: found[1] };
};

const mostShown = 6;

export const matching = <Person extends PersonRef>(people: readonly Person[], words: string): readonly Person[] => {
  const wanted = plain(words);
  const begins = (name: string): boolean => ` ${plain(name)}`.includes(` ${wanted}`);
  return people.filter(({ name }) => begins(name)).slice(0, mostShown);
};

export const completed = (
  text: string,
  { start, words }: Completing,
  name: string,
): { text: string; caret: number } => {
  const before = `${text.slice(0, start)}@${name} `;
  return { text: before + text.slice(start + 1 + words.length).replace(/^ /, ''), caret: before.length };
};

/** Longer names first: “Ana Ruiz” is not mentioned by the words “@Ana Ruizama”, nor “Ana” by “@Ana Ruiz”. */
const byLength = (people: readonly PersonRef[]): PersonRef[] =>
  [...people].filter(({ name }) => name !== '').sort((one, other) => other.name.length - one.name.length);

export interface Part {
  text: string;
  person: PersonRef | null;
}

/** The text in pieces, those that name one of these people apart. */
export const partsOf = (text: string, people: readonly PersonRef[]): Part[] => {
  const parts: Part[] = [];
  const all = byLength(people);
  let plainFrom = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const person = all.find(
      ({ name }) => text.startsWith(name, at + 1) && !/^[\p{L}\p{N}]/u.test(text.slice(at + 1 + name.length)),
    );
    if (person === undefined) continue;
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), person: null });
    plainFrom = at + 1 + person.name.length;
    parts.push({ text: text.slice(at, plainFrom), person });
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), person: null });
  return parts;
};

export const mentionedIn = (text: string, people: readonly PersonRef[]): string[] => [
  ...new Set(partsOf(text, people).flatMap(({ person }) => person?.id ?? [])),
];
