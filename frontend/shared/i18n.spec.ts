import { describe, expect, it } from '@jest/globals';
import { formatsIn, nameIn, pickLanguage, pluralIn, regionOf } from './i18n.js';

describe('the language', () => {
  it('is the first wanted one that is there, by its whole tag or its first part', () => {
    expect(pickLanguage(['en', 'de'], ['fr', 'de-CH', 'en'])).toBe('de');
    expect(pickLanguage(['en', 'pt-BR', 'pt'], ['pt'])).toBe('pt');
    expect(pickLanguage(['en', 'de'], [null, 'xx'])).toBe('en');
  });

  it('keeps the reader’s region for dates', () => {
    expect(regionOf('en', ['de-DE', 'en-GB'])).toBe('en-GB');
    expect(regionOf('en', ['de-DE'])).toBe('en');
  });
});

describe('a name in several languages', () => {
  it('is in the reader’s, else in a fallback, else in any', () => {
    const names = { en: 'Water', de: 'Wasser' };
    expect([nameIn(names, 'de-AT'), nameIn(names, 'fr', ['de']), nameIn({ ar: 'ماء' }, 'fr')]).toEqual([
      'Wasser',
      'Wasser',
      'ماء',
    ]);
  });

  it('is not an empty one', () => {
    expect(nameIn({ de: '', en: 'Water' }, 'de')).toBe('Water');
  });
});

describe('numbers and times', () => {
  it('take the plural form of the language, with its digits', () => {
    const forms = { one: '# report', other: '# reports' };
    expect([0, 1, 3593].map((count) => pluralIn('en')(count, forms))).toEqual([
      '0 reports',
      '1 report',
      '3,593 reports',
    ]);
    expect(pluralIn('ar-EG')(3593, { other: '# بلاغًا' })).toBe('3,593 بلاغًا');
    expect(pluralIn('de')(3593, { one: '# Meldung', other: '# Meldungen' })).toBe('3.593 Meldungen');
  });

  it('are short and relative within a week, and a date beyond', () => {
    const format = formatsIn('en', 'UTC');
    const now = Date.parse('2026-03-10T12:00:00Z');
    expect(format.ago('2026-03-10T11:57:00Z', now)).toBe('3 min. ago');
    expect(format.ago('2026-03-09T11:57:00Z', now)).toBe('yesterday');
    expect(format.ago('2026-02-01T12:00:00Z', now)).toBe('Feb 1, 2026');
  });
});
