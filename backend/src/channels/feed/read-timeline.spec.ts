import { describe, expect, it } from '@jest/globals';
import { readTimeline, timelineUrl } from './read-timeline.js';

const status = {
  id: '100000000000000001',
  created_at: '2026-02-03T04:05:06.000Z',
  sensitive: false,
  spoiler_text: '',
  visibility: 'public',
  language: 'en',
  uri: 'https://social.example.org/users/someone/statuses/100000000000000001',
  url: 'https://social.example.org/@someone/100000000000000001',
  content:
    '<p>Water in the street <a href="https://social.example.org/tags/flood" class="mention hashtag" rel="tag">#<span>flood</span></a></p>',
  account: {
    id: '1',
    username: 'someone',
    acct: 'someone@social.example.org',
    display_name: 'Someone',
    url: 'https://social.example.org/@someone',
  },
  media_attachments: [],
};

describe('a hashtag’s timeline', () => {
  it('gives words, link, author, time and language of what was written', () => {
    expect(readTimeline(JSON.stringify([status])).entries).toEqual([
      {
        id: status.uri,
        text: 'Water in the street #flood',
        link: status.url,
        author: { name: 'Someone', url: 'https://social.example.org/@someone' },
        publishedAt: new Date('2026-02-03T04:05:06Z'),
        location: null,
        language: 'en',
      },
    ]);
  });

  it('tells what stands before hidden words, too', () => {
    const [entry] = readTimeline(JSON.stringify([{ ...status, spoiler_text: 'Injured people' }])).entries;
    expect(entry?.text).toBe('Injured people\nWater in the street #flood');
  });

  it('may hold nothing', () => {
    expect(readTimeline('[]').entries).toEqual([]);
  });

  it.each(['{"error":"Record not found"}', '[1, null, {}]', '[', ''])('is not %s', (json) => {
    expect(() => readTimeline(json)).toThrow('no timeline');
  });

  it('is found by the page that people know', () => {
    expect(timelineUrl('https://social.example.org/tags/flood')).toBe(
      'https://social.example.org/api/v1/timelines/tag/flood?limit=40',
    );
    for (const other of [
      'https://social.example.org/api/v1/timelines/tag/flood',
      'https://social.example.org/tags/flood.rss',
      'https://news.example.org/feed?x=1',
    ])
      expect(timelineUrl(other)).toBe(other);
  });
});
