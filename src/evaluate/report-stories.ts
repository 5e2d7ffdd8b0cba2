/** `npm run eval -- stories`: measures of the grouping into stories, as a table or one JSON object. */
import type { Io } from '../terminal/io.ts'
import { type Row, table } from '../terminal/table.ts'
import { plain } from '../terminal/text.ts'
import { figure, jsonLine, type Measurement, tellRefused } from './report.ts'
import { evaluateStories, type StoriesResult } from './stories.ts'

/** Prints the measures of a collection; returns the exit code. */
export async function runStories({ values, json, io }: Measurement): Promise<number> {
  const folder = String(values.folder)
  const result = await evaluateStories(folder)
  tellRefused(io, result)
  tellMissing(io, result)
  io.output.write(json ? storiesJson(folder, result) : table(storiesRows(folder, result)))
  return 0
}

/** Says which clustered documents are not there. */
function tellMissing({ errors }: Io, { missing }: StoriesResult): void {
  const [first, ...more] = missing
  if (first === undefined) return
  const others = more.length === 0 ? '' : ` and ${more.length} more`
  errors.write(
    plain(
      `clusters.tsv names ${first}${others}, which corpus.jsonl does not hold; correct these ids or take their lines out.\n`,
    ),
  )
}

const storiesJson = (collection: string, { missing, refused, ...result }: StoriesResult) =>
  jsonLine({
    collection,
    ...result,
    missing: missing.length,
    refused: refused.length,
  })

type Figures = StoriesResult['ours'] | NonNullable<StoriesResult['baseline']>['atBest']

const figuresRows = (title: string, { precision, recall, f1, clusters }: Figures): Row[] => [
  [title, `${clusters} clusters`],
  ['  B-cubed precision', figure(precision)],
  ['  B-cubed recall', figure(recall)],
  ['  B-cubed F1', figure(f1)],
]

function storiesRows(folder: string, result: StoriesResult): Row[] {
  const { articles, clusters, missing, leftOut, ours, baseline } = result
  const notes = [
    ...(leftOut > 0 ? [`${leftOut} more are not in clusters.tsv and are left out`] : []),
    ...(missing.length > 0 ? [`${missing.length} of clusters.tsv are not in corpus.jsonl`] : []),
  ]
  return [
    ['Collection', folder],
    ['Articles', [`${articles} in ${clusters} clusters`, ...notes].join('; ')],
    ...figuresRows('Stories', ours),
    ['  seconds', ours.seconds.toFixed(2)],
    ...(baseline
      ? [
          ...figuresRows(`TF-IDF at ${baseline.threshold}`, baseline.atThreshold),
          ...figuresRows(`TF-IDF at its best here, ${baseline.bestThreshold}`, baseline.atBest),
        ]
      : ([['TF-IDF', 'not measured: too many articles to compare all pairs']] satisfies Row[])),
  ]
}
