/** The calls of sharing incidents with other deployments. */
import type {
  AcceptShared,
  PartnerView,
  SettleShared,
  SharedInbox,
  ShareIncident,
  ShareView,
  SharingInvitation,
} from '@atesto/contract';
import type { Http } from './http.js';

interface Items<Item> {
  items: Item[];
}

export const sharingCalls = (http: Http, base: string) => {
  const [partners, inbox] = [`${base}/sharing/partners`, `${base}/sharing/inbox`];
  const shares = (incident: string): string => `${base}/incidents/${incident}/shares`;
  return {
    partners: () => http<Items<PartnerView>>('GET', partners).then(({ items }) => items),
    invitePartner: (name: string) => http<SharingInvitation>('POST', `${base}/sharing/invitations`, { body: { name } }),
    enterInvitation: (code: string) => http<PartnerView>('POST', partners, { body: { code } }),
    endPartnership: (id: string) => http<undefined>('DELETE', `${partners}/${id}`),
    shares: (incident: string) => http<Items<ShareView>>('GET', shares(incident)).then(({ items }) => items),
    shareIncident: (incident: string, body: ShareIncident) =>
      http<Items<ShareView>>('POST', shares(incident), { body }).then(({ items }) => items),
    stopSharing: (incident: string, share: string) =>
      http<Items<ShareView>>('DELETE', `${shares(incident)}/${share}`).then(({ items }) => items),
    sharedInbox: () => http<SharedInbox>('GET', inbox),
    acceptShared: (id: string, body: AcceptShared) =>
      http<{ incident: string }>('POST', `${inbox}/${id}/accept`, { body }),
    refuseShared: (id: string, reason: string) =>
      http<undefined>('POST', `${inbox}/${id}/refuse`, { body: { reason } }),
    settleShared: (id: string, body: SettleShared) => http<undefined>('POST', `${inbox}/${id}/settle`, { body }),
  };
};
