/** What the provider sends: a text message or a part of one, or what became of a message of ours. Pure. */
import type { Delivery } from '@atesto/contract';
import { storable } from '../../intake/index.js';
import type { SignedFields } from './vonage-signature.js';

export interface Incoming {
  kind: 'message';
  id: string;
  from: string;
  to: string;
  text: string;
  sentAt: Date | undefined;
  /** Where it is one of several. */
  piece: { ref: string; part: number; total: number } | null;
}

export interface Receipt {
  kind: 'receipt';
  name: { id: string } | { providerId: string };
  delivery: Delivery;
  detail: string | null;
}

/** Longer ones do not exist: the part's number has eight bits. */
const mostParts = 255;
const longestId = 200;

/** Null for what is neither. */
export function readVonage(fields: SignedFields): Incoming | Receipt | null {
  const id = storable(fields['messageId'] ?? '').slice(0, longestId);
  const [from = '', status = ''] = [fields['msisdn'], fields['status']];
  if (id === '') return null;
  if (status !== '' && fields['text'] === undefined) return receiptOf(fields, id, status);
  if (from.trim() === '') return null;
  return {
    kind: 'message',
    id,
    from,
    to: fields['to'] ?? '',
    text: fields['text'] ?? '',
    sentAt: timeOf(fields['message-timestamp'] ?? ''),
    piece: pieceOf(fields),
  };
}

function pieceOf(fields: SignedFields): Incoming['piece'] {
  const [ref = '', part, total] = [fields['concat-ref'], Number(fields['concat-part']), Number(fields['concat-total'])];
  const isWell = Number.isInteger(part) && Number.isInteger(total) && part >= 1 && part <= total && total <= mostParts;
  return fields['concat'] === 'true' && ref !== '' && isWell && total > 1 ? { ref, part, total } : null;
}

const deliveries = new Map<string, Delivery>([
  ['accepted', 'sent'],
  ['buffered', 'sent'],
  ['delivered', 'delivered'],
  ['expired', 'failed'],
  ['failed', 'failed'],
  ['rejected', 'failed'],
  ['deleted', 'failed'],
]);

/** Source: the provider's table of the codes in delivery receipts. */
const reasons = new Map([
  ['2', 'The phone cannot be reached at the moment.'],
  ['3', 'The number is not in use.'],
  ['4', 'The person bars such messages.'],
  ['6', 'The network took it for spam.'],
  ['7', 'The phone is busy.'],
  ['8', 'The network failed.'],
  ['9', 'The number is not one that can be written to.'],
  ['11', 'The network does not know the way to the number.'],
  ['12', 'The phone cannot be reached.'],
  ['14', 'The network blocks the message.'],
  ['15', 'The phone’s credit is used up.'],
]);

function receiptOf(fields: SignedFields, providerId: string, status: string): Receipt {
  // What the network does not know more about was sent, as far as anybody can tell.
  const delivery = deliveries.get(status) ?? 'sent';
  const id = fields['client-ref'] ?? '';
  const code = fields['err-code'] ?? '';
  const detail =
    delivery === 'failed' ? (reasons.get(code) ?? `The network says ${status}, code ${code || 'none'}.`) : null;
  return { kind: 'receipt', name: id === '' ? { providerId } : { id }, delivery, detail };
}

/** `2026-02-03 04:05:06`, in UTC. */
function timeOf(text: string): Date | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text);
  const date = new Date(`${parts?.[1]}T${parts?.[2]}Z`);
  return parts === null || Number.isNaN(date.getTime()) ? undefined : date;
}
