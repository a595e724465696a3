/** In which of the deployment's languages somebody wrote: a guess, so that they are answered in it. Pure. */
import { francAll } from 'franc-min';

/** ISO 639-3, as the guesser names them, by BCP 47. */
const names: Record<string, string> = {
  ar: 'arb',
  bn: 'ben',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fa: 'pes',
  fr: 'fra',
  ha: 'hau',
  hi: 'hin',
  id: 'ind',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  ms: 'zlm',
  my: 'mya',
  ne: 'npi',
  nl: 'nld',
  pl: 'pol',
  ps: 'pbu',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  so: 'som',
  sw: 'swh',
  ta: 'tam',
  th: 'tha',
  tl: 'tgl',
  tr: 'tur',
  uk: 'ukr',
  ur: 'urd',
  vi: 'vie',
  zh: 'cmn',
};

/** Fewer characters say too little. */
const shortest = 12;
/** How much likelier than the next the first must be, from 0 to 1. */
const leastLead = 0.05;

const base = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** One of `languages`, or null where the words do not tell. */
export function languageOf(text: string, languages: readonly string[]): string | null {
  const known = new Map(languages.flatMap((tag) => (names[base(tag)] ? [[names[base(tag)] ?? '', tag]] : [])));
  if (known.size < 2 || text.trim().length < shortest) return null;
  const [first, second] = francAll(text, { only: [...known.keys()], minLength: shortest });
  if (first === undefined || first[0] === 'und') return null;
  return second !== undefined && first[1] - second[1] < leastLead ? null : (known.get(first[0]) ?? null);
}

/** The tag itself or its base among `languages`. */
export function spokenHere(tag: string | null | undefined, languages: readonly string[]): string | null {
  if (tag === null || tag === undefined) return null;
  const lower = tag.toLowerCase();
  return (
    languages.find((known) => known.toLowerCase() === lower) ??
    languages.find((known) => base(known) === base(tag)) ??
    null
  );
}
