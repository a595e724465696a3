/** Reads reports for those who may see them, through the presenter. */
import { Inject, Injectable } from '@nestjs/common';
import type { HistoryEntry, Page, ReportCounts, ReportDetail, ReportListQuery, ReportView } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { CLOCK, Database, notFound, pageOf, readHistory, type Clock } from '../platform/index.js';
import { mediaOf } from './media.queries.js';
import { reportConditions } from './report-filter.js';
import { presentReport, presentReportDetail } from './reports.presenter.js';
import { countQuarantined } from './quarantine.queries.js';
import { listReports, messagesOf, namesOf, reportsById, reportsOfIncident } from './reports.queries.js';

@Injectable()
export class ReportReader {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(deployment: Deployment, query: ReportListQuery, userId: string | null): Promise<Page<ReportView>> {
    const now = this.clock.now();
    const limit = query.limit ?? 50;
    const where = reportConditions(query, deployment, { userId, now });
    const page = pageOf(await listReports(this.database, where, limit + 1), limit, (row) => row.received_at);
    return { items: page.rows.map((row) => presentReport(row, deployment, now)), next: page.next };
  }

  /** @throws Problem 404 */
  async detail(deployment: Deployment, id: string): Promise<ReportDetail> {
    const [report] = await reportsById(this.database, deployment.id, [id]);
    if (report === undefined) throw notFound('report');
    const messages = await messagesOf(this.database, deployment.id, id);
    const media = report.media_count === 0 ? [] : await mediaOf(this.database, deployment.id, id);
    return presentReportDetail(report, deployment, this.clock.now(), { messages, media });
  }

  async counts(deployment: Deployment): Promise<ReportCounts> {
    return { quarantined: await countQuarantined(this.database, deployment.id) };
  }

  /** In any order; ids that are not there are left out. */
  async withIds(deployment: Deployment, ids: readonly string[]): Promise<ReportView[]> {
    if (ids.length === 0) return [];
    const rows = await reportsById(this.database, deployment.id, ids);
    return rows.map((row) => presentReport(row, deployment, this.clock.now()));
  }

  async ofIncident(deployment: Deployment, incidentId: string): Promise<ReportView[]> {
    const rows = await reportsOfIncident(this.database, deployment.id, incidentId);
    return rows.map((row) => presentReport(row, deployment, this.clock.now()));
  }

  /** The journal of a report or an incident, with the names of those who acted. */
  async history(deployment: Deployment, subjectId: string, subjects: readonly string[]): Promise<HistoryEntry[]> {
    const all = await readHistory(this.database, deployment.id, subjectId);
    const entries = all.filter(({ kind }) => subjects.includes(kind.slice(0, kind.indexOf('.'))));
    if (entries.length === 0) throw notFound('history');
    const ids = new Set(entries.flatMap((entry) => entry.actorId ?? []));
    const names = new Map((await namesOf(this.database, [...ids])).map(({ id, name }) => [id, name]));
    return entries.map(({ seq, at, kind, actorId, data }) => ({
      seq,
      at: at.toISOString(),
      kind,
      by: actorId === null ? null : { id: actorId, name: names.get(actorId) ?? '' },
      data,
    }));
  }
}
