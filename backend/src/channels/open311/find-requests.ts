/** Finds requests for whoever asks: published incidents, and the state of what was handed in here. */
import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Deployment } from '../../deployments/index.js';
import type { OpenGateway } from '../../gateways/index.js';
import { IncidentReader, isPublic, presentPublicIncident, type IncidentRecord } from '../../incidents/index.js';
import { CLOCK, Database, readHistory, type Clock } from '../../platform/index.js';
import { reportsById, type ReportRecord } from '../../reports/index.js';
import { readQuery, type RequestQuery } from './read-query.js';
import { requestOfIncident, requestOfPublished, requestOfReport, type ServiceRequest } from './service-request.js';
import { unsureCode } from './services.js';
import type { Fault } from './write-answer.js';

/** Nobody pages further than that. */
const mostLookedAt = 20_000;

/** What tells the sender something; looks and claims do not. */
const telling = new Set(
  ['received', 'asked', 'verified', 'rejected', 'reopened', 'undone'].map((what) => `report.${what}`),
);

@Injectable()
export class FindRequests {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null for what is not there for the public, and was not handed in through this gateway. */
  async one(gateway: OpenGateway, givenId: string, language: string): Promise<ServiceRequest | null> {
    if (!isUUID(givenId)) return null;
    const id = givenId.toLowerCase();
    const { deployment } = gateway;
    const incident = await this.incident(deployment, id);
    if (incident !== null) return this.published(deployment, incident, language);
    const [report] = await reportsById(this.database, deployment.id, [id]);
    const isOurs = report?.channel === 'open311' && report.external_id.startsWith(`${gateway.id} `);
    return report !== undefined && isOurs ? this.handedIn(deployment, report, language) : null;
  }

  async many(
    gateway: OpenGateway,
    query: Record<string, string>,
    language: string,
  ): Promise<ServiceRequest[] | Fault[]> {
    const read = readQuery(query, this.clock.now());
    if (Array.isArray(read)) return read;
    if (read.ids.length === 0) return this.matching(gateway.deployment, read, language);
    const found: ServiceRequest[] = [];
    for (const id of new Set(read.ids)) {
      const request = await this.one(gateway, id, language);
      if (request !== null) found.push(request);
    }
    return found;
  }

  private async matching(deployment: Deployment, query: RequestQuery, language: string): Promise<ServiceRequest[]> {
    const { codes, statuses, page, pageSize } = query;
    const filter = { from: query.from.toISOString(), to: query.to.toISOString() };
    const statusFilter =
      statuses.length === 1 ? { status: statuses[0] === 'open' ? 'open,responding' : 'resolved' } : {};
    const first = (page - 1) * pageSize;
    const found: ServiceRequest[] = [];
    let [seen, matched] = [0, 0];
    for await (const incidents of this.incidents.all(deployment, { ...filter, ...statusFilter }, 'public')) {
      for (const incident of incidents) {
        // A service is exactly one category, not what stands below it.
        if (codes !== null && !codes.includes(incident.category ?? unsureCode)) continue;
        if (matched++ >= first) found.push(requestOfIncident(incident, deployment, language));
        if (found.length === pageSize) return found;
      }
      seen += incidents.length;
      if (seen >= mostLookedAt) break;
    }
    return found;
  }

  /** What was merged away is what it was merged into. */
  private async incident(deployment: Deployment, id: string): Promise<IncidentRecord | null> {
    const [record] = await this.incidents.records(deployment.id, [id]);
    if (record?.merged_into == null) return record ?? null;
    const [survivor] = await this.incidents.records(deployment.id, [record.merged_into]);
    return survivor ?? null;
  }

  private published(deployment: Deployment, incident: IncidentRecord, language: string): ServiceRequest | null {
    if (!isPublic(incident, deployment)) return null;
    return requestOfIncident(presentPublicIncident(incident, deployment), deployment, language);
  }

  private async handedIn(deployment: Deployment, report: ReportRecord, language: string): Promise<ServiceRequest> {
    const incident = report.incident_id === null ? null : await this.incident(deployment, report.incident_id);
    const shown = incident === null ? null : this.published(deployment, incident, language);
    if (shown !== null) return requestOfPublished(report, shown);
    const history = await readHistory(this.database, deployment.id, report.id);
    const changes = history.filter(({ kind }) => telling.has(kind)).map(({ at }) => at.getTime());
    const isOver = incident?.status === 'resolved';
    const times = [report.received_at.getTime(), ...changes, ...(isOver ? [incident.updated_at.getTime()] : [])];
    return requestOfReport(report, { changedAt: new Date(Math.max(...times)), isOver }, language);
  }
}
