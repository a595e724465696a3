/** Reads reports for those who may see them, through the presenter. */
import { Inject, Injectable } from '@nestjs/common';
import type {
  Histogram,
  HistoryEntry,
  Page,
  PageQuery,
  ReportCounts,
  ReportDetail,
  ReportHistogramQuery,
  ReportListQuery,
  ReportView,
} from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  actorOf,
  appendJournal,
  bucketsOf,
  CLOCK,
  Database,
  histogramOf,
  JournalFeed,
  Keys,
  notAllowed,
  notFound,
  pageOf,
  readHistoryPage,
  reportsInOneGo,
  readKeyset,
  usualBuckets,
  type Access,
  type Clock,
  type Conditions,
  type Sql,
} from '../platform/index.js';
import { mediaOf } from './media.queries.js';
import { reportConditions, timeOf, type Viewer } from './report-filter.js';
import { isAddress, reporterQuery } from './reporter-marks.js';
import { countReportTimes, extentOfReports, extentOfTimes } from './report-times.queries.js';
import { presentReport, presentReportDetail } from './reports.presenter.js';
import { countQuarantined } from './quarantine.queries.js';
import {
  listReports,
  messagesOf,
  namesOf,
  reportsById,
  reportsOfIncident,
  type ReportRecord,
} from './reports.queries.js';

@Injectable()
export class ReportReader {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 when a reporter is asked for by somebody who may not know reporters */
  async list(deployment: Deployment, query: ReportListQuery, by: Access): Promise<Page<ReportView>> {
    const now = this.clock.now();
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : readKeyset(query.cursor);
    const mayKnow = by.permissions.has('reporters.read');
    if (query.reporter !== undefined && !mayKnow) throw notAllowed('Your role does not allow to look for reporters.');
    const where = reportConditions(query, deployment, this.viewerOf(by, now));
    const asksForReporter = mayKnow && (query.reporter !== undefined || isAddress(query.q ?? ''));
    const rows = asksForReporter
      ? await this.listOfReporter(deployment, actorOf(by), (sql) => listReports(sql, where, limit + 1, after))
      : await listReports(this.database, where, limit + 1, after);
    const page = pageOf(rows, limit, (row) => row.received_at);
    return { items: page.rows.map((row) => presentReport(row, deployment, now)), next: page.next };
  }

  /** How many of those that match came in when; a reporter cannot be counted. */
  async histogram(deployment: Deployment, query: ReportHistogramQuery, by: Access): Promise<Histogram> {
    if (query.reporter !== undefined) throw notAllowed('The reports of one reporter are listed, not counted.');
    const viewer = { userId: by.userId, now: this.clock.now() };
    const where = (): Conditions => reportConditions(query, deployment, viewer);
    const time = timeOf(query);
    const { first, last } =
      query.time === 'observed'
        ? await extentOfTimes(this.database, where(), time)
        : await extentOfReports(this.database, deployment.id);
    const from = query.from === undefined ? (first ?? viewer.now) : new Date(query.from);
    const to = query.to === undefined ? (last ?? viewer.now) : new Date(Date.parse(query.to) - 1);
    const buckets = bucketsOf(from, to, query.buckets ?? usualBuckets);
    return histogramOf(buckets, await countReportTimes(this.database, where(), time, buckets));
  }

  /** Whose eyes a filter is meant for. */
  viewerOf(by: Access, now: Date): Viewer {
    const mayKnow = by.permissions.has('reporters.read');
    return { userId: by.userId, now, reporterQuery: mayKnow ? (search) => reporterQuery(this.keys, search) : null };
  }

  /** To find reports by who sent them is a look at the reporter of each. */
  private async listOfReporter(
    { id: deploymentId }: Deployment,
    actorId: string,
    find: (sql: Sql) => Promise<ReportRecord[]>,
  ): Promise<ReportRecord[]> {
    const rows = await this.database.transaction(async (tx) => {
      const found = await find(tx);
      const looks = found.map(({ id: subjectId }) => ({ deploymentId, subjectId, actorId, data: { search: true } }));
      await appendJournal(
        tx,
        looks.map((look) => ({ ...look, kind: 'reporter.viewed' as const })),
      );
      return found;
    });
    this.feed.wake();
    return rows;
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

  /** The journal of a report or an incident, oldest first, with the names of those who acted. @throws Problem 404, 422 */
  async history(
    deployment: Deployment,
    subjectId: string,
    subjects: readonly string[],
    query: PageQuery,
  ): Promise<Page<HistoryEntry>> {
    const page = await readHistoryPage(this.database, deployment.id, subjectId, subjects, query);
    const { entries, next, open } = page;
    if (entries.length === 0 && query.cursor === undefined) throw notFound('history');
    const ids = new Set(entries.flatMap((entry) => entry.actorId ?? []));
    const names = new Map((await namesOf(this.database, [...ids])).map(({ id, name }) => [id, name]));
    const together = await reportsInOneGo(this.database, deployment.id, subjectId, [...open]);
    const items = entries.map(({ seq, at, kind, actorId, data }) => ({
      seq,
      at: at.toISOString(),
      kind,
      by: actorId === null ? null : { id: actorId, name: names.get(actorId) ?? '' },
      data,
      undoable: open.has(seq),
      reports: together.get(seq) ?? 0,
    }));
    return { items, next };
  }
}
