/** WhatsApp by the provider's own Cloud API. */
import { Inject, Injectable } from '@nestjs/common';
import type { GatewayField } from '@atesto/contract';
import {
  GatewayAdapters,
  listOf,
  ProviderCall,
  recordOf,
  refuseBusy,
  textOf,
  type GatewayAdapter,
  type OpenGateway,
  type OutgoingMessage,
  type ProviderAnswer,
  type Sent,
} from '../../gateways/index.js';
import { CLOCK, type Clock } from '../../platform/index.js';
import { closedDetail, errorWords, userPrefix, windowClosed } from './read-whatsapp.js';

const apiVersion = 'v21.0';
/** Files are handed out by hosts of their own. */
const knownHosts = ['graph.facebook.com', '.fbsbx.com', '.fbcdn.net', '.whatsapp.net'];
const windowMs = 24 * 3_600_000;
/** Limits and passing faults: trying again helps. Source: the provider's list of error codes. */
const passing = new Set([1, 2, 4, 80007, 130429, 131000, 131016, 131048, 131056, 133004]);

@Injectable()
export class WhatsAppAdapter implements GatewayAdapter {
  readonly kind = 'whatsapp';
  readonly channel = 'whatsapp' as const;
  readonly name = { en: 'WhatsApp (Cloud API)', de: 'WhatsApp (Cloud API)' };
  readonly about = {
    en: 'At developers.facebook.com make an app with WhatsApp. Under “Configuration” enter the address below as callback URL and the verification word set here, and subscribe to “messages”. WhatsApp takes free words only within 24 hours after a person wrote; name an approved template with one placeholder to reach them later.',
    de: 'Legen Sie auf developers.facebook.com eine App mit WhatsApp an. Tragen Sie dort unter „Konfiguration“ die Adresse unten als Callback-URL und das Prüfwort von hier ein und abonnieren Sie „messages“. Freie Worte nimmt WhatsApp nur 24 Stunden lang an, nachdem jemand geschrieben hat; nennen Sie eine genehmigte Vorlage mit einem Platzhalter, um sie später zu erreichen.',
  };
  readonly fields: readonly GatewayField[] = [
    {
      name: 'phoneNumberId',
      type: 'text',
      isRequired: true,
      label: { en: 'Phone number ID', de: 'ID der Telefonnummer' },
    },
    { name: 'accessToken', type: 'secret', isRequired: true, label: { en: 'Access token', de: 'Zugriffstoken' } },
    { name: 'appSecret', type: 'secret', isRequired: true, label: { en: 'App secret', de: 'App-Geheimcode' } },
    {
      name: 'verifyToken',
      type: 'secret',
      isRequired: true,
      label: { en: 'Verification word', de: 'Prüfwort' },
      help: { en: 'Any; the same at the provider.', de: 'Beliebig; dasselbe beim Anbieter.' },
    },
    {
      name: 'template',
      type: 'text',
      label: { en: 'Template for later answers', de: 'Vorlage für spätere Antworten' },
    },
    {
      name: 'templateLanguage',
      type: 'text',
      label: { en: 'Language of the template', de: 'Sprache der Vorlage' },
      help: { en: 'Such as en or en_US; en where nothing is set.', de: 'Etwa de oder en_US; en, wo nichts steht.' },
    },
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
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    adapters.add(this);
  }

  /** @throws Error to try again */
  async send(gateway: OpenGateway, message: OutgoingMessage): Promise<Sent> {
    const { settings } = gateway;
    const isOpen = this.clock.now().getTime() - message.lastInAt.getTime() < windowMs;
    const template = textOf(settings['template']);
    if (!isOpen && template === '') return { state: 'withheld', detail: closedDetail };
    const content = isOpen ? wordsOf(message) : templateOf(message, template, textOf(settings['templateLanguage']));
    const { to, id } = message;
    const answer = await this.providerCall.send(gateway, {
      url: `${apiOf(gateway)}/${encodeURIComponent(textOf(settings['phoneNumberId']))}/messages`,
      method: 'POST',
      headers: authorized(gateway),
      body: {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        ...(to.startsWith(userPrefix) ? { recipient: to.slice(userPrefix.length) } : { to: to.replace(/^\+/, '') }),
        // Comes back with the news of its delivery, which may be here before the answer to this call.
        biz_opaque_callback_data: id,
        ...content,
      },
      knownHosts,
    });
    return sentOf(answer);
  }

  /** @throws Error to try again */
  async fetchMedium(gateway: OpenGateway, reference: string): Promise<Buffer> {
    const headers = authorized(gateway);
    const named = await this.providerCall.send(gateway, {
      url: `${apiOf(gateway)}/${encodeURIComponent(reference)}`,
      headers,
      knownHosts,
    });
    const url = textOf(recordOf(named.json)['url']);
    if (url === '') throw new Error(errorWords(recordOf(recordOf(named.json)['error'])));
    const file = await this.providerCall.send(gateway, { url, headers, knownHosts });
    if (file.status !== 200) throw new Error(`The provider answered ${file.status}.`);
    return file.bytes;
  }
}

const apiOf = ({ settings }: OpenGateway): string =>
  `${textOf(settings['apiUrl']).replace(/\/+$/, '') || 'https://graph.facebook.com'}/${apiVersion}`;

const authorized = ({ settings }: OpenGateway): Record<string, string> => ({
  authorization: `Bearer ${textOf(settings['accessToken'])}`,
});

function wordsOf({ text, asksForPlace }: OutgoingMessage): Record<string, unknown> {
  if (!asksForPlace) return { type: 'text', text: { body: text, preview_url: false } };
  const interactive = { type: 'location_request_message', body: { text }, action: { name: 'send_location' } };
  return { type: 'interactive', interactive };
}

/** Placeholders take no line breaks. */
function templateOf({ text }: OutgoingMessage, name: string, language: string): Record<string, unknown> {
  const parameters = [{ type: 'text', text: text.replace(/\s+/g, ' ').trim() }];
  const components = [{ type: 'body', parameters }];
  return { type: 'template', template: { name, language: { code: language || 'en' }, components } };
}

function sentOf(answer: ProviderAnswer): Sent {
  const error = recordOf(recordOf(answer.json)['error']);
  const code = Number(error['code']);
  if (passing.has(code)) throw new Error(errorWords(error));
  refuseBusy(answer);
  if (code === windowClosed) return { state: 'withheld', detail: closedDetail };
  if (answer.status !== 200) return { state: 'failed', detail: errorWords(error) };
  const [message = {}] = listOf(recordOf(answer.json)['messages']);
  return { state: 'sent', providerId: textOf(message['id']) || null };
}
