/** Says what an incident needs, and takes a need back. */
import { Inject, Injectable } from '@nestjs/common';
import type { NewNeed } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { lockIncident, mergedAway, type IncidentRecord } from '../incidents/index.js';
import {
  appendJournal,
  CLOCK,
  Database,
  isThere,
  JournalFeed,
  notFound,
  onceId,
  type Clock,
  type Sql,
} from '../platform/index.js';
import { insertNeed, needsOf, withdrawNeed } from './dispatch.queries.js';
import { isNothingLacking, settleNeeds } from './settle-needs.js';

/** The incident, locked. @throws Problem 404, 409 for one that was merged away */
export async function standingIncident(tx: Sql, deploymentId: string, id: string): Promise<IncidentRecord> {
  const incident = await lockIncident(tx, deploymentId, id);
  if (incident === null) throw notFound('incident');
  if (incident.merged_into !== null) throw mergedAway();
  return incident;
}

@Injectable()
export class ChangeNeeds {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(deployment: Deployment, incidentId: string, input: NewNeed, actorId: string): Promise<void> {
    const { id: deploymentId } = deployment;
    const { kind, quantity } = input;
    const [what, unit] = [(input.what ?? '').trim(), (input.unit ?? '').trim()];
    await this.database.transaction(async (tx) => {
      await standingIncident(tx, deploymentId, incidentId);
      const id = onceId(input, incidentId, actorId);
      if (await isThere(tx, 'needs', deploymentId, id)) return;
      await insertNeed(tx, deploymentId, incidentId, {
        id,
        kind,
        what,
        quantity,
        unit,
        by: actorId,
        at: this.clock.now(),
      });
      const data = { need: kind, id, what, quantity, unit };
      await appendJournal(tx, [{ deploymentId, kind: 'incident.need_added', subjectId: incidentId, actorId, data }]);
    });
    this.feed.wake();
  }

  /** Kept as a row; it is needed no more. The last one that was open may be what ends the incident. */
  async withdraw(deployment: Deployment, incidentId: string, needId: string, actorId: string): Promise<void> {
    const { id: deploymentId } = deployment;
    await this.database.transaction(async (tx) => {
      const incident = await standingIncident(tx, deploymentId, incidentId);
      const need = (await needsOf(tx, deploymentId, incidentId)).find(({ id }) => id === needId);
      if (need === undefined) throw notFound('need');
      const wasLacking = !(await isNothingLacking(tx, deploymentId, incidentId));
      const at = this.clock.now();
      await withdrawNeed(tx, deploymentId, needId, at);
      const data = { need: need.kind, id: needId, what: need.what };
      await appendJournal(tx, [
        { deploymentId, kind: 'incident.need_withdrawn', subjectId: incidentId, actorId, data },
      ]);
      await settleNeeds(tx, deployment, incident, wasLacking, actorId, at);
    });
    this.feed.wake();
  }
}
