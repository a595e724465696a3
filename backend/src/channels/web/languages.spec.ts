/** The words that the server picks for a citizen's page. */
import { describe, expect, it } from '@jest/globals';
import { chooseLanguage, textsIn, wishesOf } from '@atesto/frontend/report';

describe('the wishes of a browser', () => {
  it.each([
    ['de-CH, de;q=0.9, en;q=0.8, *;q=0.5', ['de-CH', 'de', 'en', '*']],
    ['en;q=0.2, fr;q=0.9', ['fr', 'en']],
    ['en;q=0, de', ['de']],
    [' de ; q=0.5 ,en', ['en', 'de']],
    ['', []],
    [undefined, []],
    [';;q=,,', []],
  ])('in %j are %j', (header, expected) => {
    expect(wishesOf(header)).toEqual(expected);
  });
});

describe('the language of a page', () => {
  it('is the first wish that we have, else English', () => {
    expect(chooseLanguage(['xx', 'DE-at', 'en'])).toBe('de');
    expect(chooseLanguage(['xx', '*'])).toBe('en');
    expect(chooseLanguage([])).toBe('en');
  });

  it.each([
    ['ar-EG,ar;q=0.9,en-US;q=0.8', 'ar', 'rtl'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr', 'ltr'],
    ['es-419,es;q=0.9', 'es', 'ltr'],
    ['de-AT', 'de', 'ltr'],
    ['sw-KE, fr;q=0.5, en;q=0.1', 'fr', 'ltr'],
  ])('is for %j %s, and runs %s', (header, language, direction) => {
    expect(chooseLanguage(wishesOf(header))).toBe(language);
    expect(textsIn(language).direction).toBe(direction);
  });

  it('is never something that only looks like one', () => {
    expect(chooseLanguage(['constructor', '__proto__', 'toString'])).toBe('en');
    expect(textsIn('constructor').report.send).toBe(textsIn('en').report.send);
  });
});
