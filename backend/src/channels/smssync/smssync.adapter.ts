/** SMSSync: an Android phone as gateway. It polls for what goes out, so there is nothing to send from here. */
import { Injectable } from '@nestjs/common';
import type { GatewayField } from '@atesto/contract';
import { countryField, GatewayAdapters, type GatewayAdapter, type OpenGateway } from '../../gateways/index.js';

@Injectable()
export class SmsSyncAdapter implements GatewayAdapter {
  readonly kind = 'smssync';
  readonly channel = 'sms' as const;
  readonly name = {
    en: 'SMS through an Android phone (SMSSync)',
    de: 'SMS über ein Android-Telefon (SMSSync)',
  };
  readonly about = {
    en: 'A phone with a SIM card and the SMSSync app hands on what it receives. Enter the address below as “Sync URL” and the secret, switch on “Task checking” so that answers go out, and “Message results” so that their delivery is known.',
    de: 'Ein Telefon mit SIM-Karte und der App SMSSync leitet weiter, was es empfängt. Tragen Sie dort die Adresse unten als „Sync URL“ und das Geheimwort ein, schalten Sie „Task checking“ ein, damit Antworten hinausgehen, und „Message results“, damit deren Zustellung bekannt wird.',
  };
  readonly fields: readonly GatewayField[] = [
    {
      name: 'secret',
      type: 'secret',
      isRequired: true,
      label: { en: 'Secret', de: 'Geheimwort' },
      help: { en: 'The same as in the app.', de: 'Dasselbe wie in der App.' },
    },
    countryField,
    {
      name: 'silentAfterMinutes',
      type: 'number',
      label: { en: 'Alarm after minutes of silence', de: 'Alarm nach Minuten der Stille' },
      help: {
        en: 'The app should call more often than that. 15 where nothing is set.',
        de: 'Die App soll öfter anrufen. 15, wo nichts steht.',
      },
    },
  ];

  constructor(adapters: GatewayAdapters) {
    adapters.add(this);
  }

  silentAfterSeconds({ settings }: OpenGateway): number {
    const minutes = settings['silentAfterMinutes'];
    return (typeof minutes === 'number' && minutes > 0 ? minutes : 15) * 60;
  }
}
