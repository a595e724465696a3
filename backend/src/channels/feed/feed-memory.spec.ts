import { describe, expect, it } from '@jest/globals';
import type { Feed, FeedEntry } from './feed-entry.js';
import { FeedMemory } from './feed-memory.js';

const now = new Date('2026-02-03T12:00:00Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const entry = (id: string, hoursAgo: number | null): FeedEntry => ({
  id,
  text: id,
  link: null,
  author: null,
  publishedAt: hoursAgo === null ? null : later(-60 * hoursAgo),
  location: null,
  language: null,
});
const feed = (...entries: FeedEntry[]): Feed => ({ title: null, restMinutes: null, entries });
const idsOf = (entries: FeedEntry[]): string[] => entries.map(({ id }) => id);

describe('what is new in a feed', () => {
  it('is of the last day at the first look, the oldest first', () => {
    const memory = new FeedMemory('https://news.example.org/');
    const given = feed(entry('today', 1), entry('yesterday', 23), entry('before', 25), entry('undated', null));
    expect(idsOf(memory.newOf(given, now))).toEqual(['yesterday', 'today']);
    expect(idsOf(memory.newOf(given, now))).toEqual(['yesterday', 'today']);
  });

  it('is everything else that comes later, once', () => {
    const memory = new FeedMemory('https://news.example.org/');
    memory.newOf(feed(entry('before', 25), entry('undated', null)), now);
    const given = feed(
      entry('before', 25),
      entry('undated', null),
      entry('late', 30),
      entry('new', null),
      entry('new', 0),
    );
    const found = memory.newOf(given, now);
    expect(idsOf(found)).toEqual(['late', 'new']);
    found.forEach((one) => memory.kept(one));
    expect(memory.newOf(given, now)).toEqual([]);
  });
});

describe('a feed that wants to be left alone', () => {
  it.each([
    ['120', 1, 3],
    [later(10).toUTCString(), 9, 11],
    ['', 4, 6],
    ['nonsense', 4, 6],
    ['99999999', 23 * 60, 25 * 60],
  ])('is, after it said %j', (retryAfter, restingMinutes, doneMinutes) => {
    const memory = new FeedMemory('https://news.example.org/');
    memory.refused({ 'retry-after': retryAfter }, now);
    expect([memory.isResting(later(restingMinutes)), memory.isResting(later(doneMinutes))]).toEqual([true, false]);
  });

  it('may ask for an hour of rest, not for more, and says by what its next answer is recognized', () => {
    const memory = new FeedMemory('https://news.example.org/');
    expect(memory.headers()).toEqual({});
    memory.finished({ etag: 'W/"1"', 'last-modified': now.toUTCString() }, { ...feed(), restMinutes: 1_440 }, now);
    expect(memory.headers()).toEqual({ 'if-none-match': 'W/"1"', 'if-modified-since': now.toUTCString() });
    expect([memory.isResting(later(59)), memory.isResting(later(61))]).toEqual([true, false]);
  });
});
