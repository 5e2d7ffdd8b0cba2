import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseFeed } from '../src/feeds/parse.ts'
import { isSame, readSamples } from './bench/feeds.ts'
import { processorMs } from './fakes/processor.ts'

const parse = (text: string, type?: string, url?: string) => parseFeed(Buffer.from(text), type, url)
const rss = (items: string, channel = '') => `<rss version="2.0"><channel>${channel}${items}</channel></rss>`

test('RSS 2.0 gives title, link, date, author, text and categories', () => {
  const feed = parse(
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>The &amp;amp; Letter</title><link>https://site.example/</link><language>en-gb</language><ttl>90</ttl>
    <item><title>A &lt;b&gt;bold&lt;/b&gt; claim &amp;amp; more</title><link>/one</link><guid isPermaLink="false">1</guid>
      <pubDate>Thu, 01 Jan 2004 19:48:21 EST</pubDate><dc:creator>Ann</dc:creator><category>News</category><category>World</category>
      <description>Short</description><content:encoded><![CDATA[<p>The whole &amp; text</p>]]></content:encoded></item>
    </channel></rss>`,
    undefined,
    'https://site.example/feed',
  )
  expect(feed).toEqual({
    title: 'The & Letter',
    link: 'https://site.example/',
    language: 'en-gb',
    interval: 90,
    items: [
      {
        id: '1',
        title: 'A bold claim & more',
        link: 'https://site.example/one',
        date: '2004-01-02T00:48:21.000Z',
        author: 'Ann',
        html: '<p>The whole &amp; text</p>',
        categories: ['News', 'World'],
      },
    ],
  })
})

test('Atom gives the same, with links resolved and text kept as text', () => {
  const feed =
    parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://site.example/a/">
    <title type="text">1 &lt; 2</title><link rel="self" href="feed"/><link href="../"/><author><name>Everyone</name></author>
    <entry xml:base="b/"><id>urn:1</id><title type="html">Tom &amp;amp; &lt;i&gt;Ann&lt;/i&gt;</title><link rel="edit" href="x"/><link href="one"/>
      <published>2024-05-16</published><updated>2024-06-01T00:00:00Z</updated><category term="t" label="Topic"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>b</b> c</div></content></entry>
    <entry><id>urn:2</id><title>Plain</title><author><name>Ann</name></author><updated>2024-06-02T10:00:00+02:00</updated>
      <summary>1 &lt; 2\n\nnext</summary></entry></feed>`)
  expect(feed).toMatchObject({
    title: '1 < 2',
    link: 'https://site.example/',
    language: 'de',
    interval: null,
  })
  expect(feed.items).toEqual([
    {
      id: 'urn:1',
      title: 'Tom & Ann',
      link: 'https://site.example/a/b/one',
      date: '2024-05-16',
      author: 'Everyone',
      html: 'A <b>b</b> c',
      categories: ['Topic'],
    },
    {
      id: 'urn:2',
      title: 'Plain',
      link: null,
      date: '2024-06-02T08:00:00.000Z',
      author: 'Ann',
      html: '<p>1 &lt; 2</p>\n<p>next</p>',
      categories: [],
    },
  ])
})

