/** The menu that every phone can dial. Networks carry no words back to it, so answers go as text messages if they can. */
import { Injectable } from '@nestjs/common';
import type { GatewayField } from '@atesto/contract';
import {
  countryField,
  GatewayAdapters,
  textOf,
  type GatewayAdapter,
  type OpenGateway,
  type OutgoingMessage,
  type Sent,
} from '../../gateways/index.js';
import { SendSms, sendingFields } from './send-sms.js';

@Injectable()
export class UssdAdapter implements GatewayAdapter {
  readonly kind = 'ussd';
  readonly channel = 'ussd' as const;
  readonly name = { en: 'USSD menu (Africa’s Talking)', de: 'USSD-Menü (Africa’s Talking)' };
  readonly about = {
    en: 'People dial a short number such as *123# and are led through a menu in the languages of the map; no data connection is needed. Enter the address below at the provider as callback of the service code and as its events URL. With a user name and a key, answers go to them as SMS; without, they can only be called.',
    de: 'Menschen wählen eine kurze Nummer wie *123# und werden durch ein Menü in den Sprachen der Karte geführt, ganz ohne Datenverbindung. Tragen Sie die Adresse unten beim Anbieter als Callback des Service-Codes und als Events-URL ein. Mit Benutzername und Schlüssel gehen Antworten als SMS hinaus, sonst kann man nur anrufen.',
  };
  readonly fields: readonly GatewayField[] = [...sendingFields(false), countryField];

  constructor(
    adapters: GatewayAdapters,
    private readonly sendSms: SendSms,
  ) {
    adapters.add(this);
  }

  async send(gateway: OpenGateway, message: OutgoingMessage): Promise<Sent> {
    const canSend = textOf(gateway.settings['username']) !== '' && textOf(gateway.settings['apiKey']) !== '';
    if (canSend) return this.sendSms.send(gateway, message);
    return { state: 'withheld', detail: 'The menu cannot carry an answer; please call the person.' };
  }
}
