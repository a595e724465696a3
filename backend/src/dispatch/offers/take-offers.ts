/** Takes offers of help from citizens and organisations. What says how somebody can be reached is sealed, and kept apart. */
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { NewOffer, ReporterContact } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import {
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  JournalFeed,
  Keys,
  notAllowed,
  type Access,
  type Clock,
} from '../../platform/index.js';
import { isOrganisation } from '../dispatch.queries.js';
import { otherOffer } from './offers.problems.js';
import { insertContact, insertOffer, isSameOffer } from './offers.queries.js';

const dayMs = 86_400_000;
const usualDays = 14;

/** The database keeps no such character in a text. */
const words = (text: string | null | undefined): string => (text ?? '').replaceAll('\u0000', '').trim();

function contactOf(contact: ReporterContact | undefined): Record<string, string> {
  const { name, phone, email } = contact ?? {};
  const given = Object.entries({ name, phone, email }).map(([field, value]) => [field, words(value)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

@Injectable()
export class TakeOffers {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The same `id` again adds nothing.
   * @throws Problem 403 for an organisation's offer from a stranger, 409 where the id stands for another offer, 422
   */
  async take(
    deployment: Deployment,
    input: NewOffer,
    by: Access,
    isDoubtful: boolean,
  ): Promise<{ id: string; isNew: boolean }> {
    const { id: deploymentId } = deployment;
    const organisation = input.organisation?.toLowerCase() ?? null;
    const contact = contactOf(input.contact);
    if (organisation !== null && !by.permissions.has('reports.triage')) {
      throw notAllowed('Only responders may say that an organisation offers something.');
    }
    if (organisation === null && contact['phone'] === undefined && contact['email'] === undefined) {
      throw invalidInput([{ pointer: '/contact', detail: 'a phone number or an e-mail address must be there' }]);
    }
    const at = this.clock.now();
    const id = (input.id ?? uuidv7()).toLowerCase();
    const [what, unit, place] = [words(input.what), words(input.unit), words(input.place)];
    const { kind, quantity, location, days } = input;
    const content = { kind, what, quantity, unit, place, lat: location?.lat, lon: location?.lon, days, contact };
    const tag = this.keys.tagOf('offer', JSON.stringify({ ...content, organisation }));
    const hasContact = Object.keys(contact).length > 0;
    const isNew = await this.database.transaction(async (tx) => {
      if (organisation !== null && !(await isOrganisation(tx, organisation))) {
        throw invalidInput([{ pointer: '/organisation', detail: 'is no organisation here' }]);
      }
      const isInserted = await insertOffer(tx, deploymentId, {
        id,
        kind,
        what,
        quantity,
        unit,
        place: place === '' ? null : place,
        location: location ?? null,
        until: new Date(at.getTime() + (days ?? usualDays) * dayMs),
        organisation,
        status: isDoubtful ? 'declined' : 'offered',
        contactable: hasContact,
        tag,
        at,
      });
      if (!isInserted) {
        if (!(await isSameOffer(tx, deploymentId, id, tag))) throw otherOffer();
        return false;
      }
      if (hasContact) await insertContact(tx, deploymentId, id, this.keys.seal(JSON.stringify(contact)), at);
      const data = { offer: kind, quantity, doubtful: isDoubtful };
      await appendJournal(tx, [{ deploymentId, kind: 'offer.received', subjectId: id, actorId: by.userId, data }]);
      return true;
    });
    if (isNew) this.feed.wake();
    return { id, isNew };
  }
}
