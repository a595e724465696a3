/**
 * Feeds and hashtags: what others publish is taken in as reports that wait in quarantine, so that nothing gets on a map
 * without a human. Nobody is answered: whoever wrote there did not write to us.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { FieldError, GatewayField } from '@atesto/contract';
import { Inbox } from '../../conversations/index.js';
import {
  GatewayAdapters,
  GatewayNotes,
  isWebAddress,
  PublicFetch,
  type GatewayAdapter,
  type OpenGateway,
  type PublicAnswer,
  type Sent,
} from '../../gateways/index.js';
import { CLOCK, type Clock } from '../../platform/index.js';
import { messageOf, type Feed, type FeedEntry } from './feed-entry.js';
import { FeedMemory } from './feed-memory.js';
import { feedText } from './feed-text.js';
import { readFeed } from './read-feed.js';
import { readTimeline, timelineUrl } from './read-timeline.js';

/** What one look takes; the rest comes with the next ones. */
const mostEntries = 100;
const types = 'application/atom+xml, application/rss+xml, application/json, application/xml;q=0.9, */*;q=0.5';

@Injectable()
export class FeedAdapter implements GatewayAdapter {
  readonly kind = 'feed';
  readonly channel = 'feed' as const;
  readonly name = { en: 'Feed or hashtag', de: 'Feed oder Hashtag' };
  readonly about = {
    en: 'Looks once a minute for what is new in a feed (RSS, Atom, GeoRSS) or under a hashtag on Mastodon. Each entry waits in quarantine until a responder admits it; nobody is answered. At first only entries of the last day are taken.',
    de: 'Sieht jede Minute nach, was es in einem Feed (RSS, Atom, GeoRSS) oder zu einem Hashtag auf Mastodon Neues gibt. Jeder Eintrag wartet in der Quarantäne, bis ihn ein Helfer zulässt; niemand bekommt eine Antwort. Anfangs kommen nur Einträge des letzten Tages.',
  };
  readonly fields: readonly GatewayField[] = [
    {
      name: 'url',
      type: 'text',
      isRequired: true,
      label: { en: 'Address of the feed', de: 'Adresse des Feeds' },
      help: {
        en: 'Begins with https://. For a hashtag: https://a.mastodon.server/tags/word.',
        de: 'Beginnt mit https://. Für einen Hashtag: https://ein.mastodon.server/tags/wort.',
      },
    },
    {
      name: 'language',
      type: 'text',
      label: { en: 'Language', de: 'Sprache' },
      help: { en: 'Where the feed does not say it: en, es, …', de: 'Wo der Feed sie nicht nennt: de, es, …' },
    },
  ];

  private readonly memories = new Map<string, FeedMemory>();

  constructor(
    adapters: GatewayAdapters,
    private readonly inbox: Inbox,
    private readonly notes: GatewayNotes,
    private readonly publicFetch: PublicFetch,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    adapters.add(this);
  }

  faultsOf({ url }: Readonly<Record<string, unknown>>): FieldError[] {
    return isWebAddress(url) ? [] : [{ pointer: '/settings/url', detail: 'must be a web address' }];
  }

  /** There is nothing to enter anywhere else. */
  addressesOf(): [] {
    return [];
  }

  silentAfterSeconds(): number {
    return 15 * 60;
  }

  send(): Promise<Sent> {
    return Promise.resolve({ state: 'withheld', detail: 'Nobody can be answered through a feed.' });
  }

  /** @throws Error in plain words when the feed cannot be had or read, or not all of it could be kept */
  async poll(gateway: OpenGateway): Promise<void> {
    const memory = this.memoryOf(gateway);
    const now = this.clock.now();
    if (memory.isResting(now)) return;
    const { url } = memory;
    const answer = await this.publicFetch.fetch({ url, headers: { accept: types, ...memory.headers() } });
    if (answer.status === 304) return;
    if (answer.status === 429 || answer.status === 503) memory.refused(answer.headers, now);
    if (answer.status !== 200) throw new Error(`The feed answered ${answer.status}.`);
    const feed = feedOf(answer);
    const found = memory.newOf(feed, now);
    await this.keep(gateway, memory, feed, found.slice(0, mostEntries));
    if (found.length <= mostEntries) memory.finished(answer.headers, feed, now);
  }

  private async keep(gateway: OpenGateway, memory: FeedMemory, feed: Feed, entries: FeedEntry[]): Promise<void> {
    const outcomes = await Promise.allSettled(entries.map((entry) => this.take(gateway, memory, feed, entry)));
    const failed = outcomes.filter(({ status }) => status === 'rejected').length;
    if (failed > 0) throw new Error(`${failed} of ${entries.length} entries could not be kept.`);
  }

  private async take(gateway: OpenGateway, memory: FeedMemory, feed: Feed, entry: FeedEntry): Promise<void> {
    const { language } = gateway.settings;
    const spoken = entry.language ?? (typeof language === 'string' ? language : null);
    const message = messageOf({ ...entry, language: spoken }, feed, memory.url, this.clock.now());
    if (message !== null) {
      const { kind } = await this.inbox.receive(gateway, message);
      // What was here before a restart is no news.
      if (kind !== 'repeat')
        this.notes.note(gateway, {
          direction: 'in',
          request: { text: message.text.slice(0, 200), link: entry.link },
          outcome: kind,
        });
    }
    memory.kept(entry);
  }

  private memoryOf({ id, settings }: OpenGateway): FeedMemory {
    const url = timelineUrl(typeof settings['url'] === 'string' ? settings['url'] : '');
    const kept = this.memories.get(id);
    if (kept?.url === url) return kept;
    const memory = new FeedMemory(url);
    this.memories.set(id, memory);
    return memory;
  }
}

function feedOf(answer: PublicAnswer): Feed {
  const text = feedText(answer.bytes, answer.headers['content-type'] ?? '');
  return /^\s*[[{]/.test(text) ? readTimeline(text) : readFeed(text);
}
