/** Open311 GeoReport v2: apps and city systems that speak the standard hand in reports and follow what becomes of them. */
import { Injectable } from '@nestjs/common';
import type { GatewayField } from '@atesto/contract';
import {
  GatewayAdapters,
  type AdapterAddress,
  type GatewayAdapter,
  type OpenGateway,
  type Sent,
} from '../../gateways/index.js';

@Injectable()
export class Open311Adapter implements GatewayAdapter {
  readonly kind = 'open311';
  readonly channel = 'open311' as const;
  readonly name = {
    en: 'Open311 (GeoReport v2)',
    de: 'Open311 (GeoReport v2)',
  };
  readonly about = {
    en: 'Apps and city systems that speak Open311 hand in reports here and ask what became of them. Give them the address below as endpoint, without a slash at its end. The categories are their services. They see published incidents only, and of what they handed in themselves the status.',
    de: 'Apps und Systeme von Städten, die Open311 sprechen, melden hier und fragen nach, was daraus wurde. Geben Sie ihnen die Adresse unten als Endpunkt, ohne Schrägstrich am Ende. Die Kategorien sind ihre Services. Sie sehen nur veröffentlichte Ereignisse, und von dem, was sie selbst gemeldet haben, den Stand.',
  };
  readonly fields: readonly GatewayField[] = [
    {
      name: 'apiKey',
      type: 'secret',
      label: { en: 'API key', de: 'API-Schlüssel' },
      help: {
        en: 'Who reports must send it as api_key. Without one, whoever has the address may report.',
        de: 'Wer meldet, muss ihn als api_key mitsenden. Ohne ihn darf melden, wer die Adresse hat.',
      },
    },
    {
      name: 'jurisdictionId',
      type: 'text',
      label: { en: 'Jurisdiction', de: 'Jurisdiction' },
      help: {
        en: 'The jurisdiction_id under which this is known, such as city.example.org. Requests for another one are refused.',
        de: 'Die jurisdiction_id, unter der dies bekannt ist, etwa stadt.example.org. Anfragen nach einer anderen werden abgelehnt.',
      },
    },
    {
      name: 'contact',
      type: 'text',
      label: { en: 'Contact for developers', de: 'Kontakt für Entwickelnde' },
      help: {
        en: 'Shown to everyone: whom to ask for a key or for help.',
        de: 'Für alle sichtbar: wer bei Fragen und um einen Schlüssel angesprochen werden kann.',
      },
    },
  ];

  constructor(adapters: GatewayAdapters) {
    adapters.add(this);
  }

  addressesOf(_: OpenGateway, url: string): AdapterAddress[] {
    return [
      { label: { en: 'Endpoint', de: 'Endpunkt' }, url },
      { label: { en: 'Service discovery', de: 'Service Discovery' }, url: `${url}/discovery.xml` },
    ];
  }

  /** The standard knows no way to write to a person. */
  send(): Promise<Sent> {
    const detail =
      'Open311 carries no messages. The person can read this only on the page of the report, whose address their app was given.';
    return Promise.resolve({ state: 'withheld', detail });
  }
}
