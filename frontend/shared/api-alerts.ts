/** The calls of broadcasts. */
import type { BroadcastReach, BroadcastView, Page, PreviewBroadcast, SendBroadcast } from '@atesto/contract';
import type { Http } from './http.js';
import { wholeList } from './whole-list.js';

export const alertCalls = (http: Http, base: string) => ({
  broadcasts: () => wholeList<Page<BroadcastView>>(http, `${base}/broadcasts/sent`).then(({ items }) => items),
  previewBroadcast: (body: PreviewBroadcast) => http<BroadcastReach>('POST', `${base}/broadcasts/preview`, { body }),
  sendBroadcast: (body: Omit<SendBroadcast, 'id'>) =>
    http<BroadcastView>('POST', `${base}/broadcasts`, { body, once: true }),
});
