/**
 * Several notices as one message: single ones by a line each, a storm of one kind and category by one line. Numbers,
 * category and severity only: a message travels over other people's machines. Pure.
 */
import { severities, type NoticeKind, type Severity } from '@atesto/contract';
import { filled, noticeTexts } from './notice-texts.js';

export interface ToldNotice {
  kind: NoticeKind;
  subject: { kind: 'report' | 'incident'; id: string };
  number: number | null;
  /** Its name in the language of the message. */
  category: string | null;
  severity: Severity;
}

export interface Folded {
  subject: string;
  lines: string[];
  /** Where it leads to: to the one thing it is about, else to the deployment's room. */
  path: string;
}

/** So many of one kind and category are told by a line each. */
const fewest = 4;
const mostLines = 12;

const worst = (notices: readonly ToldNotice[]): Severity =>
  severities[Math.max(...notices.map(({ severity }) => severities.indexOf(severity)))] ?? 'normal';

export function foldNotices(
  notices: readonly ToldNotice[],
  deployment: { slug: string; name: string },
  language: 'en' | 'de',
): Folded {
  const texts = noticeTexts[language];
  const groups = new Map<string, ToldNotice[]>();
  for (const notice of notices) {
    const name = `${notice.kind}/${notice.category ?? ''}`;
    groups.set(name, [...(groups.get(name) ?? []), notice]);
  }
  const line = (words: string, { number, category, severity }: ToldNotice): string =>
    `${words}${number === null ? '' : ` #${number}`}: ${category ?? texts.noCategory}, ${texts.severities[severity]}`;
  // The worst first: a message may be cut, and eyes stop.
  const sorted = [...groups.values()].sort((a, b) => severities.indexOf(worst(b)) - severities.indexOf(worst(a)));
  const all = sorted.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    if (group.length < fewest) return group.map((notice) => line(texts.one[notice.kind], notice));
    const words = filled(texts.many[first.kind], { count: group.length });
    return [line(words, { ...first, number: null, severity: worst(group) })];
  });
  const lines = all.slice(0, mostLines);
  if (all.length > mostLines) lines.push(filled(texts.more, { count: all.length - mostLines }));
  const [only] = notices;
  const room = `/console/${encodeURIComponent(deployment.slug)}`;
  const isOne = notices.length === 1 && only !== undefined;
  return {
    subject: isOne
      ? `${deployment.name}: ${lines[0] ?? ''}`
      : filled(texts.subject, { deployment: deployment.name, count: notices.length }),
    lines,
    path: isOne ? `${room}?${only.subject.kind}=${only.subject.id}` : room,
  };
}
