/** Calls to Twilio's REST API with the account of a gateway. */
import { Injectable } from '@nestjs/common';
import type { FieldError } from '@atesto/contract';
import { ProviderCall, type OpenGateway, type ProviderAnswer } from '../../gateways/index.js';

const ownUrl = 'https://api.twilio.com';
const knownHosts = ['.twilio.com', '.twiliocdn.com'];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

@Injectable()
export class TwilioApi {
  constructor(private readonly provider: ProviderCall) {}

  /** Posts a form to something of the account. @throws Error when no answer came */
  post(gateway: OpenGateway, path: string, fields: Record<string, string>): Promise<ProviderAnswer> {
    const account = encodeURIComponent(textOf(gateway.settings['accountSid']));
    const api = (textOf(gateway.settings['apiUrl']) || ownUrl).replace(/\/+$/, '');
    return this.provider.send(gateway, {
      url: `${api}/2010-04-01/Accounts/${account}/${path}`,
      method: 'POST',
      headers: { authorization: basicOf(gateway) },
      body: new URLSearchParams(fields),
      knownHosts,
    });
  }

  /** The bytes of a picture or recording; Twilio hands on to where they lie. @throws Error to try again */
  async fetch(gateway: OpenGateway, url: string): Promise<Buffer> {
    const answer = await this.provider.send(gateway, {
      url,
      headers: { authorization: basicOf(gateway) },
      knownHosts,
      isFollowed: true,
    });
    if (answer.status !== 200) throw new Error(`Twilio answered ${answer.status}.`);
    return answer.bytes;
  }
}

function basicOf({ settings }: OpenGateway): string {
  const pair = `${textOf(settings['accountSid'])}:${textOf(settings['authToken'])}`;
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}

export function accountFaults(settings: Readonly<Record<string, unknown>>): FieldError[] {
  const isSid = /^AC[0-9a-f]{32}$/i.test(textOf(settings['accountSid']));
  const api = settings['apiUrl'];
  const isUrl = api === undefined || (URL.canParse(textOf(api)) && /^https?:$/.test(new URL(textOf(api)).protocol));
  return [
    ...(isSid ? [] : [{ pointer: '/settings/accountSid', detail: 'must be AC and 32 letters from 0 to f' }]),
    ...(isUrl ? [] : [{ pointer: '/settings/apiUrl', detail: 'must be an address that begins with https://' }]),
  ];
}
