/** The pairs of sentences in which sources contradict each other on what is asked. */

import { anyOf, anySpaced, anyUnspaced } from '../../languages/all.ts'
import { en } from '../../languages/en.ts'
import type { LanguageRules } from '../../languages/rules.ts'
import type { Question } from '../../search/question.ts'
import { detectLanguage } from '../../text/analysis.ts'
import type { Evidence } from '../evidence.ts'
import { poolOf } from '../extract.ts'
import { type Originals, originalOf } from '../independent.ts'
import type { Draft } from '../writer.ts'
import { before, citationOf } from './cite.ts'
import { readStatement } from './clause.ts'
import { type Asked, areFarApart, areOpposed, type Side } from './opposition.ts'
import { contradict } from './otherwise.ts'
import { areVersions, isUnknown, publisherOf } from './versions.ts'

const MAX_DISAGREEMENTS = 2
/** One side is as good as a point and holds so much of the question's weight; the other is, or holds some. */
const MIN_COVERAGE = 0.5
const MIN_OTHER_COVERAGE = 0.2
const READ = 40

const WORDS = ({ questions }: LanguageRules) => questions?.words
/** A question word, or one that asks for a choice: yes and no are no answers. */
const QUESTION_WORD = new RegExp(`(?<!\\p{L})(?:${anySpaced(WORDS)})(?!\\p{L})|${anyUnspaced(WORDS)}`, 'iu')
const POLAR = new RegExp(
  anyOf(({ questions }) => questions?.polar),
  'iu',
)
const ENGLISH_QUESTION_WORD = new RegExp(`^(?:.*\\s)?(?:${en.questions.words.source})\\b`, 'iu')
const AUXILIARY = new RegExp(`^(?:${anyOf(({ questions }) => questions?.auxiliaries)})\\b`, 'iu')

/** Whether yes and no would be answers. */
export function isPolar(question: string): boolean {
  // "Was" begins German questions too.
  const isEnglish = !/^was\b/iu.test(question) || detectLanguage(question) === 'en'
  if (isEnglish && AUXILIARY.test(question))
    return !/\bor\b(?! not)/iu.test(question) && !ENGLISH_QUESTION_WORD.test(question)
  return POLAR.test(question) || (/[?？]\s*$/u.test(question) && !QUESTION_WORD.test(question))
}

/** `side` is null of what is stated as no fact, or in a language without word lists. */
type Candidate = { sentence: Evidence; side: Side | null }

/**
 * What sources say against each other: two quotations each, of two publishers; the newer first, else the better
 * evidence. Where one publisher says otherwise later, see versions.ts.
 * @param evidence scored sentences, best first
 * @param points whose quotations are taken where they hold the sentence already
 * @param originals which of the documents are copies of each other: those cannot disagree
 */
export function disagreementsIn(
  evidence: Evidence[],
  question: Question,
  points: Draft[],
  originals: Originals = new Map(),
): Draft[] {
  const asked: Asked = { terms: new Set(question.terms), isPolar: isPolar(question.text) }
  const pool = new Set(poolOf(evidence))
  const isGood = (sentence: Evidence) => pool.has(sentence) && sentence.coverage >= MIN_COVERAGE
  const candidates = evidence
    .slice(0, READ)
    .filter((sentence) => pool.has(sentence) || sentence.coverage >= MIN_OTHER_COVERAGE)
    .filter((sentence) => !sentence.leans || before(sentence))
    .map((sentence): Candidate => ({ sentence, side: sideOf(sentence) }))
  const shown = new Set<Evidence>()
  const drafts: Draft[] = []
  for (const [at, candidate] of candidates.entries())
    for (const better of candidates.slice(0, at)) {
      if (drafts.length === MAX_DISAGREEMENTS) return drafts
      const pair = [better.sentence, candidate.sentence]
      if (pair.some((one) => shown.has(one)) || !pair.some(isGood)) continue
      if (!areAgainst(better, candidate, asked, originals)) continue
      for (const one of pair) shown.add(one)
      drafts.push({
        kind: 'disagreement',
        text: '',
        citations: pair.toSorted(byDate).map((one) => citationOf(one, points)),
      })
    }
  return drafts
}

function sideOf({ text, tokens, titleTerms, passage }: Evidence): Side | null {
  const statement = readStatement(text, tokens, passage)
  const { language, date } = passage
  return statement ? { statement, language, date, titleTerms } : null
}

/** Newer first; those that are not both dated stay in their order. */
const byDate = ({ passage: one }: Evidence, { passage: other }: Evidence) =>
  one.date === null || other.date === null ? 0 : other.date.localeCompare(one.date)

function areAgainst(one: Candidate, other: Candidate, asked: Asked, originals: Originals): boolean {
  const [a, b] = [one.sentence, other.sentence]
  if (publisherOf(a.passage) === publisherOf(b.passage) || areVersions(a, b)) return false
  if (originalOf(originals, a.passage) === originalOf(originals, b.passage)) return false
  // Of sources that nobody knows nearly the same text may be of one: all that differs is told.
  const isExact = isUnknown(a.passage) && isUnknown(b.passage)
  if (!areFarApart(a.passage, b.passage) && contradict(a, b, isExact)) return true
  return one.side !== null && other.side !== null && areOpposed(one.side, other.side, asked)
}
