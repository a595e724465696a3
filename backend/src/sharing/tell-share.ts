/** Says to a partner what a shared incident is now, or that it is withdrawn, with the way that it has come. */
import { Inject, Injectable } from '@nestjs/common';
import type { ProvenanceStep } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { isPublic, type IncidentRecord } from '../incidents/index.js';
import { CONFIG, type Config, type Sql } from '../platform/index.js';
import { partnerById } from './partners.queries.js';
import { sharedFieldsOf, tellsExactly } from './shared-fields.js';
import { sharedOfIncident, writeToldShare, type ShareOutRecord } from './shares.queries.js';
import { TellPartner } from './tell-partner.js';

type Share = Pick<
  ShareOutRecord,
  | 'deployment_id'
  | 'id'
  | 'partner_id'
  | 'incident_id'
  | 'exact_place'
  | 'exact_confirmed'
  | 'note'
  | 'organisation'
  | 'created_at'
>;

/** The way may be this long; who is further away is told of the last steps. */
const mostSteps = 10;

@Injectable()
export class TellShare {
  constructor(
    private readonly tellPartner: TellPartner,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  async tell(tx: Sql, deployment: Deployment, share: Share, incident: IncidentRecord): Promise<void> {
    const partner = await partnerById(tx, deployment.id, share.partner_id);
    if (partner === null) return;
    const fields = sharedFieldsOf(incident, deployment, tellsExactly(share, incident, deployment));
    const sequence = await writeToldShare(tx, deployment.id, share.id, fields);
    const before = (await sharedOfIncident(tx, deployment.id, incident.id))?.provenance ?? [];
    const provenance = [...before, this.stepOf(deployment, share, incident)].slice(-mostSteps);
    const words = { fields, note: share.note, provenance };
    await this.tellPartner.tell(tx, partner, { kind: 'incident', share: share.id, sequence, incident: words });
  }

  async withdraw(tx: Sql, share: Share): Promise<void> {
    const partner = await partnerById(tx, share.deployment_id, share.partner_id);
    if (partner?.state !== 'active') return;
    const sequence = await writeToldShare(tx, share.deployment_id, share.id, null);
    const words = { fields: null, note: null, provenance: [] };
    await this.tellPartner.tell(tx, partner, { kind: 'incident', share: share.id, sequence, incident: words });
  }

  wake(): void {
    this.tellPartner.wake();
  }

  private stepOf(deployment: Deployment, share: Share, incident: IncidentRecord): ProvenanceStep {
    const { publicUrl: installation } = this.config;
    const { slug, name } = deployment;
    return {
      installation,
      deployment: slug,
      deploymentName: name,
      incident: incident.id,
      number: incident.number,
      url: isPublic(incident, deployment) ? `${installation}/map/${slug}/incidents/${incident.id}` : null,
      organisation: share.organisation,
      at: share.created_at.toISOString(),
    };
  }
}
