/** `npm run eval -- check`: measures of the check of claims, as a table or one JSON object. */
import { type Row, table } from '../terminal/table.ts'
import { type CheckResult, evaluateCheck } from './check.ts'
import {
  corpusRows,
  figure,
  givenText,
  jsonLine,
  type Measurement,
  tellRefused,
  verbatimCode,
  verbatimShare,
  watched,
} from './report.ts'

/** Prints the measures; returns the exit code: 1 when a quotation was not verbatim. */
export async function runCheck(measurement: Measurement): Promise<number> {
  const { values, json, io } = measurement
  const folder = String(values.folder)
  const queries = givenText(values, 'queries')
  const result = await watched(measurement, (watch) => evaluateCheck(folder, queries, watch))
  tellRefused(io, result)
  io.output.write(json ? checkJson(folder, queries, result) : table(checkRows(folder, queries, result)))
  return verbatimCode(io, result.scores)
}

const checkJson = (
  collection: string,
  queries: string | undefined,
  { refused, scores, ...counts }: CheckResult,
) => jsonLine({ collection, ...(queries && { queries }), ...counts, refused: refused.length, ...scores })

function checkRows(folder: string, queries: string | undefined, result: CheckResult): Row[] {
  const { claims, notClaims, shownEvidence, nothingNear, quotations, verbatim, milliseconds } = result.scores
  return [
    ...corpusRows(folder, result),
    ['Claims', `${claims}${queries ? ` of ${queries}` : ''}; ${notClaims} are taken for no statement`],
    ...(queries ? [] : [['Shown evidence', figure(shownEvidence)] satisfies Row]),
    ['Nothing near', figure(nothingNear)],
    ['Quotations', String(quotations)],
    ['  verbatim', verbatimShare(verbatim)],
    ['Milliseconds, mean', figure(milliseconds.mean, 1)],
    ['Milliseconds, p95', figure(milliseconds.p95, 1)],
  ]
}
