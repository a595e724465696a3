/** Calls for evidence, needs and tasks: what an incident rests on, and what helps it. */
import type {
  ChangeTaskStatus,
  DispatchView,
  EvidenceList,
  MatchOffer,
  NewOffer,
  NewEvidence,
  NewNeed,
  NewTask,
  OfferMatch,
  OfferReceipt,
  OfferView,
  Page,
  SaidOfOffer,
  ReporterView,
} from '@atesto/contract';
import type { Http } from './http.js';
import { wholeList } from './whole-list.js';

export const dispatchCalls = (http: Http, base: string) => {
  const one = (incident: string): string => `${base}/incidents/${incident}`;
  const evidence = (incident: string, first?: Promise<EvidenceList>): Promise<EvidenceList> =>
    wholeList(http, `${one(incident)}/evidence`, first && { first });
  return {
    evidence,
    giveEvidence: (incident: string, body: NewEvidence) =>
      evidence(incident, http<EvidenceList>('POST', `${one(incident)}/evidence`, { body, once: true })),
    withdrawEvidence: (incident: string, id: string) =>
      evidence(incident, http<EvidenceList>('DELETE', `${one(incident)}/evidence/${id}`)),
    dispatch: (incident: string) => http<DispatchView>('GET', `${one(incident)}/needs`),
    addNeed: (incident: string, body: NewNeed) =>
      http<DispatchView>('POST', `${one(incident)}/needs`, { body, once: true }),
    withdrawNeed: (incident: string, id: string) => http<DispatchView>('DELETE', `${one(incident)}/needs/${id}`),
    addTask: (incident: string, body: NewTask) =>
      http<DispatchView>('POST', `${one(incident)}/tasks`, { body, once: true }),
    fittingOffers: (incident: string) => http<{ items: OfferMatch[] }>('GET', `${one(incident)}/offers`),
    matchOffer: (incident: string, body: MatchOffer) =>
      http<DispatchView>('POST', `${one(incident)}/offers`, { body, once: true }),
    offers: (query: { usable?: boolean; cursor?: string | null }) =>
      http<Page<OfferView>>('GET', `${base}/offers`, { query }),
    giveOffer: (body: NewOffer) => http<OfferReceipt>('POST', `${base}/offers`, { body, once: true }),
    sayOfOffer: (offer: string, status: SaidOfOffer) =>
      http<OfferView>('POST', `${base}/offers/${offer}/status`, { body: { status } }),
    offerContact: (offer: string) => http<ReporterView>('GET', `${base}/offers/${offer}/contact`),
    moveTask: (incident: string, id: string, body: ChangeTaskStatus) =>
      http<DispatchView>('POST', `${one(incident)}/tasks/${id}/status`, { body }),
  };
};
