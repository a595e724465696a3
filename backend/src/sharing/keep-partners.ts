/** Invites others, enters their invitations, and ends partnerships. */
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { SharingWelcome } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  appendJournal,
  CLOCK,
  CONFIG,
  Database,
  notFound,
  type Clock,
  type Config,
  type JournalEntry,
  type Sql,
} from '../platform/index.js';
import { hashOfInvitation, readInvitation, writeInvitation, type Invitation } from './invitation.js';
import { PartnerCall } from './partner-call.js';
import { activatePartner, endPartner, insertPartner, lockPartner, type PartnerRecord } from './partners.queries.js';
import { notReached, nothingLeaves, ownDeployment, wrongInvitation } from './sharing.problems.js';
import { TellPartner } from './tell-partner.js';

const invitationMs = 7 * 24 * 60 * 60_000;

@Injectable()
export class KeepPartners {
  constructor(
    private readonly database: Database,
    private readonly partnerCall: PartnerCall,
    private readonly tellPartner: TellPartner,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The code counts once, for a week. @throws Problem 409 in an exercise */
  async invite(deployment: Deployment, name: string, actorId: string): Promise<{ id: string; code: string }> {
    if (deployment.isExercise) throw nothingLeaves();
    const [id, secret, now] = [uuidv7(), randomBytes(24).toString('base64url'), this.clock.now()];
    const expires_at = new Date(now.getTime() + invitationMs);
    const hidden = { secret_hash: hashOfInvitation(secret), expires_at };
    await this.database.transaction(async (tx) => {
      await insertPartner(tx, { ...blank(deployment.id, id, name, now), ...hidden });
      await this.note(tx, deployment.id, 'partner.invited', id, actorId, { name });
    });
    const { slug, name: deploymentName } = deployment;
    const { publicUrl: installation } = this.config;
    const key = this.partnerCall.publicKey;
    const code = writeInvitation({ installation, deployment: slug, deploymentName, key, partner: id, secret });
    return { id, code };
  }

  /** Knocks at the other side, which then knows us, too. @throws Problem 409 */
  async enter(deployment: Deployment, code: string, actorId: string): Promise<string> {
    if (deployment.isExercise) throw nothingLeaves();
    const invitation = readInvitation(code);
    if (invitation === null) throw wrongInvitation();
    const { installation, deployment: theirs } = invitation;
    if (installation === this.config.publicUrl && theirs === deployment.slug) throw ownDeployment();
    const id = uuidv7();
    const { partner, deploymentName: name } = await this.shakeHands(deployment, invitation, id);
    await this.database.transaction(async (tx) => {
      await insertPartner(tx, blank(deployment.id, id, name, this.clock.now()));
      const known = { name, installation, deployment: theirs, publicKey: invitation.key, partner };
      await activatePartner(tx, deployment.id, id, known);
      await this.note(tx, deployment.id, 'partner.added', id, actorId, { name, installation });
    });
    return id;
  }

  /** What waits for them is not sent any more, but that it is over. @throws Problem 404 */
  async end({ id: deploymentId }: Deployment, id: string, actorId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const partner = await lockPartner(tx, deploymentId, id);
      if (partner === null) throw notFound('partner');
      if (partner.state === 'ended') return;
      await endPartner(tx, deploymentId, id, 'us');
      if (partner.state === 'active') {
        await this.partnerCall.dropWaiting(tx, partner);
        await this.tellPartner.tell(tx, partner, { kind: 'ended', sequence: 0 });
      }
      await this.note(tx, deploymentId, 'partner.ended', id, actorId, { name: partner.name, by: 'us' });
    });
    this.tellPartner.wake();
  }

  private async shakeHands(deployment: Deployment, theirs: Invitation, partner: string): Promise<SharingWelcome> {
    const { publicKey: key } = this.partnerCall;
    const { slug, name: deploymentName } = deployment;
    const answer = await this.partnerCall.handshake(theirs, {
      invitation: theirs.partner,
      secret: theirs.secret,
      key,
      installation: this.config.publicUrl,
      deployment: slug,
      deploymentName,
      partner,
    });
    if (typeof answer === 'string') throw notReached(answer);
    return answer;
  }

  private async note(
    tx: Sql,
    deploymentId: string,
    kind: JournalEntry['kind'],
    subjectId: string,
    actorId: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    await appendJournal(tx, [{ deploymentId, kind, subjectId, actorId, data }]);
  }
}

function blank(deploymentId: string, id: string, name: string, at: Date): Omit<PartnerRecord, 'last_sequence'> {
  return {
    deployment_id: deploymentId,
    id,
    state: 'invited',
    name,
    installation: null,
    deployment: null,
    public_key: null,
    their_partner: null,
    secret_hash: null,
    expires_at: null,
    ended_by: null,
    created_at: at,
  };
}
