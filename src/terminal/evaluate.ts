/** `eval retrieval`, `eval ask` and `eval stories`: measures on a test collection, as a small table or one JSON object. */
import { type FileHandle, open } from 'node:fs/promises'
import { UserError } from '../command.ts'
import { type AskResult, evaluateAsk } from '../evaluate/ask.ts'
import { CollectionError } from '../evaluate/collection.ts'
import { MEASURES, type ScoredDocument } from '../evaluate/measures.ts'
import { evaluateRetrieval, type RetrievalResult } from '../evaluate/retrieval.ts'
import type { EvaluationProgress, Measured, Watch } from '../evaluate/store.ts'
import { evaluateStories } from '../evaluate/stories.ts'
import { briefingJson } from './json.ts'
import type { Request } from './line.ts'
import { evalRetrieval, evalStories } from './own.ts'
import { createProgressLine } from './progress.ts'
import { storiesJson, storiesRows, tellMissing } from './stories.ts'
import { type Row, table } from './table.ts'
import { print } from './terminal.ts'
import { plain } from './text.ts'

/** The last column of a TREC run: who made it. */
const RUN_TAG = 'attache'
const REFUSALS_SHOWN = 5
const DIGITS = 4

/**
 * Runs an evaluation and prints its figures; answers the exit code: 1 when a quotation was not verbatim.
 * Throws a UserError for a folder that is no collection and a file that cannot be written.
 */
export async function runEvaluation(
  { command, values, json }: Extract<Request, { kind: 'run' }>,
  signal: AbortSignal,
): Promise<number> {
  const progress = createProgressLine()
  const watch: Watch = { signal, onProgress: (state) => progress.show(progressText(state)) }
  const folder = String(values.folder)
  const text = (name: string) => optionText(name, values[name]?.toString())
  try {
    if (command === evalRetrieval) {
      const result = await retrieval(folder, text('run'), watch).finally(progress.end)
      tellRefused(result)
      print(json ? retrievalJson(folder, result) : table(retrievalRows(folder, result)))
      return 0
    }
    if (command === evalStories) {
      const result = await evaluateStories(folder).finally(progress.end)
      tellRefused(result)
      tellMissing(result)
      print(json ? jsonLine(storiesJson(folder, result)) : table(storiesRows(folder, result)))
      return 0
    }
    const queries = text('queries')
    const result = await ask(folder, queries, text('out'), watch).finally(progress.end)
    tellRefused(result)
    print(json ? askJson(folder, queries, result) : table(askRows(folder, queries, result)))
    const isVerbatim = (result.scores.verbatim ?? 1) === 1
    if (!isVerbatim) process.stderr.write('A quotation is not the stored text: this is a fault, report it.\n')
    return isVerbatim ? 0 : 1
  } catch (error) {
    throw error instanceof CollectionError ? new UserError({ plain: error.message }) : error
  }
}

function optionText(name: string, value: string | undefined): string | undefined {
  if (value === '')
    throw new UserError({ plain: `--${name} is empty; write a path after it or leave it out.` })
  return value
}

async function retrieval(folder: string, run: string | undefined, watch: Watch): Promise<RetrievalResult> {
  await using file = await openOutput(run)
  return await evaluateRetrieval(folder, watch, async (query, ranking) => {
    await file?.appendFile(runLines(query, ranking))
  })
}

async function ask(folder: string, queries: string | undefined, out: string | undefined, watch: Watch) {
  await using file = await openOutput(out)
  return await evaluateAsk(folder, queries, watch, async ({ id }, briefing) => {
    await file?.appendFile(`${JSON.stringify({ id, ...briefingJson(briefing) })}\n`)
  })
}

/** Opened before the work, so that a wrong name costs no time. */
const openOutput = async (path: string | undefined): Promise<FileHandle | undefined> =>
  path === undefined
    ? undefined
    : await open(path, 'w').catch((error: Error) => {
        throw new UserError({
          plain: `The file ${path} cannot be written (${error.message}); choose another one.`,
        })
      })

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

export const progressText = ({ stage, done, total }: EvaluationProgress) =>
  stage === 'corpus' ? `Read ${done} lines of the corpus …` : `Asked ${done} of ${total} questions …`

export function tellRefused({ refused }: Pick<Measured, 'refused'>): void {
  for (const { name, reason } of refused.slice(0, REFUSALS_SHOWN))
    process.stderr.write(plain(`${name} was refused: ${reason}.\n`))
  if (refused.length > REFUSALS_SHOWN)
    process.stderr.write(`… and ${refused.length - REFUSALS_SHOWN} more lines were refused.\n`)
}

export const jsonLine = (value: object) => `${JSON.stringify(value)}\n`

const retrievalJson = (collection: string, { refused, measures, ...counts }: RetrievalResult) =>
  jsonLine({ collection, ...counts, refused: refused.length, ...measures })

const askJson = (
  collection: string,
  queries: string | undefined,
  { refused, kind: _, scores, ...counts }: AskResult,
) => jsonLine({ collection, ...(queries && { queries }), ...counts, refused: refused.length, ...scores })

export const figure = (value: number | null, digits = DIGITS) =>
  value === null ? '–' : value.toFixed(digits)

export const corpusRows = (folder: string, { documents, passages, refused }: Measured): Row[] => [
  ['Collection', folder],
  ['Documents', `${documents} in ${passages} passages, ${refused.length} refused`],
]

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

function askRows(folder: string, queries: string | undefined, result: AskResult): Row[] {
  const { kind, scores } = result
  const { questions, quotations, verbatim, firstQuoteWords, milliseconds } = scores
  const rest: Row[] = [
    ['Quotations', String(quotations)],
    ['  verbatim', verbatim === null ? '–' : `${Math.floor(verbatim * 10_000) / 100} %`],
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
