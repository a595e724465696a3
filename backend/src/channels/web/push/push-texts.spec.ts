import { describe, expect, it } from '@jest/globals';
import { pushTextsIn } from './push-texts.js';

describe('the words', () => {
  it('come in the language of the phone, and in English where it is not there', () => {
    expect(pushTextsIn('de-AT').asked.title).toBe('Wir haben eine Frage');
    expect(pushTextsIn('xx')).toBe(pushTextsIn('en'));
    expect(pushTextsIn('constructor')).toBe(pushTextsIn('en'));
  });
});
