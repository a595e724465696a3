import { Module } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/index.js';
import { GatewaysModule } from '../../gateways/index.js';
import { TelegramAdapter } from './telegram.adapter.js';
import { TelegramController } from './telegram.controller.js';

@Module({
  imports: [GatewaysModule, ConversationsModule],
  controllers: [TelegramController],
  providers: [TelegramAdapter],
})
export class TelegramModule {}
