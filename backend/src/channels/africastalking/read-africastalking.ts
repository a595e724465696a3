/** What Africa's Talking sends about text messages: one that came, what became of one that went, who opted out. Pure. */
import { textOf } from '../../gateways/index.js';

export type SmsNews =
  | { kind: 'message'; from: string; text: string; id: string; sentAt: Date | undefined }
  | { kind: 'delivery'; id: string; state: 'sent' | 'delivered' | 'failed'; detail: string | null }
  | { kind: 'opt-out'; from: string };

const states: Record<string, 'sent' | 'delivered' | 'failed'> = {
  sent: 'sent',
  submitted: 'sent',
  buffered: 'sent',
  success: 'delivered',
  rejected: 'failed',
  failed: 'failed',
  absentsubscriber: 'failed',
  expired: 'failed',
};

/** Null for what is none of these. */
export function readSmsNews(fields: Record<string, unknown>): SmsNews | null {
  const [id, from, status] = [textOf(fields['id']).trim(), textOf(fields['from']).trim(), textOf(fields['status'])];
  if (from !== '' && fields['text'] !== undefined)
    return { kind: 'message', from, text: textOf(fields['text']), id, sentAt: timeOf(textOf(fields['date'])) };
  const state = states[status.toLowerCase()];
  if (id !== '' && state !== undefined) {
    const reason = textOf(fields['failureReason']).trim();
    return { kind: 'delivery', id, state, detail: state === 'failed' ? reason || status : null };
  }
  const person = textOf(fields['phoneNumber']).trim();
  return person !== '' && fields['senderId'] !== undefined && id === '' ? { kind: 'opt-out', from: person } : null;
}

/** `2026-02-03T04:05:06Z` and `2026-02-03 04:05:06` both occur; without a zone it is UTC. */
function timeOf(text: string): Date | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)/.exec(text);
  const date = new Date(`${parts?.[1]}T${parts?.[2]}Z`);
  return parts === null || Number.isNaN(date.getTime()) ? undefined : date;
}
