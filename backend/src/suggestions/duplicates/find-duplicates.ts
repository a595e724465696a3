/**
 * What may be the same as a report: found by its marks, by the address it came from, then compared one by one. Looked up
 * when somebody opens the report, so it follows what was moved, merged or reopened meanwhile.
 */
import { Injectable } from '@nestjs/common';
import type { DuplicatesView, LikelyIncident, LikelyReport } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import { IncidentReader, type IncidentRecord } from '../../incidents/index.js';
import { Database, groupBy, notFound } from '../../platform/index.js';
import { openTraits, reportsFromSame, reportsUnder, traitsOf, type ReportTraits } from './duplicates.queries.js';
import { searchesFor, textMarks } from './marks-of.js';
import { plainWords, trigramsOf } from './plain-words.js';
import { isLikely, scoreLikeness, type Likeness, type Traits } from './score-likeness.js';

const mostOfAddress = 20;
const mostShown = 10;
const excerptLength = 280;

export interface Scored {
  report: ReportTraits;
  likeness: Likeness;
}

const best = (one: { likeness: Likeness }, other: { likeness: Likeness }): number =>
  other.likeness.score - one.likeness.score;

/** Of equals the older first. */
const likeliest = (one: Scored, other: Scored): number =>
  best(one, other) || one.report.at.getTime() - other.report.at.getTime() || (one.report.id < other.report.id ? -1 : 1);

export function comparable(report: ReportTraits, deployment: Deployment, reporter: string | null): Traits {
  return {
    texts: textMarks(report.text),
    trigrams: trigramsOf(plainWords(report.text)),
    lat: report.lat,
    lon: report.lon,
    accuracy: report.accuracy_metres,
    at: report.at.getTime(),
    category: deployment.codeOf(report.category_id),
    reporter,
  };
}

@Injectable()
export class FindDuplicates {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentReader,
  ) {}

  /** `mayKnowReporters`: whether the asker may be told that two came from one address. @throws Problem 404 */
  async find(deployment: Deployment, reportId: string, mayKnowReporters: boolean): Promise<DuplicatesView> {
    const [report] = await traitsOf(this.database, deployment.id, [reportId]);
    if (report === undefined) throw notFound('report');
    const { text, lat, lon, at } = report;
    const spot = lat === null || lon === null ? null : { lat, lon };
    const found = await reportsUnder(this.database, deployment.id, searchesFor(text, spot), at);
    const fromSame = mayKnowReporters
      ? await reportsFromSame(this.database, deployment.id, reportId, mostOfAddress)
      : [];
    const same = new Set(fromSame.map(({ report_id: id }) => id));
    const ids = new Set([...found.map(({ report_id: id }) => id), ...same]);
    ids.delete(reportId);
    const candidates = await openTraits(this.database, deployment.id, [...ids]);
    const asked = comparable(report, deployment, 'the asked');
    const scored = candidates.map((candidate) => {
      const reporter = same.has(candidate.id) ? 'the asked' : null;
      return { report: candidate, likeness: scoreLikeness(asked, comparable(candidate, deployment, reporter)) };
    });
    const isOpen = ({ report: { incident_id: incident, status } }: Scored): boolean =>
      incident === null && status !== 'verified';
    return {
      incidents: await this.incidentsOf(deployment, asked, scored, report.incident_id),
      reports: scored
        .filter((one) => isOpen(one) && isLikely(one.likeness))
        .sort(likeliest)
        .slice(0, mostShown)
        .map((one) => presentLikelyReport(one, deployment)),
    };
  }

  /** An incident is as like as the likest of its reports, or as what responders made of them. */
  private async incidentsOf(
    deployment: Deployment,
    asked: Traits,
    scored: readonly Scored[],
    own: string | null,
  ): Promise<LikelyIncident[]> {
    const inIncident = scored.filter(({ report: { incident_id: id } }) => id !== null && id !== own);
    const byIncident = groupBy(inIncident, ({ report }) => report.incident_id ?? '');
    const records = await this.incidents.records(deployment.id, [...byIncident.keys()]);
    const whole = records.flatMap((incident) => {
      const members = (byIncident.get(incident.id) ?? []).sort(likeliest);
      const [first] = members;
      if (first === undefined) return [];
      const itself = scoreLikeness(asked, traitsOfIncident(incident, deployment, first.report.at));
      const likeness = itself.score > first.likeness.score ? itself : first.likeness;
      return [{ incident, likeness, distanceMetres: itself.distanceMetres ?? likeness.distanceMetres }];
    });
    return whole
      .filter(({ likeness }) => isLikely(likeness))
      .sort((one, other) => best(one, other) || one.incident.number - other.incident.number)
      .slice(0, mostShown)
      .map(({ incident, likeness, distanceMetres }) => ({
        id: incident.id,
        kind: 'incident',
        number: incident.number,
        title: incident.title,
        status: incident.status,
        category: deployment.codeOf(incident.category_id),
        severity: incident.severity,
        at: incident.opened_at.toISOString(),
        reports: incident.report_count,
        distanceMetres,
        score: likeness.score,
        reasons: likeness.reasons,
      }));
  }
}

function traitsOfIncident(incident: IncidentRecord, deployment: Deployment, at: Date): Traits {
  const words = `${incident.title}\n${incident.description}`;
  return {
    texts: textMarks(words),
    trigrams: trigramsOf(plainWords(words)),
    lat: incident.lat,
    lon: incident.lon,
    accuracy: incident.accuracy_metres,
    at: at.getTime(),
    category: deployment.codeOf(incident.category_id),
    reporter: null,
  };
}

export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= excerptLength ? line : `${[...line.slice(0, excerptLength)].slice(0, -1).join('')}…`;
}

export function presentLikelyReport({ report, likeness }: Scored, deployment: Deployment): LikelyReport {
  return {
    id: report.id,
    kind: 'report',
    text: excerptOf(report.text),
    status: report.status,
    category: deployment.codeOf(report.category_id),
    severity: report.priority,
    at: report.at.toISOString(),
    distanceMetres: likeness.distanceMetres,
    score: likeness.score,
    reasons: likeness.reasons,
  };
}
