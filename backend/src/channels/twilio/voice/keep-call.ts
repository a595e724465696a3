/** Makes reports of calls: at once when something was said, and later of those that only chose and hung up. */
import { Inject, Injectable } from '@nestjs/common';
import { FetchMedia, Inbox, type Reception } from '../../../conversations/index.js';
import type { OpenGateway } from '../../../gateways/index.js';
import { CLOCK, Database, Keys, type Clock } from '../../../platform/index.js';
import { callById, deleteCall, endCall, writeCall, type CallRecord } from './calls.queries.js';
import type { Caller } from './read-call.js';
import { textsIn } from './voice-menu.js';

/** What somebody chose in a call. */
export interface Chosen {
  callId: string;
  caller: Caller;
  language: string;
  category: string | null;
}

@Injectable()
export class KeepCall {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly media: FetchMedia,
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** From here on the call becomes a report, whatever happens to it. */
  async remember(gateway: OpenGateway, { callId, caller, language, category }: Chosen): Promise<void> {
    const sealed = this.keys.seal(JSON.stringify(caller));
    const name = { deployment_id: gateway.deployment.id, gateway_id: gateway.id, call_id: callId };
    await writeCall(this.database, { ...name, sealed, language, category }, this.clock.now());
  }

  async ended(gateway: OpenGateway, callId: string): Promise<void> {
    await endCall(this.database, gateway.deployment.id, gateway.id, callId, this.clock.now());
  }

  /** The report of a call; null for a recording where nothing was said. Again is the same report. */
  async keep(gateway: OpenGateway, chosen: Chosen, recording: string | null): Promise<Reception> {
    const { callId, caller, language, category } = chosen;
    const reception = await this.inbox.receive(gateway, {
      externalId: callId,
      ...caller,
      text: recording === null ? textsIn(language).withoutWords : '',
      category: category ?? undefined,
      language,
      media: recording === null ? [] : [recording],
      isWhole: true,
      isSilent: true,
    });
    // It may have been taken for one without words before.
    if (reception.kind === 'repeat' && recording !== null) await this.media.again(gateway, callId, recording);
    await deleteCall(this.database, { deployment_id: gateway.deployment.id, gateway_id: gateway.id, call_id: callId });
    return reception;
  }

  /** The recording can be fetched now. False when the call is not known. */
  async recorded(gateway: OpenGateway, callId: string, recording: string): Promise<boolean> {
    if (await this.media.again(gateway, callId, recording)) return true;
    const call = await callById(this.database, gateway.deployment.id, gateway.id, callId);
    if (call === null) return false;
    await this.keep(gateway, this.chosenIn(call), recording);
    return true;
  }

  chosenIn({ call_id: callId, sealed, language, category }: CallRecord): Chosen {
    const caller = JSON.parse(this.keys.unseal(sealed)) as Caller;
    return { callId, caller, language, category };
  }
}
