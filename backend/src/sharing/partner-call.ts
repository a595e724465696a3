/** Calls a partner's server, signed. A deployment of this very installation hears the same message, past the network. */
import { Inject, Injectable } from '@nestjs/common';
import type { SharingHandshake, SharingMessage, SharingWelcome } from '@atesto/contract';
import {
  giveUpLane,
  isSafeAddress,
  judgeAnswer,
  PublicFetch,
  type CallOutcome,
  type PublicAnswer,
} from '../gateways/index.js';
import { CLOCK, CONFIG, Keys, Problem, type Clock, type Config, type Sql } from '../platform/index.js';
import { signatureOf } from './http-signature.js';
import type { Invitation } from './invitation.js';
import type { PartnerRecord } from './partners.queries.js';
import { SharingDoor } from './sharing-door.js';

const patienceMs = 10_000;
const mostBytes = 100_000;
const gone = 410;

@Injectable()
export class PartnerCall {
  readonly publicKey: string;

  constructor(
    private readonly keys: Keys,
    private readonly fetch: PublicFetch,
    private readonly door: SharingDoor,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'gatewayHosts'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.publicKey = keys.signingPair().publicKey;
  }

  /** Resolves to words where it came to nothing. */
  async handshake(theirs: Invitation, body: SharingHandshake): Promise<SharingWelcome | string> {
    try {
      const answer = await this.post(theirs, 'handshake', body);
      if (answer.status !== 200) return `The other side answered ${answer.status}.`;
      const welcome = JSON.parse(answer.bytes.toString('utf8')) as Partial<SharingWelcome>;
      const { partner, deploymentName } = welcome;
      if (typeof partner !== 'string' || partner !== theirs.partner) return 'The other side answered something else.';
      return { partner, deploymentName: String(deploymentName).slice(0, 200) };
    } catch (error) {
      return error instanceof Error ? error.message : 'No answer came.';
    }
  }

  async send(partner: PartnerRecord, body: SharingMessage): Promise<CallOutcome> {
    const { installation, deployment } = partner;
    if (installation === null || deployment === null) {
      return { state: 'refused', status: null, error: 'The partnership has not begun.' };
    }
    const answer = await this.post({ installation, deployment }, 'messages', body);
    if (answer.status === gone) return { state: 'refused', status: gone, error: 'They have ended the partnership.' };
    return judgeAnswer(answer, this.clock.now());
  }

  /** What was not sent to them is not sent any more. */
  dropWaiting(tx: Sql, { deployment_id, id }: PartnerRecord): Promise<void> {
    return giveUpLane(tx, { kind: 'sharing', deployment_id, lane_id: id }, 'The partnership was ended.');
  }

  private async post(
    to: { installation: string; deployment: string },
    what: 'handshake' | 'messages',
    said: SharingHandshake | SharingMessage,
  ): Promise<Pick<PublicAnswer, 'status' | 'headers' | 'bytes'>> {
    const path = `/sharing/${to.deployment}/${what}`;
    const body = JSON.stringify(said);
    const request = { method: 'POST', path, body: Buffer.from(body) };
    const signed = signatureOf(request, this.keys.signingPair(), this.clock.now());
    if (to.installation === this.config.publicUrl) return this.here(to.deployment, what, request.body, signed);
    const url = to.installation + path;
    if (!isSafeAddress(url, this.config.gatewayHosts)) throw new Error('The address does not begin with https.');
    const headers = { 'content-type': 'application/json', ...signed };
    return this.fetch.fetch({ url, method: 'POST', headers, body, patienceMs, mostBytes });
  }

  private async here(
    slug: string,
    what: 'handshake' | 'messages',
    body: Buffer,
    headers: Record<string, string>,
  ): Promise<Pick<PublicAnswer, 'status' | 'headers' | 'bytes'>> {
    try {
      const answer = await this.door.hear(slug, what, body, headers);
      return { status: 200, headers: {}, bytes: Buffer.from(JSON.stringify(answer)) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { status: error.status, headers: {}, bytes: Buffer.alloc(0) };
    }
  }
}