test('RDF and JSON Feed give the same', () => {
  const rdf =
    parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
    <channel rdf:about="https://site.example/"><title>Site</title><link>https://site.example/</link>
      <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
    <item rdf:about="urn:1"><title>One</title><link>https://site.example/1</link><dc:date>2024-05-16T10:00Z</dc:date>
      <dc:subject>News</dc:subject><description>Text</description></item></rdf:RDF>`)
  expect(rdf).toMatchObject({ title: 'Site', interval: 360 })
  expect(rdf.items).toMatchObject([
    {
      id: 'urn:1',
      link: 'https://site.example/1',
      date: '2024-05-16T10:00:00.000Z',
      html: 'Text',
      categories: ['News'],
    },
  ])
  const json = parse(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Site',
      language: 'en',
      authors: [{ name: 'Ann' }],
      items: [
        {
          id: '1',
          url: '/1',
          title: 'One',
          content_text: 'a < b',
          date_published: '2024-05-16',
          tags: ['News'],
        },
      ],
    }),
    'application/feed+json',
    'https://site.example/feed.json',
  )
  expect(json.items).toEqual([
    {
      id: '1',
      link: 'https://site.example/1',
      title: 'One',
      author: 'Ann',
      date: '2024-05-16',
      html: '<p>a &lt; b</p>',
      categories: ['News'],
    },
  ])
})

test('the encoding is found by mark, then by header, then by declaration, and a false claim is passed over', () => {
  const title = (bytes: Uint8Array, type?: string) => parseFeed(bytes, type).title
  const feed = (declared: string) =>
    `<?xml version="1.0" encoding="${declared}"?>${rss('', '<title>Größe</title>')}`
  const latin = (declared: string) => Buffer.from(feed(declared), 'latin1')
  expect(title(latin('iso-8859-1'))).toBe('Größe')
  expect(title(latin('utf-8'), 'text/xml; charset=iso-8859-1')).toBe('Größe')
  expect(title(latin('utf-8'))).toBe('Größe')
  expect(title(latin('nonsense'))).toBe('Größe')
  expect(title(Buffer.from(feed('us-ascii')), 'text/xml; charset=us-ascii')).toBe('Größe')
  expect(title(Buffer.from(`\ufeff${feed('iso-8859-1')}`), 'text/xml; charset=iso-8859-1')).toBe('Größe')
  expect(title(Buffer.from(feed('utf-16'), 'utf16le'))).toBe('Größe')
  expect(title(Buffer.from(`\ufeff${feed('utf-16')}`, 'utf16le').swap16())).toBe('Größe')
  const wide = Buffer.alloc(feed('utf-32').length * 4)
  for (const [index, char] of [...feed('utf-32')].entries())
    wide.writeUInt32BE(char.codePointAt(0) ?? 0, index * 4)
  expect(title(wide)).toBe('Größe')
})

test('a feed that breaks off gives its complete items', () => {
  const whole = rss('<item><title>One</title></item><item><title>Two</title></item>', '<title>Site</title>')
  for (let end = whole.indexOf('<item>'); end < whole.length; end++) {
    const titles = parse(whole.slice(0, end)).items.map(({ title }) => title)
    const complete = [...whole.slice(0, end).matchAll(/<\/item>/g)].length
    expect(titles, whole.slice(0, end)).toEqual(['One', 'Two'].slice(0, complete))
  }
})

test('unescaped signs and junk around the feed do no harm', () => {
  const feed = parse(
    `\n junk ${rss('<item><title>A & B &bogus; &eacute;</title><link>http://a.example/?a=1&b=2</link></item>')} junk`,
  )
  expect(feed.items).toMatchObject([{ title: 'A & B &bogus; é', link: 'http://a.example/?a=1&b=2' }])
})

test.each([
  ['<html><body>x</body></html>', 'refusal.feedPage'],
  ['', 'refusal.notFeed'],
  ['{"a": 1}', 'refusal.notFeed'],
  ['<?xml version="1.0"?><note/>', 'refusal.notFeed'],
  [rss('<item><title>A</b></item>'), 'refusal.feedXml'],
  [rss(`${'<x>'.repeat(1000)}${'</x>'.repeat(1000)}`), 'refusal.feedXml'],
])('what cannot be read is refused: %#', (text, reason) => {
  expect(() => parse(text)).toThrow(reason)
})

test('a feed without items is a feed', () => {
  expect(parse('<rss version="2.0"></rss>').items).toEqual([])
  expect(parse('<feed xmlns="http://www.w3.org/2005/Atom"></feed>').items).toEqual([])
})

test('entities that a feed declares are not expanded, and nothing is read from outside', () => {
  const bomb = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
  ).join('')
  expect(parse(`<!DOCTYPE x [<!ENTITY l0 "ha">${bomb}]>${rss('', '<title>a &l9; b</title>')}`).title).toBe(
    'a &l9; b',
  )
  const outside = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"> <!ENTITY % p SYSTEM "http://127.0.0.1/">]>`
  expect(parse(outside + rss('', '<title>a &e; b</title>')).title).toBe('a &e; b')
  expect(
    parse(
      `<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://a.example/x.dtd">${rss('', '<title>a</title>')}`,
    ).title,
  ).toBe('a')
})

test('hostile text takes no more time than its length allows', () => {
  const started = processorMs()
  for (const part of [
    '(',
    '<',
    '&',
    '<a ',
    '<author>(',
    '<item>',
    '</item>',
    '<!--',
    '<![CDATA[',
    '<body>',
    '<title>',
  ])
    for (const tag of ['author', 'managingEditor', 'title', 'description'])
      try {
        parse(rss(`<item><title>A</title><${tag}>${part.repeat(100_000)}</${tag}></item>`))
      } catch {}
  expect(processorMs() - started).toBeLessThan(10_000)
})

test('items without an id of their own are told apart', () => {
  const feed = parse(
    rss(
      '<item><guid>same</guid><link>http://a.example/1</link></item><item><guid>same</guid><link>http://a.example/2</link></item>' +
        '<item><title>A</title></item><item><title>B</title></item><item><title>B</title></item>',
    ),
  )
  expect(feed.items.slice(0, 2).map(({ id }) => id)).toEqual(['http://a.example/1', 'http://a.example/2'])
  expect(feed.items.slice(2).map(({ title }) => title)).toEqual(['A', 'B'])
})

const SAMPLES = process.env.FEED_SAMPLES ?? '../shared/ingest'
test.skipIf(!existsSync(`${SAMPLES}/manifest.jsonl`))(
  'the samples of feedparser and rss-parser are read as they expect (skipped without the shared samples)',
  () => {
    const outcomes = readSamples(SAMPLES)
    // CDF, a format of 1997 that no feed is in any more, and two that are no feeds.
    expect(
      outcomes.filter(
        ({ refused, sample }) => refused && !/\/cdf|unrecognized|empty_document/.test(sample.path),
      ),
    ).toEqual([])
    const of = (field: string) =>
      outcomes.flatMap(({ comparisons }) => comparisons).filter((one) => one.field === field)
    for (const field of ['title', 'link', 'id', 'date', 'author', 'feed title', 'feed link']) {
      const wrong = of(field).filter((one) => !isSame(one))
      expect(wrong.length / of(field).length, field).toBeLessThan(0.02)
    }
    expect(of('content').filter((one) => !isSame(one)).length).toBeLessThan(60)
  },
)
