/** What Twilio sends: a message with its media and place, or news of one that went out. Pure. */
import type { Delivery, Location } from '@atesto/contract';
import { plainBody } from './plain-body.js';

export type Fields = Readonly<Record<string, string>>;

export interface TwilioMessage {
  id: string;
  /** Without the name of the channel: E.164, a short code, or WhatsApp's own name of somebody without a number. */
  from: string;
  text: string;
  location: Location | undefined;
  /** The place in words, as WhatsApp tells it beside the point. */
  place: string | undefined;
  name: string | undefined;
  media: string[];
}

/** As many as Twilio ever sends. */
const mostMedia = 10;
/** Contact cards and the like come as media too; they are nothing to look at or to hear. */
const keptType = /^(image|audio|video)\/|^application\/ogg$/i;

/** Null for what is no message. */
export function readTwilio(fields: Fields): TwilioMessage | null {
  const id = fields['MessageSid'] ?? fields['SmsMessageSid'] ?? fields['SmsSid'] ?? '';
  const from = withoutChannel(fields['From'] ?? '');
  if (id === '' || from === '') return null;
  return {
    id,
    from,
    text: textOf(fields),
    location: locationOf(fields),
    place: wordsOf([fields['Label'], fields['Address']].filter((words) => words !== undefined).join(', ')),
    name: wordsOf(fields['ProfileName']),
    media: mediaOf(fields),
  };
}

export const withoutChannel = (address: string): string => address.replace(/^[a-z]+:/i, '').trim();

/** Where a coordinator chose words of their own for it, Twilio tells what they meant. */
function textOf(fields: Fields): string {
  const optOut = fields['OptOutType']?.toUpperCase();
  if (optOut === 'STOP' || optOut === 'START') return optOut;
  const body = plainBody(fields['Body'] ?? '');
  return body.trim() === '' ? (fields['ButtonText'] ?? '') : body;
}

const wordsOf = (text: string | undefined): string | undefined => {
  const words = text?.trim().slice(0, 200) ?? '';
  return words === '' ? undefined : words;
};

function locationOf(fields: Fields): Location | undefined {
  const [latitude = '', longitude = ''] = [fields['Latitude'], fields['Longitude']];
  if (latitude.trim() === '' || longitude.trim() === '') return undefined;
  const [lat, lon] = [Number(latitude), Number(longitude)];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;
}

function mediaOf(fields: Fields): string[] {
  const count = Math.min(Number.parseInt(fields['NumMedia'] ?? '0', 10) || 0, mostMedia);
  return Array.from({ length: Math.max(count, 0) }, (_, at) => at).flatMap((at) => {
    const url = fields[`MediaUrl${at}`] ?? '';
    return url !== '' && keptType.test(fields[`MediaContentType${at}`] ?? 'image/') ? [url] : [];
  });
}

export interface TwilioNews {
  providerId: string;
  delivery: Delivery;
  detail: string | null;
}

const deliveryBy: Record<string, Delivery> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

/** Null for states that say nothing new, such as `queued`. */
export function readStatus(fields: Fields): TwilioNews | null {
  const providerId = fields['MessageSid'] ?? fields['SmsSid'] ?? '';
  const delivery = deliveryBy[fields['MessageStatus']?.toLowerCase() ?? ''];
  if (providerId === '' || delivery === undefined) return null;
  if (delivery !== 'failed') return { providerId, delivery, detail: null };
  return { providerId, ...refusalOf(Number(fields['ErrorCode'] ?? 0), fields['ErrorMessage']) };
}

const noMessagesWanted = 21_610;
const outsideOfTheDay = 63_016;
const knownFaults: Record<number, string> = {
  21_211: 'Twilio says that this is no valid number.',
  21_408: 'The Twilio account may not send to this country.',
  21_614: 'This number cannot take text messages.',
  30_003: 'The phone is off or out of reach.',
  30_004: 'The message was blocked on its way.',
  30_005: 'The number is not known to its network.',
  30_006: 'This number cannot take text messages.',
  30_007: 'The network took the message for spam.',
};

/** What one of Twilio's error codes means for the message. */
export function refusalOf(code: number, words?: string): { delivery: 'failed' | 'withheld'; detail: string } {
  if (code === noMessagesWanted) return { delivery: 'withheld', detail: 'The person wants no messages.' };
  if (code === outsideOfTheDay) return { delivery: 'withheld', detail: closedWindow };
  const known = knownFaults[code] ?? (words?.slice(0, 200) || 'Twilio could not deliver the message.');
  return { delivery: 'failed', detail: code === 0 || Number.isNaN(code) ? known : `${known} (${code})` };
}

export const closedWindow = 'WhatsApp takes free words for 24 hours after the person wrote.';
