/**
 * One step of the menu on simple phones, told from all that was entered so far: language, kind of thing, words, place.
 * Nothing is remembered between the steps, so any process can answer any of them. What was entered comes joined by `*`;
 * a star within the words therefore ends them, and what follows counts as the place. Pure.
 */
import type { Translations } from '@atesto/contract';
import { cut, fits, fitted, plainest, roomFor } from './ussd-screen.js';
import { en, ussdTextsIn, type UssdTexts } from './ussd-texts/index.js';

export interface UssdMenu {
  title: string;
  /** BCP 47, the first one counts most. */
  languages: readonly string[];
  categories: readonly { code: string; names: Translations }[];
  emergencyNumber: string | null;
}

export interface UssdReport {
  language: string;
  category: string | null;
  words: string;
  /** Null before the last step. */
  place: string | null;
}

export interface UssdStep {
  /** Begins with CON or END, as the network wants it. */
  screen: string;
  report: UssdReport | null;
}

const mostOptions = 7;
/** Of a screen; one option always fits below the title. */
const titleShare = 0.4;
const labelShare = 0.3;

interface Option<Value> {
  value: Value;
  label: string;
}

export function ussdStep(text: string, menu: UssdMenu): UssdStep {
  const entered = text === '' ? [] : text.split('*').map((part) => part.trim());
  const spoken = menu.languages.filter((tag) => ussdTextsIn(tag) !== null);
  const languages = (spoken.length === 0 ? ['en'] : spoken).map((value) => ({
    value,
    label: ussdTextsIn(value)?.name ?? value,
  }));
  const language = chosen(entered, languages, menu.title, null);
  if ('screen' in language) return { ...language, report: null };
  const texts = ussdTextsIn(language.value) ?? en;
  const kind = chosen(entered, kindsOf(menu, language.value, texts), withTitle(menu.title, texts.kind), texts.more);
  if ('screen' in kind) return { ...kind, report: null };
  return told(entered, language.value, kind.value, texts, menu.emergencyNumber);
}

function told(
  entered: string[],
  language: string,
  category: string | null,
  texts: UssdTexts,
  emergencyNumber: string | null,
): UssdStep {
  const words = nextWords(entered);
  if (words === undefined) return { screen: asking(texts.words), report: null };
  const report = { language, category, words, place: null };
  const place = nextWords(entered);
  if (place === undefined) return { screen: asking(texts.place), report };
  const thanks = plainest(texts.thanks);
  const more = emergencyNumber === null ? thanks : plainest(`${texts.thanks} ${texts.emergency(emergencyNumber)}`);
  const whole = [place, ...entered].filter((part) => part !== '').join(' ');
  return { screen: `END ${fits(more) ? more : fitted(thanks)}`, report: { ...report, place: whole } };
}

const asking = (text: string): string => `CON ${fitted(plainest(text))}`;

/** Empty words are asked for once more. */
function nextWords(entered: string[]): string | undefined {
  for (let part = entered.shift(); part !== undefined; part = entered.shift()) if (part !== '') return part;
  return undefined;
}

function kindsOf({ categories }: UssdMenu, language: string, texts: UssdTexts): Option<string | null>[] {
  const options = categories.map(({ code, names }) => ({ value: code, label: nameIn(names, language) ?? code }));
  return options.length === 0 ? [{ value: null, label: '' }] : [...options, { value: null, label: texts.other }];
}

function nameIn(names: Translations, language: string): string | undefined {
  const base = language.split('-')[0] ?? language;
  return names[language] ?? names[base] ?? names['en'] ?? Object.values(names)[0];
}

/**
 * Takes what was entered for this choice away, until it is made. Options keep their numbers on every page; 0 turns the
 * page, after the last one to the first. What is no option shows the same page again.
 */
function chosen<Value>(
  entered: string[],
  options: readonly Option<Value>[],
  title: string,
  more: string | null,
): { value: Value } | { screen: string } {
  const [only] = options;
  if (options.length === 1 && only !== undefined) return { value: only.value };
  const pages = pagesOf(options, plainest(title), more === null ? '' : plainest(more));
  let page = 0;
  for (let part = entered.shift(); part !== undefined; part = entered.shift()) {
    const option = /^\d{1,3}$/.test(part) ? options[Number(part) - 1] : undefined;
    if (option !== undefined) return { value: option.value };
    if (part === '0') page = (page + 1) % pages.length;
  }
  return { screen: `CON ${pages[page] ?? ''}` };
}

/** As many options a page as fit, at least one. */
function pagesOf(options: readonly Option<unknown>[], title: string, more: string): string[] {
  const labels = options.map(({ label }) => plainest(label));
  const room = roomFor([title, ...labels, more].join(''));
  const head = cut(title, room * titleShare);
  const lines = labels.map((label, at) => `${at + 1} ${cut(label, room * labelShare)}`);
  const turn = `0 ${more}`.trim();
  if (lines.length <= mostOptions && fits([head, ...lines].join('\n'))) return [[head, ...lines].join('\n')];
  const pages: string[][] = [[]];
  for (const line of lines) {
    const page = pages.at(-1) ?? [];
    const isRoom = page.length < mostOptions && fits([head, ...page, line, turn].join('\n'));
    if (isRoom || page.length === 0) page.push(line);
    else pages.push([line]);
  }
  return pages.map((page) => [head, ...page, turn].join('\n'));
}

/** The question alone where the name of the map is long. */
function withTitle(title: string, question: string): string {
  const whole = `${title}\n${question}`;
  return whole.length <= roomFor(plainest(whole)) * titleShare ? whole : question;
}
