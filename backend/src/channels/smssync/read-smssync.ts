/**
 * What the app sends, as form, JSON or XML. Its names of the fields can be changed in the app; these are its own. Pure.
 * Source: the app's public source, ushahidi/SMSSync.
 */
import { XMLParser } from 'fast-xml-parser';
import type { RawBody } from '../../gateways/index.js';

export interface SmsSyncMessage {
  from: string;
  text: string;
  messageId: string;
  deviceId: string;
  sentAt: Date | undefined;
}

const xml = new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: true, maxNestedTags: 10 });

/** The fields of a request, whatever its form; empty where there are none. */
export function fieldsOf(body: RawBody): Record<string, unknown> {
  const json = body.json();
  if (json !== null) return Array.isArray(json) ? {} : payloadOf(json);
  if (body.text().trimStart().startsWith('<')) return payloadOf(xmlOf(body.text()));
  // Some versions of the app name no type.
  return Object.fromEntries(new URLSearchParams(body.text()));
}

const payloadOf = (fields: Record<string, unknown>): Record<string, unknown> =>
  typeof fields['payload'] === 'object' && fields['payload'] !== null
    ? (fields['payload'] as Record<string, unknown>)
    : fields;

function xmlOf(text: string): Record<string, unknown> {
  // A document type is never needed here and may only do harm.
  if (/<!DOCTYPE/i.test(text)) return {};
  try {
    const value: unknown = xml.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Null for what is no message: no sender, or neither words nor a name. */
export function readSmsSync(fields: Record<string, unknown>): SmsSyncMessage | null {
  const [from, text] = [textOf(fields['from']).trim(), textOf(fields['message'])];
  const messageId = textOf(fields['message_id']).trim();
  if (from === '' || (text.trim() === '' && messageId === '')) return null;
  return {
    from,
    text,
    messageId,
    deviceId: textOf(fields['device_id']).trim(),
    sentAt: timeOf(fields['sent_timestamp']),
  };
}

/** Milliseconds since 1970; what lies outside of this century is a fault of the phone's clock. */
function timeOf(value: unknown): Date | undefined {
  const ms = Number(textOf(value));
  const isGood = Number.isFinite(ms) && ms >= Date.UTC(2000, 0) && ms < Date.UTC(2100, 0);
  return isGood ? new Date(ms) : undefined;
}
