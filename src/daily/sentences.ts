/** The sentences of a document that can stand alone: whole, and saying something. */
import { leansBack } from '../brief/reference.ts'
import type { Span } from '../document.ts'
import { anyOf, anySpaced, anyUnspaced } from '../languages/all.ts'
import type { LanguageRules } from '../languages/rules.ts'
import type { OpenedDocument } from '../store/documents-by-date.ts'
import { analyse } from '../text/analysis.ts'
import { splitSentences } from '../text/passages.ts'
import { UNSPACED } from '../text/unspaced.ts'

/** The span points into the document's text; `at` counts its sentences from 0; `terms` are its index terms in order. */
export type Sentence = Span & { document: OpenedDocument; at: number; text: string; terms: string[] }

/** In UTF-16 code units: below it says nothing, above it is not read at a glance. Chinese takes a third. */
const SHORTEST = 40
const LONGEST = 420
const DENSE = 3
const FEWEST_TERMS = 4
/** What follows in a long document is not what is new about it. */
const MOST_SENTENCES = 60
/** Of each section. UTF-16 code units. */
const MOST_SPLIT = 30_000
const BEGINS = /^(?!'')["“'‘«„`(¿¡「]*\s?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u
/** Who speaks in a transcript, and when in a live report. */
const LABEL = new RegExp(
  `^\\p{Lu}{2}[\\p{Lu}\\s.,()-]*:|^\\d{1,2}(?:[.:h]\\d{2})?\\s?(?:min|[ap]\\.?m\\.?|${anyOf(({ schedule }) => schedule?.clock)})\\b[^:–—]{0,8}\\s?[:–—-]`,
  'u',
)
/** More of a sentence's words begin with a capital in headings and lists of names only. */
const MOST_CAPITALS = 0.6
const QUOTES = [
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
] as const
const ENDS = /[.!?。！？][\s"“”'’»)`]*$/u
/** A line of a table, of a list or of a page's frame. */
const FURNITURE = new RegExp(
  `https?:|www\\.|[|•›»©]\\s|@\\w+\\.|${anyOf(({ sentences }) => sentences?.newsroom)}`,
  'iu',
)

const kept = new WeakMap<OpenedDocument, Sentence[]>()

/** The first sentences of a document, those of its headings left out. */
export function sentencesOf(document: OpenedDocument): Sentence[] {
  const known = kept.get(document)
  if (known) return known
  const { text, language, sections } = document
  const sentences: Sentence[] = []
  for (const section of sections) {
    if (sentences.length >= MOST_SENTENCES) break
    for (const span of splitWhole(text.slice(section.start, section.end), language)) {
      const [start, end] = [section.start + span.start, section.start + span.end]
      const own = text.slice(start, end)
      sentences.push({ start, end, document, at: sentences.length, text: own, terms: analyse(own, language) })
      if (sentences.length >= MOST_SENTENCES) break
    }
  }
  kept.set(document, sentences)
  return sentences
}

const CONNECTIVES = ({ sentences }: LanguageRules) => sentences?.connectives
/** It goes on from the sentence before. */
const CONNECTS = new RegExp(
  `^["“”„«\`\\s]*(?:(?:${anySpaced(CONNECTIVES)})(?![\\p{L}\\p{M}'’-])|(?:${anyUnspaced(CONNECTIVES)}))`,
  'iu',
)
const QUOTED = /["“«「][^"“”«»「」]*["”»」]/gu
const SPEAKS = new RegExp(
  `^["“„«「\`‘]|[?？][\\s"”»」’']*$|${anyOf(({ sentences }) => sentences?.addresses)}`,
  'u',
)

/** Of a long text only the beginning is split; the sentence that is cut there is left out. */
function splitWhole(text: string, language: string): Span[] {
  const spans = splitSentences(text.slice(0, MOST_SPLIT), language)
  return text.length > MOST_SPLIT ? spans.slice(0, -1) : spans
}

/** Whether a sentence tells rather than speaks: what it holds of somebody's own words is set off in the middle. */
export const isReport = ({ text }: Sentence) => !SPEAKS.test(text.replace(QUOTED, '“”'))

function isHeading(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}]+/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  return capitals.length > MOST_CAPITALS * words.length
}

/** Whether each quotation that begins in it ends in it. */
const isClosed = (text: string) =>
  text.split('"').length % 2 === 1 &&
  QUOTES.every(([open, close]) => text.split(open).length === text.split(close).length)

/** Whether a sentence can be shown by itself. */
export function canStandAlone({ text, terms }: Sentence): boolean {
  const share = UNSPACED.test(text) ? DENSE : 1
  return (
    text.length >= SHORTEST / share &&
    text.length <= LONGEST / share &&
    terms.length >= FEWEST_TERMS &&
    BEGINS.test(text) &&
    !LABEL.test(text) &&
    !isHeading(text) &&
    isClosed(text) &&
    ENDS.test(text) &&
    !leansBack(text) &&
    !CONNECTS.test(text) &&
    !FURNITURE.test(text)
  )
}
