/** Sends text messages by Africa's Talking. Source of the codes: the provider's documentation of bulk SMS. */
import { Injectable } from '@nestjs/common';
import type { GatewayField } from '@atesto/contract';
import {
  listOf,
  ProviderCall,
  recordOf,
  refuseBusy,
  textOf,
  type OpenGateway,
  type OutgoingMessage,
  type Sent,
} from '../../gateways/index.js';

const knownHosts = ['api.africastalking.com', 'api.sandbox.africastalking.com'];
/** In a blacklist, or in the register of those who want no messages. */
const unwanted = new Set([406, 409]);
const taken = new Set([100, 101, 102]);

export const sendingFields = (isRequired: boolean): GatewayField[] => [
  { name: 'username', type: 'text', isRequired, label: { en: 'User name of the app', de: 'Benutzername der App' } },
  { name: 'apiKey', type: 'secret', isRequired, label: { en: 'API key', de: 'API-Schlüssel' } },
  {
    name: 'sender',
    type: 'text',
    label: { en: 'Short code or sender name', de: 'Kurzwahl oder Absendername' },
    help: { en: 'The provider’s own where nothing is set.', de: 'Der des Anbieters, wo nichts steht.' },
  },
  {
    name: 'apiUrl',
    type: 'text',
    label: { en: 'Address of the API', de: 'Adresse der API' },
    help: { en: 'For own or test servers only.', de: 'Nur für eigene oder Testserver.' },
  },
];

@Injectable()
export class SendSms {
  constructor(private readonly providerCall: ProviderCall) {}

  /** @throws Error to try again */
  async send(gateway: OpenGateway, { to, text }: OutgoingMessage): Promise<Sent> {
    const [username, sender] = [textOf(gateway.settings['username']), textOf(gateway.settings['sender'])];
    const answer = await this.providerCall.send(gateway, {
      url: `${apiOf(gateway, username)}/version1/messaging`,
      method: 'POST',
      headers: { apikey: textOf(gateway.settings['apiKey']), accept: 'application/json' },
      body: new URLSearchParams({ username, to, message: text, ...(sender !== '' && { from: sender }) }),
      knownHosts,
    });
    refuseBusy(answer);
    if (answer.status >= 300) return { state: 'failed', detail: `The provider answered ${answer.status}.` };
    return sentOf(recordOf(recordOf(answer.json)['SMSMessageData']));
  }
}

function apiOf({ settings }: OpenGateway, username: string): string {
  const own = textOf(settings['apiUrl']).replace(/\/+$/, '');
  return own || `https://${username === 'sandbox' ? 'api.sandbox' : 'api'}.africastalking.com`;
}

function sentOf(data: Record<string, unknown>): Sent {
  const [recipient] = listOf(data['Recipients']);
  if (recipient === undefined)
    return { state: 'failed', detail: textOf(data['Message']) || 'The provider named no recipient.' };
  const [code, status, id] = [
    Number(recipient['statusCode']),
    textOf(recipient['status']),
    textOf(recipient['messageId']),
  ];
  if (taken.has(code)) return { state: 'sent', providerId: id === '' || id === 'None' ? null : id };
  if (unwanted.has(code)) return { state: 'withheld', detail: 'The person wants no messages.' };
  if (code >= 500) throw new Error(`The provider says ${status || code}.`);
  return { state: 'failed', detail: `The provider says ${status || code}.` };
}
