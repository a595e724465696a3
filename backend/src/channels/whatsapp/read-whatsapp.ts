/**
 * What the WhatsApp Cloud API sends: messages and what became of ours, several of each in one call. A person who hides
 * the number has only an id that counts for this business. Pure.
 * Source: the provider's description of webhooks and of business-scoped user ids.
 */
import type { Delivery } from '@atesto/contract';
import type { InboundMessage } from '../../conversations/index.js';
import { listOf, phoneNumber, positionOf, recordOf, textOf } from '../../gateways/index.js';

export interface WhatsAppStatus {
  name: { id: string } | { providerId: string };
  delivery: Delivery;
  detail: string | null;
}

export interface WhatsAppNews {
  messages: InboundMessage[];
  statuses: WhatsAppStatus[];
}

type Fields = Record<string, unknown>;

/** Before an id that is no number, in addresses and handles. */
export const userPrefix = 'wa:';
/** More than a day after somebody wrote, only prepared texts may go to them. */
export const windowClosed = 131047;
const withMedia = ['image', 'audio', 'voice', 'video', 'document'];

export function readWhatsApp(body: Fields): WhatsAppNews {
  const values = listOf(body['entry']).flatMap((entry) => listOf(entry['changes']).map(({ value }) => recordOf(value)));
  return {
    messages: values.flatMap((value) => {
      const contacts = listOf(value['contacts']);
      return listOf(value['messages'], 1_000).flatMap((message) => messageOf(message, contacts) ?? []);
    }),
    statuses: values.flatMap((value) => listOf(value['statuses'], 1_000).flatMap((status) => statusOf(status) ?? [])),
  };
}

/** Reactions, stickers and news about numbers say nothing that could be reported: null. */
function messageOf(message: Fields, contacts: Fields[]): InboundMessage | null {
  const [id, number, user] = [textOf(message['id']), textOf(message['from']), textOf(message['from_user_id'])];
  const contact =
    contacts.find((one) => (number !== '' && one['wa_id'] === number) || (user !== '' && one['user_id'] === user)) ??
    (contacts.length === 1 ? contacts[0] : undefined) ??
    {};
  const userId = user || textOf(contact['user_id']);
  const content = contentOf(message);
  if (id === '' || content === null || (number === '' && userId === '')) return null;
  const from =
    number === ''
      ? { address: `${userPrefix}${userId}`, reporter: { handle: `${userPrefix}${userId}` } }
      : phoneNumber(number, undefined);
  const name = textOf(recordOf(contact['profile'])['name']);
  return {
    externalId: id,
    address: from.address,
    reporter: { ...from.reporter, ...(name !== '' && { name }) },
    sentAt: timeOf(message['timestamp']),
    ...content,
  };
}

type Content = Pick<InboundMessage, 'text' | 'location' | 'place' | 'media'>;

function contentOf(message: Fields): Content | null {
  const type = textOf(message['type']);
  const part = recordOf(message[type]);
  if (withMedia.includes(type)) {
    const id = textOf(part['id']);
    return { text: textOf(part['caption']), media: id === '' ? [] : [id] };
  }
  switch (type) {
    case 'text':
      return { text: textOf(part['body']) };
    case 'button':
      return { text: textOf(part['text']) };
    case 'interactive':
      return { text: chosenOf(part) };
    case 'location':
      return locationOf(part);
    case 'contacts':
      return { text: listOf(message['contacts']).map(contactOf).join('\n') };
    default:
      return null;
  }
}

function chosenOf(part: Fields): string {
  const reply = recordOf(part[textOf(part['type'])]);
  return textOf(reply['title']) || textOf(reply['body']);
}

function locationOf(part: Fields): Content {
  const place = [textOf(part['name']), textOf(part['address'])].filter((words) => words !== '').join(', ');
  return { text: place, place: place || undefined, location: positionOf(part['latitude'], part['longitude']) };
}

const contactOf = (contact: Fields): string =>
  [textOf(recordOf(contact['name'])['formatted_name']), ...listOf(contact['phones']).map(({ phone }) => textOf(phone))]
    .filter((words) => words !== '')
    .join(' ');

/** Seconds since 1970, as a text. */
function timeOf(value: unknown): Date | undefined {
  const seconds = Number(textOf(value));
  return seconds > 0 && seconds < 4e9 ? new Date(seconds * 1_000) : undefined;
}

const deliveries = new Map<string, Delivery>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['failed', 'failed'],
]);

function statusOf(status: Fields): WhatsAppStatus | null {
  const [providerId, id] = [textOf(status['id']), textOf(status['biz_opaque_callback_data'])];
  const delivery = deliveries.get(textOf(status['status']));
  if (delivery === undefined || (providerId === '' && id === '')) return null;
  const name = id === '' ? { providerId } : { id };
  if (delivery !== 'failed') return { name, delivery, detail: null };
  const [error = {}] = listOf(status['errors']);
  const isClosed = error['code'] === windowClosed;
  return { name, delivery: isClosed ? 'withheld' : 'failed', detail: isClosed ? closedDetail : errorWords(error) };
}

export const closedDetail = 'The person wrote last more than 24 hours ago; WhatsApp takes free words only until then.';

export const errorWords = (error: Fields): string =>
  textOf(recordOf(error['error_data'])['details']) ||
  textOf(error['message']) ||
  textOf(error['title']) ||
  'WhatsApp gave no reason.';
