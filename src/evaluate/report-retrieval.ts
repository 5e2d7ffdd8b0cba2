/** `npm run eval -- retrieval`: measures of the search, as a table or one JSON object, and a TREC run. */
import { UserError } from '../command/context.ts'
import { type Row, table } from '../terminal/table.ts'
import { MEASURES, type ScoredDocument } from './measures.ts'
import {
  corpusRows,
  figure,
  givenText,
  jsonLine,
  type Measurement,
  openOutput,
  tellRefused,
  watched,
} from './report.ts'
import { evaluateRetrieval, type RetrievalResult } from './retrieval.ts'

/** The last column of a TREC run: who made it. */
const RUN_TAG = 'attache'

/** Prints the measures of a collection; returns the exit code. Throws a UserError for a file that cannot be written. */
export async function runRetrieval(measurement: Measurement): Promise<number> {
  const { values, json, io } = measurement
  const folder = String(values.folder)
  await using file = await openOutput(givenText(values, 'run'))
  const result = await watched(measurement, (watch) =>
    evaluateRetrieval(folder, watch, async (query, ranking) => {
      await file?.appendFile(runLines(query, ranking))
    }),
  )
  tellRefused(io, result)
  io.output.write(json ? retrievalJson(folder, result) : table(retrievalRows(folder, result)))
  return 0
}

/** Lines as trec_eval reads them; it takes white space for the end of a column. */
function runLines(query: string, ranking: ScoredDocument[]): string {
  const spaced = [query, ...ranking.map(({ document }) => document)].find((id) => /\s/.test(id))
  if (spaced !== undefined)
    throw new UserError({
      plain: `The id “${spaced}” holds white space, which a TREC run cannot; leave out --run.`,
    })
  return ranking
    .map(({ document, score }, at) => `${query} Q0 ${document} ${at + 1} ${score} ${RUN_TAG}\n`)
    .join('')
}

const retrievalJson = (collection: string, { refused, measures, ...counts }: RetrievalResult) =>
  jsonLine({ collection, ...counts, refused: refused.length, ...measures })

function retrievalRows(folder: string, result: RetrievalResult): Row[] {
  const { queries, withoutRelevant, missing, measures } = result
  const notes = [
    ...(withoutRelevant > 0 ? [`${withoutRelevant} more have no relevant document and are left out`] : []),
    ...(missing > 0 ? [`${missing} of them are not in queries.jsonl and count as 0`] : []),
  ]
  return [
    ...corpusRows(folder, result),
    ['Queries', [String(queries), ...notes].join('; ')],
    ...MEASURES.map((name): Row => [name, figure(measures[name])]),
  ]
}
