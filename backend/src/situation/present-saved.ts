/** Saved situation reports as they leave. Who wrote them does not. Pure. */
import type { SituationReportSummary, SituationReportView, SituationState } from '@atesto/contract';
import type { SavedRecord } from './saved.queries.js';

export const summaryOf = (saved: SavedRecord): SituationReportSummary => ({
  number: saved.number,
  title: saved.title,
  from: saved.from_at.toISOString(),
  to: saved.to_at.toISOString(),
  takenAt: saved.taken_at.toISOString(),
  published: saved.published,
  languages: saved.texts.map(({ language }) => language),
});

export const viewOf = (saved: SavedRecord & { state: SituationState }): SituationReportView => ({
  ...summaryOf(saved),
  texts: saved.texts,
  state: saved.state,
});
