import { Module } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/index.js';
import { GatewayAdapters, GatewaysModule } from '../../gateways/index.js';
import { CLOCK, CONFIG, type Clock, type Config } from '../../platform/index.js';
import { TwilioApi } from './twilio-api.js';
import { TwilioCalls } from './twilio-calls.js';
import { twilioSms, twilioWhatsApp, type TwilioKind } from './twilio-kinds.js';
import { TwilioAdapter } from './twilio.adapter.js';
import { EndCalls } from './voice/end-calls.js';
import { KeepCall } from './voice/keep-call.js';
import { VoiceCalls } from './voice/voice-calls.js';
import { VoiceAdapter } from './voice/voice.adapter.js';
import { VoiceController } from './voice/voice.controller.js';
import { TwilioSmsController, TwilioWhatsAppController } from './twilio.controller.js';

const adapterOf = (own: TwilioKind) => ({
  provide: own.kind,
  inject: [GatewayAdapters, TwilioApi, CONFIG, CLOCK],
  useFactory: (adapters: GatewayAdapters, api: TwilioApi, config: Config, clock: Clock) =>
    new TwilioAdapter(own, adapters, api, config, clock),
});

@Module({
  imports: [GatewaysModule, ConversationsModule],
  controllers: [TwilioSmsController, TwilioWhatsAppController, VoiceController],
  providers: [
    TwilioApi,
    TwilioCalls,
    adapterOf(twilioSms),
    adapterOf(twilioWhatsApp),
    VoiceAdapter,
    VoiceCalls,
    KeepCall,
    EndCalls,
  ],
})
export class TwilioModule {}
