import { expect, it } from '@jest/globals';
import { plain } from './plain.js';

it.each([
  ['São Tomé', 'sao tome'],
  ['مَاء', 'ماء'],
  // Vowels of these scripts are letters to those who read them.
  ['पानी', 'पानी'],
])('words are compared without accents: %s', (text, words) => {
  expect(plain(text)).toBe(plain(words));
  expect(plain(text)).toBe(words.normalize('NFD'));
});
