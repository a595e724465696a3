/**
 * RSS 2.0 and 1.0 and Atom, with the places of GeoRSS and of the older W3C vocabulary. Pure.
 * Sources: the RSS 2.0 specification, RFC 4287, OGC 17-002r1 (GeoRSS).
 */
import { decodeXML } from 'entities';
import { XMLParser } from 'fast-xml-parser';
import type { Location } from '@atesto/contract';
import { pointOf, timeOf, type Feed, type FeedEntry } from './feed-entry.js';
import { plainText } from './plain-text.js';

type Node = Record<string, unknown>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  processEntities: true,
  maxNestedTags: 60,
  // What may hold markup as markup is taken as it stands.
  stopNodes: ['feed.entry.title', 'feed.entry.content', 'feed.entry.summary'],
});

/** @throws Error in plain words for what is no feed */
export function readFeed(xml: string): Feed {
  // It is never needed here and may only do harm.
  if (/<!DOCTYPE/i.test(xml)) throw new Error('The feed names a document type, which is not read.');
  const root = parsed(xml);
  if (isNode(root['rss'])) {
    const channel = nodeOf(root['rss']['channel']);
    return { ...headOf(channel), entries: nodesOf(channel['item']).flatMap((item) => rssEntry(item, channel)) };
  }
  if (isNode(root['rdf:RDF'])) {
    const [rdf, channel] = [root['rdf:RDF'], nodeOf(root['rdf:RDF']['channel'])];
    return { ...headOf(channel), entries: nodesOf(rdf['item']).flatMap((item) => rssEntry(item, channel)) };
  }
  if (isNode(root['feed'])) {
    const { feed } = root;
    const entries = nodesOf(feed['entry']).flatMap((entry) => atomEntry(entry, feed));
    return { title: wordsOf(feed['title']), restMinutes: null, entries };
  }
  throw new Error('There is no feed at the address.');
}

function parsed(xml: string): Node {
  try {
    return nodeOf(parser.parse(xml));
  } catch {
    throw new Error('The feed cannot be read.');
  }
}

function headOf(channel: Node): Pick<Feed, 'title' | 'restMinutes'> {
  const minutes = Number(textOf(channel['ttl']) ?? NaN);
  return { title: wordsOf(channel['title']), restMinutes: minutes > 0 ? minutes : null };
}

function rssEntry(item: Node, channel: Node): FeedEntry[] {
  const link = textOf(item['link']) ?? textOf(nodesOf(item['link'])[0]?.['@href']);
  const id = textOf(item['guid']) ?? textOf(item['@rdf:about']) ?? link;
  const title = wordsOf(item['title']);
  const body = wordsOf(item['description']) ?? wordsOf(item['content:encoded']);
  // Without any name the words are the name.
  const name = id ?? ([title, body].join('\n').trim() || null);
  if (name === null) return [];
  const author = textOf(item['dc:creator']) ?? textOf(item['author']);
  return [
    {
      id: name,
      text: joined(title, body),
      link,
      author: author === null ? null : { name: plainText(author), url: null },
      publishedAt: timeOf(textOf(item['pubDate']) ?? textOf(item['dc:date'])),
      location: placeOf(item),
      language: languageOf(textOf(channel['language']) ?? textOf(channel['dc:language'])),
    },
  ];
}

function atomEntry(entry: Node, feed: Node): FeedEntry[] {
  const links = nodesOf(entry['link']);
  const page = links.find((link) => ['alternate', undefined].includes(textOf(link['@rel']) ?? undefined)) ?? links[0];
  const link = textOf(page?.['@href']);
  const id = textOf(entry['id']) ?? link;
  if (id === null) return [];
  const author = nodesOf(entry['author'])[0] ?? nodesOf(feed['author'])[0];
  const name = textOf(author?.['name']) ?? textOf(author?.['email']);
  const body = atomText(entry['content']) ?? atomText(entry['summary']);
  return [
    {
      id,
      text: joined(atomText(entry['title']), body),
      link,
      author: name === null ? null : { name: plainText(name), url: textOf(author?.['uri']) },
      publishedAt: timeOf(textOf(entry['published']) ?? textOf(entry['updated'])),
      location: placeOf(entry),
      language: languageOf(textOf(entry['@xml:lang']) ?? textOf(feed['@xml:lang'])),
    },
  ];
}

/** Latitude comes first everywhere. */
function placeOf(entry: Node): Location | null {
  const where = nodeOf(nodeOf(entry['georss:where'])['gml:Point'])['gml:pos'];
  const [lat, lon] = (textOf(entry['georss:point']) ?? textOf(where) ?? '').split(/[\s,]+/);
  const older = isNode(entry['geo:Point']) ? entry['geo:Point'] : entry;
  return pointOf(lat, lon) ?? pointOf(textOf(older['geo:lat']), textOf(older['geo:long']));
}

/** Of a text construct: words, HTML that is written as text, or markup. */
function atomText(value: unknown): string | null {
  const node = Array.isArray(value) ? (value as unknown[])[0] : value;
  const type = isNode(node) ? textOf(node['@type']) : null;
  const raw = isNode(node) ? node['#text'] : node;
  if (typeof raw !== 'string') return null;
  const text = type === 'xhtml' ? plainText(raw) : withoutSections(raw);
  const words = type === 'html' || type === 'text/html' ? plainText(text) : text.trim();
  return words === '' ? null : words;
}

/** Character data that was left as it stood: sections as they are, the rest with its entities. */
function withoutSections(raw: string): string {
  const [first = '', ...rest] = raw.split('<![CDATA[');
  const pieces = rest.map((piece) => {
    const [inside = '', ...after] = piece.split(']]>');
    return inside + decodeXML(after.join(']]>'));
  });
  return decodeXML(first) + pieces.join('');
}

/** Many descriptions begin with their title. */
function joined(title: string | null, body: string | null): string {
  if (title === null || body === null) return title ?? body ?? '';
  const start = title.replace(/(…|\.\.\.)$/, '').trim();
  return body.startsWith(start) ? body : `${title}\n${body}`;
}

function languageOf(tag: string | null): string | null {
  return tag !== null && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const nodeOf = (value: unknown): Node => (isNode(value) ? value : {});
const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isNode);

/** Of an element or attribute, the first where there are several; null where it is empty. */
function textOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
  const text = isNode(first) ? first['#text'] : first;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

function wordsOf(value: unknown): string | null {
  const text = textOf(value);
  return text === null ? null : plainText(text) || null;
}
