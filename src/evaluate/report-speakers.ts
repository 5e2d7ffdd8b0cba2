/** `npm run eval -- speakers`: whose words a sentence is said to be, against what people noted. */
import { type Row, table } from '../terminal/table.ts'
import { figure, jsonLine, type Measurement } from './report.ts'
import { evaluateSpeakers, readAnnotated, type SpeakersResult } from './speakers.ts'

const RULE =
  'A sentence counts once, by what is noted of most of it; it is right when one name is the other or a part of it in whole words. Recall is of the sentences whose speaker the text names.'

/** Prints the measures of a file; returns the exit code. */
export async function runSpeakers({ values, json, signal, io }: Measurement): Promise<number> {
  const file = String(values.file)
  const result = evaluateSpeakers(await readAnnotated(file), signal)
  io.output.write(
    json ? jsonLine({ file, rule: RULE, ...result }) : `${table(rows(file, result))}\n${RULE}\n`,
  )
  return 0
}

const kindRow = (name: string, { sentences, right, wrong, recall }: SpeakersResult['direct']): Row => [
  name,
  `${figure(recall)}  ${right} right, ${wrong} wrong of ${sentences}`,
]

const rows = (file: string, result: SpeakersResult): Row[] => [
  ['File', file],
  ['Texts', String(result.texts)],
  ['Precision', figure(result.precision)],
  kindRow('Recall, direct', result.direct),
  kindRow('  mixed', result.mixed),
  kindRow('  indirect', result.indirect),
  ['Given elsewhere', String(result.elsewhere)],
]
