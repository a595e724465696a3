/** The calls that make work fast: taking back, many at once, the next one. */
import type {
  BulkReports,
  BulkResult,
  NextReport,
  PutReadyAnswers,
  ReadyAnswersView,
  UndoneView,
} from '@atesto/contract';
import type { Http } from './http.js';

export const speedCalls = (http: Http, base: string) => ({
  bulk: (body: BulkReports) => http<BulkResult>('POST', `${base}/reports/bulk`, { body }),
  takeNext: (query: URLSearchParams) => http<NextReport>('POST', `${base}/reports/next`, { query }),
  readyAnswers: () => http<ReadyAnswersView>('GET', `${base}/ready-answers`),
  putReadyAnswers: (ifMatch: number, body: PutReadyAnswers) =>
    http<ReadyAnswersView>('PUT', `${base}/ready-answers`, { ifMatch, body }),
  undo: (seq: string) => http<UndoneView>('POST', `${base}/actions/${seq}/undo`),
});
