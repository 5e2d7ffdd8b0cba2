/** `npm run eval`: measures the product on test collections, each in a store of its own. */
import { UserError } from '../command/context.ts'
import { processIo } from '../terminal/io.ts'
import { parseWords } from '../terminal/line.ts'
import { helpText } from '../terminal/terminal.ts'
import { plain } from '../terminal/text.ts'
import { CollectionError } from './collection.ts'
import { measurements } from './commands.ts'

const [FAILED, WRONG_USAGE] = [1, 2]
const stopping = new AbortController()
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stopping.abort())

async function evaluate(words: string[]): Promise<number> {
  if (words.length === 0)
    throw new UserError({
      plain: `Say what to measure: ${measurements.map(({ name }) => name).join(', ')}; help explains them.`,
    })
  const request = parseWords(words, measurements)
  if (request.kind === 'help') {
    process.stdout.write(helpText(request, processIo().look, ''))
    return 0
  }
  const { command, values, json } = request
  return await command.run({ values, json, signal: stopping.signal })
}

try {
  process.exitCode = await evaluate(process.argv.slice(2))
} catch (error) {
  const sentence = error instanceof Error ? error.message : String(error)
  const isUsage = error instanceof UserError || error instanceof CollectionError
  process.stderr.write(plain(`${stopping.signal.aborted ? 'Stopped before the work was done.' : sentence}\n`))
  process.exitCode = isUsage ? WRONG_USAGE : FAILED
}
