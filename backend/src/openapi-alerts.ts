/** What the description of the API says of alerts and broadcasts. */
import { AlertFeedQuery, PageQuery, PreviewBroadcast, SendBroadcast, SubscribeToAlerts } from '@atesto/contract';
import type { Operation } from './openapi-operations.js';

const d = '/api/v1/deployments/{deployment}';

export const alertWork: Record<string, Operation> = {
  [`POST ${d}/alerts`]: {
    summary:
      'Ask for alerts; they begin when whoever has the address confirms. The answer is the same for every address',
    body: SubscribeToAlerts,
    answer: 'AlertReceipt',
    problems: [409, 429],
  },
  [`GET ${d}/alerts.atom`]: {
    summary: 'Public incidents of an area and categories as a feed: Atom with GeoRSS',
    query: AlertFeedQuery,
    answer: 'Atom',
    type: 'application/atom+xml',
  },
  [`GET ${d}/broadcasts`]: {
    summary: 'What responders said to everybody within 30 days, newest first',
    answer: '{ items: PublicBroadcast[] }',
  },
  [`GET ${d}/broadcasts/sent`]: {
    summary: 'Broadcasts of 90 days with what became of them',
    query: PageQuery,
    answer: 'Page<BroadcastView>',
  },
  [`POST ${d}/broadcasts/preview`]: {
    summary: 'How many addresses a broadcast would reach, by each way',
    body: PreviewBroadcast,
    answer: 'BroadcastReach',
  },
  [`POST ${d}/broadcasts`]: {
    summary: 'Tell all who asked to be told of an area: 201 once it is durable, 200 for the same id again',
    body: SendBroadcast,
    answer: 'BroadcastView',
    problems: [409, 429],
  },
};
