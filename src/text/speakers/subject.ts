/** Whose verb it is: the speaker before a verb of speech, or after it. */
import { allWords } from '../../languages/all.ts'
import type { Word } from './clause.ts'
import { isNamePart, nameIn, type Run, runAfter, runBefore, type Sentence } from './names.ts'

/** A name, and the words that it was found between. */
export type Subject = { name: string; from: number; to: number }

/** Words of an apposition: "X, the minister who …, said". */
const MAX_APPOSITION = 30
const MAX_COMMAS = 4
/** Words of a role before its holder: "said the group's deputy leader, X". */
const MAX_ROLE = 14
const LOWER = /^\p{Ll}/u
const POSSESSIVE = /^['’]s$/
/** Words between "of" and the name that it leads to. */
const MAX_ADJECTIVES = 4
/** Begin what tells where and when, not who. */
const CIRCUMSTANCE = allWords(({ speech }) => speech?.circumstances)

const subject = (run: Run, sentence: Sentence): Subject | undefined => {
  const name = nameIn(run, sentence)
  return name === null ? undefined : { name, ...run }
}

/** The speaker whose name ends before the word at `verb`. */
export function subjectBefore(verb: number, sentence: Sentence): Subject | undefined {
  const { words, reporting } = sentence
  let last = verb - 1
  while (last >= 0 && (reporting.between.has(words[last]?.lower ?? '') || isAdverb(words[last], sentence)))
    last -= 1
  if (words[last]?.text === ')') {
    while (last >= 0 && words[last]?.text !== '(') last -= 1
    last -= 1
  }
  if (words[last]?.text === ',') return beforeApposition(last, sentence)
  const run = runBefore(last, sentence)
  if (!run) return undefined
  return isHead(run, sentence) ? subject(run, sentence) : beforePreposition(run, sentence)
}

const isAdverb = (word: Word | undefined, { reporting }: Sentence) =>
  word !== undefined && (reporting.grammar.adverbs?.test(word.text) ?? false)

/** "X at Y said": X, when it is a name of several words. */
function beforePreposition({ from }: Run, sentence: Sentence): Subject | undefined {
  const { words, reporting } = sentence
  let at = from - 1
  while (at > 0 && from - at < MAX_ADJECTIVES && !reporting.prepositions.has(words[at]?.lower ?? '')) at -= 1
  const run = runBefore(at - 1, sentence)
  return run && run.to - run.from > 1 && isHead(run, sentence) ? subject(run, sentence) : undefined
}

/** False for a name that only belongs to somebody: "the leader of X", "a spokesman for X". */
function isHead({ from }: Run, { words, reporting }: Sentence): boolean {
  const { grammar } = reporting
  let at = from - 1
  while (at >= 0 && reporting.articles.has(words[at]?.lower ?? '') && !grammar.articles) at -= 1
  if (POSSESSIVE.test(words[at]?.text ?? '')) while (at > 0 && !LOWER.test(words[at]?.text ?? '')) at -= 1
  const before = words[at]
  if (!before || before.quoted || before.lower === grammar.as) return true
  if (!reporting.prepositions.has(before.lower)) return !grammar.of || !isOf(at, words, grammar.of)
  return reporting.authors.has(before.lower) && reporting.documents.has(words[at - 1]?.lower ?? '')
}

/** "X of the French agency Y": Y is no head, though a noun stands before it. */
function isOf(last: number, words: Word[], of: string): boolean {
  let at = last
  while (at > 0 && last - at < MAX_ADJECTIVES && /^[\p{L}'’-]+$/u.test(words[at]?.text ?? '')) {
    if (words[at]?.lower === of) return true
    at -= 1
  }
  return false
}

/** "X, the minister, said" and "the minister, X, said"; `comma` is the one before the verb. */
function beforeApposition(comma: number, sentence: Sentence): Subject | undefined {
  const { words, reporting } = sentence
  let end = comma
  for (let count = 0; count < MAX_COMMAS; count += 1) {
    let at = end - 1
    while (at >= 0 && words[at]?.text !== ',' && !words[at]?.mark && comma - at < MAX_APPOSITION) at -= 1
    if (words[at]?.text !== ',') return undefined
    const [before, first] = [words[at - 1], words[at + 1]]
    const inside = runAfter(at + 1, sentence)
    const run = runBefore(at - 1, sentence)
    const isNoun = before && LOWER.test(before.text) && !reporting.function.has(before.lower)
    if (inside?.to === end && (isNoun || (run && inside.to - inside.from > 1 && isOffice(run, sentence))))
      return subject(inside, sentence)
    const isRole = words.slice(at + 1, end).some(({ lower }) => reporting.titles.has(lower))
    const isApposition =
      first && (isRole || /^[\p{Ll}\p{N}]/u.test(first.text)) && !CIRCUMSTANCE.has(first.lower)
    if (run && isApposition && isHead(run, sentence)) {
      const found = subject(run, sentence)
      if (found) return found
    }
    end = at
  }
  return undefined
}

/** "the leader of X", "the President of X": what comes next is who holds it. */
const isOffice = (run: Run, sentence: Sentence) =>
  !isHead(run, sentence) || sentence.reporting.titles.has(sentence.words[run.from]?.lower ?? '')

/** The speaker whose name begins after the word before `start`: "said the minister, X". */
export function subjectAfter(start: number, sentence: Sentence): Subject | undefined {
  const { words, reporting } = sentence
  let role = 0
  for (let at = start; at < words.length && at - start < MAX_ROLE; at += 1) {
    const word = words[at] as Word
    if (word.quoted || word.mark) return undefined
    if (isNamePart(word, sentence)) {
      const run = runAfter(at, sentence) as Run
      if (!isAdjective(run, sentence)) {
        const holder = words[run.to]?.text === ',' ? runAfter(run.to + 1, sentence) : undefined
        return subject(run, sentence) ?? (holder && subject(holder, sentence))
      }
      at = run.to - 1
      role += 1
    } else if (role > 0 && reporting.prepositions.has(word.lower)) return afterComma(at, sentence)
    else if (reporting.articles.has(word.lower)) continue
    else if (word.text === ',') {
      const run = runAfter(at + 1, sentence)
      return role > 0 && run && !isAdjective(run, sentence) ? subject(run, sentence) : undefined
    } else if (reporting.prepositions.has(word.lower) || reporting.joints.has(word.lower)) {
      return role > 0 ? afterComma(at, sentence) : undefined
    } else if (!/^[\p{L}]/u.test(word.text) || reporting.function.has(word.lower)) return undefined
    else role += 1
  }
  return undefined
}

/** "the minister of foreign affairs, X, …": past what belongs to the role. */
function afterComma(start: number, sentence: Sentence): Subject | undefined {
  const { words } = sentence
  let at = start
  while (at < words.length && words[at]?.text !== ',' && at - start < MAX_ROLE) {
    if (words[at]?.mark || /^[.;:–—]$/.test(words[at]?.text ?? '')) return undefined
    at += 1
  }
  const run = words[at]?.text === ',' ? runAfter(at + 1, sentence) : undefined
  return run && run.to - run.from > 1 && /^[,.–—]?$/.test(words[run.to]?.text ?? '')
    ? subject(run, sentence)
    : undefined
}

/** "Western diplomats", "Egypt's leader": a capital, but the noun comes after it. Elsewhere adjectives have none. */
function isAdjective({ to }: Run, { words, reporting }: Sentence): boolean {
  const { adjectives, behindAdjectives } = reporting.grammar
  const next = words[to]
  if (adjectives?.test(words[to - 1]?.text ?? ''))
    return LOWER.test(next?.text ?? '') && !reporting.function.has(next?.lower ?? '')
  if (!behindAdjectives || !next || !LOWER.test(next.text) || next.quoted) return false
  if (reporting.function.has(next.lower) || reporting.verbs.has(next.lower)) return false
  return !behindAdjectives.test(next.lower)
}
