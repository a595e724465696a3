/** Calls through Twilio: people are asked and recorded; questions go back by calling them. */
import { Inject, Injectable } from '@nestjs/common';
import type { FieldError, GatewayAddress, GatewayField } from '@atesto/contract';
import {
  GatewayAdapters,
  type GatewayAdapter,
  type OpenGateway,
  type OutgoingMessage,
  type Sent,
} from '../../../gateways/index.js';
import { CONFIG, type Config } from '../../../platform/index.js';
import { accountFaults, TwilioApi } from '../twilio-api.js';
import { accountFields, apiUrlField } from '../twilio-kinds.js';
import { refused } from '../twilio-refusal.js';
import { askBack } from './speak.js';
import { ownUrl } from './voice-calls.js';

/** Seconds that a call to somebody may last. */
const longestCall = 300;
const sound = '.mp3';

@Injectable()
export class VoiceAdapter implements GatewayAdapter {
  readonly kind = 'twilio-voice';
  readonly channel = 'voice' as const;
  readonly name = { en: 'Phone calls through Twilio', de: 'Anrufe über Twilio' };
  readonly about = {
    en: 'Callers choose a language and a kind of emergency by keys, then speak; the recording becomes a report that you hear and write down. In Twilio’s console, open the number and enter the first address below for “A call comes in”, as a webhook with HTTP POST, and the second one for “Call status changes”, so that those who hang up early are reported at once. Callers are told that they are recorded; make sure that this is allowed where you are.',
    de: 'Wer anruft, wählt mit Tasten Sprache und Art des Notfalls und spricht dann; aus der Aufnahme wird eine Meldung, die Sie hören und aufschreiben. Öffnen Sie in Twilios Konsole die Nummer und tragen Sie die erste Adresse unten bei „A call comes in“ ein, als Webhook mit HTTP POST, und die zweite bei „Call status changes“, damit auch gleich gemeldet ist, wer früh auflegt. Den Anrufenden wird gesagt, dass sie aufgenommen werden; prüfen Sie, ob das bei Ihnen erlaubt ist.',
  };
  readonly fields: readonly GatewayField[] = [
    ...accountFields,
    {
      name: 'from',
      type: 'text',
      label: { en: 'Number for calling back', de: 'Nummer für Rückrufe' },
      help: {
        en: 'A number at Twilio, as +12025550100: a question to the caller is said in a call from it, and the answer recorded. Without it questions stay here.',
        de: 'Eine Nummer bei Twilio, als +12025550100: Eine Rückfrage wird in einem Anruf von ihr vorgelesen und die Antwort aufgenommen. Ohne sie bleiben Rückfragen hier.',
      },
    },
    apiUrlField,
  ];

  constructor(
    adapters: GatewayAdapters,
    private readonly api: TwilioApi,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {
    adapters.add(this);
  }

  faultsOf(settings: Readonly<Record<string, unknown>>): FieldError[] {
    return accountFaults(settings);
  }

  addressesOf(_gateway: OpenGateway, url: string): GatewayAddress[] {
    return [
      { label: { en: 'A call comes in', de: 'A call comes in (Anruf kommt herein)' }, url },
      { label: { en: 'Call status changes', de: 'Call status changes (Stand des Anrufs)' }, url: `${url}/status` },
    ];
  }

  async send(gateway: OpenGateway, { id, to, text, language }: OutgoingMessage): Promise<Sent> {
    const { from } = gateway.settings;
    if (typeof from !== 'string' || !to.startsWith('+'))
      return { state: 'withheld', detail: 'This person cannot be called back from here.' };
    const own = { url: ownUrl(this.config.publicUrl, gateway), deployment: gateway.deployment };
    const { status, json } = await this.api.post(gateway, 'Calls.json', {
      To: to,
      From: from,
      Twiml: askBack(own, language, text, id),
      TimeLimit: String(longestCall),
      StatusCallback: `${own.url}/status?message=${id}`,
    });
    if (status < 200 || status >= 300) return refused(status, json);
    return { state: 'sent', providerId: typeof json?.['sid'] === 'string' ? json['sid'] : null };
  }

  fetchMedium(gateway: OpenGateway, reference: string): Promise<Buffer> {
    return this.api.fetch(gateway, /\.(mp3|wav)$/.test(reference) ? reference : `${reference}${sound}`);
  }
}
