/** Collections → examples to learn from: which sentences answer, and which questions a corpus answers at all. */
import { PASSAGES } from '../brief/brief.ts'
import { confidenceFeatures } from '../brief/confidence.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { readAll } from '../search/rank.ts'
import { createSearch } from '../search/retrieve.ts'
import { holdsAnswer } from './ask.ts'
import { type EvaluationQuery, earlierQuestions, type Judgements } from './collection.ts'
import type { Figures, RankingExample } from './learn.ts'
import { EVERYTHING } from './store.ts'

/** A shorter answer without a digit ("yes") stands in too many sentences that do not answer. */
const MIN_ANSWER_LENGTH = 4

const find = async (query: EvaluationQuery, corpus: Corpus) =>
  readAll(await createSearch(corpus)(query.text, EVERYTHING, PASSAGES, earlierQuestions(query)))

/** The candidates for an answer; right are those of a relevant document that hold an accepted answer. */
export async function rankingExample(
  query: EvaluationQuery,
  corpus: Corpus,
  judgements: Judgements,
): Promise<RankingExample> {
  const answers = query.answers.filter(
    (answer) => answer.length >= MIN_ANSWER_LENGTH || /\p{N}/u.test(answer),
  )
  const relevant = judgements.get(query.id)
  const readings = (await find(query, corpus)).hits.flatMap(({ reading }) => reading ?? [])
  return {
    candidates: readings.flatMap(({ features }) => features),
    right: readings.flatMap(({ passage, sentences }) =>
      sentences.map(({ text }) => (relevant?.get(passage.document) ?? 0) > 0 && holdsAnswer(text, answers)),
    ),
  }
}

/** The figures that the confidence in an answer is judged by; null when nothing is found. */
export const confidenceFigures = async (query: EvaluationQuery, corpus: Corpus): Promise<Figures | null> =>
  confidenceFeatures(await find(query, corpus))
