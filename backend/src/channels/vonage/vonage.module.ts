import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/index.js';
import { GatewaysModule } from '../../gateways/index.js';
import { Jobs } from '../../platform/index.js';
import { GatherParts } from './gather-parts.js';
import { VonageAdapter } from './vonage.adapter.js';
import { VonageController } from './vonage.controller.js';

@Module({
  imports: [GatewaysModule, ConversationsModule],
  controllers: [VonageController],
  providers: [GatherParts, VonageAdapter],
})
export class VonageModule implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly gatherParts: GatherParts,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('gather-parts', '* * * * *', () => this.gatherParts.takeStalled());
  }
}
