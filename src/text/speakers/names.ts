/** Names in a sentence: where one ends before a word or begins after it, and what of it is the name itself. */
import { allWords, anyOf } from '../../languages/all.ts'
import type { Word } from './clause.ts'
import type { Reporting } from './reporting.ts'

/** Particles inside a person's name. */
const PARTICLES = allWords(({ names }) => names?.particles)
/** Stay with the name, unlike other titles. */
const KEPT_TITLES = allWords(({ speech }) => speech?.keptTitles)
const PLURAL = new RegExp(anyOf(({ speech }) => speech?.grammar?.plurals))
const POSSESSIVE = /['’]s$/
const NAME = /^(?:\p{Lu}|(?:al|el|ad|as|ash|an|ar|d|l)[-'’]\p{Lu})/u
const ACRONYM = /^(?:\p{Lu}[\p{Lu}\p{N}&-]+|(?:\p{Lu}\.)+)$/u
const MAX_WORDS = 10

/** From the first of the words to the one after the last. */
export type Run = { from: number; to: number }
export type Sentence = { text: string; words: Word[]; reporting: Reporting }

export const isNamePart = (word: Word | undefined, { reporting }: Sentence) =>
  word !== undefined &&
  !word.quoted &&
  NAME.test(word.text) &&
  (!reporting.commons.has(word.lower) ||
    reporting.titles.has(word.lower) ||
    reporting.bodies.has(word.lower) ||
    ACRONYM.test(word.text))

const isInner = (word: Word | undefined, { reporting }: Sentence) =>
  word !== undefined && (PARTICLES.has(word.lower) || reporting.joints.has(word.lower))

/** The capitalised words that end at `last`, joined by particles and joints; undefined when there are none. */
export function runBefore(last: number, sentence: Sentence): Run | undefined {
  const { words } = sentence
  if (!isNamePart(words[last], sentence)) return undefined
  let from = last
  for (let at = last - 1; at >= 0 && last - at < MAX_WORDS; at -= 1) {
    if (isNamePart(words[at], sentence)) from = at
    else if (!isInner(words[at], sentence)) break
  }
  return { from, to: last + 1 }
}

/** The same from `first` on. */
export function runAfter(first: number, sentence: Sentence): Run | undefined {
  const { words } = sentence
  if (!isNamePart(words[first], sentence)) return undefined
  let to = first + 1
  for (let at = to; at < words.length && at - first < MAX_WORDS; at += 1) {
    if (isNamePart(words[at], sentence)) to = at + 1
    else if (!isInner(words[at], sentence)) break
  }
  return { from: first, to }
}

/**
 * The speaker's name out of a run: without titles, without the body that a person belongs to. Null when the run is
 * a role, a group of people or a place in an office, not a name.
 */
export function nameIn(run: Run, sentence: Sentence): string | null {
  const { words, text, reporting } = sentence
  const hasBody = ({ from, to }: Run) =>
    words.slice(from, to).some(({ lower }) => reporting.bodies.has(lower))
  let { from, to } = withoutJoints(run, sentence, hasBody)
  const endsInBody = reporting.bodies.has(words[to - 1]?.lower ?? '')
  for (let at = from; at < to - 1; at += 1) {
    const { lower, text: word } = words[at] as Word
    if (at > run.from && KEPT_TITLES.has(lower)) from = at
    else if (!endsInBody && (isTitle(lower, sentence) || POSSESSIVE.test(word))) from = at + 1
    else if (POSSESSIVE.test(word) && isTitle(words[at + 1]?.lower ?? '', sentence)) from = at + 1
  }
  from = afterRole({ from, to }, sentence)
  while (from < to && !isNamePart(words[from], sentence) && !PARTICLES.has(words[from]?.lower ?? ''))
    from += 1
  const [first, last] = [words[from], words[to - 1]]
  if (!first || !last || from >= to) return null
  if (isTitle(last.lower, sentence) && !KEPT_TITLES.has(last.lower)) return null
  if (to - from === 1 && !isNameAlone(last, from, sentence)) return null
  return text.slice(first.start, last.end)
}

const isTitle = (lower: string, { reporting }: Sentence) =>
  reporting.titles.has(lower) || (reporting.titleEnds?.test(lower) ?? false)

/** A joint belongs to a body's name ("Ministry of Trade"); after a person it leads to something else. */
function withoutJoints(run: Run, sentence: Sentence, hasBody: (run: Run) => boolean): Run {
  const { words, reporting } = sentence
  let { from, to } = run
  for (let at = from; at < to; at += 1) {
    const { lower } = words[at] as Word
    if (!reporting.joints.has(lower) || isPersonal({ from, to: at }, at, sentence)) continue
    const left = { from, to: at }
    if (hasBody(left)) continue
    const isOffice = words
      .slice(from, at)
      .every((word) => isTitle(word.lower, sentence) || !isNamePart(word, sentence))
    if (isOffice || isTitle(words[at - 1]?.lower ?? '', sentence)) {
      // "Minister of Defence Ann Brook", "US Secretary of State Ann Brook": the office ends with its first word.
      from = at + 1
      while (from < to && !isNamePart(words[from], sentence)) from += 1
      from += 1
    } else if (lower === reporting.and) from = at + 1
    else to = at
  }
  return { from, to }
}

/** "Ursula von der Leyen", "Ángela de la Cruz": a particle that is a joint elsewhere. English has none of these. */
const isPersonal = (left: Run, at: number, { words, reporting }: Sentence) =>
  reporting.hasParticles &&
  left.to > left.from &&
  PARTICLES.has(words[at]?.lower ?? '') &&
  words[at]?.lower !== reporting.and

/** German nouns and Russian genitives stand before a person's name: "der Chef der Behörde Kai Nagel". */
function afterRole({ from, to }: Run, { words, reporting }: Sentence): number {
  const { genitives, patronymics } = reporting.grammar
  const before = words[from - 1]?.lower ?? ''
  const length = to - from
  if (ACRONYM.test(words[to - 1]?.text ?? '')) return from
  if (length > 2 && reporting.articlesOfRoles.has(before)) return to - 2
  if (!genitives || length < 3 || !/^\p{Ll}/u.test(before)) return from
  const isPatronymic = patronymics?.test(words[to - 2]?.text ?? '')
  return genitives.test(words[from]?.lower ?? '') || ACRONYM.test(words[from]?.text ?? '')
    ? to - (isPatronymic ? 3 : 2)
    : from
}

/** Whether a single word can be a name: no people ("Egyptians"), no German noun, no Russian genitive of a body. */
function isNameAlone(word: Word, at: number, { words, reporting }: Sentence): boolean {
  const { genitives } = reporting.grammar
  if (reporting.nouns.has(word.lower)) return false
  if (reporting.commons.has(word.lower) && !ACRONYM.test(word.text)) return false
  if (word.text.replace(/\P{L}/gu, '').length < 2 || PLURAL.test(word.text)) return false
  const before = words[at - 1]?.lower ?? ''
  if (ACRONYM.test(word.text)) return true
  if (reporting.articlesOfNouns.has(before)) return reporting.namesWithArticles.has(word.lower)
  if (!genitives || !/^\p{Ll}/u.test(before)) return true
  return !genitives.test(word.lower) || reporting.prepositions.has(before)
}
