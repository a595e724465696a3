/** What coordinators see of partners, of what was shared with them, and of what came from them. */
import type { PartnerView, SharedView, ShareView } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import type { IncidentRecord } from '../incidents/index.js';
import { conflictsOf, readable } from './merge-update.js';
import type { PartnerRecord } from './partners.queries.js';
import { fieldsHere } from './shared-fields.js';
import type { ShareInRecord, ShareOutRecord } from './shares.queries.js';

export function presentPartner(partner: PartnerRecord): PartnerView {
  return {
    id: partner.id,
    state: partner.state,
    name: partner.name,
    installation: partner.installation,
    deployment: partner.deployment,
    endedBy: partner.ended_by,
    expiresAt: partner.expires_at?.toISOString() ?? null,
    createdAt: partner.created_at.toISOString(),
  };
}

export function presentShare(share: ShareOutRecord): ShareView {
  return {
    id: share.id,
    partner: { id: share.partner_id, name: share.partner_name },
    state: share.state,
    exactPlace: share.exact_place,
    note: share.note,
    reason: share.reason,
    theirNumber: share.their_number,
    at: share.created_at.toISOString(),
  };
}

export function presentShared(row: ShareInRecord, incident: IncidentRecord | null, deployment: Deployment): SharedView {
  const { base, theirs } = row;
  const conflicts =
    incident === null || base === null || row.withdrawn || incident.merged_into !== null
      ? []
      : conflictsOf(
          base,
          fieldsHere(incident, deployment),
          readable(theirs, base, (code) => deployment.category(code) !== null),
        );
  return {
    id: row.id,
    partner: { id: row.partner_id, name: row.partner_name },
    state: row.state,
    receivedAt: row.received_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    note: row.note,
    provenance: row.provenance,
    fields: theirs,
    withdrawn: row.withdrawn,
    incident: incident === null ? null : { id: incident.id, number: incident.number },
    reason: row.reason,
    conflicts,
  };
}
