/** What a refusal of Twilio's API means for what was to go out. Pure. */
import type { Sent } from '../../gateways/index.js';
import { refusalOf } from './read-twilio.js';

/** @throws Error where another try may go better */
export function refused(status: number, json: Record<string, unknown> | null): Sent {
  if (status === 401 || status === 408 || status === 429 || status >= 500)
    throw new Error(status === 401 ? 'Twilio does not take the auth token.' : `Twilio answered ${status}.`);
  const words = typeof json?.['message'] === 'string' ? json['message'] : undefined;
  const { delivery, detail } = refusalOf(Number(json?.['code'] ?? 0), words);
  return { state: delivery, detail };
}
