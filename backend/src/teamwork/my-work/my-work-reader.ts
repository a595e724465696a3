/** What one person has in hand, has been given, is asked about, and waits to hear. */
import { Inject, Injectable } from '@nestjs/common';
import type { IncidentView, Looking, MyWork, ReportView } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import { IncidentReader, presentIncident } from '../../incidents/index.js';
import { CLOCK, Database, type Clock } from '../../platform/index.js';
import { ReportReader } from '../../reports/index.js';
import { presentNote } from '../notes/add-note.js';
import { unseenNotes } from '../notes/notes.queries.js';
import { organisationOf } from '../team.queries.js';
import { answeredTo, assignedIncidents, assignedReports, claimedBy } from './my-work.queries.js';

function inOrder<Item extends { id: string }>(ids: readonly string[], items: readonly Item[]): Item[] {
  const known = new Map(items.map((item) => [item.id, item]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

@Injectable()
export class MyWorkReader {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportReader,
    private readonly incidents: IncidentReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(deployment: Deployment, userId: string): Promise<MyWork> {
    const { id } = deployment;
    const organisationId = await organisationOf(this.database, userId);
    const claimed = await claimedBy(this.database, id, userId, this.clock.now());
    const assigned = await assignedReports(this.database, id, userId, organisationId);
    const answered = await answeredTo(this.database, id, userId);
    const incidents = await assignedIncidents(this.database, id, userId, organisationId);
    const notes = await unseenNotes(this.database, id, userId);
    const subjects = notes.map((note): Looking => ({ kind: note.subject_kind, id: note.subject_id }));
    const titles = await this.titlesOf(deployment, subjects);
    const reports = await this.reportsWith(deployment, [...claimed, ...assigned, ...answered]);
    return {
      claimed: inOrder(claimed, reports),
      reports: inOrder(assigned, reports),
      incidents: inOrder(incidents, await this.incidentsWith(deployment, incidents)),
      mentions: notes.map((note, at) => ({
        about: subjects[at] ?? { kind: note.subject_kind, id: note.subject_id },
        title: titles.get(note.subject_id) ?? '',
        note: presentNote(note),
      })),
      answered: inOrder(answered, reports),
    };
  }

  /** The first words of reports, the titles of incidents. */
  async titlesOf(deployment: Deployment, subjects: readonly Looking[]): Promise<Map<string, string>> {
    const idsOf = (kind: Looking['kind']): string[] => [
      ...new Set(subjects.flatMap((subject) => (subject.kind === kind ? subject.id : []))),
    ];
    const reports = await this.reportsWith(deployment, idsOf('report'));
    const incidents = await this.incidentsWith(deployment, idsOf('incident'));
    return new Map([
      ...reports.map(({ id, text, place }): [string, string] => [id, (text || (place ?? '')).slice(0, 200)]),
      ...incidents.map(({ id, number, title }): [string, string] => [id, `#${number} ${title}`]),
    ]);
  }

  private async reportsWith(deployment: Deployment, ids: readonly string[]): Promise<ReportView[]> {
    return this.reports.withIds(deployment, [...new Set(ids)]);
  }

  private async incidentsWith(deployment: Deployment, ids: readonly string[]): Promise<IncidentView[]> {
    const rows = await this.incidents.records(deployment.id, ids);
    return rows.map((row) => presentIncident(row, deployment));
  }
}
