/**
 * Callers who chose and hung up without a word have reported, too. A moment is waited after the end of a call, since the
 * news of it may overtake those of its recording.
 */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { GatewayCatalogue } from '../../../gateways/index.js';
import { CLOCK, Database, Jobs, LOG, type Clock, type Log } from '../../../platform/index.js';
import { deleteCall, overdueCalls, type CallRecord } from './calls.queries.js';
import { KeepCall } from './keep-call.js';

const graceMs = 15_000;
/** Longer than what is said and recorded after the choice; for calls whose end nobody tells us. */
const longestCallMs = 5 * 60_000;

@Injectable()
export class EndCalls implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly gateways: GatewayCatalogue,
    private readonly keepCall: KeepCall,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('end-calls', '* * * * *', () => this.run());
  }

  /** Sooner than by the clock. */
  soon(): void {
    setTimeout(() => void this.run().catch(() => undefined), graceMs + 1_000).unref();
  }

  /** One that fails does not hold up the others. */
  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    const calls = await overdueCalls(this.database, new Date(now - graceMs), new Date(now - longestCallMs));
    for (const call of calls) {
      await this.end(call).catch((error: unknown) => this.log.warn({ err: error }, 'a call could not be kept'));
    }
  }

  private async end(call: CallRecord): Promise<void> {
    const gateway = await this.gateways.withId(call.deployment_id, call.gateway_id);
    // Its gateway is gone, and with it the channel that it came through.
    if (gateway === null) await deleteCall(this.database, call);
    else await this.keepCall.keep(gateway, this.keepCall.chosenIn(call), null);
  }
}
