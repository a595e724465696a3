/** What Twilio tells of a call and of its recording. Pure. */
import type { Delivery } from '@atesto/contract';
import { phoneNumber } from '../../../gateways/index.js';
import type { Reporter } from '../../../intake/index.js';
import type { Fields } from '../read-twilio.js';

export interface Caller {
  address: string;
  reporter: Reporter;
}

/** What Twilio writes instead of a number that is withheld: words on the keys of a phone. */
const withheldNumbers = new Set(['266696687', '7378742833', '2562533', '8656696', '86282452253', '464']);

/** Callers without a number are different people in every call. */
export function callerOf(from: string, callId: string): Caller {
  const digits = from.replace(/\D/g, '');
  const isNumber = /^\+\d{6,15}$/.test(from) && !withheldNumbers.has(digits);
  return isNumber ? phoneNumber(from, undefined) : { address: `call ${callId}`, reporter: {} };
}

/** Empty for what is no name of a call. */
export function callIdOf(fields: Fields): string {
  const id = fields['CallSid'] ?? '';
  return /^[A-Za-z0-9]{1,64}$/.test(id) ? id : '';
}

/** Where the recording is; null where nothing was recorded. */
export function recordingOf(fields: Fields): string | null {
  const url = fields['RecordingUrl'] ?? '';
  const isEmpty = fields['RecordingDuration'] === '0' || fields['RecordingStatus'] === 'absent';
  return url === '' || isEmpty ? null : url;
}

const ended = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

export const hasEnded = (fields: Fields): boolean => ended.has(fields['CallStatus'] ?? '');

const failures: Record<string, string> = {
  busy: 'The line was busy.',
  'no-answer': 'Nobody answered the phone.',
  failed: 'The number could not be called.',
  canceled: 'The call was broken off.',
};

/** What became of a call to somebody; null while it lasts. */
export function readCallNews(fields: Fields): { delivery: Delivery; detail: string | null } | null {
  const status = fields['CallStatus'] ?? '';
  if (status === 'completed') return { delivery: 'delivered', detail: null };
  const detail = failures[status];
  return detail === undefined ? null : { delivery: 'failed', detail };
}
