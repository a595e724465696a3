/** Once a minute, in one process of the installation: asks those sources that nobody calls us about. */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, Jobs, LOG, type Log } from '../platform/index.js';
import { GatewayAdapters, type OpenGateway } from './adapter.js';
import { GatewayCatalogue } from './gateway-catalogue.js';
import { GatewayNotes } from './gateway-notes.js';
import { enabledGateways } from './gateways.queries.js';

@Injectable()
export class PollGateways implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly adapters: GatewayAdapters,
    private readonly catalogue: GatewayCatalogue,
    private readonly notes: GatewayNotes,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('poll-gateways', '* * * * *', () => this.run());
  }

  /** One that fails does not hold up the others. */
  async run(): Promise<void> {
    const kinds = this.adapters.polled();
    if (kinds.length === 0) return;
    for (const { deployment_id: deploymentId, id } of await enabledGateways(this.database, kinds)) {
      const gateway = await this.catalogue.withId(deploymentId, id);
      if (gateway !== null) await this.poll(gateway);
    }
  }

  private async poll(gateway: OpenGateway): Promise<void> {
    try {
      await this.adapters.find(gateway.kind)?.poll?.(gateway);
      this.notes.polled(gateway);
    } catch (error) {
      const words = error instanceof Error ? error.message : 'It could not be asked.';
      this.notes.note(gateway, { direction: 'in', request: 'poll', outcome: 'failed', error: words });
      this.log.warn({ kind: gateway.kind }, 'a gateway could not be polled');
    }
  }
}
