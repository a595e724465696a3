/** What Twilio calls about: a message that came in, or news of one that went out. The same for both kinds. */
import { Inject, Injectable } from '@nestjs/common';
import { Inbox, NoteDelivery } from '../../conversations/index.js';
import { phoneNumber, wrongSignature, type Answer, type Call, type OpenGateway } from '../../gateways/index.js';
import { CLOCK, CONFIG, type Clock, type Config } from '../../platform/index.js';
import { readStatus, readTwilio, type Fields, type TwilioMessage } from './read-twilio.js';
import type { TwilioKind } from './twilio-kinds.js';
import { isTwilioSignature } from './twilio-signature.js';

@Injectable()
export class TwilioCalls {
  constructor(
    private readonly inbox: Inbox,
    private readonly noteDelivery: NoteDelivery,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async take(own: TwilioKind, gateway: OpenGateway, call: Call): Promise<Answer> {
    if (!isSigned(this.config.publicUrl, gateway, call)) return wrongSignature();
    const fields = fieldsOf(call);
    // A messaging service may tell its news at the address for messages.
    if (fields['MessageStatus'] !== undefined) return this.note(gateway, call, fields);
    const message = readTwilio(fields);
    if (message === null) return response('empty');
    const { kind } = await this.inbox.receive(gateway, {
      externalId: message.id,
      ...senderOf(own, message),
      text: message.text,
      location: message.location,
      place: message.place,
      media: message.media,
      isStopAnswered: own.isStopAnswered,
    });
    return response(kind);
  }

  async status(gateway: OpenGateway, call: Call): Promise<Answer> {
    if (!isSigned(this.config.publicUrl, gateway, call)) return wrongSignature();
    return this.note(gateway, call, fieldsOf(call));
  }

  /** The address names our message: the news may be here before Twilio's answer to our call is. */
  private async note(gateway: OpenGateway, call: Call, fields: Fields): Promise<Answer> {
    const news = readStatus(fields);
    if (news !== null) {
      const { providerId, ...delivery } = news;
      const id = call.query['message'];
      const name = id === undefined ? { providerId } : { id };
      await this.noteDelivery.note(gateway, name, { ...delivery, at: this.clock.now() });
    }
    return response('delivery');
  }
}

export function isSigned(publicUrl: string, gateway: OpenGateway, { path, headers, body }: Call): boolean {
  const signature = headers['x-twilio-signature'];
  return isTwilioSignature(gateway.settings['authToken'], { url: `${publicUrl}${path}`, signature, body });
}

export const fieldsOf = ({ method, query, body }: Call): Fields => (method === 'GET' ? query : (body.form() ?? {}));

export const response = (outcome: string, inside = ''): Answer => ({
  status: 200,
  type: 'text/xml; charset=utf-8',
  body: `<?xml version="1.0" encoding="UTF-8"?>${inside === '' ? '<Response/>' : `<Response>${inside}</Response>`}`,
  outcome,
});

/** WhatsApp knows people without a number; they have a name of its own there. */
function senderOf({ channel }: TwilioKind, { from, name }: TwilioMessage) {
  const { address, reporter } = phoneNumber(from, undefined);
  const isNumber = /^\+\d{6,15}$/.test(from);
  if (channel === 'sms') return { address, reporter };
  return {
    address: isNumber ? address : from,
    reporter: { ...(isNumber ? reporter : { handle: `whatsapp:${from}` }), name },
  };
}
