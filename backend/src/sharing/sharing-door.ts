/** Where other servers knock: nothing is looked at before its signature holds. */
import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SharingHandshake, SharingMessage, type SharingWelcome } from '@atesto/contract';
import { DeploymentCatalogue, type Deployment } from '../deployments/index.js';
import { appendJournal, CLOCK, Database, invalidInput, notFound, validated, type Clock } from '../platform/index.js';
import { verdictOf } from './http-signature.js';
import { HearMessage } from './hear-message.js';
import { hashOfInvitation } from './invitation.js';
import { activatePartner, lockPartner, partnerById } from './partners.queries.js';
import { partnershipGone, unsigned, wrongInvitation, wrongSigned } from './sharing.problems.js';

type Headers = Partial<Record<string, string | string[]>>;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class SharingDoor {
  constructor(
    private readonly database: Database,
    private readonly deployments: DeploymentCatalogue,
    private readonly hearMessage: HearMessage,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 unsigned, 403 wrongly signed, 404, 409, 410 ended, 422 */
  async hear(
    slug: string,
    what: 'handshake' | 'messages',
    body: Buffer,
    headers: Headers,
  ): Promise<SharingWelcome | { heard: true }> {
    const deployment = await this.deployments.named(slug);
    if (deployment.isExercise) throw notFound('deployment');
    const said = jsonOf(body);
    const request = { method: 'POST', path: `/sharing/${slug}/${what}`, body };
    if (what === 'handshake') {
      this.refuseUnsigned(request, headers, said['key']);
      return this.welcome(deployment, validated(SharingHandshake, said));
    }
    if (headers['signature'] === undefined) throw unsigned();
    const id = said['partner'];
    const known = typeof id === 'string' && uuid.test(id) ? id : null;
    const partner = known === null ? null : await partnerById(this.database, deployment.id, known);
    if (partner === null || partner.public_key === null) throw wrongSigned();
    this.refuseUnsigned(request, headers, partner.public_key);
    if (partner.state !== 'active') throw partnershipGone();
    await this.hearMessage.hear(deployment, partner, validated(SharingMessage, said));
    return { heard: true };
  }

  private refuseUnsigned(
    request: { method: string; path: string; body: Buffer },
    headers: Headers,
    publicKey: unknown,
  ): void {
    const verdict = verdictOf(request, headers, String(publicKey), this.clock.now());
    if (verdict === 'unsigned') throw unsigned();
    if (verdict !== 'good') throw wrongSigned();
  }

  private async welcome(deployment: Deployment, said: SharingHandshake): Promise<SharingWelcome> {
    const { id: deploymentId } = deployment;
    await this.database.transaction(async (tx) => {
      const partner = await lockPartner(tx, deploymentId, said.invitation);
      const hash = hashOfInvitation(said.secret);
      const isOpen =
        partner?.state === 'invited' &&
        partner.secret_hash !== null &&
        timingSafeEqual(partner.secret_hash, hash) &&
        partner.expires_at !== null &&
        partner.expires_at > this.clock.now();
      if (!isOpen) throw wrongInvitation();
      const { installation, deployment: theirs, key: publicKey } = said;
      // They are called here what the coordinator called them.
      const { name } = partner;
      const known = { name, installation, deployment: theirs, publicKey, partner: said.partner };
      await activatePartner(tx, deploymentId, said.invitation, known);
      const data = { name, installation };
      await appendJournal(tx, [
        { deploymentId, kind: 'partner.added', subjectId: said.invitation, actorId: null, data },
      ]);
    });
    return { partner: said.invitation, deploymentName: deployment.name };
  }
}

function jsonOf(body: Buffer): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(body.toString('utf8'));
    if (typeof said === 'object' && said !== null && !Array.isArray(said)) return said as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw invalidInput([{ pointer: '', detail: 'must be an object' }]);
}
