/** Calls of saved situation reports. */
import type { Page, SaveSituationReport, SituationReportSummary, SituationReportView } from '@atesto/contract';
import type { Http } from './http.js';
import { wholeList } from './whole-list.js';

export const situationCalls = (http: Http, base: string) => ({
  situationReports: () =>
    wholeList<Page<SituationReportSummary>>(http, `${base}/situation-reports`).then((page) => page.items),
  saveSituationReport: (body: SaveSituationReport) =>
    http<SituationReportSummary>('POST', `${base}/situation-reports`, { body }),
  publishSituationReport: (number: number, published: boolean) =>
    http<SituationReportView>('PATCH', `${base}/situation-reports/${number}`, { body: { published } }),
});
