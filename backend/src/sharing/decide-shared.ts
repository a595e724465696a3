/** Accepts what others shared, refuses it with a reason, and settles where both sides changed the same. */
import { Inject, Injectable } from '@nestjs/common';
import type { AcceptShared, IncidentOrigin, SettleShared, SharedFields } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { lockIncident, mergedAway, openIncident, writeOrigin } from '../incidents/index.js';
import { appendJournal, CLOCK, Database, JournalFeed, notFound, type Clock, type Sql } from '../platform/index.js';
import { categoryIdOf } from '../reports/index.js';
import { picked, readable } from './merge-update.js';
import { partnerById } from './partners.queries.js';
import { decidedAlready, withdrawnThere } from './sharing.problems.js';
import { lockShared, writeShared, type ShareInRecord } from './shares.queries.js';
import { TellPartner } from './tell-partner.js';
import { WriteShared } from './write-shared.js';

@Injectable()
export class DecideShared {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly tellPartner: TellPartner,
    private readonly writeIncidents: WriteShared,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** It becomes an incident here. Resolves to its id. @throws Problem 404, 409, 422 for an unknown category */
  async accept(deployment: Deployment, id: string, input: AcceptShared, actorId: string): Promise<string> {
    const opened = await this.database.transaction(async (tx) => {
      const row = await lockNew(tx, deployment, id);
      if (row.withdrawn) throw withdrawnThere();
      const same = row.theirs.category !== null && deployment.category(row.theirs.category) !== null;
      const category = input.category !== undefined ? input.category : same ? row.theirs.category : null;
      const base = { ...row.theirs, category };
      const incidentId = await this.open(tx, deployment, row, base);
      await writeShared(tx, row, { ...row, state: 'accepted', base, incident_id: incidentId }, this.clock.now());
      const incident = await lockIncident(tx, deployment.id, incidentId);
      const number = incident?.number ?? 0;
      if (incident !== null) {
        await this.writeIncidents.write(tx, deployment, incident, { status: base.status }, null, row.partner_name);
      }
      await this.answer(tx, row, 'accepted', null, number);
      const entry = { deploymentId: deployment.id, subjectId: incidentId, actorId };
      await appendJournal(tx, [{ ...entry, kind: 'share.accepted', data: { partner: row.partner_name } }]);
      return incidentId;
    });
    this.done();
    return opened;
  }

  /** The reason is told to them. @throws Problem 404, 409 */
  async refuse(deployment: Deployment, id: string, reason: string, actorId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = await lockNew(tx, deployment, id);
      await writeShared(tx, row, { ...row, state: 'refused', reason }, this.clock.now());
      await this.answer(tx, row, 'refused', reason, null);
      const data = { partner: row.partner_name, reason };
      const entry = { deploymentId: deployment.id, subjectId: row.id, actorId };
      await appendJournal(tx, [{ ...entry, kind: 'share.refused', data }]);
    });
    this.done();
  }

  /** @throws Problem 404, 409 once merged */
  async settle(deployment: Deployment, id: string, { fields, take }: SettleShared, actorId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = await lockShared(tx, deployment.id, id, null);
      if (row === null || row.incident_id === null || row.base === null) throw notFound('shared incident');
      const incident = await lockIncident(tx, deployment.id, row.incident_id);
      if (incident === null) throw notFound('incident');
      if (incident.merged_into !== null) throw mergedAway();
      const theirs = readable(row.theirs, row.base, (code) => deployment.category(code) !== null);
      const said = picked(theirs, fields);
      if (take === 'theirs') {
        await this.writeIncidents.write(tx, deployment, incident, said, actorId, row.partner_name);
      }
      await writeShared(tx, row, { ...row, base: { ...row.base, ...said } }, this.clock.now());
      const data = { partner: row.partner_name, fields, take };
      const entry = { deploymentId: deployment.id, subjectId: incident.id, actorId };
      await appendJournal(tx, [{ ...entry, kind: 'share.settled', data }]);
    });
    this.done();
  }

  private async open(tx: Sql, deployment: Deployment, row: ShareInRecord, fields: SharedFields): Promise<string> {
    const categoryId = categoryIdOf(deployment, fields.category);
    // What the public may not see there is not published here by a rule: somebody has to.
    const isHiddenThere = row.provenance.at(-1)?.url == null;
    const isPublished = deployment.policy.publishIncidents && !isHiddenThere && !deployment.isSensitive(categoryId);
    const { title, description, severity, location, place } = fields;
    const visibility = isPublished ? 'public' : 'internal';
    const made = { title, description, categoryId, severity, visibility, location, place } as const;
    // Nobody's to undo: the others were told that it was accepted.
    const id = await openIncident(tx, deployment, made, null, this.clock.now());
    await writeOrigin(tx, deployment.id, id, originOf(row));
    return id;
  }

  private async answer(
    tx: Sql,
    row: ShareInRecord,
    state: 'accepted' | 'refused',
    reason: string | null,
    number: number | null,
  ): Promise<void> {
    const partner = await partnerById(tx, row.deployment_id, row.partner_id);
    if (partner?.state !== 'active') return;
    const answer = { state, reason, number };
    await this.tellPartner.tell(tx, partner, { kind: 'answer', sequence: 0, share: row.id, answer });
  }

  private done(): void {
    this.tellPartner.wake();
    this.feed.wake();
  }
}

async function lockNew(tx: Sql, deployment: Deployment, id: string): Promise<ShareInRecord> {
  const row = await lockShared(tx, deployment.id, id, null);
  if (row === null) throw notFound('shared incident');
  if (row.state !== 'new') throw decidedAlready();
  return row;
}

/** Where it was first held to be true. */
function originOf({ provenance }: ShareInRecord): IncidentOrigin {
  const [first] = provenance;
  if (first === undefined) throw notFound('origin');
  const { installation, deployment, deploymentName, number } = first;
  // An address is followed by people: only one of the web, and of that very installation.
  const url = first.url?.startsWith(`${installation}/`) === true && /^https?:/.test(first.url) ? first.url : null;
  return { installation, deployment, deploymentName, number, url };
}
