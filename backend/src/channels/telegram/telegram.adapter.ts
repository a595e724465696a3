/** A Telegram bot: no phone number and no contract is needed, and a position is one tap away. */
import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FieldError, GatewayField } from '@atesto/contract';
import {
  GatewayAdapters,
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
import { CONFIG, type Config } from '../../platform/index.js';
import { telegramTextsIn } from './texts/index.js';

const knownHosts = ['api.telegram.org'];

@Injectable()
export class TelegramAdapter implements GatewayAdapter {
  readonly kind = 'telegram';
  readonly channel = 'telegram' as const;
  readonly name = { en: 'Telegram bot', de: 'Telegram-Bot' };
  readonly about = {
    en: 'In Telegram write to @BotFather, send /newbot, and enter the token that you get. The bot is told this address by itself when you save; the server must be reachable by https for that. Then hand on the bot’s link.',
    de: 'Schreiben Sie in Telegram an @BotFather, senden Sie /newbot und tragen Sie das Token ein, das Sie bekommen. Beim Speichern erfährt der Bot diese Adresse von selbst; dafür muss der Server über https erreichbar sein. Geben Sie dann den Link des Bots weiter.',
  };
  readonly fields: readonly GatewayField[] = [
    {
      name: 'botToken',
      type: 'secret',
      isRequired: true,
      label: { en: 'Token of the bot', de: 'Token des Bots' },
      help: { en: 'From @BotFather, such as 123456:ABC…', de: 'Von @BotFather, etwa 123456:ABC…' },
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
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {
    adapters.add(this);
  }

  faultsOf({ botToken }: Readonly<Record<string, unknown>>): FieldError[] {
    if (/^\d+:[\w-]+$/.test(textOf(botToken))) return [];
    return [{ pointer: '/settings/botToken', detail: 'must be digits, a colon, and letters' }];
  }

  /** Made from the bot's token, which nobody else has, so that there is nothing more to be set. */
  secretOf({ id, settings }: OpenGateway): string {
    return createHmac('sha256', textOf(settings['botToken'])).update(id).digest('hex');
  }

  /** Tells Telegram where messages go. @throws Error when it could not be told */
  async register(gateway: OpenGateway): Promise<void> {
    const answer = await this.ask(gateway, 'setWebhook', {
      url: `${this.config.publicUrl}/gateways/telegram/${gateway.token}`,
      secret_token: this.secretOf(gateway),
      allowed_updates: ['message', 'edited_message'],
    });
    if (answer.status !== 200) throw new Error(detailOf(answer));
  }

  /** @throws Error to try again */
  async send(gateway: OpenGateway, { to, text, language, asksForPlace }: OutgoingMessage): Promise<Sent> {
    const button = { text: telegramTextsIn(language).sendPosition, request_location: true };
    const answer = await this.ask(gateway, 'sendMessage', {
      chat_id: Number(to),
      text,
      // The page behind the link is for this person alone; a preview would have it fetched.
      link_preview_options: { is_disabled: true },
      reply_markup: asksForPlace
        ? { keyboard: [[button]], resize_keyboard: true, one_time_keyboard: true }
        : { remove_keyboard: true },
    });
    refuseBusy(answer);
    if (answer.status === 403) return { state: 'withheld', detail: 'The person has blocked the bot.' };
    const messageId = textOf(recordOf(recordOf(answer.json)['result'])['message_id']);
    if (answer.status !== 200 || messageId === '') return { state: 'failed', detail: detailOf(answer) };
    return { state: 'sent', providerId: `${to} ${messageId}` };
  }

  /** @throws Error to try again */
  async fetchMedium(gateway: OpenGateway, reference: string): Promise<Buffer> {
    const answer = await this.ask(gateway, 'getFile', { file_id: reference });
    const path = textOf(recordOf(recordOf(answer.json)['result'])['file_path']);
    if (path === '') throw new Error(detailOf(answer));
    const url = `${apiOf(gateway)}/file/bot${textOf(gateway.settings['botToken'])}/${path}`;
    const file = await this.providerCall.send(gateway, { url, knownHosts });
    if (file.status !== 200) throw new Error(`The provider answered ${file.status}.`);
    return file.bytes;
  }

  private ask(gateway: OpenGateway, method: string, body: Record<string, unknown>): Promise<ProviderAnswer> {
    const url = `${apiOf(gateway)}/bot${textOf(gateway.settings['botToken'])}/${method}`;
    return this.providerCall.send(gateway, { url, method: 'POST', body, knownHosts });
  }
}

const apiOf = ({ settings }: OpenGateway): string =>
  textOf(settings['apiUrl']).replace(/\/+$/, '') || 'https://api.telegram.org';

const detailOf = ({ json, status }: ProviderAnswer): string =>
  textOf(recordOf(json)['description']) || `The provider answered ${status}.`;
