/** What is sent, in the language of whoever gets it: as a mail, as a short message, and as a browser shows it. Pure. */
import { severities, type AlertNews, type PublicIncident, type Severity } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { alertTextsIn, filled } from './texts/index.js';

export interface Composed {
  subject: string;
  text: string;
  short: string;
  push: { title: string; body: string; follow: string };
  /** Where it is ended; null for a question that nobody has answered yet. */
  stop: string | null;
}

export interface Frame {
  deployment: Deployment;
  language: string;
  publicUrl: string;
  /** Path. */
  stop: string;
}

export interface ToldIncident {
  news: AlertNews;
  incident: PublicIncident;
}

/** Three parts of a short message; with letters outside of its alphabet up to seven. */
const mostOfShort = 459;
const leastOfWords = 60;
const mostLines = 12;

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
const short = (words: string, rest: string): string =>
  `${cut(words.replace(/\s+/g, ' '), Math.max(leastOfWords, mostOfShort - rest.length - 1))} ${rest}`;

const primary = (language: string): string => language.split('-')[0] ?? '';

export function categoryName(deployment: Deployment, code: string | null, language: string): string | null {
  const names = code === null ? undefined : deployment.category(code)?.names;
  if (names === undefined) return null;
  return names[primary(language)] ?? names['en'] ?? Object.values(names)[0] ?? null;
}

function factsOf({ incident }: ToldIncident, { deployment, language }: Frame): string {
  const texts = alertTextsIn(language);
  const category = categoryName(deployment, incident.category, language) ?? texts.noCategory;
  return [category, texts.severities[incident.severity], ...(incident.place === null ? [] : [incident.place])].join(
    texts.comma,
  );
}

const worstFirst = (told: readonly ToldIncident[]): ToldIncident[] =>
  [...told].sort((a, b) => severities.indexOf(b.incident.severity) - severities.indexOf(a.incident.severity));

/** All that is new for a subscription, the worst first. */
export function composeNews(told: readonly ToldIncident[], frame: Frame): Composed {
  const { deployment, language, publicUrl } = frame;
  const texts = alertTextsIn(language);
  const sorted = worstFirst(told);
  const [only] = sorted;
  const map = `/map/${encodeURIComponent(deployment.slug)}`;
  const pathOf = ({ incident }: ToldIncident): string => `${map}/incidents/${incident.id}`;
  const headOf = ({ news, incident }: ToldIncident): string =>
    `${texts.news[news]}: #${incident.number} ${incident.title}`;
  const isOne = sorted.length === 1 && only !== undefined;
  const path = isOne ? pathOf(only) : map;
  const subject = isOne ? headOf(only) : filled(texts.many, { count: sorted.length });
  const shown = sorted.slice(0, mostLines);
  const blocks = shown.map((one) => [headOf(one), factsOf(one, frame), publicUrl + pathOf(one)].join('\n'));
  if (sorted.length > mostLines) blocks.push(filled(texts.more, { count: sorted.length - mostLines }));
  const lines = shown.map((one) => `${headOf(one)}${texts.comma}${factsOf(one, frame)}`);
  return framed(frame, {
    subject,
    text: blocks.join('\n\n'),
    words: isOne ? (lines[0] ?? '') : `${subject}: ${lines.join('; ')}`,
    body: isOne ? factsOf(only, frame) : lines.join('\n'),
    path,
  });
}

export interface ToldBroadcast {
  subject: string;
  text: string;
  severity: Severity;
}

export function composeBroadcast({ subject, text, severity }: ToldBroadcast, frame: Frame): Composed {
  const texts = alertTextsIn(frame.language);
  const path = `/alerts/${encodeURIComponent(frame.deployment.slug)}#messages`;
  const isGrave = severity === 'high' || severity === 'critical';
  const head = isGrave ? `${texts.severities[severity]}: ${subject}` : subject;
  return framed(frame, {
    subject: head,
    text: `${text}\n\n${texts.fromResponders}\n${frame.publicUrl}${path}`,
    words: `${head}: ${text}`,
    body: text,
    path,
  });
}

interface Parts {
  subject: string;
  text: string;
  words: string;
  body: string;
  path: string;
}

function framed(
  { deployment, language, publicUrl, stop }: Frame,
  { subject, text, words, body, path }: Parts,
): Composed {
  const texts = alertTextsIn(language);
  const title = `${deployment.name}: ${subject}`;
  const end = publicUrl + stop;
  return {
    subject: title,
    text: [text, '', '-- ', texts.why, `${texts.stop}: ${end}`].join('\n'),
    short: short(`${deployment.name}: ${words}`, `${publicUrl}${path} ${texts.stop}: ${end}`),
    push: { title, body: cut(body, 600), follow: path },
    stop: end,
  };
}

/** Asks whoever has the address whether they want it: by a link, or by a code that is typed. */
export function composeQuestion(
  { deployment, language, publicUrl }: Omit<Frame, 'stop'>,
  { wish, path, code }: { wish: string; path: string; code: string | null },
): Composed {
  const texts = alertTextsIn(language);
  const subject = filled(texts.question, { deployment: deployment.name });
  return {
    subject,
    text: [
      filled(texts.asked, { deployment: deployment.name }),
      wish,
      '',
      texts.press,
      publicUrl + path,
      '',
      texts.ignore,
    ].join('\n'),
    short: filled(texts.code, { deployment: deployment.name, code: code ?? '' }),
    push: { title: subject, body: '', follow: path },
    stop: null,
  };
}
