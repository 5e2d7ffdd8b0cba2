/**
 * A text → a sketch of it, by which texts that carry the same words are known without reading them again.
 *
 * Broder, "On the resemblance and containment of documents", 1997: the smallest hashes of a text's shingles (words in a
 * row) are a sample of them, and the same one in each copy. Shingles of three words survive an editor's changes better
 * than longer ones; shorter ones stand in everything.
 */

/** `values` are the smallest hashes of a text's shingles, ascending; `shingles` is how many there are in all. */
export type Sketch = { shingles: number; values: Uint32Array }

/** In words. */
const SHINGLE = 3
const VALUES = 64
/** A text with fewer shingles (forty words) says something else when a word of it changes. */
const MIN_SHINGLES = 38

/**
 * Copies have this much of both texts in common (Jaccard), and this much of the shorter one stands in the longer.
 * Measured by `node tests/bench/copies.ts`; the README holds the figures.
 */
export const THRESHOLD = { resemblance: 0.2, containment: 0.5 }

/** A word, or one character of a script without spaces between words. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+/gv

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
  const words = Array.from(text.toLowerCase().matchAll(WORD), ([word]) => hashOf(word))
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
export function resemblance(one: Sketch, other: Sketch): number {
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
export function areCopies(one: Sketch, other: Sketch): boolean {
  const alike = resemblance(one, other)
  const common = (alike * (one.shingles + other.shingles)) / (1 + alike)
  return (
    alike >= THRESHOLD.resemblance && common >= THRESHOLD.containment * Math.min(one.shingles, other.shingles)
  )
}
