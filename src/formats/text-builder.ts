/** The text that readers build block by block. */

import type { Location } from '../document.ts'
import { Refusal, type RefusalReason } from '../refusal.ts'
import { boundName } from '../text/bounds.ts'
import { normalise, normaliseLine } from '../text/normalise.ts'
import type { Section } from '../text/passages.ts'
import { settle } from '../text/raised/raised.ts'
import type { Origin, ParsedFile } from './parsed.ts'

export const NO_ORIGIN: Origin = { title: null, author: null, source: null, date: null, language: null }

/** Files that hold pictures are large; a longer text is no document to brief from. In bytes, and in characters. */
export const [MAX_FILE_BYTES, MAX_TEXT_LENGTH] = [100_000_000, 10_000_000]

/** Throws a Refusal when a text of so many characters is none to brief from. */
export function checkLength(characters: number): void {
  if (characters > MAX_TEXT_LENGTH)
    throw new Refusal({ key: 'refusal.textLength', values: { limit: MAX_TEXT_LENGTH } })
}

export type TextBuilder = ReturnType<typeof createText>

/**
 * Collects a text: blocks, headings (which open a section each) and places. `finish` takes what the file says of
 * itself and answers the whole; the first heading stands in for a title. Throws a Refusal when the text is too
 * long, and in `finish` when there is none.
 */
export function createText() {
  const pieces: string[] = []
  const sections: Section[] = []
  const locations: Location[] = []
  const path: string[] = []
  let length = 0
  let firstHeading = ''
  let open: Section | undefined
  let place: Location | undefined
  const append = (block: string) => {
    const start = length === 0 ? 0 : length + 2
    pieces.push(block)
    length = start + block.length
    checkLength(length)
    if (place) {
      if (place.end < 0) place.start = start
      place.end = length
    }
    return { start, end: length }
  }
  /** Goes on to another place within the block that has just been appended. */
  const turn = (at: number, label: string) => {
    if (place) locations.push({ ...place, end: at })
    place = { start: at, end: length, label }
  }
  return {
    /**
     * A paragraph, a list's item or a table's row; nothing when it is blank. `turns` are places that begin within
     * it, at offsets into `text`, which is then in its stored form already.
     */
    block: (text: string, turns: { at: number; label: string }[] = []) => {
      const content = normalise(settle(text))
      if (content === '') return
      const span = append(content)
      for (const { at, label } of turns) turn(Math.min(span.start + at, span.end), label)
      if (open) open.end = span.end
      else {
        open = { ...span, heading: path.filter(Boolean).join(' › ') }
        sections.push(open)
      }
    },
    /** `depth` counts from 1. */
    heading: (text: string, depth: number) => {
      const content = normaliseLine(settle(text))
      if (content === '') return
      append(content)
      path.length = Math.min(path.length, depth - 1)
      path[depth - 1] = boundName(content, 'heading')
      firstHeading ||= content
      open = undefined
    },
    /** What follows stands under no heading. */
    leaveHeadings: () => {
      path.length = 0
      open = undefined
    },
    /** What follows is found at this place; null ends the place before. */
    place: (label: string | null) => {
      if (place && place.end >= 0) locations.push(place)
      place = label === null ? undefined : { start: -1, end: -1, label: boundName(label, 'label') }
    },
    finish: (origin: Origin, noText: RefusalReason = { key: 'refusal.noText' }): ParsedFile => {
      if (place && place.end >= 0) locations.push(place)
      if (length === 0) throw new Refusal(noText)
      const title = named(origin.title, 'title') ?? named(firstHeading, 'title')
      const text = pieces.join('\n\n')
      return {
        text,
        sections,
        title,
        author: named(origin.author, 'author'),
        source: named(origin.source, 'source'),
        date: origin.date,
        language: origin.language,
        locations,
      }
    },
  }
}

const named = (text: string | null, kind: 'title' | 'author' | 'source') =>
  boundName(text ?? '', kind) || null

/** A language tag as ISO 639-1; null when it has no such code. */
export function languageOf(tag: string | null | undefined): string | null {
  try {
    const code = new Intl.Locale((tag ?? '').trim().replaceAll('_', '-')).language
    return code.length === 2 ? code : null
  } catch {
    return null
  }
}
