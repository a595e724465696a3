/** A hashtag's timeline as Mastodon and those that speak like it give it out. Pure. Source: docs.joinmastodon.org. */
import { timeOf, type Feed, type FeedEntry } from './feed-entry.js';
import { plainText } from './plain-text.js';

type Fields = Record<string, unknown>;

/** The page of a hashtag, as people know it, leads to its timeline; every other address is itself. */
export function timelineUrl(address: string): string {
  const url = new URL(address);
  const [, tag] = /^\/tags\/([^/.]+)\/?$/.exec(url.pathname) ?? [];
  return tag === undefined ? address : `${url.origin}/api/v1/timelines/tag/${tag}?limit=40`;
}

/** @throws Error in plain words for what is no timeline */
export function readTimeline(json: string): Feed {
  const statuses = listOf(json);
  const entries = statuses.flatMap((status) => (isFields(status) ? entryOf(status) : []));
  if (entries.length === 0 && statuses.length > 0) throw new Error('There is no timeline at the address.');
  return { title: null, restMinutes: null, entries };
}

function listOf(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    if (Array.isArray(value)) return value as unknown[];
  } catch {
    // Told below.
  }
  throw new Error('There is no timeline at the address.');
}

function entryOf(status: Fields): FeedEntry[] {
  const uri = textOf(status['uri']) ?? textOf(status['url']);
  if (uri === null) return [];
  const account = isFields(status['account']) ? status['account'] : {};
  const name = textOf(account['display_name']) ?? textOf(account['acct']);
  const warning = textOf(status['spoiler_text']);
  const words = plainText(textOf(status['content']) ?? '');
  return [
    {
      id: uri,
      text: warning === null ? words : `${warning}\n${words}`.trim(),
      link: textOf(status['url']) ?? uri,
      author: name === null ? null : { name, url: textOf(account['url']) ?? textOf(account['uri']) },
      publishedAt: timeOf(textOf(status['created_at'])),
      location: null,
      language: textOf(status['language']),
    },
  ];
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
