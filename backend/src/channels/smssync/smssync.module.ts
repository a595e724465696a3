import { Module } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/index.js';
import { GatewaysModule } from '../../gateways/index.js';
import { SmsSyncAdapter } from './smssync.adapter.js';
import { SmsSyncController } from './smssync.controller.js';

@Module({
  imports: [GatewaysModule, ConversationsModule],
  controllers: [SmsSyncController],
  providers: [SmsSyncAdapter],
})
export class SmsSyncModule {}
