/** `eval timeline`: how often a day's briefing leads with what people wrote into a timeline, as a table or JSON. */
import { UserError } from '../command.ts'
import { CollectionError } from '../evaluate/collection.ts'
import { evaluateTimeline, FOUND, type TimelineResult } from '../evaluate/timeline.ts'
import { corpusRows, figure, jsonLine, progressText, tellRefused } from './evaluate.ts'
import type { Request } from './line.ts'
import { createProgressLine } from './progress.ts'
import { type Row, table } from './table.ts'
import { print } from './terminal.ts'

const RULE = `A date counts as found when what is shown holds at least a third (and ${FOUND.words}) of the content words (stems, without stop words) of one of the timeline’s sentences for it; “share” is the mean of the largest such share. The longest articles of the day, as many words from their beginning, are counted the same.`

/** Runs it and prints its figures. Throws a UserError for a folder that is no such collection. */
export async function runTimeline(
  { values, json }: Extract<Request, { kind: 'run' }>,
  signal: AbortSignal,
): Promise<number> {
  const progress = createProgressLine()
  const folder = String(values.folder)
  const watch = {
    signal,
    onProgress: (state: Parameters<typeof progressText>[0]) => progress.show(progressText(state)),
  }
  const result = await evaluateTimeline(folder, watch)
    .finally(progress.end)
    .catch((error) => {
      throw error instanceof CollectionError ? new UserError({ plain: error.message }) : error
    })
  tellRefused(result)
  print(json ? timelineJson(folder, result) : `${table(rows(folder, result))}\n${RULE}\n`)
  return 0
}

const timelineJson = (collection: string, { refused, ...rest }: TimelineResult) =>
  jsonLine({ collection, rule: RULE, ...rest, refused: refused.length })

const counted = ({ found, share }: TimelineResult['lead']) => `${figure(found)}  share ${figure(share)}`

const rows = (folder: string, result: TimelineResult): Row[] => [
  ...corpusRows(folder, result),
  [
    'Dates',
    `${result.dates} in ${result.timelines} timelines; ${result.withoutDocuments} without documents are left out, ${result.withoutStory} without a story count as 0`,
  ],
  ['First story', counted(result.lead)],
  ['  longest article', counted(result.longest)],
  ['Any story told', counted(result.any)],
  ['  longest articles', counted(result.anyLongest)],
  ['Words of the first', figure(result.words, 1)],
]
