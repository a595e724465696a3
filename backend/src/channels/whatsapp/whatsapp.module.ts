import { Module } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/index.js';
import { GatewaysModule } from '../../gateways/index.js';
import { WhatsAppAdapter } from './whatsapp.adapter.js';
import { WhatsAppController } from './whatsapp.controller.js';

@Module({
  imports: [GatewaysModule, ConversationsModule],
  controllers: [WhatsAppController],
  providers: [WhatsAppAdapter],
})
export class WhatsAppModule {}
