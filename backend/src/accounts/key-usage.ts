/** Counts what API keys are used, day by day: in memory first, and written together from time to time, so that no request waits for it. */
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { CLOCK, Database, LOG, type Clock, type Log } from '../platform/index.js';
import { addKeyUses, type KeyUse } from './api-keys.queries.js';

const everyMs = 30_000;

@Injectable()
export class KeyUsage implements BeforeApplicationShutdown {
  private readonly uses = new Map<string, KeyUse>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  note(deploymentId: string, keyId: string): void {
    const day = this.clock.now().toISOString().slice(0, 10);
    const name = `${keyId} ${day}`;
    const use = this.uses.get(name) ?? { deploymentId, keyId, day, count: 0 };
    use.count += 1;
    this.uses.set(name, use);
    this.timer ??= setTimeout(() => void this.write().catch((error: unknown) => this.say(error)), everyMs).unref();
  }

  /** Writes what was counted since. What cannot be written now is written the next time. */
  async write(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const uses = [...this.uses.values()];
    this.uses.clear();
    if (uses.length === 0) return;
    try {
      await addKeyUses(this.database, uses);
    } catch (error) {
      for (const use of uses) {
        const name = `${use.keyId} ${use.day}`;
        const since = this.uses.get(name);
        this.uses.set(name, { ...use, count: use.count + (since?.count ?? 0) });
      }
      throw error;
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write().catch((error: unknown) => this.say(error));
  }

  private say(error: unknown): void {
    this.log.warn({ err: error }, 'the use of API keys could not be written');
  }
}
