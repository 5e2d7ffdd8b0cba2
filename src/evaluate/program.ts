/** Runs a measurement that the words ask for, and says what went wrong. */
import { UserError } from '../command/context.ts'
import type { Io } from '../terminal/io.ts'
import { parseWords } from '../terminal/line.ts'
import { helpText } from '../terminal/terminal.ts'
import { plain } from '../terminal/text.ts'
import { CollectionError } from './collection.ts'
import { measurements } from './commands.ts'

const [FAILED, WRONG_USAGE] = [1, 2]

/** Prints the figures on `io`; returns the exit code. Never rejects: a fault is one sentence on its errors. */
export async function runEvaluation(words: string[], io: Io, signal: AbortSignal): Promise<number> {
  try {
    return await evaluate(words, io, signal)
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    const isUsage = error instanceof UserError || error instanceof CollectionError
    io.errors.write(plain(`${signal.aborted ? 'Stopped before the work was done.' : sentence}\n`))
    return isUsage ? WRONG_USAGE : FAILED
  }
}

async function evaluate(words: string[], io: Io, signal: AbortSignal): Promise<number> {
  if (words.length === 0)
    throw new UserError({
      plain: `Say what to measure: ${measurements.map(({ name }) => name).join(', ')}; help explains them.`,
    })
  const request = parseWords(words, measurements)
  if (request.kind === 'help') {
    io.output.write(helpText(request, io.look, ''))
    return 0
  }
  const { command, values, json } = request
  return await command.run({ values, json, signal, io })
}
