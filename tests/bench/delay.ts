/** Preloaded into the program: how long its event loop is held up, from SIGUSR2 until it ends, on standard error. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const RESOLUTION = 5
const delays = monitorEventLoopDelay({ resolution: RESOLUTION })
delays.enable()
process.on('SIGUSR2', () => delays.reset())
process.on('exit', () => {
  // The program's threads load this as well.
  if (!isMainThread) return
  const [p99, longest] = [delays.percentile(99), delays.max].map((time) =>
    Math.max(0, Math.round(time / 1e6 - RESOLUTION)),
  )
  process.stderr.write(`Event loop held up: p99 ${p99} ms, longest ${longest} ms\n`)
})
