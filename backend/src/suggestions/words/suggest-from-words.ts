/**
 * Which categories and which priority the words of a report speak for, each with the words that do. The longer phrase
 * counts where one holds another: "bridge collapsed" is about a road. Nothing is decided here. Pure.
 */
import { findWords, type WordFound, type WordSearch } from './find-words.js';

export interface FromWords {
  /** Codes, the likeliest first. */
  categories: { code: string; said: string[] }[];
  priority: { code: 'high' | 'critical'; said: string[] } | null;
}

interface Said extends WordFound {
  said: string;
  /** Which of the texts. */
  text: number;
}

const mostCategories = 3;
const mostSaid = 3;

const isWithin = (inner: Said, outer: Said): boolean =>
  inner.text === outer.text &&
  outer.start <= inner.start &&
  inner.end <= outer.end &&
  outer.end - outer.start > inner.end - inner.start;

function wordsOf(found: readonly Said[]): string[] {
  const single = new Map(found.map(({ said }) => [said.toLowerCase(), said]));
  return [...single.values()].slice(0, mostSaid);
}

function bySubject(found: readonly Said[]): { subject: string; found: Said[]; weight: number }[] {
  const subjects = [...new Set(found.map(({ subject }) => subject))];
  const groups = subjects.map((subject) => {
    const own = found.filter((one) => one.subject === subject);
    return { subject, found: own, weight: new Set(own.map(({ said }) => said.toLowerCase())).size };
  });
  // Stable: of equal weight, the one that was said first.
  return groups.sort((one, other) => other.weight - one.weight);
}

const codeOf = (subject: string): string => subject.slice(subject.indexOf(':') + 1);

export function suggestFromWords(texts: readonly string[], searches: readonly WordSearch[]): FromWords {
  const all: Said[] = texts.flatMap((text, at) =>
    findWords(text, searches).map((found) => ({ ...found, text: at, said: text.slice(found.start, found.end) })),
  );
  const ofKind = (kind: string): Said[] => all.filter(({ subject }) => subject.startsWith(`${kind}:`));
  const forCategories = ofKind('category');
  const apart = forCategories.filter(
    (one) => !forCategories.some((other) => other.subject !== one.subject && isWithin(one, other)),
  );
  const priorities = bySubject(ofKind('priority'));
  const priority = (['critical', 'high'] as const).flatMap((code) => {
    const found = priorities.find(({ subject }) => codeOf(subject) === code);
    return found === undefined ? [] : [{ code, said: wordsOf(found.found) }];
  })[0];
  return {
    categories: bySubject(apart)
      .slice(0, mostCategories)
      .map(({ subject, found }) => ({ code: codeOf(subject), said: wordsOf(found) })),
    priority: priority ?? null,
  };
}
