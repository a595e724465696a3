/** Does what a partner's message says, once: what was heard before, or is older than what was heard, changes nothing. */
import { Inject, Injectable } from '@nestjs/common';
import type { SharedIncidentData, SharingMessage } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { lockIncident } from '../incidents/index.js';
import { appendJournal, CLOCK, Database, invalidInput, JournalFeed, type Clock, type Sql } from '../platform/index.js';
import { mergeUpdate, readable } from './merge-update.js';
import { endPartner, lockPartner, noteHeard, type PartnerRecord } from './partners.queries.js';
import { fieldsHere } from './shared-fields.js';
import {
  insertShared,
  lockShare,
  lockShared,
  writeShared,
  writeShareState,
  type ShareInRecord,
} from './shares.queries.js';
import { WriteShared } from './write-shared.js';

@Injectable()
export class HearMessage {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly writeIncidents: WriteShared,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a message without what its kind needs */
  async hear(deployment: Deployment, partner: PartnerRecord, message: SharingMessage): Promise<void> {
    await this.database.transaction(async (tx) => {
      // One after the other, so that what comes twice at once is seen by the second.
      const known = await lockPartner(tx, deployment.id, partner.id);
      if (known?.state !== 'active') return;
      if (!(await noteHeard(tx, deployment.id, partner.id, message.id, this.clock.now()))) return;
      if (message.kind === 'ended') return this.end(tx, known);
      if (message.kind === 'answer') return this.answer(tx, known, message);
      return this.incident(tx, deployment, known, message);
    });
    this.feed.wake();
  }

  private async end(tx: Sql, { deployment_id: deploymentId, id, name }: PartnerRecord): Promise<void> {
    await endPartner(tx, deploymentId, id, 'them');
    const data = { name, by: 'them' };
    await appendJournal(tx, [{ deploymentId, kind: 'partner.ended', subjectId: id, actorId: null, data }]);
  }

  private async answer(tx: Sql, partner: PartnerRecord, { share, answer }: SharingMessage): Promise<void> {
    if (share == null || answer === undefined) throw incomplete('/answer');
    const { deployment_id: deploymentId } = partner;
    const row = await lockShare(tx, deploymentId, share);
    if (row === null || row.partner_id !== partner.id || row.state === 'stopped') return;
    const { state, reason = null, number = null } = answer;
    await writeShareState(tx, deploymentId, share, state, { reason, number });
    const kind = state === 'accepted' ? 'share.accepted' : 'share.refused';
    const data = { partner: partner.name, there: true, ...(reason !== null && { reason }) };
    await appendJournal(tx, [{ deploymentId, kind, subjectId: row.incident_id, actorId: null, data }]);
  }

  private async incident(
    tx: Sql,
    deployment: Deployment,
    partner: PartnerRecord,
    { share, incident, sequence }: SharingMessage,
  ): Promise<void> {
    if (share == null || incident === undefined) throw incomplete('/incident');
    const row = await lockShared(tx, deployment.id, share, partner.id);
    if (row === null) return this.take(tx, deployment, partner, share, incident, sequence);
    if (sequence <= row.sequence) return;
    const { fields = null } = incident;
    const next = { ...row, sequence, withdrawn: fields === null, theirs: fields ?? row.theirs };
    await writeShared(tx, row, await this.merged(tx, deployment, next), this.clock.now());
    if (next.withdrawn && !row.withdrawn) {
      const subjectId = row.incident_id ?? row.id;
      const data = { partner: partner.name, withdrawn: true };
      await appendJournal(tx, [
        { deploymentId: deployment.id, kind: 'share.received', subjectId, actorId: null, data },
      ]);
    }
  }

  private async take(
    tx: Sql,
    { id: deploymentId }: Deployment,
    partner: PartnerRecord,
    id: string,
    { fields = null, note = null, provenance }: SharedIncidentData,
    sequence: number,
  ): Promise<void> {
    // Withdrawn before it was heard of.
    if (fields === null) return;
    const last = provenance.at(-1);
    if (last === undefined) throw incomplete('/incident/provenance');
    // The way before is their word; that it came from them is known.
    if (last.installation !== partner.installation || last.deployment !== partner.deployment) throw foreignStep();
    const ids = { deployment_id: deploymentId, partner_id: partner.id, id };
    await insertShared(tx, { ...ids, sequence, theirs: fields, note, provenance, received_at: this.clock.now() });
    const data = { partner: partner.name, title: fields.title };
    await appendJournal(tx, [{ deploymentId, kind: 'share.received', subjectId: id, actorId: null, data }]);
  }

  /** Where it was accepted, the incident here follows in what nobody changed. */
  private async merged(tx: Sql, deployment: Deployment, next: ShareInRecord): Promise<ShareInRecord> {
    if (next.incident_id === null || next.base === null || next.withdrawn) return next;
    const incident = await lockIncident(tx, deployment.id, next.incident_id);
    if (incident === null || incident.merged_into !== null) return next;
    const isKnown = (code: string): boolean => deployment.category(code) !== null;
    const theirs = readable(next.theirs, next.base, isKnown);
    const { taken, base } = mergeUpdate(next.base, fieldsHere(incident, deployment), theirs);
    const refused = await this.writeIncidents.write(tx, deployment, incident, taken, null, next.partner_name);
    return { ...next, base: refused.length === 0 ? base : { ...base, status: next.base.status } };
  }
}

const incomplete = (pointer: string) => invalidInput([{ pointer, detail: 'is missing' }]);
const foreignStep = () =>
  invalidInput([{ pointer: '/incident/provenance', detail: 'must end with the deployment that signs' }]);
