import { describe, expect, it } from '@jest/globals';
import { languages } from '../../report/texts/index.js';
import { posterLanguages } from './poster-languages.js';

describe('the languages that a poster is offered in', () => {
  it('are those of the citizen’s pages, by the names that they have there', () => {
    const names = Object.entries(languages).map(([language, texts]) => [language, texts.language]);
    expect(Object.entries(posterLanguages)).toEqual(names);
  });
});
