/** A language tag in words of the reader's language. */
import type { Words } from '../pieces/console-context.js';

export const languageName = (tag: string, { t, language }: Pick<Words, 't' | 'language'>): string => {
  if (tag === 'none') return t.finding.noLanguage;
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};
