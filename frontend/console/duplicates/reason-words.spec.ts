import { describe, expect, it } from '@jest/globals';
import { en } from '../texts/en.js';
import { de } from '../texts/de.js';
import { hoursWords, reasonWords } from './reason-words.js';

describe('the reasons', () => {
  it.each([
    [{ kind: 'same_text' }, 'the same words'],
    [{ kind: 'words', similarity: 0.62 }, 'words 62% alike'],
    [{ kind: 'distance', metres: 84, reachMetres: 100 }, '80 m apart, within both accuracies'],
    [{ kind: 'distance', metres: 1500, reachMetres: 100 }, '1.5 km apart'],
    [{ kind: 'time', hours: 0 }, 'at the same time'],
    [{ kind: 'time', hours: 3.2 }, '3 hours apart'],
    [{ kind: 'category', category: 'road' }, 'same category'],
    [{ kind: 'same_reporter' }, 'from the same reporter'],
  ] as const)('%j are told as %s', (reason, words) => {
    expect(reasonWords(reason, en, 'en')).toBe(words);
  });

  it('are told in German', () => {
    expect(reasonWords({ kind: 'time', hours: 3 }, de, 'de')).toBe('3 Stunden auseinander');
  });

  it('have minutes, hours and days', () => {
    expect([0.25, 1, 47, 72].map((hours) => hoursWords(hours, 'en'))).toEqual([
      '15 minutes',
      '1 hour',
      '47 hours',
      '3 days',
    ]);
  });
});
