/** `npm run eval -- ask`: measures of the extractive answers, as a table or one JSON object. */
import { briefingJson } from '../terminal/json.ts'
import { type Row, table } from '../terminal/table.ts'
import { type AskResult, evaluateAsk } from './ask.ts'
import {
  corpusRows,
  figure,
  givenText,
  jsonLine,
  type Measurement,
  openOutput,
  tellRefused,
  verbatimCode,
  verbatimShare,
  watched,
} from './report.ts'

/**
 * Prints the measures and writes every answer to the file of `--out`; returns the exit code: 1 when a quotation was
 * not verbatim. Throws a UserError for a file that cannot be written.
 */
export async function runAsk(measurement: Measurement): Promise<number> {
  const { values, json, io } = measurement
  const folder = String(values.folder)
  const queries = givenText(values, 'queries')
  await using file = await openOutput(givenText(values, 'out'))
  const result = await watched(measurement, (watch) =>
    evaluateAsk(folder, queries, watch, async ({ id }, briefing) => {
      await file?.appendFile(jsonLine({ id, ...briefingJson(briefing) }))
    }),
  )
  tellRefused(io, result)
  io.output.write(json ? askJson(folder, queries, result) : table(askRows(folder, queries, result)))
  return verbatimCode(io, result.scores)
}

const askJson = (
  collection: string,
  queries: string | undefined,
  { refused, kind: _, scores, ...counts }: AskResult,
) => jsonLine({ collection, ...(queries && { queries }), ...counts, refused: refused.length, ...scores })

function askRows(folder: string, queries: string | undefined, result: AskResult): Row[] {
  const { kind, scores } = result
  const { questions, quotations, verbatim, firstQuoteWords, milliseconds } = scores
  const rest: Row[] = [
    ['Quotations', String(quotations)],
    ['  verbatim', verbatimShare(verbatim)],
    ['  words of the first', figure(firstQuoteWords, 1)],
    ['Milliseconds, mean', figure(milliseconds.mean, 1)],
    ['Milliseconds, p95', figure(milliseconds.p95, 1)],
  ]
  if (kind === 'foreign')
    return [
      ...corpusRows(folder, result),
      ['Questions', `${questions} of ${queries}`],
      ['Not in the corpus', figure(scores.notInCorpus)],
      ...rest,
    ]
  return [
    ...corpusRows(folder, result),
    [
      'Questions',
      `${questions}, of them ${scores.answerable} answerable, ${scores.unanswerable} unanswerable`,
    ],
    [
      'quote@1',
      `${figure(scores['quote@1'])}${scores['quote@1'] === null ? '' : '  (not_in_corpus is a miss)'}`,
    ],
    ['quote@3', figure(scores['quote@3'])],
    ['Answered', figure(scores.answered)],
    ['  of the answerable', figure(scores.answeredOfAnswerable)],
    ['Unanswerable refused', figure(scores.notInCorpusOfUnanswerable)],
    ['ROC AUC of confidence', figure(scores.rocAuc)],
    ...rest,
  ]
}
