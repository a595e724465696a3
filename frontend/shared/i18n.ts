/** Language of the page, plurals, and dates and numbers as its readers write them. Texts live with the pages. */
import type { Translations } from '@atesto/contract';

const storageKey = 'atesto.language';

/** Storage may be forbidden or full; a forgotten choice is no fault. */
const stored = (): string | null => {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
};

export const rememberLanguage = (language: string): void => {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    return;
  }
};

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The first wanted language that is available, by its whole tag or else by its first part; else the first available. */
export const pickLanguage = <Tag extends string>(
  available: readonly [Tag, ...Tag[]],
  wanted: readonly (string | null)[],
): Tag => {
  for (const tag of wanted) {
    if (tag === null) continue;
    const found =
      available.find((one) => one.toLowerCase() === tag.toLowerCase()) ??
      available.find((one) => primary(one) === primary(tag));
    if (found !== undefined) return found;
  }
  return available[0];
};

/** What was chosen here before, else what the browser asks for. */
export const chooseLanguage = <Tag extends string>(available: readonly [Tag, ...Tag[]]): Tag =>
  pickLanguage(available, [stored(), ...navigator.languages]);

/** The reader's own variety of the language, for dates: `en-GB` where the page speaks `en`. */
export const regionOf = (language: string, wanted: readonly string[]): string =>
  wanted.find((tag) => primary(tag) === primary(language)) ?? language;

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(primary(language)) ? 'rtl' : 'ltr');

/** Arabic too with the digits of phone numbers, markers and coordinates: two kinds beside each other confuse. */
const plainDigits = { numberingSystem: 'latn' } as const;

/** Words by plural category of the language; `#` stands for the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export const pluralIn = (language: string): ((count: number, forms: PluralForms) => string) => {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language, plainDigits);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replaceAll('#', digits.format(count));
};

/** A category's or deployment's name in the reader's language, else in the first of the fallbacks it has, else any. */
export const nameIn = (names: Translations, language: string, fallbacks: readonly string[] = []): string => {
  for (const tag of [language, primary(language), ...fallbacks]) {
    const name = names[tag];
    if (name !== undefined && name !== '') return name;
  }
  const near = Object.entries(names).find(([tag, name]) => primary(tag) === primary(language) && name !== '');
  return near?.[1] ?? Object.values(names).find((name) => name !== '') ?? '';
};

export interface Formats {
  number: (value: number) => string;
  /** Short date and time in the reader's zone. */
  dateTime: (instant: string) => string;
  date: (instant: string) => string;
  time: (instant: string) => string;
  /** The whole instant with seconds and zone, for a title on hover. */
  absolute: (instant: string) => string;
  /** `3 min ago`; older than a week it is a date. */
  ago: (instant: string, nowMs: number) => string;
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const weekSeconds = 7 * 86_400;

export const formatsIn = (language: string, timeZone?: string): Formats => {
  const zone = timeZone === undefined ? plainDigits : { ...plainDigits, timeZone };
  const digits = new Intl.NumberFormat(language, plainDigits);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...zone });
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', ...zone });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', ...zone });
  const absolute = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long', ...zone });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short', ...plainDigits });
  const ago = (instant: string, nowMs: number): string => {
    const seconds = (Date.parse(instant) - nowMs) / 1000;
    if (Math.abs(seconds) >= weekSeconds) return date.format(new Date(instant));
    for (const [unit, size] of steps) {
      if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
    }
    return relative.format(0, 'minute');
  };
  return {
    number: (value) => digits.format(value),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    date: (instant) => date.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    absolute: (instant) => absolute.format(new Date(instant)),
    ago,
  };
};
