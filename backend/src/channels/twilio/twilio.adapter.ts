/** Messages out through Twilio, and what a coordinator enters for it: one adapter for each of the two kinds. */
import type { FieldError } from '@atesto/contract';
import type { GatewayAdapter, GatewayAdapters, OpenGateway, OutgoingMessage, Sent } from '../../gateways/index.js';
import type { Clock, Config } from '../../platform/index.js';
import { cutWords } from './cut-words.js';
import { closedWindow } from './read-twilio.js';
import { accountFaults, type TwilioApi } from './twilio-api.js';
import { messageFields, type TwilioKind } from './twilio-kinds.js';
import { refused } from './twilio-refusal.js';

/** Characters that Twilio takes at once. */
const longestBody = 1_600;

export class TwilioAdapter implements GatewayAdapter {
  readonly kind: string;
  readonly channel: TwilioKind['channel'];
  readonly name: TwilioKind['name'];
  readonly about: TwilioKind['about'];
  readonly fields = messageFields;

  constructor(
    private readonly own: TwilioKind,
    adapters: GatewayAdapters,
    private readonly api: TwilioApi,
    private readonly config: Pick<Config, 'publicUrl'>,
    private readonly clock: Clock,
  ) {
    this.kind = own.kind;
    this.channel = own.channel;
    this.name = own.name;
    this.about = own.about;
    adapters.add(this);
  }

  faultsOf(settings: Readonly<Record<string, unknown>>): FieldError[] {
    const hasSender = settings['from'] !== undefined || settings['messagingServiceSid'] !== undefined;
    const missing = { pointer: '/settings/from', detail: 'is needed where there is no messaging service' };
    return [...accountFaults(settings), ...(hasSender ? [] : [missing])];
  }

  async send(gateway: OpenGateway, message: OutgoingMessage): Promise<Sent> {
    const { windowHours } = this.own;
    const sinceMs = this.clock.now().getTime() - message.lastInAt.getTime();
    if (windowHours !== null && sinceMs > windowHours * 3_600_000) return { state: 'withheld', detail: closedWindow };
    const parts = cutWords(message.text, longestBody);
    let sent: Sent = { state: 'failed', detail: 'There was nothing to send.' };
    for (const [at, text] of parts.entries()) {
      const isLast = at === parts.length - 1;
      sent = await this.sendPart(gateway, message, text, { isFirst: at === 0, isLast });
      if (sent.state !== 'sent') return sent;
    }
    return sent;
  }

  fetchMedium(gateway: OpenGateway, reference: string): Promise<Buffer> {
    return this.api.fetch(gateway, reference);
  }

  /** After the first part nothing is tried again: the person would read its beginning twice. */
  private async sendPart(
    gateway: OpenGateway,
    message: OutgoingMessage,
    text: string,
    { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
  ): Promise<Sent> {
    const fields = { ...this.addresses(gateway, message.to), Body: text };
    const callback = `${this.config.publicUrl}/gateways/${this.kind}/${gateway.token}/status?message=${message.id}`;
    try {
      const { status, json } = await this.api.post(gateway, 'Messages.json', {
        ...fields,
        ...(isLast && { StatusCallback: callback }),
      });
      if (status >= 200 && status < 300)
        return { state: 'sent', providerId: typeof json?.['sid'] === 'string' ? json['sid'] : null };
      return refused(status, json);
    } catch (error) {
      if (isFirst) throw error;
      return { state: 'failed', detail: 'Only the beginning was sent.' };
    }
  }

  private addresses({ settings }: OpenGateway, to: string): Record<string, string> {
    const { messagingServiceSid: service, from } = settings;
    const { prefix } = this.own;
    return {
      To: `${prefix}${to}`,
      ...(typeof service === 'string'
        ? { MessagingServiceSid: service }
        : { From: `${prefix}${String(from).replace(prefix, '')}` }),
    };
  }
}
