/** The longest names and addresses that are stored and shown: a longer title holds up everybody who sees it. */

import type { DocumentInfo, StoredPlace } from '../document.ts'
import { shorten, visible } from './characters.ts'
import { normaliseName } from './normalise.ts'

/** In UTF-16 code units. Of the topics, no completion takes a longer one. */
export const LONGEST = { title: 300, source: 200, author: 300, topic: 100, heading: 300, label: 100 }
const LONGEST_URL = 2000
const LONGEST_REASON = 500

/** A title or name as it is stored and shown: one line of visible characters, its end cut off with `…`. */
export const boundName = (name: string, kind: keyof typeof LONGEST): string =>
  name.length <= LONGEST[kind] && isSimple(name) ? name : shorten(normaliseName(name), LONGEST[kind])

/** A place as it is stored: the title of a chapter is bounded. */
export function boundPlace(place: StoredPlace): StoredPlace {
  if (typeof place === 'string') return boundName(place, 'label')
  return 'chapter' in place ? { chapter: boundName(place.chapter, 'label') } : place
}

/** What the reason of a refusal repeats of a document or an error. */
export const boundReason = (reason: string): string => shorten(normaliseName(reason), LONGEST_REASON)

type Names = Pick<DocumentInfo, 'title' | 'source' | 'author' | 'url' | 'topics'>
type Named<Section, Place> = Names & { sections: Section[]; locations?: Place[] }

/** A document as it is stored, whatever it was read from. */
export const boundDocument = <
  Section extends { heading: string },
  Place extends { label: StoredPlace },
  Document extends Named<Section, Place>,
>(
  document: Document,
): Document => ({
  ...document,
  ...boundInfo(document),
  sections: document.sections.map((one) => ({ ...one, heading: boundName(one.heading, 'heading') })),
  ...(document.locations && {
    locations: document.locations.map((place) => ({ ...place, label: boundPlace(place.label) })),
  }),
})

/** What is known of a document, which a version without limits may have stored. */
export const boundInfo = <Info extends Names>(info: Info): Info => ({
  ...info,
  title: boundName(info.title, 'title'),
  source: boundName(info.source, 'source'),
  author: info.author === null ? null : boundName(info.author, 'author') || null,
  url: info.url !== null && info.url.length > LONGEST_URL ? null : info.url,
  topics: info.topics.map((topic) => boundName(topic, 'topic')),
})

/** Nothing is to be done: the common case, in which a search reads thousands. */
const isSimple = (name: string) =>
  /^\S+(?: \S+)*$/.test(name) && visible(name) === name && name.normalize('NFC') === name
