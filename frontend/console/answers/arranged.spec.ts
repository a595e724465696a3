/** Which ready answer comes first, and what is filled in. */
import { describe, expect, it } from '@jest/globals';
import { arranged, filled } from './arranged.js';

const answers = ['en', 'fr', 'ar', 'de'].map((language) => ({ language, title: language, text: '' }));
const order = (report: string | null, own: string): string[] =>
  arranged(answers, report, own).map(({ title }) => title);

describe('ready answers', () => {
  it('in the language of the report come first, then those that the reader speaks', () => {
    expect(order('ar', 'de')).toEqual(['ar', 'de', 'en', 'fr']);
    expect(order('fr-CA', 'en')).toEqual(['fr', 'en', 'ar', 'de']);
    expect(order(null, 'de')).toEqual(['de', 'en', 'fr', 'ar']);
  });

  it('name the place, or leave room for it', () => {
    expect(filled('How is {place}? And {place}?', ' the mill ')).toBe('How is the mill? And the mill?');
    expect(filled('How is {place}?', null)).toBe('How is …?');
  });
});
