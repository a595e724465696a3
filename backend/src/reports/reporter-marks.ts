/**
 * How reporters are found without being known: keyed hashes of the words of a name, of the end of a number and of the rest
 * stand among the words that a report is found by. Who has the database but not the key learns nothing by them. Pure.
 */
import { foldWords, type Keys } from '../platform/index.js';

export interface Contact {
  name?: string | null;
  phone?: string | null;
  email?: string | null;
  handle?: string | null;
}

/** The end of a number is the same whether the country stands before it or not. */
const lastDigits = 8;

const markOf = (keys: Keys, kind: string, text: string): string =>
  `~${keys.tagOf(`finding ${kind}`, text).toString('hex').slice(0, 32)}`;

const nameWords = (name: string): string[] => foldWords(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const digitsOf = (text: string): string => foldWords(text).replace(/\D/g, '');

/** What a contact is found by. */
export function contactMarks(keys: Keys, { name, phone, email, handle }: Contact): string[] {
  const digits = digitsOf(phone ?? '');
  const whole = [email, handle].flatMap((text) => (text == null || text === '' ? [] : [text.trim().toLowerCase()]));
  const marks = [
    ...nameWords(name ?? '').map((word) => markOf(keys, 'name', word)),
    ...(digits.length >= 5 ? [markOf(keys, 'number', digits.slice(-lastDigits))] : []),
    ...whole.map((text) => markOf(keys, 'address', text)),
  ];
  return [...new Set(marks)];
}

/** Whether a search looks like a number or an address rather than like words. */
export const isAddress = (search: string): boolean => {
  const text = foldWords(search).trim();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) || (/^\+?[\d\s()/.-]+$/.test(text) && digitsOf(text).length >= 7);
};

/** Who somebody asks for, as `tsquery`. Null when nothing in it could be a reporter. */
export function reporterQuery(keys: Keys, search: string): string | null {
  const words = nameWords(search).map((word) => `'${markOf(keys, 'name', word)}'`);
  const digits = digitsOf(search);
  const parts = [
    `'${markOf(keys, 'address', search.trim().toLowerCase())}'`,
    ...(words.length > 0 ? [`(${words.slice(0, 10).join(' & ')})`] : []),
    ...(digits.length >= 5 ? [`'${markOf(keys, 'number', digits.slice(-lastDigits))}'`] : []),
  ];
  return search.trim() === '' ? null : parts.join(' | ');
}
