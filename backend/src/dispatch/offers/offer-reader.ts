/** Offers as responders see them, and those that fit what an incident still needs. The public sees none of it. */
import { Inject, Injectable } from '@nestjs/common';
import type { OfferListQuery, OfferMatch, OfferStatus, OfferView, Page } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import { IncidentReader } from '../../incidents/index.js';
import { CLOCK, Database, notFound, pageOf, readKeyset, type Clock } from '../../platform/index.js';
import { needsOf, tasksOf } from '../dispatch.queries.js';
import { countsOf } from '../need-counts.js';
import { listOffers, offerById, offersNear, type OfferRecord } from './offers.queries.js';
import { nearMetres, scoreOffer } from './score-offer.js';

const mostMatches = 20;

function statusOf({ status, quantity, taken, brought }: OfferRecord): OfferStatus {
  if (status !== 'offered' || taken === 0) return status;
  return taken >= quantity && brought === taken ? 'done' : 'matched';
}

export const leftOf = ({ quantity, taken }: OfferRecord): number => Math.max(0, quantity - taken);

function presentOffer(offer: OfferRecord): OfferView {
  const { lat, lon, organisation_id: organisation } = offer;
  return {
    id: offer.id,
    kind: offer.kind,
    what: offer.what,
    quantity: offer.quantity,
    left: leftOf(offer),
    unit: offer.unit,
    place: offer.place,
    location: lat === null || lon === null ? null : { lat, lon },
    until: offer.until.toISOString(),
    organisation: organisation === null ? null : { id: organisation, name: offer.organisation_name ?? '' },
    status: statusOf(offer),
    contactable: offer.contactable,
    at: offer.at.toISOString(),
  };
}

const isSameUnit = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

@Injectable()
export class OfferReader {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(deployment: Deployment, query: OfferListQuery): Promise<Page<OfferView>> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : readKeyset(query.cursor);
    const usable = query.usable === undefined ? null : query.usable === 'true';
    const which = { usable, now: this.clock.now() };
    const page = pageOf(await listOffers(this.database, deployment.id, which, limit + 1, after), limit, ({ at }) => at);
    return { items: page.rows.map(presentOffer), next: page.next };
  }

  /** @throws Problem 404 */
  async one(deployment: Deployment, id: string): Promise<OfferView> {
    const offer = await offerById(this.database, deployment.id, id);
    if (offer === null) throw notFound('offer');
    return presentOffer(offer);
  }

  /** @throws Problem 404 */
  async fitting(deployment: Deployment, incidentId: string): Promise<{ items: OfferMatch[] }> {
    const { id: deploymentId } = deployment;
    const [incident] = await this.incidents.records(deploymentId, [incidentId]);
    if (incident === undefined) throw notFound('incident');
    const needs = await needsOf(this.database, deploymentId, incidentId);
    const tasks = await tasksOf(this.database, deploymentId, incidentId);
    const { lat, lon } = incident;
    const place = lat === null || lon === null ? null : { lat, lon };
    const kinds = [...new Set(needs.map(({ kind }) => kind))];
    if (kinds.length === 0) return { items: [] };
    const near = await offersNear(this.database, deploymentId, this.clock.now(), kinds, place, nearMetres);
    const found = needs.flatMap((need) => {
      const { open } = countsOf(need, tasks);
      return near
        .filter(({ kind }) => kind === need.kind)
        .flatMap((offer): OfferMatch[] => {
          const distanceMetres = offer.distance_metres === null ? null : Math.round(offer.distance_metres);
          const left = leftOf(offer);
          const fit = scoreOffer({ distanceMetres, left, open, isSameUnit: isSameUnit(offer.unit, need.unit) });
          return fit === null ? [] : [{ need: need.id, offer: presentOffer(offer), distanceMetres, ...fit }];
        });
    });
    return { items: found.sort((one, other) => other.score - one.score).slice(0, mostMatches) };
  }
}
