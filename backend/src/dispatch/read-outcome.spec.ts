import { describe, expect, it } from '@jest/globals';
import { textsIn } from '@atesto/frontend/report';
import { readOutcome } from './read-outcome.js';

describe('an answer to "is it over?"', () => {
  it.each(['Yes', ' yes, thank you', 'JA!', 'Oui', 'Sí, gracias', 'نعم', '1'])('says yes: %s', (text) => {
    expect(readOutcome(text)).toBe('confirmed');
  });

  it.each(['No', 'no, the water is still rising', 'Nein', 'Non.', 'لا', '2'])('says no: %s', (text) => {
    expect(readOutcome(text)).toBe('denied');
  });

  it.each(['', '…', 'Thank you', 'The water is gone', 'Yes and no', 'Nothing came', 'Jamais'])(
    'says neither: %s',
    (text) => {
      expect(readOutcome(text)).toBeNull();
    },
  );

  it.each(['en', 'de', 'fr', 'es', 'ar'])('is read from the buttons of the follow page: %s', (language) => {
    const { isOver, isNotOver } = textsIn(language).follow;
    expect([readOutcome(isOver), readOutcome(isNotOver)]).toEqual(['confirmed', 'denied']);
  });
});
