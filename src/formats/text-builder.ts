/** The text that readers build block by block. */

import type { Location, Place, Span } from '../document.ts'
import { Refusal, type RefusalReason } from '../refusal.ts'
import { boundName, boundPlace } from '../text/bounds.ts'
import { normalise, normaliseLine } from '../text/normalise.ts'
import { type Section, sectionsOf } from '../text/passages.ts'
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

/** A place that begins within a block, at an offset into its text. */
export type Turn = { at: number; label: Place }

/** Collects a text: blocks, headings (which open a section each) and places. */
export class TextBuilder {
  private readonly pieces: string[] = []
  private readonly sections: Section[] = []
  private readonly locations: Location[] = []
  /** The headings above what follows, outermost first; empty where a level has none. */
  private readonly path: string[] = []
  private length = 0
  private firstHeading = ''
  private section: Section | undefined
  /** The place that goes on; it holds nothing yet while its end is −1. */
  private location: Location | undefined

  /**
   * A paragraph, a list's item or a table's row; nothing when it is blank. `turns` are places that begin within
   * it, at offsets into `text`, which is then in its stored form already. Throws a Refusal when the whole is too long.
   */
  block(text: string, turns: Turn[] = []): void {
    const content = normalise(settle(text))
    if (content === '') return
    const span = this.append(content)
    for (const { at, label } of turns) this.turn(Math.min(span.start + at, span.end), label)
    if (this.section) this.section.end = span.end
    else {
      this.section = { ...span, heading: this.path.filter(Boolean).join(' › ') }
      this.sections.push(this.section)
    }
  }

  /** `depth` counts from 1. */
  heading(text: string, depth: number): void {
    const content = normaliseLine(settle(text))
    if (content === '') return
    this.append(content)
    this.path.length = Math.min(this.path.length, depth - 1)
    this.path[depth - 1] = boundName(content, 'heading')
    this.firstHeading ||= content
    this.section = undefined
  }

  /** What follows stands under no heading. */
  leaveHeadings(): void {
    this.path.length = 0
    this.section = undefined
  }

  /** What follows is found at this place; null ends the place before. */
  place(label: Place | null): void {
    this.endPlace()
    this.location = label === null ? undefined : { start: -1, end: -1, label: boundPlace(label) }
  }

  /**
   * The whole, with what the file says of itself; the first heading stands in for a title. Throws a Refusal when
   * there is no text.
   */
  finish(origin: Origin, noText: RefusalReason = { key: 'refusal.noText' }): ParsedFile {
    this.endPlace()
    if (this.length === 0) throw new Refusal(noText)
    const text = this.pieces.join('\n\n')
    return {
      text,
      sections: sectionsOf(text, this.sections),
      title: named(origin.title, 'title') ?? named(this.firstHeading, 'title'),
      author: named(origin.author, 'author'),
      source: named(origin.source, 'source'),
      date: origin.date,
      language: origin.language,
      locations: this.locations,
    }
  }

  private append(block: string): Span {
    const start = this.length === 0 ? 0 : this.length + 2
    this.pieces.push(block)
    this.length = start + block.length
    checkLength(this.length)
    if (this.location) {
      if (this.location.end < 0) this.location.start = start
      this.location.end = this.length
    }
    return { start, end: this.length }
  }

  /** Goes on to another place within the block that has just been appended. */
  private turn(at: number, label: Place): void {
    if (this.location) this.locations.push({ ...this.location, end: at })
    this.location = { start: at, end: this.length, label }
  }

  private endPlace(): void {
    if (this.location && this.location.end >= 0) this.locations.push(this.location)
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
