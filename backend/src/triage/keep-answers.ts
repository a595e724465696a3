/**
 * What reporters say later, as channels bring it: many answers at once, in the transaction of the caller, who knows that
 * none is a repeat. A status moves by the table alone; a place is completed, and changed
 * only where the reporter was asked for it.
 */
import type { Location } from '@atesto/contract';
import { appendJournal, groupBy, type NewEntry, type Sql } from '../platform/index.js';
import { completeReports, insertAnswers, nextReportStatus, type OpenReport } from '../reports/index.js';

export interface LateAnswer {
  /** Locked by the caller. */
  report: OpenReport;
  messageId: string;
  /** Empty where only a photo came. */
  text: string;
  location: Location | null;
  place: string | null;
  /** Photos that will follow. */
  media: number;
  /** The place told now holds, whatever was understood before. */
  replacesPlace: boolean;
}

export async function keepAnswers(tx: Sql, answers: readonly LateAnswer[], at: Date): Promise<void> {
  if (answers.length === 0) return;
  const spoken = answers.filter(({ text }) => text !== '');
  await insertAnswers(
    tx,
    spoken.map(({ report, messageId: id, text }) => ({
      deploymentId: report.deploymentId,
      id,
      reportId: report.id,
      text,
    })),
    at,
  );
  const all = [...groupBy(answers, ({ report }) => report.id).values()].map(completed);
  await completeReports(tx, all);
  await appendJournal(tx, [...spoken.map(saidEntry), ...all.flatMap(changedEntry)]);
}

function completed(answers: readonly LateAnswer[]) {
  const [{ report }] = answers as [LateAnswer];
  return {
    deploymentId: report.deploymentId,
    id: report.id,
    // Photos alone answer no question.
    status: answers.some(({ text }) => text !== '')
      ? (nextReportStatus(report.status, 'answer') ?? report.status)
      : report.status,
    location:
      answers.find((answer) => answer.location !== null && (!report.hasLocation || answer.replacesPlace))?.location ??
      null,
    place:
      answers.find((answer) => answer.place !== null && (report.place === null || answer.replacesPlace))?.place ?? null,
    moreMedia: answers.reduce((sum, { media }) => sum + media, 0),
  };
}

function saidEntry({ report, messageId: message }: LateAnswer): NewEntry {
  const status = nextReportStatus(report.status, 'answer') ?? report.status;
  const data = { message, status, before: { status: report.status } };
  return { deploymentId: report.deploymentId, kind: 'report.answered', subjectId: report.id, actorId: null, data };
}

function changedEntry({ deploymentId, id, location, place, moreMedia }: ReturnType<typeof completed>): NewEntry[] {
  const data = { ...(location && { location }), ...(place !== null && { place }) };
  if (Object.keys(data).length === 0 && moreMedia === 0) return [];
  return [{ deploymentId, kind: 'report.changed', subjectId: id, actorId: null, data }];
}
