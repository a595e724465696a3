/** Puts evidence to an incident and withdraws it; the second person's word among it decides what the public may see. */
import { Inject, Injectable } from '@nestjs/common';
import type { NewEvidence } from '@atesto/contract';
import {
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  isThere,
  JournalFeed,
  notFound,
  onceId,
  type Clock,
  type NewEntry,
  type Sql,
} from '../../platform/index.js';
import { mergedAway } from '../incidents.problems.js';
import { lockIncident, type IncidentRecord } from '../incidents.queries.js';
import { notYourOwn, secondedAlready } from './evidence.problems.js';
import {
  insertEvidence,
  isAuthor,
  isGivenBy,
  isPhotoOf,
  isReportOf,
  secondsOf,
  standingEvidence,
  withdrawEvidence,
  writeSecond,
} from './evidence.queries.js';
import { readEvidenceInput, type EvidenceInput } from './read-evidence-input.js';

@Injectable()
export class GiveEvidence {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 for one's own or twice, 422 for what does not fit its kind or the incident */
  async give(deploymentId: string, incidentId: string, given: NewEvidence, actorId: string): Promise<void> {
    const input = readEvidenceInput(given);
    if (Array.isArray(input)) throw invalidInput(input);
    await this.database.transaction(async (tx) => {
      const incident = await standing(tx, deploymentId, incidentId);
      const id = onceId(given, incidentId, actorId);
      if (await isThere(tx, 'evidence', deploymentId, id)) return;
      await refuseStrange(tx, deploymentId, incidentId, input);
      if (input.kind === 'second_person') await refuseOwn(tx, deploymentId, incidentId, actorId);
      await insertEvidence(tx, deploymentId, incidentId, { ...input, id, by: actorId, at: this.clock.now() });
      const { kind, report, medium, url, note } = input;
      const data = { evidence: kind, id, report, medium, url, note };
      const entry = { deploymentId, kind: 'incident.evidence_added', subjectId: incidentId, actorId, data } as const;
      await appendJournal(tx, [entry, ...(await this.seconding(tx, deploymentId, incident, input.kind, actorId))]);
    });
    this.feed.wake();
  }

  /** Kept, and counted no more. @throws Problem 404 for what is not there or was withdrawn before */
  async withdraw(deploymentId: string, incidentId: string, id: string, actorId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const incident = await standing(tx, deploymentId, incidentId);
      const evidence = await standingEvidence(tx, deploymentId, incidentId, id);
      if (evidence === null) throw notFound('evidence');
      await withdrawEvidence(tx, deploymentId, id, actorId, this.clock.now());
      const data = { evidence: evidence.kind, id };
      const entry = {
        deploymentId,
        kind: 'incident.evidence_withdrawn',
        subjectId: incidentId,
        actorId,
        data,
      } as const;
      await appendJournal(tx, [entry, ...(await this.seconding(tx, deploymentId, incident, evidence.kind, actorId))]);
    });
    this.feed.wake();
  }

  /** What the public may see can change with it, so whoever tells the public must hear what was. */
  private async seconding(
    tx: Sql,
    deploymentId: string,
    { id: subjectId, seconded_by: former }: IncidentRecord,
    kind: EvidenceInput['kind'],
    actorId: string,
  ): Promise<NewEntry[]> {
    if (kind !== 'second_person') return [];
    const now = await writeSecond(tx, deploymentId, subjectId);
    if ((now === null) === (former === null)) return [];
    const name = now === null ? 'incident.second_withdrawn' : 'incident.seconded';
    const data = { seconded: now !== null, before: { seconded: former !== null } };
    return [{ deploymentId, kind: name, subjectId, actorId, data }];
  }
}

async function standing(tx: Sql, deploymentId: string, id: string): Promise<IncidentRecord> {
  const incident = await lockIncident(tx, deploymentId, id);
  if (incident === null) throw notFound('incident');
  if (incident.merged_into !== null) throw mergedAway();
  return incident;
}

/** Evidence that lies in a report must lie in one of this incident's. */
async function refuseStrange(tx: Sql, deploymentId: string, incidentId: string, input: EvidenceInput): Promise<void> {
  const { report, medium } = input;
  if (report !== null && !(await isReportOf(tx, deploymentId, incidentId, report))) {
    throw invalidInput([{ pointer: '/report', detail: 'is not part of this incident' }]);
  }
  if (medium !== null && !(await isPhotoOf(tx, deploymentId, incidentId, medium))) {
    throw invalidInput([{ pointer: '/medium', detail: 'is no photo of this incident' }]);
  }
}

async function refuseOwn(tx: Sql, deploymentId: string, incidentId: string, actorId: string): Promise<void> {
  if (await isAuthor(tx, deploymentId, incidentId, actorId)) throw notYourOwn();
  const seconds = await secondsOf(tx, deploymentId, incidentId);
  if (seconds.some(isGivenBy(actorId))) throw secondedAlready();
}
