/**
 * What happened at the gateways: their health and the log of the last days. Collected here and written twice a second,
 * so that a burst of messages does not wait for one row. What a crash takes is notes only, never a message.
 */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { CLOCK, Database, Jobs, LOG, type Clock, type Log } from '../platform/index.js';
import type { OpenGateway } from './adapter.js';
import { deleteLogBefore, insertLog, writeHealth, type HealthNote, type LogRecord } from './gateways.queries.js';
import { masked } from './mask.js';

const writeEveryMs = 500;
const keptDays = 5;
/** More than that in half a second is a flood; the log need not have all of it. */
const mostWaiting = 2_000;

export interface GatewayNote {
  direction: 'in' | 'out';
  request: string | Record<string, unknown> | unknown[];
  answer?: string | Record<string, unknown> | unknown[];
  status?: number | null;
  outcome: string;
  /** A plain sentence when something went wrong. */
  error?: string;
}

@Injectable()
export class GatewayNotes implements OnApplicationBootstrap, OnApplicationShutdown {
  private log: LogRecord[] = [];
  private health = new Map<string, HealthNote>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly serverLog: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('forget-gateway-log', '17 * * * *', () => this.forget());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  /** A request or answer, masked before it is kept. A message that came in or went out also counts for the health. */
  note(gateway: OpenGateway, note: GatewayNote): void {
    const at = this.clock.now();
    const health = this.healthOf(gateway);
    if (note.error !== undefined) {
      health.errorAt = at;
      health.error = note.error.slice(0, 300);
    } else if (note.direction === 'in') health.inAt = at;
    else health.outAt = at;
    if (this.log.length < mostWaiting) {
      this.log.push({
        deployment_id: gateway.deployment.id,
        id: uuidv7(),
        gateway_id: gateway.id,
        at,
        direction: note.direction,
        request: masked(note.request, gateway.secrets),
        answer: masked(note.answer ?? note.error ?? '', gateway.secrets),
        status: note.status ?? null,
        outcome: note.outcome,
      });
    }
    this.later();
  }

  /** It asked whether there is anything for it, or we asked it. */
  polled(gateway: OpenGateway): void {
    this.healthOf(gateway).pollAt = this.clock.now();
    this.later();
  }

  /** Writes what was noted so far. */
  flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const [log, health] = [this.log, [...this.health.values()]];
    this.log = [];
    this.health = new Map();
    try {
      if (log.length > 0) await insertLog(this.database, log);
      if (health.length > 0) await writeHealth(this.database, health);
    } catch (error) {
      this.serverLog.warn({ err: error }, 'notes of gateways were lost');
    }
  }

  private healthOf(gateway: OpenGateway): HealthNote {
    const none = { inAt: null, outAt: null, pollAt: null, errorAt: null, error: null };
    const found = this.health.get(gateway.id) ?? { deploymentId: gateway.deployment.id, id: gateway.id, ...none };
    this.health.set(gateway.id, found);
    return found;
  }

  private later(): void {
    this.timer ??= setTimeout(() => void this.flush(), writeEveryMs).unref();
  }

  private async forget(): Promise<void> {
    await deleteLogBefore(this.database, new Date(this.clock.now().getTime() - keptDays * 86_400_000));
  }
}
