/** Moves an incident on, with a reason that is public or internal. */
import { Inject, Injectable } from '@nestjs/common';
import type { ChangeIncidentStatus as Input } from '@atesto/contract';
import { appendJournal, CLOCK, Database, JournalFeed, notFound, type Clock } from '../platform/index.js';
import { mayBecome } from './incident-status.js';
import { mergedAway, statusNotAllowed } from './incidents.problems.js';
import { lockIncident, writeIncidentStatus } from './incidents.queries.js';

@Injectable()
export class ChangeIncidentStatus {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 where the state does not allow it */
  async change(deploymentId: string, id: string, input: Input, actorId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const incident = await lockIncident(tx, deploymentId, id);
      if (incident === null) throw notFound('incident');
      if (incident.merged_into !== null) throw mergedAway();
      if (!mayBecome(incident.status, input.status)) throw statusNotAllowed(incident.status, input.status);
      const publicReason = input.public ? input.reason : null;
      await writeIncidentStatus(tx, deploymentId, id, input.status, publicReason, this.clock.now());
      const data = { ...input, before: { status: incident.status } };
      await appendJournal(tx, [{ deploymentId, kind: 'incident.status_changed', subjectId: id, actorId, data }]);
    });
    this.feed.wake();
  }
}
