/** The steps of a call: each request of Twilio's is answered with what is said next. */
import { Inject, Injectable } from '@nestjs/common';
import { Inbox, NoteDelivery } from '../../../conversations/index.js';
import { wrongSignature, type Answer, type Call, type OpenGateway } from '../../../gateways/index.js';
import { CLOCK, CONFIG, type Clock, type Config } from '../../../platform/index.js';
import type { Fields } from '../read-twilio.js';
import { fieldsOf, isSigned } from '../twilio-calls.js';
import { EndCalls } from './end-calls.js';
import { KeepCall } from './keep-call.js';
import { callerOf, callIdOf, hasEnded, readCallNews, recordingOf } from './read-call.js';
import { askKind, askWords, greet, thank, type Own } from './speak.js';
import { isSpoken } from './texts/index.js';
import { twiml } from './twiml.js';
import { chosenKind, chosenLanguage, textsIn } from './voice-menu.js';

const heard = (outcome: string, body = twiml('')): Answer => ({
  status: 200,
  type: 'text/xml; charset=utf-8',
  body,
  outcome,
});

const knownLanguage = (tag: string | undefined): string | undefined =>
  tag !== undefined && isSpoken(tag) ? tag : undefined;

@Injectable()
export class VoiceCalls {
  constructor(
    private readonly keepCall: KeepCall,
    private readonly endCalls: EndCalls,
    private readonly inbox: Inbox,
    private readonly noteDelivery: NoteDelivery,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What was chosen so far stands in the address, which Twilio signs. */
  async step(gateway: OpenGateway, call: Call): Promise<Answer> {
    const fields = this.signed(gateway, call);
    if (fields === null) return wrongSignature();
    const callId = callIdOf(fields);
    if (callId === '') return heard('empty');
    const own = { url: ownUrl(this.config.publicUrl, gateway), deployment: gateway.deployment };
    const language = knownLanguage(call.query['language']) ?? chosenLanguage(gateway.deployment, '');
    const digits = fields['Digits'] ?? '';
    switch (call.query['step']) {
      case undefined:
        return heard('call', greet(own));
      case 'kind':
        return heard('language', askKind(own, chosenLanguage(gateway.deployment, digits)));
      case 'words':
        return this.choose(gateway, own, fields, language, digits);
      case 'said':
        return this.said(gateway, call, fields, language);
      case 'answered':
        return this.answered(gateway, call, fields, language);
      default:
        return heard('empty');
    }
  }

  /** Twilio has finished with a recording. */
  async recording(gateway: OpenGateway, call: Call): Promise<Answer> {
    const fields = this.signed(gateway, call);
    if (fields === null) return wrongSignature();
    const [callId, recording] = [callIdOf(fields), recordingOf(fields)];
    if (callId === '' || recording === null) return heard('empty');
    return heard((await this.keepCall.recorded(gateway, callId, recording)) ? 'recording' : 'unknown');
  }

  /** News of a call: one that came in is over, or one to somebody went well or not. */
  async status(gateway: OpenGateway, call: Call): Promise<Answer> {
    const fields = this.signed(gateway, call);
    if (fields === null) return wrongSignature();
    const message = call.query['message'];
    if (message !== undefined) {
      const news = readCallNews(fields);
      if (news !== null) await this.noteDelivery.note(gateway, { id: message }, { ...news, at: this.clock.now() });
      return heard('delivery');
    }
    if (hasEnded(fields)) {
      await this.keepCall.ended(gateway, callIdOf(fields));
      this.endCalls.soon();
    }
    return heard('status');
  }

  private async choose(
    gateway: OpenGateway,
    own: Own,
    fields: Fields,
    language: string,
    digits: string,
  ): Promise<Answer> {
    const category = chosenKind(gateway.deployment, digits);
    const callId = callIdOf(fields);
    await this.keepCall.remember(gateway, {
      callId,
      caller: callerOf(fields['From'] ?? '', callId),
      language,
      category,
    });
    return heard('choice', askWords(own, language, category));
  }

  private async said(gateway: OpenGateway, call: Call, fields: Fields, language: string): Promise<Answer> {
    const callId = callIdOf(fields);
    const caller = callerOf(fields['From'] ?? '', callId);
    const chosen = { callId, caller, language, category: call.query['category'] ?? null };
    const { kind } = await this.keepCall.keep(gateway, chosen, recordingOf(fields));
    return heard(kind, thank(language));
  }

  /** We called, so the person is the one whom Twilio calls `To`. */
  private async answered(gateway: OpenGateway, call: Call, fields: Fields, language: string): Promise<Answer> {
    const [callId, recording] = [callIdOf(fields), recordingOf(fields)];
    if (recording === null) return heard('empty', thank(language));
    const { kind } = await this.inbox.receive(gateway, {
      externalId: callId,
      ...callerOf(fields['To'] ?? '', callId),
      text: textsIn(language).spokenAnswer,
      language,
      media: [recording],
      inReplyTo: call.query['message'],
      isSilent: true,
    });
    return heard(kind, thank(language));
  }

  private signed(gateway: OpenGateway, call: Call): Fields | null {
    return isSigned(this.config.publicUrl, gateway, call) ? fieldsOf(call) : null;
  }
}

export const ownUrl = (publicUrl: string, { kind, token }: OpenGateway): string =>
  `${publicUrl}/gateways/${kind}/${token}`;
