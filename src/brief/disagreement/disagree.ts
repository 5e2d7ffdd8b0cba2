/** The pairs of sentences in which sources contradict each other on what is asked. */

import { anyOf, anySpaced, anyUnspaced } from '../../languages/all.ts'
import { en } from '../../languages/en.ts'
import type { LanguageRules } from '../../languages/rules.ts'
import type { Question } from '../../search/question.ts'
import { detectLanguage } from '../../text/analysis.ts'
import type { Evidence } from '../evidence.ts'
import { poolOf } from '../extract.ts'
import { type Originals, originalOf } from '../independent.ts'
import type { Citation, Draft } from '../writer.ts'
import { readStatement } from './clause.ts'
import { type Asked, areOpposed, type Side } from './opposition.ts'

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

type Candidate = { sentence: Evidence; side: Side }

/**
 * What sources say against each other: two quotations each, of two publishers, the better evidence first.
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
  const candidates = evidence.slice(0, READ).flatMap((sentence): Candidate[] => {
    if (!pool.has(sentence) && sentence.coverage < MIN_OTHER_COVERAGE) return []
    if (sentence.leans && !before(sentence)) return []
    const { text, tokens, titleTerms, passage } = sentence
    const statement = readStatement(text, tokens, passage)
    const { language, date } = passage
    return statement ? [{ sentence, side: { statement, language, date, titleTerms } }] : []
  })
  const shown = new Set<Evidence>()
  const drafts: Draft[] = []
  for (const [at, { sentence: other, side }] of candidates.entries())
    for (const { sentence, side: better } of candidates.slice(0, at)) {
      if (drafts.length === MAX_DISAGREEMENTS) return drafts
      if (shown.has(sentence) || shown.has(other)) continue
      if (sentence.passage.source === other.passage.source) continue
      if (originalOf(originals, sentence.passage) === originalOf(originals, other.passage)) continue
      if (!isGood(sentence) && !isGood(other)) continue
      if (!areOpposed(better, side, asked)) continue
      shown.add(sentence).add(other)
      drafts.push({
        kind: 'disagreement',
        text: '',
        citations: [sentence, other].map((one) => citationOf(one, points)),
      })
    }
  return drafts
}

const before = ({ around, start }: Evidence) => around.find(({ end }) => end <= start)

/** The sentence, with the one that it leans on, or the quotation of a point that holds it. */
function citationOf(sentence: Evidence, points: Draft[]): Citation {
  const { document, hash } = sentence.passage
  const start = (sentence.leans ? before(sentence) : sentence)?.start ?? sentence.start
  const { end } = sentence
  const held = points
    .flatMap(({ citations }) => citations)
    .find((one) => one.document === document && one.hash === hash && one.start <= start && one.end >= end)
  return held ?? { document, hash, start, end }
}
