/** `npm run eval`: measures the product on test collections, each in a store of its own. */
import { processIo } from '../terminal/io.ts'
import { runEvaluation } from './program.ts'

const stopping = new AbortController()
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stopping.abort())
process.exitCode = await runEvaluation(process.argv.slice(2), processIo(), stopping.signal)
