/**
 * What fits on a phone's screen in one step. Networks send 160 characters of their own alphabet, but 70 as soon as there
 * is one that it does not have, so accents that it lacks are left away; people read the words without them.
 * Pure.
 */
import { isPlain } from '../../gateways/index.js';

const spellings: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '...',
};

/** Room on a screen of the network's own alphabet, and of any other. */
const plainRoom = 160;
const otherRoom = 70;

function plainLetter(letter: string): string {
  if (isPlain(letter)) return letter;
  const spelling = spellings[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
  return isPlain(spelling) ? spelling : letter;
}

/** The same words in letters that take the least room. */
export const plainest = (text: string): string => [...text.normalize('NFC')].map(plainLetter).join('');

/** Letters that a screen with these words holds. */
export const roomFor = (text: string): number => (isPlain(text) ? plainRoom : otherRoom);

export const fits = (text: string): boolean => text.length <= roomFor(text);

/** Cut at the end, never within a letter. */
export function cut(text: string, mostLetters: number): string {
  const letters = [...text];
  while (letters.join('').length > mostLetters) letters.pop();
  return letters.join('');
}

/** Cut at the end until it fits. */
export const fitted = (text: string): string => cut(text, roomFor(text));
