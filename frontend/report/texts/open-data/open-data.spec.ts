import { describe, expect, it } from '@jest/globals';
import { languages } from '../index.js';
import { dataTexts, dataTextsIn } from './index.js';

const strings = (tree: object): string[] =>
  Object.values(tree).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'function' ? [(value as (name: string) => string)('0')] : strings(value as object);
  });

describe('the words of the open data pages', () => {
  it('are there in every language of the citizen’s pages, none empty', () => {
    expect(Object.keys(dataTexts).sort()).toEqual(Object.keys(languages).sort());
    for (const texts of Object.values(dataTexts)) {
      expect(strings(texts)).toHaveLength(strings(dataTextsIn('en')).length);
      expect(strings(texts).every((words) => words.trim() !== '')).toBe(true);
    }
  });

  it('fall back to English', () => expect(dataTextsIn('xx')).toBe(dataTexts['en']));
});
