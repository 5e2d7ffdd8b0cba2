/** What the samples' own projects expect of them, in their notations, as one list of values to compare. */

import type { Feed } from '../../src/feeds/feed.ts'
import { readDate } from '../../src/text/date.ts'

/** A value that the sample states, and the one that was read. */
export type Comparison = { field: string; expected: string; found: string }

const FIELDS: [path: RegExp, field: string, read: (feed: Feed) => string | null | undefined][] = [
  [/^feed\.(?:title|title_detail\.value)$/, 'feed title', (feed) => feed.title],
  [/^feed\.link$/, 'feed link', (feed) => feed.link],
  [/^feed\.language$/, 'feed language', (feed) => feed.language],
  [/^entries\.0\.(?:title|title_detail\.value)$/, 'title', (feed) => feed.items[0]?.title],
  [/^entries\.0\.link$/, 'link', (feed) => feed.items[0]?.link],
  [/^entries\.0\.(?:id|guid)$/, 'id', (feed) => feed.items[0]?.id],
  [/^entries\.0\.(?:author|author_detail\.name)$/, 'author', (feed) => feed.items[0]?.author],
  [/^entries\.0\.(?:published|updated|created)(?:_parsed)?$/, 'date', (feed) => feed.items[0]?.date],
  [
    /^entries\.0\.(?:content\.0\.value|description|summary|summary_detail\.value)$/,
    'content',
    (feed) => feed.items[0]?.html,
  ],
  [/^entries\.0\.tags\.0\.term$/, 'category', (feed) => feed.items[0]?.categories[0]],
]

const EQUATION =
  /((?:feed|entries)(?:\[\d+\]|\['\w+'\]|\.\w+)+) == (?:u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|\((\d[\d, ]+)\))/g

/**
 * feedparser's samples hold an equation in a comment, `entries[0]['title'] == 'Example'`. Those about something that a
 * Feed has no place for are left out.
 */
export function compareEquations(sample: string, feed: Feed): Comparison[] {
  const expectation = /Expect:(.*)/.exec(sample)?.[1] ?? ''
  return [...expectation.matchAll(EQUATION)].flatMap(([, path = '', text, tuple]) => {
    const dotted = path.replace(/\['?(\w+)'?\]/g, '.$1')
    const known = FIELDS.find(([pattern]) => pattern.test(dotted))
    if (!known) return []
    const value = text === undefined ? fromTuple(tuple ?? '') : fromPython(text)
    const expected = known[1] === 'date' ? (readDate(value) ?? value) : value
    return [{ field: known[1], expected, found: known[2](feed) ?? '' }]
  })
}

/** `2003, 12, 31, 10, 14, 55, 2, 365, 0`: the first six are a time in UTC. */
function fromTuple(tuple: string): string {
  const [year = 0, month = 1, ...rest] = tuple.split(',').map(Number)
  const [day, hour, minute, second] = rest
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString()
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' }
const fromPython = (literal: string) =>
  literal
    .slice(1, -1)
    .replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_, wide, narrow, char) =>
      char ? (ESCAPES[char] ?? char) : String.fromCharCode(Number.parseInt(wide ?? narrow, 16)),
    )

/** One result was made with the wrong encoding, and has lost letters; one with a word for "nothing". */
const LOST = /\ufffd|^EMPTY$/

type Stated = Partial<Record<'title' | 'link' | 'language', string>> & {
  items: (Partial<
    Record<
      | 'title'
      | 'link'
      | 'isoDate'
      | 'creator'
      | 'author'
      | 'content'
      | 'content:encoded'
      | 'guid'
      | 'id'
      | 'summary',
      string
    >
  > & {
    categories?: (string | { _?: string })[]
  })[]
}

/** rss-parser's samples have its whole result in a file. Items are compared in their order; what it leaves out is not. */
export function compareResult(json: string, feed: Feed, base: string): Comparison[] {
  const stated: Stated = JSON.parse(json).feed
  const comparisons: [field: string, expected: string | undefined, found: string | null | undefined][] = [
    ['feed title', stated.title, feed.title],
    ['feed link', stated.link, feed.link],
    ['feed language', stated.language, feed.language],
    ['items', String(stated.items.length), String(feed.items.length)],
  ]
  for (const [index, item] of stated.items.entries()) {
    const own = feed.items[index]
    const content = [item['content:encoded'], item.content, item.summary].reduce((best = '', text = '') =>
      text.length > best.length ? text : best,
    )
    const [category] = item.categories ?? []
    comparisons.push(
      ['title', item.title, own?.title],
      ['link', item.link && URL.parse(item.link, base)?.href, own?.link],
      ['id', item.guid ?? item.id, own?.id],
      ['date', item.isoDate && readDate(item.isoDate), own?.date],
      ['author', item.creator ?? item.author, own?.author],
      ['content', content, own?.html],
      ['category', typeof category === 'object' ? category._ : category, own?.categories[0]],
    )
  }
  return comparisons.flatMap(([field, expected, found]) =>
    expected && !LOST.test(expected) ? [{ field, expected: expected.trim(), found: found ?? '' }] : [],
  )
}
