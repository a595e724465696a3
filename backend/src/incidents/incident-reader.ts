/** Reads incidents through the presenter of the audience. */
import { Injectable } from '@nestjs/common';
import type {
  Audience,
  Histogram,
  HistoryEntry,
  IncidentDetail,
  IncidentFilter,
  IncidentHistogramQuery,
  IncidentListQuery,
  IncidentView,
  Page,
  PageQuery,
  PublicIncident,
} from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  bucketsOf,
  Database,
  histogramOf,
  InFlight,
  notFound,
  pageOf,
  readKeyset,
  usualBuckets,
  type Conditions,
} from '../platform/index.js';
import { ReportReader } from '../reports/index.js';
import { incidentConditions, knownPlace, timeOf, type IncidentScope } from './incident-filter.js';
import {
  countIncidents,
  countIncidentTimes,
  extentOfIncidents,
  wholeExtentOfIncidents,
  type WholeExtent,
} from './incident-times.queries.js';
import { isPublic, presentIncident, presentPublicIncident } from './incidents.presenter.js';
import { incidentsById, latestIncidents, listIncidents, type IncidentRecord } from './incidents.queries.js';
import { otherIncidentOf } from './other-incident.js';

/** Rows a page when all of them are read: the embedded database is one session, so none may take long. */
const exportPage = 2_000;

@Injectable()
export class IncidentReader {
  private readonly extents = new InFlight<WholeExtent>();

  constructor(
    private readonly database: Database,
    private readonly reports: ReportReader,
  ) {}

  async list(
    deployment: Deployment,
    query: IncidentListQuery,
    audience: Audience,
    scope: IncidentScope = {},
  ): Promise<Page<IncidentView | PublicIncident>> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : readKeyset(query.cursor);
    const where = incidentConditions(query, deployment, audience, scope);
    const rows = await listIncidents(this.database, where, limit + 1, after);
    const page = pageOf(rows, limit, (row) => row.opened_at);
    return { items: page.rows.map((row) => this.present(row, deployment, audience)), next: page.next };
  }

  /** What the public may see of it, the newest changes first. */
  async latest(deployment: Deployment, query: IncidentListQuery): Promise<Page<PublicIncident>> {
    const limit = query.limit ?? 100;
    const after = query.cursor === undefined ? null : readKeyset(query.cursor);
    const where = incidentConditions(query, deployment, 'public');
    const rows = await latestIncidents(this.database, where, limit + 1, after);
    const page = pageOf(rows, limit, (row) => row.updated_at);
    return { items: page.rows.map((row) => presentPublicIncident(row, deployment)), next: page.next };
  }

  /** How many there are. */
  count(deployment: Deployment, query: IncidentFilter, audience: Audience, scope: IncidentScope): Promise<number> {
    return countIncidents(this.database, incidentConditions(query, deployment, audience, scope));
  }

  /** How many there are, where and when, as far as the audience may know. */
  wholeExtent(deployment: Deployment, audience: Audience): Promise<WholeExtent> {
    // A look at a whole table, which everybody may ask for.
    return this.extents.get(`${deployment.id} ${deployment.version} ${audience}`, () => {
      const where = incidentConditions({}, deployment, audience);
      return wholeExtentOfIncidents(this.database, where, knownPlace(deployment, audience, where.bind));
    });
  }

  /** One that the audience may know of, merged ones aside; null when there is none. */
  async one(deployment: Deployment, id: string, audience: Audience): Promise<IncidentView | PublicIncident | null> {
    const [row] = await incidentsById(this.database, deployment.id, [id]);
    const isThere = row?.merged_into === null && (audience !== 'public' || isPublic(row, deployment));
    return isThere ? this.present(row, deployment, audience) : null;
  }

  /** With the numbers of what was merged and split. */
  async history(deployment: Deployment, id: string, query: PageQuery): Promise<Page<HistoryEntry>> {
    const { items: entries, next } = await this.reports.history(deployment, id, ['incident', 'note'], query);
    const ids = entries.flatMap((entry) => otherIncidentOf(entry) ?? []);
    if (ids.length === 0) return { items: entries, next };
    const others = await incidentsById(this.database, deployment.id, ids);
    const items = entries.map((entry) => {
      const other = others.find((one) => one.id === otherIncidentOf(entry));
      return other === undefined ? entry : { ...entry, other: { id: other.id, number: other.number } };
    });
    return { items, next };
  }

  /** How many of those that match were opened when. */
  async histogram(deployment: Deployment, query: IncidentHistogramQuery, audience: Audience): Promise<Histogram> {
    const where = (): Conditions => incidentConditions(query, deployment, audience);
    const time = timeOf(query);
    const { first, last } = await extentOfIncidents(this.database, where(), time);
    const from = query.from === undefined ? (first ?? new Date(0)) : new Date(query.from);
    const to = query.to === undefined ? (last ?? from) : new Date(Date.parse(query.to) - 1);
    const buckets = bucketsOf(from, to, query.buckets ?? usualBuckets);
    return histogramOf(buckets, await countIncidentTimes(this.database, where(), time, buckets));
  }

  /** Everything that matches, in pages, newest first. */
  async *all(
    deployment: Deployment,
    filter: IncidentFilter,
    audience: Audience,
  ): AsyncGenerator<(IncidentView | PublicIncident)[]> {
    const where = incidentConditions(filter, deployment, audience);
    const from = await this.database.forLongReads();
    let after: { at: Date; id: string } | null = null;
    for (;;) {
      const rows: IncidentRecord[] = await listIncidents(from, where, exportPage, after);
      if (rows.length > 0) yield rows.map((row) => this.present(row, deployment, audience));
      const last = rows.at(-1);
      if (last === undefined || rows.length < exportPage) return;
      after = { at: last.opened_at, id: last.id };
    }
  }

  /** What responders see. @throws Problem 404 */
  async detail(deployment: Deployment, id: string, maySeeReports: boolean): Promise<IncidentDetail> {
    const [incident] = await incidentsById(this.database, deployment.id, [id]);
    if (incident === undefined) throw notFound('incident');
    const reportItems = maySeeReports ? await this.reports.ofIncident(deployment, id) : [];
    return { ...presentIncident(incident, deployment), reportItems };
  }

  /** What the public sees; an internal one is not there for it. @throws Problem 404 */
  async publicDetail(deployment: Deployment, id: string): Promise<PublicIncident> {
    const [incident] = await incidentsById(this.database, deployment.id, [id]);
    if (incident === undefined || !isPublic(incident, deployment)) throw notFound('incident');
    return presentPublicIncident(incident, deployment);
  }

  /** The rows as they are, for readers that present them to several audiences. */
  records(deploymentId: string, ids: readonly string[]): Promise<IncidentRecord[]> {
    return ids.length === 0 ? Promise.resolve([]) : incidentsById(this.database, deploymentId, ids);
  }

  private present(row: IncidentRecord, deployment: Deployment, audience: Audience): IncidentView | PublicIncident {
    return audience === 'public' ? presentPublicIncident(row, deployment) : presentIncident(row, deployment);
  }
}
