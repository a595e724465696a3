/** The calls of a person's own notices. */
import type {
  NoticeDelivery,
  NoticePreferencesView,
  NoticesPage,
  Page,
  PushKeyView,
  PutNoticePreferences,
  SubscribeToPush,
} from '@atesto/contract';
import type { Http } from './http.js';

export const notices = (http: Http, base: string) => ({
  notices: () => http<NoticesPage>('GET', `${base}/notices`),
  readNotices: (upTo: string) => http<void>('POST', `${base}/notices/read`, { body: { upTo } }),
  noticePreferences: () => http<NoticePreferencesView>('GET', `${base}/notices/preferences`),
  putNoticePreferences: (ifMatch: number, body: PutNoticePreferences) =>
    http<NoticePreferencesView>('PUT', `${base}/notices/preferences`, { ifMatch, body }),
  noticeDeliveries: (cursor: string | null) =>
    http<Page<NoticeDelivery>>('GET', `${base}/notices/deliveries`, { query: { limit: 50, cursor } }),
  addNoticePhone: (number: string) =>
    http<NoticePreferencesView>('POST', `${base}/notices/phone`, { body: { number } }),
  confirmNoticePhone: (code: string) =>
    http<NoticePreferencesView>('POST', `${base}/notices/phone/confirm`, { body: { code } }),
  removeNoticePhone: () => http<void>('DELETE', `${base}/notices/phone`),
  pushKey: () => http<PushKeyView>('GET', '/push-key'),
  addNoticeDevice: (body: SubscribeToPush) => http<void>('PUT', `${base}/notices/push`, { body }),
  removeNoticeDevice: (endpoint: string) => http<void>('DELETE', `${base}/notices/push`, { body: { endpoint } }),
});
