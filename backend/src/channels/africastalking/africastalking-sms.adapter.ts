/** Text messages by Africa's Talking. */
import { Injectable } from '@nestjs/common';
import type { GatewayField } from '@atesto/contract';
import {
  countryField,
  GatewayAdapters,
  type GatewayAdapter,
  type OpenGateway,
  type OutgoingMessage,
  type Sent,
} from '../../gateways/index.js';
import { SendSms, sendingFields } from './send-sms.js';

@Injectable()
export class AfricasTalkingSmsAdapter implements GatewayAdapter {
  readonly kind = 'africastalking-sms';
  readonly channel = 'sms' as const;
  readonly name = { en: 'SMS by Africa’s Talking', de: 'SMS über Africa’s Talking' };
  readonly about = {
    en: 'Enter the address below at the provider under “SMS callback URLs”: for incoming messages, for delivery reports and for the opt-out of bulk messages alike. The provider signs nothing, so keep the address secret.',
    de: 'Tragen Sie die Adresse unten beim Anbieter unter „SMS callback URLs“ ein, für eingehende Nachrichten, Zustellberichte und die Abmeldung gleichermaßen. Der Anbieter unterschreibt nichts, halten Sie die Adresse also geheim.',
  };
  readonly fields: readonly GatewayField[] = [...sendingFields(true), countryField];

  constructor(
    adapters: GatewayAdapters,
    private readonly sendSms: SendSms,
  ) {
    adapters.add(this);
  }

  send(gateway: OpenGateway, message: OutgoingMessage): Promise<Sent> {
    return this.sendSms.send(gateway, message);
  }
}
