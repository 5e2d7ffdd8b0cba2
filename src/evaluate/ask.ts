/** How well the extractive writer answers a collection's questions, and refuses those that the corpus cannot answer. */
import { createBrief } from '../brief/brief.ts'
import type { Briefing } from '../brief/briefing.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { createSearch } from '../search/retrieve.ts'
import { corpusFile, type EvaluationQuery, earlierQuestions, readQueries } from './collection.ts'
import { countWords, mean, percentile, rocAuc, share } from './statistics.ts'
import { EVERYTHING, type Measured, openTemporaryCorpus, type Watch } from './store.ts'

/** What is kept of an answered question. */
export type Outcome = {
  query: EvaluationQuery
  answered: boolean
  confidence: number
  /** How many of the first quotations are read until one holds an accepted answer; null when none does. */
  answeredAt: number | null
  /** Null when there is no quotation. */
  firstQuoteWords: number | null
  /** Quotations shown, those of the nearest passages too, and how many of them the store holds word for word. */
  quotations: number
  verbatim: number
  milliseconds: number
}

type Common = {
  questions: number
  /** Share of the questions, 0–1; so are all shares here. Null stands where nothing can be computed. */
  answered: number | null
  quotations: number
  verbatim: number | null
  firstQuoteWords: number | null
  milliseconds: { mean: number | null; p95: number | null }
}

/** A collection's own questions. A question with answers that got `not_in_corpus` is a miss for quote@1 and quote@3. */
export type OwnScores = Common & {
  answerable: number
  unanswerable: number
  /** Of the questions with accepted answers: the share whose first (three) quotations hold one of them. */
  'quote@1': number | null
  'quote@3': number | null
  answeredOfAnswerable: number | null
  notInCorpusOfUnanswerable: number | null
  /** Of the confidence: answerable questions against unanswerable ones. */
  rocAuc: number | null
}

/** Another collection's questions, none of which this corpus answers. */
type ForeignScores = Common & { notInCorpus: number | null }

export type AskResult = Measured &
  ({ kind: 'own'; scores: OwnScores } | { kind: 'foreign'; scores: ForeignScores })

/**
 * Asks every question, one at a time, of a store of the collection's corpus.
 * @param queriesFolder the collection whose questions are asked, when it is another one
 * @param onAnswer told of each briefing in the order of the questions; awaited
 * Throws a CollectionError when a folder is no collection, and the signal's reason when aborted.
 */
export async function evaluateAsk(
  folder: string,
  queriesFolder: string | undefined,
  watch: Watch,
  onAnswer: (query: EvaluationQuery, briefing: Briefing) => Promise<void>,
): Promise<AskResult> {
  const file = await corpusFile(folder)
  const queries = await readQueries(queriesFolder ?? folder)
  await using store = await openTemporaryCorpus(file, watch)
  const { corpus, measured } = store
  const brief = createBrief({ corpus, search: createSearch(corpus) })
  const outcomes: Outcome[] = []
  for (const query of queries) {
    watch.signal.throwIfAborted()
    const began = performance.now()
    const briefing = await brief(query.text, EVERYTHING, {
      progress: () => {},
      signal: watch.signal,
      earlier: earlierQuestions(query),
    })
    const milliseconds = performance.now() - began
    outcomes.push(await judge(query, briefing, milliseconds, corpus))
    await onAnswer(query, briefing)
    watch.onProgress({ stage: 'questions', done: outcomes.length, total: queries.length })
  }
  return queriesFolder === undefined
    ? { ...measured, kind: 'own', scores: scoreOwn(outcomes) }
    : { ...measured, kind: 'foreign', scores: scoreForeign(outcomes) }
}

async function judge(
  query: EvaluationQuery,
  briefing: Briefing,
  milliseconds: number,
  corpus: Corpus,
): Promise<Outcome> {
  const { quotes, nearest, status, confidence } = briefing
  const shown = [...quotes, ...nearest]
  let verbatim = 0
  for (const { document, hash, start, end, text } of shown) {
    const stored = await corpus.document(document, hash)
    if (stored?.text.slice(start, end) === text) verbatim += 1
  }
  const at = quotes.findIndex(({ text }) => holdsAnswer(text, query.answers))
  return {
    query,
    answered: status === 'answered',
    confidence,
    answeredAt: at < 0 ? null : at + 1,
    firstQuoteWords: quotes[0] ? countWords(quotes[0].text) : null,
    quotations: shown.length,
    verbatim,
    milliseconds,
  }
}

const folded = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** Whether a quotation contains an accepted answer: case aside, and with every run of white space as one space. */
export function holdsAnswer(quotation: string, answers: string[]): boolean {
  const text = folded(quotation)
  return answers.map(folded).some((answer) => answer !== '' && text.includes(answer))
}

function scoreCommon(outcomes: Outcome[]): Common {
  const total = (of: (outcome: Outcome) => number) => outcomes.reduce((sum, one) => sum + of(one), 0)
  const quotations = total((one) => one.quotations)
  const times = outcomes.map((one) => one.milliseconds)
  return {
    questions: outcomes.length,
    answered: share(outcomes, (one) => one.answered),
    quotations,
    verbatim: quotations === 0 ? null : total((one) => one.verbatim) / quotations,
    firstQuoteWords: mean(outcomes.flatMap((one) => one.firstQuoteWords ?? [])),
    milliseconds: { mean: mean(times), p95: percentile(times, 95) },
  }
}

export function scoreOwn(outcomes: Outcome[]): OwnScores {
  const answerable = outcomes.filter(({ query }) => query.answerable)
  const unanswerable = outcomes.filter(({ query }) => query.unanswerable)
  const withAnswers = answerable.filter(({ query }) => query.answers.length > 0)
  const quoteAt = (most: number) =>
    share(withAnswers, (one) => one.answeredAt !== null && one.answeredAt <= most)
  return {
    ...scoreCommon(outcomes),
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    'quote@1': quoteAt(1),
    'quote@3': quoteAt(3),
    answeredOfAnswerable: share(answerable, (one) => one.answered),
    notInCorpusOfUnanswerable: share(unanswerable, (one) => !one.answered),
    rocAuc: rocAuc(
      answerable.map((one) => one.confidence),
      unanswerable.map((one) => one.confidence),
    ),
  }
}

const scoreForeign = (outcomes: Outcome[]): ForeignScores => ({
  ...scoreCommon(outcomes),
  notInCorpus: share(outcomes, (one) => !one.answered),
})
