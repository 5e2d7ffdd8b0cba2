/** Verbs of speech: how surely one reports, and what stands beside it. */
import type { Word } from './clause.ts'
import type { Sentence } from './names.ts'
import type { Reporting } from './reporting.ts'

/**
 * `plain` verbs report wherever they stand, `judging` ones behind their subject or beside a quotation, `weak` ones only
 * beside a quotation, a colon or a "that".
 */
export type Strength = 'plain' | 'judging' | 'weak'

/** What the word at `at` is as a verb of speech; undefined for any other. */
export function strengthOf(at: number, { words, reporting }: Sentence): Strength | undefined {
  const lower = words[at]?.lower ?? ''
  const next = words[at + 1]?.lower ?? ''
  if (reporting.verbs.has(lower)) return 'plain'
  // Whoever pledges a sum says nothing.
  const isSaid = !reporting.passives.has(next) && !/^[\p{Sc}\p{N}#]/u.test(next)
  if (reporting.judging.has(lower) && isSaid) return 'judging'
  if (reporting.phrasal.get(lower)?.some(([, second]) => second === next)) return 'judging'
  return reporting.weak.has(lower) ? 'weak' : undefined
}

/** Whether a quotation ends or begins there, with at most a comma, a colon or a "that" between. */
export function isBeside(start: number, step: 1 | -1, { words, reporting }: Sentence): boolean {
  let at = start
  for (let word = words[at]; word; word = words[at]) {
    const isBetween = reporting.that.has(word.lower) || reporting.articles.has(word.lower)
    if (!isBetween && !/^[,:;.!?–—-]$/.test(word.text)) break
    at += step
  }
  return words[at]?.mark === (step > 0 ? 'open' : 'close')
}

/** Whether what is said begins there without a mark. */
export const isReport = (next: Word | undefined, reporting: Reporting) =>
  next !== undefined && (reporting.that.has(next.lower) || next.text === ':')
