/** What a person wants to be told of, with what holds for those who said nothing. Pure. */
import type { NoticeRule, QuietHours } from '@atesto/contract';

export interface Preferences {
  rules: NoticeRule[];
  quiet: QuietHours | null;
  digestAt: string;
  zone: string;
  language: 'en' | 'de';
}

/** The bell rings for what is about one's own work. */
export const firstPreferences: Preferences = {
  rules: [{ kinds: ['assigned', 'mention', 'answer', 'taken-over'], ways: [], pace: 'now' }],
  quiet: null,
  digestAt: '07:00',
  zone: 'UTC',
  language: 'en',
};
