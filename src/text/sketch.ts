/**
 * A text → a sketch of it, by which texts that carry the same words are known without reading them again.
 *
 * Broder, "On the resemblance and containment of documents", 1997: the smallest hashes of a text's shingles (words in a
 * row) are a sample of them, and the same one in each copy. Shingles of three words survive an editor's changes better
 * than longer ones; shorter ones stand in everything.
 */
import { UNSPACED } from './unspaced.ts'

/** `values` are the smallest hashes of a text's shingles, ascending; `shingles` is how many there are in all. */
export type Sketch = { shingles: number; values: Uint32Array }

/** In words. */
const SHINGLE = 3
const VALUES = 64
/** A sketch is found by so many of its values; two in common make a candidate. */
export const KEYS = 16
/** A text with fewer shingles (forty words) says something else when a word of it changes. */
const MIN_SHINGLES = 38

/**
 * Copies have this much of both texts in common (Jaccard), and this much of the shorter one stands in the longer: half
 * of a text is a copy of it, a background paragraph that two stories share is not.
 * Chosen by `node tests/bench/copies.ts`, which prints precision and recall for other values too.
 */
export const THRESHOLD = { resemblance: 0.15, containment: 0.5 }

/** Halves of a pair belong to letters of rare scripts more often than not. */
const LETTER = /[\p{L}\p{M}\p{N}\p{Cs}]/u
const BETWEEN = 1
const IN_WORD = 2
const ALONE = 3
/** What each UTF-16 code unit is; 0 where it has not been met. A pattern over the text takes five times as long. */
const kinds = new Uint8Array(0x10000)

function kindOf(unit: number): number {
  const known = kinds[unit]
  if (known) return known
  const letter = String.fromCharCode(unit)
  const kind = UNSPACED.test(letter) ? ALONE : LETTER.test(letter) ? IN_WORD : BETWEEN
  kinds[unit] = kind
  return kind
}

/** Spreads a number's bits over 32: equal for equal ones only. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** A hash of 32 bits. */
export function hashOf(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) + at
  return mix(hash)
}

/** The hashes of a text's words; a character of a script without spaces between words is one. */
function wordsIn(text: string): number[] {
  const lower = text.toLowerCase()
  const words: number[] = []
  let [hash, length] = [0, 0]
  for (let at = 0; at <= lower.length; at += 1) {
    const unit = at < lower.length ? lower.charCodeAt(at) : 0
    const kind = kindOf(unit)
    if (kind === IN_WORD) {
      hash = Math.imul(hash ^ unit, 0x01000193) + length
      length += 1
      continue
    }
    if (length > 0) words.push(mix(hash))
    if (kind === ALONE) words.push(mix(unit))
    hash = 0
    length = 0
  }
  return words
}

const follow = (hash: number, word: number) => mix(Math.imul(hash, 31) + word)

function shinglesIn(words: number[]): Set<number> {
  const shingles = new Set<number>()
  for (let at = SHINGLE; at <= words.length; at += 1) {
    let hash = 0
    for (let next = at - SHINGLE; next < at; next += 1) hash = follow(hash, words[next] ?? 0)
    shingles.add(hash)
  }
  return shingles
}

/**
 * The sketch of a text, the same for texts that differ in case, punctuation and line ends only. A short text is one
 * shingle, hashed twice to 64 bits: it is like nothing but itself. A text without a word has no values.
 */
export function sketchOf(text: string): Sketch {
  const words = wordsIn(text)
  const shingles = shinglesIn(words)
  if (shingles.size >= MIN_SHINGLES)
    return { shingles: shingles.size, values: Uint32Array.from(shingles).sort().slice(0, VALUES) }
  const whole = [1, 2].map((seed) => words.reduce(follow, seed))
  return {
    shingles: words.length === 0 ? 0 : 2,
    values: Uint32Array.from(words.length === 0 ? [] : whole).sort(),
  }
}

/** The share of all shingles of two texts that stand in both, estimated from the smallest of them. */
function resemblance(one: Sketch, other: Sketch): number {
  const [a, b] = [one.values, other.values]
  const most = Math.min(VALUES, a.length + b.length)
  let [common, seen, i, j] = [0, 0, 0, 0]
  for (; seen < most && (i < a.length || j < b.length); seen += 1) {
    const [left, right] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY]
    if (left === right) common += 1
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return seen === 0 ? 0 : common / seen
}

/** Whether two texts carry the same words, by their sketches. */
export function areCopies(one: Sketch, other: Sketch, threshold = THRESHOLD): boolean {
  const alike = resemblance(one, other)
  const common = (alike * (one.shingles + other.shingles)) / (1 + alike)
  return (
    alike >= threshold.resemblance && common >= threshold.containment * Math.min(one.shingles, other.shingles)
  )
}
