/** What a coordinator writes before a situation report is saved, and what is sent of it. Pure. */
import type { SaveSituationReport, SituationText } from '@atesto/contract';

export const spans = ['day', 'last', 'week', 'own'] as const;
export type SpanChoice = (typeof spans)[number];

export interface Draft {
  span: SpanChoice;
  /** As the fields hold them: minutes in the zone of the one who writes. */
  from: string;
  to: string;
  title: string;
  /** By language. */
  texts: Record<string, { summary: string; messages: string }>;
  published: boolean;
}

export const emptyDraft: Draft = { span: 'day', from: '', to: '', title: '', texts: {}, published: false };

const weekMs = 7 * 86_400_000;
const instantOf = (local: string): string | null => {
  const at = Date.parse(local);
  return Number.isFinite(at) ? new Date(at).toISOString() : null;
};

export type Span = Pick<SaveSituationReport, 'from' | 'to' | 'since'>;

export function spanOf({ span, from, to }: Draft, nowMs: number): Span {
  if (span === 'last') return { since: 'last' };
  if (span === 'week') return { from: new Date(nowMs - weekMs).toISOString() };
  if (span === 'day') return {};
  const [start, end] = [instantOf(from), instantOf(to)];
  return { ...(start !== null && { from: start }), ...(end !== null && { to: end }) };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function reportOf(draft: Draft, nowMs: number): SaveSituationReport {
  const texts = Object.entries(draft.texts)
    .map(([language, { summary, messages }]): SituationText => ({
      language,
      summary: summary.trim(),
      messages: linesOf(messages),
    }))
    .filter(({ summary, messages }) => summary !== '' || messages.length > 0);
  return { title: draft.title.trim(), texts, published: draft.published, ...spanOf(draft, nowMs) };
}

/** Address of the page that shows it as it stands. */
export function pageOf(slug: string, draft: Draft, nowMs: number, audience: 'public' | 'responders'): string {
  const query = new URLSearchParams({ ...spanOf(draft, nowMs), audience });
  return `/situation/${encodeURIComponent(slug)}?${query.toString()}`;
}
