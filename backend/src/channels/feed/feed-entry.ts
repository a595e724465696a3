/** One entry of a feed, whatever its dialect, and the message that it becomes. Pure. */
import type { Location } from '@atesto/contract';
import type { InboundMessage } from '../../conversations/index.js';
import { derivedId } from '../../platform/index.js';

export interface FeedEntry {
  /** Never changes, and no other entry has it. */
  id: string;
  text: string;
  link: string | null;
  author: { name: string; url: string | null } | null;
  publishedAt: Date | null;
  location: Location | null;
  /** BCP 47. */
  language: string | null;
}

export interface Feed {
  title: string | null;
  entries: FeedEntry[];
  /** How long it asks to be left alone. */
  restMinutes: number | null;
}

const longestId = 200;
const longestName = 200;
const longestLink = 2_000;

/** Null when it says nothing. `feedUrl` stands for the author where none is named. */
export function messageOf(entry: FeedEntry, feed: Feed, feedUrl: string, now: Date): InboundMessage | null {
  const link = isLink(entry.link) ? entry.link : null;
  const text = entry.text.trim() === '' ? link : entry.text;
  if (text === null) return null;
  const name = entry.author?.name.slice(0, longestName);
  const address = entry.author?.url ?? (name === undefined ? feedUrl : `${name} ${feedUrl}`);
  const { publishedAt } = entry;
  return {
    externalId: entry.id.length <= longestId ? entry.id : derivedId(entry.id),
    address: address.slice(0, longestLink),
    reporter: { handle: `feed:${address}`.slice(0, longestLink), name },
    text,
    location: entry.location ?? undefined,
    language: entry.language ?? undefined,
    sentAt: publishedAt === null || publishedAt > now ? undefined : publishedAt,
    answers: {
      ...(link !== null && { link }),
      ...(name !== undefined && { author: name }),
      ...(isLink(entry.author?.url) && { authorPage: entry.author?.url }),
      ...(feed.title !== null && { feed: feed.title.slice(0, longestName) }),
    },
    isWhole: true,
    isSilent: true,
    isDoubtful: true,
  };
}

/** Responders may follow it. */
function isLink(url: string | null | undefined): url is string {
  if (url === null || url === undefined || url.length > longestLink || !URL.canParse(url)) return false;
  return ['https:', 'http:'].includes(new URL(url).protocol);
}

export function pointOf(lat: unknown, lon: unknown): Location | null {
  const given = [lat, lon].map((value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN));
  const [north = NaN, east = NaN] = given;
  return Math.abs(north) <= 90 && Math.abs(east) <= 180 ? { lat: north, lon: east } : null;
}

/** Null for what is no time. */
export function timeOf(text: string | null): Date | null {
  const time = new Date(text ?? '');
  const isGood = time.getTime() >= Date.UTC(1990, 0) && time.getTime() < Date.UTC(2100, 0);
  return isGood ? time : null;
}
