/** Lists of words as they are typed: one line of text each, until they are saved. Pure. */
import type { WordList, WordListView } from '@atesto/contract';

/** Typed texts by list. */
export type WordDrafts = Readonly<Record<string, string>>;
export type WordsOf = Pick<WordList, 'kind' | 'code' | 'language'>;

export const keyOf = ({ kind, code, language }: WordsOf): string => `${language} ${kind}:${code}`;

/** Arabic and Chinese commas too. */
export const readWords = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،、;\n]/)
      .map((word) => word.trim().replace(/\s+/g, ' '))
      .filter((word) => word !== ''),
  ),
];
export const writeWords = (words: readonly string[]): string => words.join(', ');

export const draftOf = (drafts: WordDrafts, list: WordListView): string =>
  drafts[keyOf(list)] ?? writeWords(list.words);

const isSame = (one: readonly string[], other: readonly string[]): boolean => writeWords(one) === writeWords(other);

export const isShipped = (drafts: WordDrafts, list: WordListView): boolean =>
  isSame(readWords(draftOf(drafts, list)), list.shipped);

/** What differs from what is kept; only that is sent. */
export const changedLists = (lists: readonly WordListView[], drafts: WordDrafts): WordList[] =>
  lists.flatMap((list) => {
    const words = readWords(draftOf(drafts, list));
    const { kind, code, language } = list;
    return isSame(words, list.words) ? [] : [{ kind, code, language, words }];
  });

/** The words of a list that the server found nothing by, as it names them by their place among what was sent. */
export const badWords = (sent: readonly WordList[], pointers: readonly string[], list: WordsOf): string[] => {
  const at = sent.findIndex((one) => keyOf(one) === keyOf(list));
  const start = `/items/${at}/words/`;
  if (at < 0) return [];
  return pointers.flatMap((pointer) =>
    pointer.startsWith(start) ? (sent[at]?.words[Number(pointer.slice(start.length))] ?? []) : [],
  );
};
