/** A gateway for text messages of any make, told to us by a coordinator. */
import { Inject, Injectable } from '@nestjs/common';
import type { FieldError } from '@atesto/contract';
import {
  GatewayAdapters,
  isSafeAddress,
  mayBePublic,
  ProviderCall,
  refuseBusy,
  textOf,
  type GatewayAdapter,
  type OpenGateway,
  type OutgoingMessage,
  type ProviderRequest,
  type Sent,
} from '../../gateways/index.js';
import { CONFIG, type Config } from '../../platform/index.js';
import { filled, filledForm, filledJson, filledUrl, objectOf, type Filling } from './fill-template.js';
import { incomingFields, outgoingFields } from './generic-fields.js';

const nobody: Filling = { to: '0', number: '0', text: '0', id: '0', key: '0' };

@Injectable()
export class GenericSmsAdapter implements GatewayAdapter {
  readonly kind = 'generic-sms';
  readonly channel = 'sms' as const;
  readonly name = { en: 'SMS by any other gateway', de: 'SMS über ein anderes Gateway' };
  readonly about = {
    en: 'For a gateway that calls an address with each message, by GET or POST, as form or JSON. Say here how it names the fields, and enter the address below there. To answer people, say how it wants to be called.',
    de: 'Für ein Gateway, das je Nachricht eine Adresse aufruft, mit GET oder POST, als Formular oder JSON. Sagen Sie hier, wie es die Felder nennt, und tragen Sie dort die Adresse unten ein. Um zu antworten, sagen Sie, wie es aufgerufen werden will.',
  };
  readonly fields = [...incomingFields, ...outgoingFields];

  constructor(
    adapters: GatewayAdapters,
    private readonly providerCall: ProviderCall,
    @Inject(CONFIG) private readonly config: Pick<Config, 'gatewayHosts'>,
  ) {
    adapters.add(this);
  }

  faultsOf(settings: Readonly<Record<string, unknown>>): FieldError[] {
    const of = (name: string): string => textOf(settings[name]);
    const status = settings['answerStatus'] ?? 200;
    const faults = [
      ['secretName', of('secret') !== '' && of('secretName') === '' && 'is needed with a secret'],
      [
        'answerStatus',
        !(Number.isInteger(status) && Number(status) >= 200 && Number(status) < 300) && 'must be from 200 to 299',
      ],
      [
        'sendUrl',
        of('sendUrl') !== '' &&
          !this.mayCall(of('sendUrl')) &&
          'must be a public address that begins with https://, its host without places',
      ],
      ['sendFields', of('sendFields').startsWith('{') && objectOf(of('sendFields')) === null && 'is no JSON object'],
      ['sendFields', of('sendFields').startsWith('{') && of('sendAs') !== 'json' && 'must be lines, save for JSON'],
      ['authorization', /[\r\n]/.test(of('authorization')) && 'must be one line'],
    ] as const;
    return faults.flatMap(([name, detail]) => (detail === false ? [] : [{ pointer: `/settings/${name}`, detail }]));
  }

  /** @throws Error to try again */
  async send(gateway: OpenGateway, message: OutgoingMessage): Promise<Sent> {
    const url = textOf(gateway.settings['sendUrl']);
    if (url === '') return { state: 'withheld', detail: 'This gateway is not set up to send.' };
    const answer = await this.providerCall.send(gateway, requestOf(gateway, message, url));
    refuseBusy(answer);
    const words = answer.bytes.toString('utf8').slice(0, 2_000);
    const success = textOf(gateway.settings['success']);
    const isTaken = answer.status < 300 && (success === '' || words.includes(success));
    if (isTaken) return { state: 'sent', providerId: null };
    return { state: 'failed', detail: `The gateway answered ${answer.status}: ${words.slice(0, 200)}` };
  }

  /** The host must be the same whatever is filled in. */
  private mayCall(template: string): boolean {
    const url = filledUrl(template, nobody);
    const other = filledUrl(template, { to: '1', number: '1', text: '1', id: '1', key: '1' });
    if (!isSafeAddress(url, this.config.gatewayHosts)) return false;
    const { host, hostname } = new URL(url);
    if (!mayBePublic(hostname) && !this.config.gatewayHosts.includes(host)) return false;
    return URL.canParse(other) && new URL(url).origin === new URL(other).origin;
  }
}

function requestOf({ settings }: OpenGateway, { to, text, id }: OutgoingMessage, url: string): ProviderRequest {
  const filling = { to, number: to.replace(/^\+/, ''), text, id, key: textOf(settings['key']) };
  const [fields, authorization] = [textOf(settings['sendFields']), textOf(settings['authorization'])];
  const common = {
    url: filledUrl(url, filling),
    headers: authorization === '' ? {} : { authorization: filled(authorization, filling) },
    knownHosts: [],
    isNamedByHand: true,
  };
  if (settings['sendAs'] === 'form') return { ...common, method: 'POST', body: filledForm(fields, filling) };
  if (settings['sendAs'] === 'json') return { ...common, method: 'POST', body: filledJson(fields, filling) };
  return common;
}
