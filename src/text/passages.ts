/** Text → sentences → passages, all as offsets into the text (UTF-16 code units, 0-based, end exclusive). */
import type { Columns, Span } from '../document.ts'
import { goesOn } from './stops.ts'
import { columnsOf } from './tables.ts'
import { UNSPACED } from './unspaced.ts'

/** A stretch of text under one heading, the heading's own line left out. */
export type Section = Span & { heading: string }
export type PassageSpan = Span & { heading: string; columns?: Columns; sentences: Span[] }

/** The sections of a text; one of headings alone is a section as a whole. */
export const sectionsOf = (text: string, sections: Section[]): Section[] =>
  sections.length > 0 ? sections : [{ start: 0, end: text.length, heading: '' }]

/** In words. A passage ends at the first paragraph's end after the lower bound, and before the upper. */
const ENOUGH_WORDS = 100
const MAX_WORDS = 150
/** Longer runs without a sentence's end (tables, lists of names) are cut at white space. UTF-16 code units. */
const MAX_SENTENCE_LENGTH = 1000

const UNSPACED_RUN = new RegExp(`${UNSPACED.source}+`, 'gu')
/** A quotation's opening mark right behind the stop of what is before it. */
const MISPLACED_MARK = /^[^„]*[\p{L}\p{N}][.!?…]”?[“„«]$/u
const NOT_SPACE = /\S/g

const segmenters = new Map<string, Intl.Segmenter>()
function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const segmenter = new Intl.Segmenter(language === 'und' ? undefined : language, { granularity: 'sentence' })
  segmenters.set(language, segmenter)
  return segmenter
}

/** The span without the white space at its ends; undefined when nothing is left. */
function trimmed(text: string, { start, end }: Span): Span | undefined {
  const piece = text.slice(start, end)
  const body = piece.trim()
  if (body === '') return undefined
  const from = start + piece.indexOf(body)
  return { start: from, end: from + body.length }
}

/** Cuts an over-long span at white space (else between characters) into spans of bearable length. */
function shorten(text: string, span: Span): Span[] {
  const pieces: Span[] = []
  let rest: Span | undefined = span
  while (rest && rest.end - rest.start > MAX_SENTENCE_LENGTH) {
    const limit = rest.start + MAX_SENTENCE_LENGTH
    const space = text.slice(rest.start, limit).search(/\s\S*$/u)
    let cut = space > 0 ? rest.start + space : limit
    if (/[\udc00-\udfff]/.test(text[cut] ?? '') && /[\ud800-\udbff]/.test(text[cut - 1] ?? '')) cut -= 1
    const piece = trimmed(text, { start: rest.start, end: cut })
    if (piece) pieces.push(piece)
    NOT_SPACE.lastIndex = cut
    const next: number = NOT_SPACE.exec(text)?.index ?? rest.end
    rest = next < rest.end ? { start: next, end: rest.end } : undefined
  }
  return rest ? [...pieces, rest] : pieces
}

/**
 * The sentences of a text in order, without the white space between them; none is empty, none crosses an empty
 * line. Intl.Segmenter (Unicode UAX #29) decides, repaired for abbreviations, initials and ordinals.
 */
export function splitSentences(text: string, language: string): Span[] {
  return [...paragraphs(text)]
    .flatMap((paragraph) => sentencesIn(text, paragraph, language))
    .flatMap((span) => {
      const sentence = trimmed(text, span)
      return sentence ? shorten(text, sentence) : []
    })
}

function sentencesIn(text: string, paragraph: Span, language: string): Span[] {
  const spans: Span[] = []
  const piece = text.slice(paragraph.start, paragraph.end)
  for (const { index, segment } of segmenterFor(language).segment(piece)) {
    const span = { start: paragraph.start + index, end: paragraph.start + index + segment.length }
    const open = spans.at(-1)
    const line = open && text.slice(open.start, open.end)
    if (open && line && !line.endsWith('\n') && goesOn(line, segment, language)) {
      open.end = span.end
      continue
    }
    // "said.“Look": the mark belongs to what it opens.
    if (open && line && MISPLACED_MARK.test(line) && /^[\p{L}\p{N}]/u.test(segment)) {
      open.end -= 1
      span.start -= 1
    }
    spans.push(span)
  }
  return spans
}

function* paragraphs(text: string): Generator<Span> {
  let start = 0
  for (const { index } of text.matchAll(/\n\n/g)) {
    yield { start, end: index }
    start = index + 2
  }
  yield { start, end: text.length }
}

/** Words, where two characters of a script without spaces count as one. */
function countWords(text: string): number {
  const spaced = text.replace(UNSPACED_RUN, ' ')
  const unspaced = text.length - spaced.length + (text.match(UNSPACED_RUN)?.length ?? 0)
  return Math.ceil(unspaced / 2) + (spaced.match(/\S+/g)?.length ?? 0)
}

/** Passages of whole sentences, about 100–150 words each, none across a heading. */
export function splitPassages(text: string, sections: Section[], language: string): PassageSpan[] {
  return sections.flatMap((section) => {
    const passages: PassageSpan[] = []
    let sentences: Span[] = []
    let columns: Columns | undefined
    let words = 0
    const close = () => {
      const [first, last] = [sentences[0], sentences.at(-1)]
      const place = first && last && { start: first.start, end: last.end, heading: section.heading }
      if (place) passages.push({ ...place, ...(columns && { columns }), sentences })
      sentences = []
      columns = undefined
      words = 0
    }
    const all = splitSentences(text.slice(section.start, section.end), language).map((local) => ({
      start: section.start + local.start,
      end: section.start + local.end,
    }))
    const names = columnsOf(text, all)
    for (const [at, sentence] of all.entries()) {
      const length = countWords(text.slice(sentence.start, sentence.end))
      const previous = sentences.at(-1)
      const newParagraph = previous && text.slice(previous.end, sentence.start).includes('\n\n')
      if (words + length > MAX_WORDS || (newParagraph && words >= ENOUGH_WORDS)) close()
      sentences.push(sentence)
      columns ??= names[at]
      words += length
    }
    close()
    return passages
  })
}
