/** In which order stories are told: by how many independent sources carry them, how new they are, and what they are about. */
import { UNKNOWN_SOURCE } from '../document.ts'
import type { OpenedDocument } from '../store/documents-by-date.ts'
import { fold } from '../text/normalise.ts'
import { areCopies, type Sketch, sketchOf } from '../text/sketch.ts'

/**
 * `newest` is how late in the window the latest document came, `interest` the share of documents of interest,
 * `prominence` how much of what is new goes the way of the story; each 0–1.
 */
export type Standing = { independent: number; newest: number; interest: number; prominence: number }

/** In doublings of the sources: what the whole window's age is worth, being of interest, and all that is new. */
const NEWEST = 0.5
const INTEREST = 2
const PROMINENCE = 1

/** log2(1 + independent sources) + 0.5 · newest + 2 · interest + prominence: it grows with each of them. */
export const standingOf = ({ independent, newest, interest, prominence }: Standing): number =>
  Math.log2(1 + independent) + NEWEST * newest + INTEREST * interest + PROMINENCE * prominence

const sketches = new WeakMap<OpenedDocument, Sketch>()
function sketched(document: OpenedDocument): Sketch {
  const known = sketches.get(document) ?? sketchOf(document.text)
  sketches.set(document, known)
  return known
}

/** Whether two documents carry the same text. */
const isCopy = (one: OpenedDocument, other: OpenedDocument) =>
  one.hash === other.hash || areCopies(sketched(one), sketched(other))

/** Those that carry no text of one before them. */
export function withoutCopies(documents: OpenedDocument[]): OpenedDocument[] {
  const originals: OpenedDocument[] = []
  for (const document of documents)
    if (!originals.some((other) => isCopy(other, document))) originals.push(document)
  return originals
}

/** The publisher; a document whose publisher is not known is a source of its own. */
export const sourceOf = ({ id, source }: Pick<OpenedDocument, 'id' | 'source'>) =>
  source === UNKNOWN_SOURCE ? `\n${id}` : fold(source)

/** How many sources carry different texts. */
export const countIndependent = (originals: Pick<OpenedDocument, 'id' | 'source'>[]): number =>
  new Set(originals.map(sourceOf)).size
