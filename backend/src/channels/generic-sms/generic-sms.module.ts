import { Module } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/index.js';
import { GatewaysModule } from '../../gateways/index.js';
import { GenericSmsAdapter } from './generic-sms.adapter.js';
import { GenericSmsController } from './generic-sms.controller.js';

@Module({
  imports: [GatewaysModule, ConversationsModule],
  controllers: [GenericSmsController],
  providers: [GenericSmsAdapter],
})
export class GenericSmsModule {}
