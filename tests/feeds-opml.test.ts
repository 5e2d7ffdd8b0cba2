import { expect, test } from 'vitest'
import { readOpml, writeOpml } from '../src/feeds/opml.ts'

const read = (text: string) => readOpml(Buffer.from(text))

test('a list of another reader is read, with its folders and each feed once', () => {
  const list = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY e SYSTEM "file:///etc/passwd">]>
    <opml version="1.0"><head><title>All</title></head><body>
      <outline text="News"><outline text="World &amp; more">
        <outline type="rss" text="One &lt;b&gt;News&lt;/b&gt;" xmlUrl="https://one.example/feed?a=1&amp;b=2" htmlUrl="https://one.example/"/>
      </outline></outline>
      <outline title="Two" text="2" XMLURL="http://two.example/rss"/>
      <outline text="Twice" xmlUrl="http://two.example/rss"/>
      <outline text="No feed" xmlUrl="javascript:alert(1)"/>
      <outline text="&e;" xmlUrl="http://three.example/"/>
    </body></opml>`
  expect(read(list)).toEqual([
    { url: 'https://one.example/feed?a=1&b=2', title: 'One News', folders: ['News', 'World & more'] },
    { url: 'http://two.example/rss', title: 'Two', folders: [] },
    { url: 'http://three.example/', title: '&e;', folders: [] },
  ])
})

test('what is written is read again', () => {
  const feeds = [
    { url: 'https://a.example/?x=1&y=2', title: 'A "quoted" <title> & more', folders: ['News', 'World'] },
    { url: 'https://b.example/', title: 'Größe – 中文', folders: ['News'] },
    { url: 'https://c.example/', title: 'C', folders: [] },
  ]
  expect(read(writeOpml('Feeds of Attaché', feeds))).toEqual(feeds)
  expect(read(writeOpml('Nothing', []))).toEqual([])
})

test.each(['', 'hello', '<html><body>x</body></html>', '{"a":1}', `<opml><body>${'<outline>'.repeat(5000)}`])(
  'what is no list is refused: %#',
  (text) => {
    expect(() => read(text)).toThrow('refusal.notOpml')
  },
)
