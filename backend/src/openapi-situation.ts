/** What the description of the API says of situation reports. */
import { PageQuery, PublishSituationReport, SaveSituationReport, SituationAudienceQuery } from '@atesto/contract';
import type { Operation } from './openapi-operations.js';

const reports = '/api/v1/deployments/{deployment}/situation-reports';

export const situationWork: Record<string, Operation> = {
  [`GET ${reports}`]: {
    summary: 'Saved situation reports, the newest first; those that are not published for members only',
    query: PageQuery,
    answer: 'Page<SituationReportSummary>',
  },
  [`POST ${reports}`]: {
    summary: 'Save how it stands as the next situation report; it never changes again',
    body: SaveSituationReport,
    answer: 'SituationReportSummary',
    problems: [409],
  },
  [`GET ${reports}/{number}`]: {
    summary: 'A saved situation report',
    query: SituationAudienceQuery,
    answer: 'SituationReportView',
  },
  [`PATCH ${reports}/{number}`]: {
    summary: 'Publish a situation report, or make it internal again',
    body: PublishSituationReport,
    answer: 'SituationReportView',
    problems: [409],
  },
};
