/** Feeds as common programs write them, with made-up content. */
import { describe, expect, it } from '@jest/globals';
import { feedText } from './feed-text.js';
import { readFeed } from './read-feed.js';

const rss = (items: string, channel = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml"
  xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#"><channel><title>Harbour &amp; River News</title>
  <link>https://news.example.org/</link><language>en-GB</language>${channel}${items}</channel></rss>`;

const atom = (entries: string, more = ''): string => `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xml:lang="es">
  <title>Alertas</title><id>urn:made-up:feed</id><updated>2026-02-03T04:00:00Z</updated>${more}${entries}</feed>`;

describe('RSS 2.0', () => {
  it('gives words, link, author, time, language and name of an entry', () => {
    const feed = readFeed(
      rss(
        `<item><title>Bridge closed</title><link>https://news.example.org/1</link>
         <dc:creator><![CDATA[A. Writer]]></dc:creator><pubDate>Tue, 03 Feb 2026 04:05:06 +0100</pubDate>
         <guid isPermaLink="false">https://news.example.org/?p=1</guid>
         <description><![CDATA[<p>The bridge over the Mill&nbsp;brook is closed.</p><script>x()</script>]]></description>
         <content:encoded><![CDATA[<p>Longer words</p>]]></content:encoded></item>`,
        '<ttl>30</ttl>',
      ),
    );
    expect(feed).toEqual({
      title: 'Harbour & River News',
      restMinutes: 30,
      entries: [
        {
          id: 'https://news.example.org/?p=1',
          text: 'Bridge closed\nThe bridge over the Mill brook is closed.',
          link: 'https://news.example.org/1',
          author: { name: 'A. Writer', url: null },
          publishedAt: new Date('2026-02-03T03:05:06Z'),
          location: null,
          language: 'en-GB',
        },
      ],
    });
  });

  it.each([
    ['GeoRSS simple', '<georss:point>12.5 44.25</georss:point>'],
    ['GeoRSS with a comma', '<georss:point>12.5,44.25</georss:point>'],
    ['GeoRSS in GML', '<georss:where><gml:Point><gml:pos>12.5 44.25</gml:pos></gml:Point></georss:where>'],
    ['the older vocabulary', '<geo:lat>12.5</geo:lat><geo:long>44.25</geo:long>'],
    ['the same within a point', '<geo:Point><geo:lat>12.5</geo:lat><geo:long>44.25</geo:long></geo:Point>'],
  ])('gives the place of an entry: %s', (_, place) => {
    expect(readFeed(rss(`<item><guid>1</guid>${place}</item>`)).entries[0]?.location).toEqual({
      lat: 12.5,
      lon: 44.25,
    });
  });

  it.each(['<georss:point>112.5 44.25</georss:point>', '<georss:point>x y</georss:point>', '<georss:point/>'])(
    'knows that %s is no place',
    (place) => {
      expect(readFeed(rss(`<item><guid>1</guid>${place}</item>`)).entries[0]?.location).toBeNull();
    },
  );

  it('names entries without a name by their link, then by their words; those with nothing are none', () => {
    const items = '<item><link>https://news.example.org/2</link></item><item><title>Only words</title></item><item/>';
    expect(readFeed(rss(items)).entries.map(({ id }) => id)).toEqual(['https://news.example.org/2', 'Only words']);
  });

  it('says a title once when the description begins with it', () => {
    const item =
      '<item><guid>1</guid><title>Water in the ho…</title><description>Water in the house</description></item>';
    expect(readFeed(rss(item)).entries[0]?.text).toBe('Water in the house');
  });

  it('may hold nothing', () => {
    expect(readFeed(rss('')).entries).toEqual([]);
  });

  it('with thousands of entities is read', () => {
    const item = `<item><guid>1</guid><description>${'&lt;b&gt;a&lt;/b&gt; &amp;amp; '.repeat(3_000)}</description></item>`;
    expect(readFeed(rss(item)).entries[0]?.text.startsWith('a & a & a')).toBe(true);
  });
});

it('RSS 1.0 gives its entries beside the channel', () => {
  const feed =
    readFeed(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://old.example.org/"><title>Old</title></channel>
    <item rdf:about="https://old.example.org/1"><title>Flood</title><link>https://old.example.org/1</link>
    <dc:date>2026-02-03T04:05:06Z</dc:date></item></rdf:RDF>`);
  expect(feed.entries).toMatchObject([
    { id: 'https://old.example.org/1', text: 'Flood', publishedAt: new Date('2026-02-03T04:05:06Z') },
  ]);
});

describe('Atom', () => {
  it('gives words, link, author, time, place and language of an entry', () => {
    const { entries, title } = readFeed(
      atom(`<entry><id>urn:made-up:1</id><title>M 4.5 - 12 km</title>
        <link rel="self" href="https://quakes.example.org/1.atom"/><link rel="alternate" href="https://quakes.example.org/1"/>
        <author><name>Red</name><uri>https://quakes.example.org/red</uri></author><updated>2026-02-03T05:00:00Z</updated>
        <published>2026-02-03T04:05:06Z</published><summary type="html">&lt;p&gt;Se sinti&#243; fuerte&lt;/p&gt;</summary>
        <georss:point>12.5 44.25</georss:point><georss:elev>-10</georss:elev></entry>`),
    );
    expect([title, entries]).toEqual([
      'Alertas',
      [
        {
          id: 'urn:made-up:1',
          text: 'M 4.5 - 12 km\nSe sintió fuerte',
          link: 'https://quakes.example.org/1',
          author: { name: 'Red', url: 'https://quakes.example.org/red' },
          publishedAt: new Date('2026-02-03T04:05:06Z'),
          location: { lat: 12.5, lon: 44.25 },
          language: 'es',
        },
      ],
    ]);
  });

  it.each([
    ['<content type="text">2 &lt; 3 m</content>', '2 < 3 m'],
    ['<content>plain</content>', 'plain'],
    [
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>two</b> three</p></div></content>',
      'One two three',
    ],
    ['<content type="html"><![CDATA[<p>In a &amp; section</p>]]></content>', 'In a & section'],
  ])('reads %s', (content, text) => {
    expect(readFeed(atom(`<entry><id>1</id>${content}</entry>`)).entries[0]?.text).toBe(text);
  });

  it('takes the author of the feed where an entry names none', () => {
    const [entry] = readFeed(atom('<entry><id>1</id></entry>', '<author><name>All of us</name></author>')).entries;
    expect(entry?.author).toEqual({ name: 'All of us', url: null });
  });
});

describe('what is no feed', () => {
  it.each(['', 'hello', '<html><body/></html>', '<rss', '<feed>', '{}', '\0', '<a>'.repeat(500)])(
    '%j is refused',
    (xml) => {
      expect(() => {
        const feed = readFeed(xml);
        if (feed.entries.length === 0) throw new Error('nothing in it');
      }).toThrow();
    },
  );

  it('with a document type is refused, whatever it wants to include', () => {
    const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
    expect(() => readFeed(bomb + rss('<item><guid>&b;</guid></item>'))).toThrow('document type');
  });
});

describe('the characters of a feed', () => {
  it('are read in the encoding that the answer or the feed names', () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a>Überflutung</a>';
    expect(feedText(Buffer.from(xml, 'latin1'), 'application/rss+xml')).toBe(xml);
    expect(feedText(Buffer.from(xml, 'utf8'), 'application/rss+xml; charset=utf-8')).toBe(xml);
    expect(feedText(Buffer.from('Überflutung'), 'text/xml; charset=never-heard-of')).toBe('Überflutung');
  });
});
