/** "I see this too": counts a person once for what the public may see. */
import { Injectable } from '@nestjs/common';
import type { Deployment } from '../deployments/index.js';
import { appendJournal, Database, JournalFeed, Keys, notFound, type Sql } from '../platform/index.js';
import { insertConfirmation } from './confirmations.queries.js';
import { isPublic } from './incidents.presenter.js';
import { incidentsById, lockIncident, type IncidentRecord } from './incidents.queries.js';

export interface Confirmed {
  confirmations: number;
  /** False when this person was counted before. */
  isNew: boolean;
}

@Injectable()
export class ConfirmIncident {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly keys: Keys,
  ) {}

  /**
   * `person` is any text that names one person; only a keyed hash of it is kept. One that was merged away counts for
   * the one it became part of. @throws Problem 404 for what is not public
   */
  async confirm(deployment: Deployment, id: string, person: string): Promise<Confirmed> {
    const { id: deploymentId } = deployment;
    const name = this.keys.tagOf('confirming', `${deploymentId}/${person}`);
    const outcome = await this.database.transaction(async (tx) => {
      const incident = await survivor(tx, deploymentId, id);
      if (incident === null || !isPublic(incident, deployment)) throw notFound('incident');
      const isNew = await insertConfirmation(tx, deploymentId, incident.id, name);
      const entry = { deploymentId, kind: 'incident.confirmed', subjectId: incident.id, actorId: null } as const;
      if (isNew) await appendJournal(tx, [entry]);
      return { confirmations: incident.confirmation_count + (isNew ? 1 : 0), isNew };
    });
    if (outcome.isNew) this.feed.wake();
    return outcome;
  }
}

/** The one that was merged away is not locked: a merge touches it while it holds the survivor. */
async function survivor(tx: Sql, deploymentId: string, id: string): Promise<IncidentRecord | null> {
  const [asked] = await incidentsById(tx, deploymentId, [id]);
  if (asked === undefined) return null;
  let incident = await lockIncident(tx, deploymentId, asked.merged_into ?? id);
  // Merged while this waited for the lock.
  while (incident?.merged_into != null) incident = await lockIncident(tx, deploymentId, incident.merged_into);
  return incident;
}
