/** Merges one incident into another: both histories, all reports and the older number stay. */
import { Inject, Injectable } from '@nestjs/common';
import type { PatchIncident } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  appendJournal,
  CLOCK,
  Database,
  JournalFeed,
  notFound,
  staleVersion,
  type Clock,
  type NewEntry,
} from '../platform/index.js';
import { patched } from './change-incident.js';
import { moveConfirmations } from './confirmations.queries.js';
import { moveEvidence } from './evidence/evidence.queries.js';
import { mergedAway, mergeWithItself } from './incidents.problems.js';
import {
  lockIncident,
  moveDispatch,
  moveReports,
  recountReports,
  writeIncident,
  writeMerge,
  type IncidentRecord,
} from './incidents.queries.js';

@Injectable()
export class MergeIncidents {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * `stays` is the survivor with the version that was seen; `fields` are what it says afterwards, where it shall not stay
   * as it was.
   * @throws Problem 404, 409 when either was merged before or both are one, 412 when the survivor changed since it was
   * seen, 422 for an unknown category
   */
  async merge(
    deployment: Deployment,
    from: string,
    stays: { id: string; version: number },
    fields: PatchIncident,
    actorId: string,
  ): Promise<void> {
    const deploymentId = deployment.id;
    const into = stays.id;
    if (from === into) throw mergeWithItself();
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      const locked = new Map<string, IncidentRecord>();
      // Always locked in the same order, so that two merges of one pair cannot wait for each other.
      for (const id of [from, into].sort()) {
        const incident = await lockIncident(tx, deploymentId, id);
        if (incident === null) throw notFound('incident');
        if (incident.merged_into !== null) throw mergedAway();
        locked.set(id, incident);
      }
      const survivor = locked.get(into);
      if (survivor === undefined) throw notFound('incident');
      if (survivor.version !== stays.version) throw staleVersion(survivor.version);
      const chosen = patched(deployment, survivor, fields);
      if (Object.keys(fields).length > 0) await writeIncident(tx, deploymentId, into, chosen.fields, at);
      const moved = (await moveReports(tx, deploymentId, from, into)).map((report) => report.id);
      await moveConfirmations(tx, deploymentId, from, into);
      await moveEvidence(tx, deploymentId, from, into);
      await moveDispatch(tx, deploymentId, from, into);
      await writeMerge(tx, deploymentId, from, into, at);
      await recountReports(tx, deploymentId, into, at);
      const entry = (kind: NewEntry['kind'], subjectId: string, data: Record<string, unknown>): NewEntry => ({
        deploymentId,
        kind,
        subjectId,
        actorId,
        data,
      });
      await appendJournal(tx, [
        entry('incident.merged', from, { into, reports: moved }),
        entry('incident.changed', into, { ...fields, merged: from, reports: moved, before: chosen.before }),
        ...moved.map((id) => entry('report.changed', id, { incident: into, before: { incident: from } })),
      ]);
    });
    this.feed.wake();
  }
}
