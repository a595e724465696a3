/** Text messages by Vonage. */
import { Injectable } from '@nestjs/common';
import type { GatewayField } from '@atesto/contract';
import {
  countryField,
  GatewayAdapters,
  isSentPlain,
  listOf,
  ProviderCall,
  recordOf,
  refuseBusy,
  textOf,
  type GatewayAdapter,
  type OpenGateway,
  type OutgoingMessage,
  type Sent,
} from '../../gateways/index.js';
import { signatureMethods } from './vonage-signature.js';

const knownHosts = ['rest.nexmo.com'];
/** Throttled, broken inside, too many at once. Source: the provider's error codes of the SMS API. */
const passing = new Set(['1', '5', '10']);
const numberBarred = '7';

const methodNames: Record<(typeof signatureMethods)[number], string> = {
  md5hash: 'MD5 hash',
  md5: 'MD5 HMAC',
  sha1: 'SHA-1 HMAC',
  sha256: 'SHA-256 HMAC',
  sha512: 'SHA-512 HMAC',
};

@Injectable()
export class VonageAdapter implements GatewayAdapter {
  readonly kind = 'vonage';
  readonly channel = 'sms' as const;
  readonly name = { en: 'SMS by Vonage (Nexmo)', de: 'SMS über Vonage (Nexmo)' };
  readonly about = {
    en: 'Enter the address below in the provider’s dashboard as webhook for inbound SMS and for delivery receipts. Have signed webhooks switched on by the provider and enter secret and method here; without them the address alone is the secret.',
    de: 'Tragen Sie die Adresse unten in der Verwaltung des Anbieters als Webhook für eingehende SMS und für Zustellberichte ein. Lassen Sie dort signierte Webhooks einschalten und tragen Sie Geheimnis und Verfahren hier ein; ohne sie ist allein die Adresse das Geheimnis.',
  };
  readonly fields: readonly GatewayField[] = [
    { name: 'apiKey', type: 'text', isRequired: true, label: { en: 'API key', de: 'API-Schlüssel' } },
    { name: 'apiSecret', type: 'secret', isRequired: true, label: { en: 'API secret', de: 'API-Geheimnis' } },
    {
      name: 'sender',
      type: 'text',
      isRequired: true,
      label: { en: 'Number or sender name', de: 'Nummer oder Absendername' },
    },
    {
      name: 'signatureSecret',
      type: 'secret',
      label: { en: 'Signature secret', de: 'Geheimnis der Signatur' },
      help: { en: 'What is not signed with it is refused.', de: 'Was nicht damit signiert ist, wird abgelehnt.' },
    },
    {
      name: 'signatureMethod',
      type: 'choice',
      label: { en: 'Signature method', de: 'Verfahren der Signatur' },
      help: { en: 'MD5 hash where nothing is chosen.', de: 'MD5 hash, wo nichts gewählt ist.' },
      choices: signatureMethods.map((value) => ({
        value,
        label: { en: methodNames[value], de: methodNames[value] },
      })),
    },
    countryField,
    {
      name: 'apiUrl',
      type: 'text',
      label: { en: 'Address of the API', de: 'Adresse der API' },
      help: { en: 'For own or test servers only.', de: 'Nur für eigene oder Testserver.' },
    },
  ];

  constructor(
    adapters: GatewayAdapters,
    private readonly providerCall: ProviderCall,
  ) {
    adapters.add(this);
  }

  /** @throws Error to try again */
  async send(gateway: OpenGateway, { id, to, text }: OutgoingMessage): Promise<Sent> {
    const { settings } = gateway;
    const answer = await this.providerCall.send(gateway, {
      url: `${textOf(settings['apiUrl']).replace(/\/+$/, '') || 'https://rest.nexmo.com'}/sms/json`,
      method: 'POST',
      body: new URLSearchParams({
        api_key: textOf(settings['apiKey']),
        api_secret: textOf(settings['apiSecret']),
        from: textOf(settings['sender']),
        to: to.replace(/^\+/, ''),
        text,
        type: isSentPlain(text) ? 'text' : 'unicode',
        // Comes back with the news of its delivery.
        'client-ref': id,
      }),
      knownHosts,
    });
    refuseBusy(answer);
    if (answer.status !== 200) return { state: 'failed', detail: `The provider answered ${answer.status}.` };
    return sentOf(listOf(recordOf(answer.json)['messages']));
  }
}

/** A long message is told of in parts; one that was refused is a fault of the whole. */
function sentOf(parts: Record<string, unknown>[]): Sent {
  const [first] = parts;
  if (first === undefined) return { state: 'failed', detail: 'The provider did not say what became of it.' };
  const refused = parts.find((part) => textOf(part['status']) !== '0');
  if (refused === undefined) return { state: 'sent', providerId: textOf(first['message-id']) || null };
  const status = textOf(refused['status']);
  const detail = textOf(refused['error-text']) || `The provider says ${status}.`;
  if (passing.has(status) && refused === first) throw new Error(detail);
  return { state: status === numberBarred ? 'withheld' : 'failed', detail };
}
