/** `npm run bench`: speed, memory and start of Attaché, against other ways to search the same passages. */
import { cpus, loadavg, platform, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { judge, latencyOf, medianStart } from './figures.ts'
import { installPeers } from './install.ts'
import { measureSize, type SizeResult } from './measure.ts'
import { type Machine, report } from './report.ts'

const USAGE = `npm run bench -- [--sizes 10000,100000,1000000] [--fresh] [--limit 60] [--json]
  --sizes  passages in each corpus, in ascending order
  --fresh  builds the corpora and stores again
  --limit  seconds after which a peer's build, or its round of questions, is stopped
  --json   prints one JSON object instead of tables`
/** How often progress is told where it cannot overwrite itself, in milliseconds. */
const TOLD_EVERY = 5000

let told = 0
function tell(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what}`)
  else if (Date.now() - told >= TOLD_EVERY) {
    told = Date.now()
    process.stderr.write(`${what}\n`)
  }
}

function machine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() || process.arch,
    cores: cpus().length,
    gigabytes: Math.round(totalmem() / 1e9),
    node: process.versions.node,
    system: platform(),
    load: loadavg()[0] ?? 0,
  }
}

function toJson(used: Machine, results: SizeResult[]) {
  return {
    machine: used,
    sizes: results.map((result) => ({
      size: result.size,
      systems: result.systems.map((one) => ({
        system: one.system,
        latency: latencyOf(result, one),
        import: one.store && { ...one.store, documentsPerSecond: result.size / one.store.seconds },
        stopped: one.stopped,
      })),
      startToAnswer: { median: medianStart(result), runs: result.starts },
      alone: result.alone,
    })),
    targets: judge(results),
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '10000,100000,1000000' },
      limit: { type: 'string', default: '60' },
      fresh: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  const sizes = values.sizes.split(',').map(Number)
  const limit = Number(values.limit) * 1000
  if (!sizes.every((size) => Number.isInteger(size) && size >= 1000) || !(limit > 0))
    throw new Error(`Sizes are whole numbers from 1000 up, and the limit is above 0.\n${USAGE}`)
  installPeers()
  // Before the run: its own work is not the machine's other load.
  const used = machine()
  const results: SizeResult[] = []
  const left = new Set<string>()
  for (const size of sizes.toSorted((a, b) => a - b)) {
    const result = await measureSize(size, left, { fresh: values.fresh, limit, tell })
    for (const { system, stopped } of result.systems) if (stopped) left.add(system)
    results.push(result)
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  const output = values.json ? JSON.stringify(toJson(used, results), null, 2) : report(used, results, limit)
  process.stdout.write(`${output}\n`)
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`)
  // Systems that still run would keep this process alive.
  process.exit(1)
}
