/** What the description of the API says of taking back, many at once, the next report and ready answers. */
import { BulkReports, PutReadyAnswers, ReportListQuery } from '@atesto/contract';
import type { Operation } from './openapi-operations.js';

const d = '/api/v1/deployments/{deployment}';

export const fastWork: Record<string, Operation> = {
  [`POST ${d}/reports/bulk`]: {
    summary: 'One action on many reports: on all of them, or on none',
    body: BulkReports,
    answer: 'BulkResult',
    problems: [409],
  },
  [`GET ${d}/reports/next`]: {
    summary: 'The open report that nobody holds and that counts as waiting longest',
    query: ReportListQuery,
    answer: 'NextReport',
  },
  [`POST ${d}/reports/next`]: {
    summary: 'The same, claimed for you; two who ask at once get different ones',
    query: ReportListQuery,
    answer: 'NextReport',
  },
  [`GET ${d}/ready-answers`]: { summary: 'Ready answers for reporters', answer: 'ReadyAnswersView' },
  [`PUT ${d}/ready-answers`]: {
    summary: 'Replace the ready answers',
    body: PutReadyAnswers,
    answer: 'ReadyAnswersView',
  },
  [`POST ${d}/actions/{seq}/undo`]: {
    summary: 'Take back what was done in one go; the number is the `x-action` of its answer',
    answer: 'UndoneView',
    problems: [409],
  },
};
