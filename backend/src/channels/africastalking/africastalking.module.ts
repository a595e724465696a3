import { Module } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/index.js';
import { GatewaysModule } from '../../gateways/index.js';
import { AfricasTalkingSmsAdapter } from './africastalking-sms.adapter.js';
import { AfricasTalkingSmsController } from './africastalking-sms.controller.js';
import { SendSms } from './send-sms.js';
import { UssdAdapter } from './ussd.adapter.js';
import { UssdController } from './ussd.controller.js';

@Module({
  imports: [GatewaysModule, ConversationsModule],
  controllers: [AfricasTalkingSmsController, UssdController],
  providers: [AfricasTalkingSmsAdapter, SendSms, UssdAdapter],
})
export class AfricasTalkingModule {}
