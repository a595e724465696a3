/**
 * One spelling of a text for searching, whatever its script: without accents, vowel signs that are left out at will, case
 * and invisible characters. Documents and searches go through it alike, so neither database has a say in it. Pure.
 */

/** Accents of Latin, Greek and Cyrillic; vowel signs of Arabic and Hebrew. Those of Indian scripts make other words. */
const leftOut = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/gu;

/** Soft hyphens, joiners, marks of direction, and the stroke that only lengthens Arabic words. */
const invisible = /[\u00AD\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

const others: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  þ: 'th',
  ı: 'i',
  ŉ: 'n',
  ς: 'σ',
  // One letter with several forms in Arabic, Persian and Urdu.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
};
const otherLetters = new RegExp(`[${Object.keys(others).join('')}]`, 'gu');

/** Digits of every script that counts by tens begin at one of these. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0,
];

function latinDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => point >= first && point < first + 10);
  return zero === undefined ? digit : String(point - zero);
}

export function foldWords(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(leftOut, '')
    .replace(otherLetters, (letter) => others[letter] ?? letter)
    .replace(/\p{Nd}/gu, latinDigit)
    .normalize('NFC');
}
