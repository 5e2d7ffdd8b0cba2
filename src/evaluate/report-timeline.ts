/** `npm run eval -- timeline`: how often a day's briefing leads with what people wrote into a timeline. */
import { type Row, table } from '../terminal/table.ts'
import { corpusRows, figure, jsonLine, type Measurement, tellRefused, watched } from './report.ts'
import { evaluateTimeline, FOUND, type TimelineResult } from './timeline.ts'

const RULE = `A date counts as found when what is shown holds at least a third (and ${FOUND.words}) of the content words (stems, without stop words) of one of the timeline’s sentences for it; “share” is the mean of the largest such share. The longest articles of the day, as many words from their beginning, are counted the same.`

/** Prints the measures of a collection; returns the exit code. */
export async function runTimeline(measurement: Measurement): Promise<number> {
  const { values, json, io } = measurement
  const folder = String(values.folder)
  const result = await watched(measurement, (watch) => evaluateTimeline(folder, watch))
  tellRefused(io, result)
  io.output.write(json ? timelineJson(folder, result) : `${table(rows(folder, result))}\n${RULE}\n`)
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
