/** Reads partners, shares and the inbox for coordinators. */
import { Injectable } from '@nestjs/common';
import type { PartnerView, SharedInbox, ShareView } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { incidentsById } from '../incidents/index.js';
import { Database, notFound } from '../platform/index.js';
import { listPartners, partnerById } from './partners.queries.js';
import { presentPartner, presentShare, presentShared } from './sharing.presenter.js';
import { countWaiting, listShared, sharesOf } from './shares.queries.js';

const mostShown = 200;

@Injectable()
export class SharingReader {
  constructor(private readonly database: Database) {}

  async partners({ id }: Deployment): Promise<PartnerView[]> {
    return (await listPartners(this.database, id)).map(presentPartner);
  }

  /** @throws Problem 404 */
  async partner({ id: deploymentId }: Deployment, id: string): Promise<PartnerView> {
    const partner = await partnerById(this.database, deploymentId, id);
    if (partner === null) throw notFound('partner');
    return presentPartner(partner);
  }

  async shares({ id }: Deployment, incidentId: string): Promise<ShareView[]> {
    return (await sharesOf(this.database, id, incidentId)).map(presentShare);
  }

  async inbox(deployment: Deployment): Promise<SharedInbox> {
    const rows = await listShared(this.database, deployment.id, mostShown);
    const ids = rows.flatMap(({ incident_id }) => incident_id ?? []);
    const incidents = ids.length === 0 ? [] : await incidentsById(this.database, deployment.id, ids);
    const found = new Map(incidents.map((incident) => [incident.id, incident]));
    return {
      items: rows.map((row) => presentShared(row, found.get(row.incident_id ?? '') ?? null, deployment)),
      waiting: await countWaiting(this.database, deployment.id),
    };
  }
}
