/** Reads partners, shares and the inbox for coordinators. */
import { Injectable } from '@nestjs/common';
import type { Page, PageQuery, PartnerView, SharedInbox, ShareView } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { incidentsById } from '../incidents/index.js';
import { Database, notFound, readPage } from '../platform/index.js';
import { listPartners, partnerById } from './partners.queries.js';
import { presentPartner, presentShare, presentShared } from './sharing.presenter.js';
import { countWaiting, listShared, sharesOf } from './shares.queries.js';

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

  /** Oldest first. @throws Problem 422 */
  async shares({ id }: Deployment, incidentId: string, query: PageQuery = {}): Promise<Page<ShareView>> {
    const { rows, next } = await readPage(
      query,
      (slice) => sharesOf(this.database, id, incidentId, slice),
      (row) => row.created_at,
    );
    return { items: rows.map(presentShare), next };
  }

  /** Those that wait first, then the newest. @throws Problem 422 */
  async inbox(deployment: Deployment, query: PageQuery): Promise<SharedInbox> {
    const { rows, next } = await readPage(
      query,
      (slice) => listShared(this.database, deployment.id, slice),
      ({ place }) => place,
    );
    const ids = rows.flatMap(({ incident_id }) => incident_id ?? []);
    const incidents = ids.length === 0 ? [] : await incidentsById(this.database, deployment.id, ids);
    const found = new Map(incidents.map((incident) => [incident.id, incident]));
    return {
      items: rows.map((row) => presentShared(row, found.get(row.incident_id ?? '') ?? null, deployment)),
      next,
      waiting: await countWaiting(this.database, deployment.id),
    };
  }
}
