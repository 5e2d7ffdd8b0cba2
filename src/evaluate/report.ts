/** What the reports of all measurements share: the watch on a run, rows of figures, lines of JSON. */

import { type FileHandle, open } from 'node:fs/promises'
import { UserError } from '../command/context.ts'
import type { GivenValues } from '../command/option.ts'
import { english } from '../locales/language.ts'
import { refusalText } from '../locales/refusal.ts'
import type { Io } from '../terminal/io.ts'
import type { Described } from '../terminal/line.ts'
import { createProgressLine } from '../terminal/progress.ts'
import type { Row } from '../terminal/table.ts'
import { plain } from '../terminal/text.ts'
import type { EvaluationProgress, Measured, Watch } from './store.ts'

const REFUSALS_SHOWN = 5
const DIGITS = 4

/** What a measurement gets: the options by name, and whether one JSON object is wanted. */
export type Measurement = { values: GivenValues; json: boolean; signal: AbortSignal; io: Io }

/** A measurement as a command of `npm run eval`; `run` prints its figures and returns the exit code. */
export type MeasurementCommand = Described & { run: (measurement: Measurement) => Promise<number> }

/** Runs a measurement with its progress on standard error. */
export async function watched<Result>(
  { signal, io }: Measurement,
  measure: (watch: Watch) => Promise<Result>,
): Promise<Result> {
  const progress = createProgressLine(io.errors)
  const onProgress = (state: EvaluationProgress) => progress.show(progressText(state))
  return await measure({ signal, onProgress }).finally(progress.end)
}

const progressText = ({ stage, done, total }: EvaluationProgress) =>
  stage === 'corpus' ? `Read ${done} lines of the corpus …` : `Asked ${done} of ${total} questions …`

/** A path or folder that was given; undefined when it was not. Throws a UserError for an empty one. */
export function givenText(values: GivenValues, name: string): string | undefined {
  const value = values[name]?.toString()
  if (value === '')
    throw new UserError({ plain: `--${name} is empty; write a path after it or leave it out.` })
  return value
}

/** Opens a file for writing before the work, so that a wrong name costs no time. Throws a UserError when it cannot. */
export const openOutput = async (path: string | undefined): Promise<FileHandle | undefined> =>
  path === undefined
    ? undefined
    : await open(path, 'w').catch((error: Error) => {
        throw new UserError({
          plain: `The file ${path} cannot be written (${error.message}); choose another one.`,
        })
      })

/** Says on standard error which lines of the collection were refused. */
export function tellRefused({ errors }: Io, { refused }: Pick<Measured, 'refused'>): void {
  for (const { name, reason } of refused.slice(0, REFUSALS_SHOWN))
    errors.write(plain(`${name} was refused: ${refusalText(reason, english)}\n`))
  if (refused.length > REFUSALS_SHOWN)
    errors.write(`… and ${refused.length - REFUSALS_SHOWN} more lines were refused.\n`)
}

export const jsonLine = (value: object) => `${JSON.stringify(value)}\n`

export const figure = (value: number | null, digits = DIGITS) =>
  value === null ? '–' : value.toFixed(digits)

export const corpusRows = (folder: string, { documents, passages, refused }: Measured): Row[] => [
  ['Collection', folder],
  ['Documents', `${documents} in ${passages} passages, ${refused.length} refused`],
]

/** Rounded down: only all of them are 100 %. */
export const verbatimShare = (verbatim: number | null) =>
  verbatim === null ? '–' : `${Math.floor(verbatim * 10_000) / 100} %`

/** Says it where a quotation was not verbatim; returns the exit code, which then is 1. */
export function verbatimCode({ errors }: Io, { verbatim }: { verbatim: number | null }): number {
  if ((verbatim ?? 1) === 1) return 0
  errors.write('A quotation is not the stored text: this is a fault, report it.\n')
  return 1
}
