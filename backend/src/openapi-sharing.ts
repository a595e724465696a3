/** What the description of the API says of sharing. What servers say to one another is no part of it. */
import {
  AcceptShared,
  EnterSharingInvitation,
  NewSharingInvitation,
  PageQuery,
  RefuseShared,
  SettleShared,
  ShareIncident,
} from '@atesto/contract';
import type { Operation } from './openapi-operations.js';

const d = '/api/v1/deployments/{deployment}';
const shares = `${d}/incidents/{id}/shares`;
const inbox = `${d}/sharing/inbox`;
const answer = 'Page<ShareView>';

export const sharingWork: Record<string, Operation> = {
  [`GET ${d}/sharing/partners`]: {
    summary: 'Deployments with which incidents are shared',
    answer: '{ items: PartnerView[] }',
  },
  [`POST ${d}/sharing/invitations`]: {
    summary: 'Invite another deployment; the code is told in this answer only',
    body: NewSharingInvitation,
    answer: 'SharingInvitation',
    problems: [409],
  },
  [`POST ${d}/sharing/partners`]: {
    summary: 'Enter the invitation of another deployment',
    body: EnterSharingInvitation,
    answer: 'PartnerView',
    problems: [409],
  },
  [`DELETE ${d}/sharing/partners/{id}`]: { summary: 'End a partnership; they are told' },
  [`GET ${shares}`]: { summary: 'With whom an incident is shared', query: PageQuery, answer },
  [`POST ${shares}`]: { summary: 'Share an incident with a partner', body: ShareIncident, answer, problems: [409] },
  [`DELETE ${shares}/{share}`]: { summary: 'Stop sharing an incident; they are told that it is withdrawn', answer },
  [`GET ${inbox}`]: { summary: 'What others shared, that which waits first', query: PageQuery, answer: 'SharedInbox' },
  [`POST ${inbox}/{id}/accept`]: {
    summary: 'Take it in as an incident, marked as theirs',
    body: AcceptShared,
    answer: '{ incident: string }',
    problems: [409],
  },
  [`POST ${inbox}/{id}/refuse`]: { summary: 'Refuse it; they are told why', body: RefuseShared, problems: [409] },
  [`POST ${inbox}/{id}/settle`]: {
    summary: 'Take over what they say now of some fields, or keep what stands here',
    body: SettleShared,
    problems: [409],
  },
};
