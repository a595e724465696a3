/** The calls of sharing incidents with other deployments. */
import type {
  AcceptShared,
  Page,
  PartnerView,
  SettleShared,
  SharedInbox,
  ShareIncident,
  ShareView,
  SharingInvitation,
} from '@atesto/contract';
import type { Http } from './http.js';
import { wholeList } from './whole-list.js';

interface Items<Item> {
  items: Item[];
}

export const sharingCalls = (http: Http, base: string) => {
  const [partners, inbox] = [`${base}/sharing/partners`, `${base}/sharing/inbox`];
  const shares = (incident: string): string => `${base}/incidents/${incident}/shares`;
  const sharesFrom = (incident: string, first?: Promise<Page<ShareView>>): Promise<ShareView[]> =>
    wholeList<Page<ShareView>>(http, shares(incident), first && { first }).then(({ items }) => items);
  return {
    partners: () => http<Items<PartnerView>>('GET', partners).then(({ items }) => items),
    invitePartner: (name: string) => http<SharingInvitation>('POST', `${base}/sharing/invitations`, { body: { name } }),
    enterInvitation: (code: string) => http<PartnerView>('POST', partners, { body: { code } }),
    endPartnership: (id: string) => http<undefined>('DELETE', `${partners}/${id}`),
    shares: (incident: string) => sharesFrom(incident),
    shareIncident: (incident: string, body: ShareIncident) =>
      sharesFrom(incident, http<Page<ShareView>>('POST', shares(incident), { body })),
    stopSharing: (incident: string, share: string) =>
      sharesFrom(incident, http<Page<ShareView>>('DELETE', `${shares(incident)}/${share}`)),
    sharedInbox: () => wholeList<SharedInbox>(http, inbox).then(({ items }) => items),
    /** How many wait for an answer. */
    sharedWaiting: () => http<SharedInbox>('GET', inbox, { query: { limit: 1 } }).then(({ waiting }) => waiting),
    acceptShared: (id: string, body: AcceptShared) =>
      http<{ incident: string }>('POST', `${inbox}/${id}/accept`, { body }),
    refuseShared: (id: string, reason: string) =>
      http<undefined>('POST', `${inbox}/${id}/refuse`, { body: { reason } }),
    settleShared: (id: string, body: SettleShared) => http<undefined>('POST', `${inbox}/${id}/settle`, { body }),
  };
};
