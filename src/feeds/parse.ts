/** A feed's bytes → a Feed: RSS 0.9 to 2.0, Atom 0.3 and 1.0, RDF, JSON Feed. */
import { parseFeed as parseAny } from 'feedsmith'
import { Refusal } from '../refusal.ts'
import { decodeFeed } from './decode.ts'
import type { Feed } from './feed.ts'
import { identify } from './identity.ts'
import { fromJson } from './json.ts'
import { withNewNames, withoutBase64, withoutBrokenItem, withoutDoctype, withoutLongPersons } from './tidy.ts'
import { fromAtom, fromRss, type LooseFeed } from './xml.ts'

/** More than any feed shows at a time, fewer than would hold up everything else. */
const MOST_ITEMS = 2000

/**
 * Takes the Content-Type header, for the encoding, and the feed's address, for relative links. A feed that breaks off
 * gives its complete items. No entity that a feed declares is expanded, nothing is fetched, and nesting is limited by
 * the parser. Throws a Refusal for what is no feed or cannot be mended.
 */
export function parseFeed(bytes: Uint8Array, contentType?: string | null, url?: string): Feed {
  const text = decodeFeed(bytes, contentType)
  const feed = /^\s*\{/.test(text) ? parseText(text, url) : parseXml(text, url)
  return { ...feed, items: identify(feed.items) }
}

function parseXml(text: string, url: string | undefined): LooseFeed {
  const mended = [withoutBrokenItem, withoutDoctype, withoutLongPersons, withoutBase64, withNewNames]
  return parseText(
    mended.reduce((xml, mend) => mend(xml), text),
    url,
  )
}

function parseText(text: string, url: string | undefined): LooseFeed {
  try {
    const parsed = parseAny(text, { maxItems: MOST_ITEMS })
    if (parsed.format === 'json') return fromJson(parsed.feed, url)
    return parsed.format === 'atom' ? fromAtom(parsed.feed, url) : fromRss(parsed.feed, url)
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    // It is a feed, and nothing is in it yet.
    if (name === 'ParseError') return { title: null, link: null, language: null, interval: null, items: [] }
    if (name === 'MalformedError') throw new Refusal('refusal.feedXml', { cause: error })
    if (name !== 'DetectError') throw error
    throw new Refusal(/<html[\s>]/i.test(text) ? 'refusal.feedPage' : 'refusal.notFeed', {
      cause: error,
    })
  }
}
