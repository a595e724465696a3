/**
 * Notes who takes out what only responders may see. A map that is moved asks again and again, so a person is noted once
 * in a while, not at every call.
 */
import { Inject, Injectable } from '@nestjs/common';
import { appendJournal, CLOCK, Database, type Access, type Clock } from '../../platform/index.js';

const pauseMs = 15 * 60_000;

@Injectable()
export class NoteTaking {
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async note(deploymentId: string, by: Access, rows: number): Promise<void> {
    if (by.userId === null) return;
    const key = `${deploymentId} ${by.userId}`;
    const now = this.clock.now().getTime();
    if (now - (this.noted.get(key) ?? -Infinity) < pauseMs) return;
    this.noted.set(key, now);
    const data = { format: 'ogc', audience: 'responders', filter: {}, rows };
    const entry = { deploymentId, kind: 'export.taken', subjectId: deploymentId, actorId: by.userId, data } as const;
    await appendJournal(this.database, [entry]);
  }
}
