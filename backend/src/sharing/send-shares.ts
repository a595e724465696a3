/** Sends what waits for partners. One that says that it has ended the partnership is believed. */
import { Injectable } from '@nestjs/common';
import { SharingMessage } from '@atesto/contract';
import { DeploymentCatalogue } from '../deployments/index.js';
import { OutgoingCalls, type CallOutcome, type ClaimedCall, type Lane, type LaneSpeaker } from '../gateways/index.js';
import { appendJournal, Database } from '../platform/index.js';
import { PartnerCall } from './partner-call.js';
import { endPartner, lockPartner, partnerById } from './partners.queries.js';

const gone = 410;

@Injectable()
export class SendShares implements LaneSpeaker {
  constructor(
    private readonly database: Database,
    private readonly deployments: DeploymentCatalogue,
    private readonly partnerCall: PartnerCall,
    calls: OutgoingCalls,
  ) {
    calls.speak('sharing', this);
  }

  /** That a partnership is over is still said. */
  async isOpen({ deployment_id, lane_id }: Lane): Promise<boolean> {
    const deployment = await this.deployments.withId(deployment_id);
    if (deployment === null || deployment.isExercise) return false;
    return (await partnerById(this.database, deployment_id, lane_id)) !== null;
  }

  async send(lane: Lane, call: ClaimedCall): Promise<CallOutcome> {
    const partner = await partnerById(this.database, lane.deployment_id, lane.lane_id);
    if (partner === null || (partner.state === 'ended' && call.type !== 'ended')) {
      return { state: 'refused', status: null, error: 'The partnership was ended.' };
    }
    const outcome = await this.partnerCall.send(partner, JSON.parse(call.body) as SharingMessage);
    if (outcome.status === gone && partner.state === 'active') await this.ended(lane);
    return outcome;
  }

  private async ended({ deployment_id: deploymentId, lane_id: id }: Lane): Promise<void> {
    await this.database.transaction(async (tx) => {
      const partner = await lockPartner(tx, deploymentId, id);
      if (partner?.state !== 'active') return;
      await endPartner(tx, deploymentId, id, 'them');
      await this.partnerCall.dropWaiting(tx, partner);
      const data = { name: partner.name, by: 'them' };
      await appendJournal(tx, [{ deploymentId, kind: 'partner.ended', subjectId: id, actorId: null, data }]);
    });
  }
}
