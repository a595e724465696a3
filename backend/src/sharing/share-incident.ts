/** Shares an incident with a partner, and stops. What is told beyond what the public may see was confirmed. */
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { ShareIncident as Input } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { isPublic, lockIncident, mergedAway, type IncidentRecord } from '../incidents/index.js';
import { appendJournal, CLOCK, Database, JournalFeed, notFound, type Clock, type Sql } from '../platform/index.js';
import { lockPartner, organisationOf, type PartnerRecord } from './partners.queries.js';
import { confirmExact, confirmHidden, notActive, nothingLeaves, sharedAlready } from './sharing.problems.js';
import { insertShare, lockShare, sharedOfIncident, sharesOf, writeShareState } from './shares.queries.js';
import { TellShare } from './tell-share.js';

@Injectable()
export class ShareIncident {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly tellShare: TellShare,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 when it is shared with them already, came from them, or wants a confirmation */
  async share(deployment: Deployment, incidentId: string, input: Input, actorId: string): Promise<void> {
    if (deployment.isExercise) throw nothingLeaves();
    const { id: deploymentId } = deployment;
    await this.database.transaction(async (tx) => {
      const partner = await lockPartner(tx, deploymentId, input.partner);
      if (partner === null) throw notFound('partner');
      if (partner.state !== 'active') throw notActive();
      const incident = await lockIncident(tx, deploymentId, incidentId);
      if (incident === null) throw notFound('incident');
      if (incident.merged_into !== null) throw mergedAway();
      await refuseAgain(tx, partner, incidentId);
      refuseUnconfirmed(deployment, incident, input);
      const { note = null, exactPlace = false } = input;
      const share = {
        deployment_id: deploymentId,
        id: uuidv7(),
        partner_id: partner.id,
        incident_id: incidentId,
        state: 'sent' as const,
        exact_place: exactPlace,
        exact_confirmed: isDelicate(deployment, incident, input),
        beyond_public: !isPublic(incident, deployment),
        note,
        organisation: await organisationOf(tx, actorId),
        created_at: this.clock.now(),
      };
      await insertShare(tx, share);
      await this.tellShare.tell(tx, deployment, share, incident);
      const data = { partner: partner.name, exactPlace };
      await appendJournal(tx, [{ deploymentId, kind: 'share.sent', subjectId: incidentId, actorId, data }]);
    });
    this.done();
  }

  /** They are told that it is withdrawn. @throws Problem 404 */
  async stop({ id: deploymentId }: Deployment, incidentId: string, id: string, actorId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const share = await lockShare(tx, deploymentId, id);
      if (share === null || share.incident_id !== incidentId) throw notFound('share');
      if (share.state === 'stopped') return;
      await this.tellShare.withdraw(tx, share);
      await writeShareState(tx, deploymentId, id, 'stopped', { reason: share.reason, number: null });
      const data = { partner: share.partner_name };
      await appendJournal(tx, [{ deploymentId, kind: 'share.stopped', subjectId: incidentId, actorId, data }]);
    });
    this.done();
  }

  private done(): void {
    this.tellShare.wake();
    this.feed.wake();
  }
}

/** What came from them, by whatever way, does not go back to them. */
async function refuseAgain(tx: Sql, partner: PartnerRecord, incidentId: string): Promise<void> {
  const shares = await sharesOf(tx, partner.deployment_id, incidentId);
  const isLive = shares.some(
    ({ partner_id, state }) => partner_id === partner.id && state !== 'stopped' && state !== 'refused',
  );
  const shared = await sharedOfIncident(tx, partner.deployment_id, incidentId);
  const cameFrom = shared?.provenance.some(
    ({ installation, deployment }) => installation === partner.installation && deployment === partner.deployment,
  );
  if (isLive || cameFrom === true) throw sharedAlready();
}

function refuseUnconfirmed(deployment: Deployment, incident: IncidentRecord, input: Input): void {
  if (!isPublic(incident, deployment) && input.confirmHidden !== true) throw confirmHidden();
  if (isDelicate(deployment, incident, input) && input.confirmExact !== true) throw confirmExact();
}

const isDelicate = (deployment: Deployment, incident: IncidentRecord, { exactPlace }: Input): boolean =>
  exactPlace === true && deployment.isSensitive(incident.category_id);
