/** What a web page says of itself in its tags, gathered while they are read. */

import { settle } from '../../text/raised/raised.ts'
import type { Attributes } from './hidden.ts'

/** Names are in lower case; a name may come more than once. */
export type Facts = {
  language: string
  canonical: string
  /** Texts of JSON-LD. */
  linked: string[]
  /** `<meta>`: what `name`, `property` or `itemprop` call it, and its content. */
  metas: [name: string, content: string][]
  /** Texts of elements: `title`, `h1`, and those with an `itemprop` or a `rel`, by that name. */
  texts: [name: string, text: string][]
  /** `<time>`, by its `itemprop`, else `pubdate`, else ``. */
  times: [name: string, value: string][]
}

/** More of them, or longer ones, say nothing that is shown. UTF-16 code units. */
const [MAX_FACTS, MAX_LENGTH, MAX_LINKED_LENGTH] = [1000, 2000, 2_000_000]
const NAMED_TEXTS = new Set(['author', 'headline', 'name', 'publisher', 'datepublished'])

export type FactReader = {
  facts: Facts
  open: (name: string, attributes: Attributes) => void
  text: (text: string) => void
  close: () => void
}

/** Gathers facts from a page's tags; `close` is called once for each `open`. */
export function readFacts(): FactReader {
  const facts: Facts = { language: '', canonical: '', linked: [], metas: [], texts: [], times: [] }
  let depth = 0
  let taken: { name: string; depth: number; text: string; limit: number } | undefined
  return {
    facts,
    open: (name, attributes) => {
      depth++
      noteTag(facts, name, attributes)
      const text = textName(name, attributes)
      // An author’s name within what is said of the author.
      const isCloser = taken?.name === 'author' && text === 'name' && name !== 'meta'
      if (isCloser && taken) taken = { ...taken, depth, text: '' }
      else if (text && !taken)
        taken = { name: text, depth, text: '', limit: text === 'ld+json' ? MAX_LINKED_LENGTH : MAX_LENGTH }
    },
    text: (text) => {
      if (taken && taken.text.length < taken.limit) taken.text += text
    },
    close: () => {
      if (taken?.depth === depth--) {
        if (taken.name === 'ld+json') facts.linked.push(taken.text)
        else add(facts.texts, taken.name, taken.text)
        taken = undefined
      }
    },
  }
}

function add(list: [string, string][], name: string, value: string) {
  const text = settle(value.slice(0, MAX_LENGTH)).replace(/\s+/g, ' ').trim()
  // Dublin Core comes under several prefixes.
  const key = name
    .slice(0, MAX_LENGTH)
    .trim()
    .toLowerCase()
    .replace(/^dc(?:terms?)?[.:]/, 'dc.')
  if (text !== '' && list.length < MAX_FACTS) list.push([key, text])
}

function noteTag(facts: Facts, name: string, attributes: Attributes) {
  const { content, datetime, itemprop = '' } = attributes
  if (name === 'html')
    facts.language ||= (attributes.lang ?? attributes['xml:lang'] ?? '').slice(0, MAX_LENGTH)
  if (name === 'link' && /^canonical$/i.test(attributes.rel ?? '')) facts.canonical ||= attributes.href ?? ''
  if (name === 'time' && datetime)
    add(facts.times, itemprop || ('pubdate' in attributes ? 'pubdate' : ''), datetime)
  else if (content && itemprop) add(facts.metas, itemprop, content)
  if (name === 'meta' && content)
    for (const names of [attributes.property, attributes.name, attributes['http-equiv']])
      for (const one of (names ?? '').slice(0, MAX_LENGTH).split(/\s+/).filter(Boolean))
        add(facts.metas, one, content)
}

/** The name under which an element's text is a fact. */
function textName(name: string, { type, itemprop, rel }: Attributes): string | undefined {
  if (name === 'script') return /^application\/ld\+json\b/i.test(type ?? '') ? 'ld+json' : undefined
  if (name === 'title' || name === 'h1') return name
  if (itemprop && NAMED_TEXTS.has(itemprop.toLowerCase())) return itemprop.toLowerCase()
  return rel?.toLowerCase() === 'author' && name === 'a' ? 'author' : undefined
}
