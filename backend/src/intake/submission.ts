/** A report as every channel hands it in: the provider's dialect is gone, nothing is decided yet. */
import type { Channel, Location } from '@atesto/contract';
import type { KeptMedium } from '../reports/index.js';

export interface Reporter {
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  /** The person's name in a channel without numbers, such as a chat's. */
  handle?: string | undefined;
}

export interface Submission {
  channel: Channel;
  /** Names the report within its channel; the same name again is the same report. */
  externalId: string;
  /** Taken as the report's id when given; it must be a UUID in lower case. */
  reportId?: string;
  text: string;
  /** As the reporter gave it; a code that the deployment does not have is kept among the answers. */
  category?: string | undefined;
  location?: Location | undefined;
  place?: string | undefined;
  observedAt?: Date | undefined;
  language?: string | undefined;
  answers?: Record<string, unknown> | undefined;
  reporter?: Reporter | undefined;
  media?: KeptMedium[];
  /** How many photos are still to follow. */
  mediaExpected?: number;
  /** Waits apart from the queue until a responder admits it. */
  quarantined?: boolean;
  /** Only for what an earlier system received; everything else was received now. */
  receivedAt?: Date;
}

/** What PostgreSQL cannot hold in a text: NUL, and halves of characters. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** The same for everything inside a value that becomes JSON. */
export function storableJson(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(storableJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), storableJson(inner)]));
}
