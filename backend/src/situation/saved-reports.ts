/** Reads saved situation reports for those who ask: published ones for all, the others for who may read incidents. */
import { Injectable } from '@nestjs/common';
import type {
  Audience,
  Page,
  PageQuery,
  SituationReportSummary,
  SituationReportView,
  SituationState,
} from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { incidentConditions } from '../incidents/index.js';
import { Database, invalidInput, notFound, type Access } from '../platform/index.js';
import { summaryOf, viewOf } from './present-saved.js';
import { numbersIn, saferToday } from './public-state.js';
import { listReports, reportOfNumber } from './saved.queries.js';
import { shownNumbers } from './situation.queries.js';

const usualLimit = 50;

/** Whoever asks for more than they may see gets what all see. */
export const audienceFor = (by: Access, asked: Audience | undefined): Audience =>
  by.permissions.has('incidents.read') ? (asked ?? 'responders') : 'public';

/** @throws Problem 404 for what is no number of a report */
export function reportNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound('situation report');
  return Number(text);
}

@Injectable()
export class SavedReports {
  constructor(private readonly database: Database) {}

  /** @throws Problem 422 for a cursor that is none */
  async list(deployment: Deployment, query: PageQuery, audience: Audience): Promise<Page<SituationReportSummary>> {
    const { limit = usualLimit, cursor } = query;
    if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) {
      throw invalidInput([{ pointer: '/cursor', detail: 'is not a cursor of this list' }]);
    }
    const before = cursor === undefined ? null : Number(cursor);
    const rows = await listReports(this.database, deployment.id, audience !== 'public', limit + 1, before);
    const items = rows.slice(0, limit).map(summaryOf);
    return { items, next: rows.length > limit ? String(items.at(-1)?.number) : null };
  }

  /** @throws Problem 404, also for one that the public may not read, and for what is no number */
  async one(
    deployment: Deployment,
    number: string,
    audience: Audience,
    mayReadAll: boolean,
  ): Promise<SituationReportView> {
    const saved = await reportOfNumber(this.database, deployment.id, reportNumber(number), audience);
    if (saved === null || !(saved.published || mayReadAll)) throw notFound('situation report');
    return viewOf(audience === 'public' ? { ...saved, state: await this.ofToday(deployment, saved.state) } : saved);
  }

  /** Policies, categories and incidents may have changed since: what is hidden today is told by no old report. */
  private async ofToday(deployment: Deployment, state: SituationState): Promise<SituationState> {
    const where = incidentConditions({}, deployment, 'public');
    const shown = await shownNumbers(this.database, where, numbersIn(state));
    return saferToday(state, (number) => shown.has(number), deployment.policy.publicPrecisionMetres);
  }
}
