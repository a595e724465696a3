/** The lists of words of a deployment: those that a coordinator wrote, else those that are shipped. Pure. */
import type { FieldError, WordList, WordListView } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import type { WordSearch } from './find-words.js';
import { shippedWords } from './shipped/index.js';
import { readEntry } from './word-entry.js';

/** As they are kept: without those that are as they were shipped. */
export type OwnLists = readonly WordList[];

export const urgencies = ['critical', 'high'] as const;

const nameOf = ({ kind, code, language }: Pick<WordList, 'kind' | 'code' | 'language'>): string =>
  `${language} ${kind}:${code}`;

/** Every list that the deployment may have, by language, urgency first. */
export function wordListsOf({ categories, languages }: Deployment, own: OwnLists): WordListView[] {
  const written = new Map(own.map((list) => [nameOf(list), list.words]));
  const subjects = [
    ...urgencies.map((code) => ({ kind: 'priority' as const, code })),
    ...categories.filter(({ archived }) => !archived).map(({ code }) => ({ kind: 'category' as const, code })),
  ];
  return languages.flatMap((language) =>
    subjects.map(({ kind, code }) => {
      const shipped = shippedWords(language, `${kind}:${code}`);
      return { kind, code, language, words: written.get(nameOf({ kind, code, language })) ?? shipped, shipped };
    }),
  );
}

export const searchesOf = (lists: readonly WordListView[]): WordSearch[] =>
  lists.map(({ kind, code, words }) => ({ subject: `${kind}:${code}`, words }));

/** Every fault: lists that the deployment has none of, entries by which nothing can be found. */
export function wordFaults(deployment: Deployment, items: readonly WordList[]): FieldError[] {
  return items.flatMap(({ kind, code, language, words }, index): FieldError[] => {
    const isKnown = kind === 'category' ? deployment.category(code) !== null : urgencies.some((one) => one === code);
    const faults: FieldError[] = [];
    if (!isKnown) faults.push({ pointer: `/items/${index}/code`, detail: `there is no ${kind} ${code}` });
    if (!deployment.languages.includes(language))
      faults.push({ pointer: `/items/${index}/language`, detail: `${language} is no language of the deployment` });
    words.forEach((word, at) => {
      if (readEntry(word) === null)
        faults.push({
          pointer: `/items/${index}/words/${at}`,
          detail: `nothing can be found by "${word}": it needs letters, three beside a star`,
        });
    });
    return faults;
  });
}

const tidied = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.trim().replace(/\s+/g, ' '))),
];
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, at) => word === other[at]);

/** What is to be kept when `items` were saved over `own`. */
export function withLists(own: OwnLists, items: readonly WordList[]): WordList[] {
  const lists = new Map(own.map((list) => [nameOf(list), list]));
  for (const { kind, code, language, words: written } of items) {
    const words = tidied(written);
    const name = nameOf({ kind, code, language });
    if (isSame(words, shippedWords(language, `${kind}:${code}`))) lists.delete(name);
    else lists.set(name, { kind, code, language, words });
  }
  return [...lists.values()];
}
