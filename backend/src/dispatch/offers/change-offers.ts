/** Matches an offer to a need, ends it, and shows who made it. */
import { Inject, Injectable } from '@nestjs/common';
import type { MatchOffer, ReporterView, SaidOfOffer } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import {
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  isThere,
  JournalFeed,
  Keys,
  notFound,
  onceId,
  type Clock,
} from '../../platform/index.js';
import { standingIncident } from '../change-needs.js';
import { nothingLeft } from '../dispatch.problems.js';
import { insertTask, isOrganisation, needsOf, tasksOf } from '../dispatch.queries.js';
import { countsOf } from '../need-counts.js';
import { leftOf } from './offer-reader.js';
import { offerGone, offerInUse, otherKind } from './offers.problems.js';
import { lockOffer, sealedContact, writeOfferStatus } from './offers.queries.js';

@Injectable()
export class ChangeOffers {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * As much of the offer as the need still lacks becomes a task.
   * @throws Problem 404, 409 where nothing of either is left, 422 for an unknown organisation
   */
  async match(deployment: Deployment, incidentId: string, input: MatchOffer, actorId: string): Promise<void> {
    const { id: deploymentId } = deployment;
    await this.database.transaction(async (tx) => {
      await standingIncident(tx, deploymentId, incidentId);
      const id = onceId(input, incidentId, actorId);
      if (await isThere(tx, 'tasks', deploymentId, id)) return;
      const offer = await lockOffer(tx, deploymentId, input.offer.toLowerCase());
      if (offer === null) throw notFound('offer');
      const at = this.clock.now();
      if (offer.status !== 'offered' || offer.until <= at || leftOf(offer) === 0) throw offerGone();
      const need = (await needsOf(tx, deploymentId, incidentId)).find(({ id }) => id === input.need.toLowerCase());
      if (need === undefined) throw notFound('need');
      if (need.kind !== offer.kind) throw otherKind();
      const { open } = countsOf(need, await tasksOf(tx, deploymentId, incidentId));
      if (open === 0) throw nothingLeft();
      const organisation = input.organisation?.toLowerCase() ?? offer.organisation_id;
      if (organisation !== null && !(await isOrganisation(tx, organisation))) {
        throw invalidInput([{ pointer: '/organisation', detail: 'is no organisation here' }]);
      }
      const quantity = Math.min(open, leftOf(offer));
      const note = input.note?.trim() || offer.what || offer.kind;
      const task = { id, need: need.id, offer: offer.id, organisation, quantity, note };
      await insertTask(tx, deploymentId, incidentId, { ...task, by: actorId, at });
      const data = { ...task, status: 'open' };
      await appendJournal(tx, [{ deploymentId, kind: 'incident.task_added', subjectId: incidentId, actorId, data }]);
    });
    this.feed.wake();
  }

  /** @throws Problem 404, 409 while a task counts on it */
  async say(deployment: Deployment, id: string, status: SaidOfOffer, actorId: string): Promise<void> {
    const { id: deploymentId } = deployment;
    await this.database.transaction(async (tx) => {
      const offer = await lockOffer(tx, deploymentId, id);
      if (offer === null) throw notFound('offer');
      if (offer.status === status) return;
      if (offer.taken > offer.brought) throw offerInUse();
      await writeOfferStatus(tx, deploymentId, id, status);
      const data = { offer: status, before: { offer: offer.status } };
      await appendJournal(tx, [{ deploymentId, kind: 'offer.changed', subjectId: id, actorId, data }]);
    });
    this.feed.wake();
  }

  /** Each look is journalled. @throws Problem 404 where nobody left one, or it was erased */
  async contact(deployment: Deployment, id: string, actorId: string): Promise<ReporterView> {
    const { id: deploymentId } = deployment;
    const sealed = await this.database.transaction(async (tx) => {
      const found = await sealedContact(tx, deploymentId, id);
      if (found === null) throw notFound('contact');
      await appendJournal(tx, [{ deploymentId, kind: 'offer.contact_viewed', subjectId: id, actorId }]);
      return found;
    });
    this.feed.wake();
    const contact = JSON.parse(this.keys.unseal(sealed)) as Partial<ReporterView>;
    return { name: contact.name ?? null, phone: contact.phone ?? null, email: contact.email ?? null };
  }
}
