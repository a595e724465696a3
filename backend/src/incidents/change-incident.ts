/** Edits an incident. */
import { Inject, Injectable } from '@nestjs/common';
import type { PatchIncident } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { appendJournal, CLOCK, Database, JournalFeed, notFound, staleVersion, type Clock } from '../platform/index.js';
import { categoryIdOf, presentLocation } from '../reports/index.js';
import { mergedAway, reasonNeeded } from './incidents.problems.js';
import { lockIncident, writeIncident, type IncidentFields, type IncidentRecord } from './incidents.queries.js';

function fieldsOf(incident: IncidentRecord): IncidentFields {
  return {
    title: incident.title,
    description: incident.description,
    categoryId: incident.category_id,
    severity: incident.severity,
    visibility: incident.visibility,
    location: presentLocation(incident.lat, incident.lon, incident.accuracy_metres),
    place: incident.place,
    confidence: incident.confidence,
  };
}

/** The incident with the patch, and what the patched fields said before. @throws Problem 422 for an unknown category, or another confidence without a reason */
export function patched(
  deployment: Deployment,
  incident: IncidentRecord,
  patch: PatchIncident,
): { fields: IncidentFields; before: Record<string, unknown> } {
  const { category, reason, ...rest } = patch;
  const isOther = patch.confidence !== undefined && patch.confidence !== incident.confidence;
  if (isOther && reason === undefined) throw reasonNeeded();
  const before = fieldsOf(incident);
  const categoryId = category === undefined ? before.categoryId : categoryIdOf(deployment, category);
  const former = { ...before, category: deployment.codeOf(before.categoryId) };
  return {
    fields: { ...before, ...rest, categoryId },
    before: Object.fromEntries(Object.entries(former).filter(([field]) => field in patch)),
  };
}

@Injectable()
export class ChangeIncident {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 once merged, 412 when it changed since `version`, 422 for an unknown category */
  async change(
    deployment: Deployment,
    id: string,
    version: number,
    patch: PatchIncident,
    actorId: string,
  ): Promise<void> {
    const deploymentId = deployment.id;
    await this.database.transaction(async (tx) => {
      const incident = await lockIncident(tx, deploymentId, id);
      if (incident === null) throw notFound('incident');
      if (incident.version !== version) throw staleVersion(incident.version);
      if (incident.merged_into !== null) throw mergedAway();
      const { fields, before } = patched(deployment, incident, patch);
      await writeIncident(tx, deploymentId, id, fields, this.clock.now());
      const data = { ...patch, before };
      await appendJournal(tx, [{ deploymentId, kind: 'incident.changed', subjectId: id, actorId, data }]);
    });
    this.feed.wake();
  }
}
