/** One system in a process of its own, so that no system's memory or garbage weighs on another. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Question } from './generate.ts'
import { importOurs, openOurs } from './ours.ts'
import { type Ask, peers } from './peers.ts'
import { type Alone, type Answered, ASK, type FromChild, SEARCH, type Task } from './protocol.ts'

const AT_ONCE = 8
const PASSES = 3
const MEGABYTE = 1e6
const send = (message: FromChild) => process.send?.(message)
/** `maxRSS` is in kilobytes. */
const peakMegabytes = () => (process.resourceUsage().maxRSS * 1024) / MEGABYTE
const residentMegabytes = () => process.memoryUsage.rss() / MEGABYTE

function peerOf(system: string) {
  const peer = peers[system]
  if (!peer) throw new Error(`There is no system ${system}.`)
  return peer
}

async function build({ system, folder, corpus, size }: Extract<Task, { kind: 'build' }>) {
  const began = performance.now()
  const onProgress = (done: number) => send({ kind: 'progress', done })
  const imported = system === SEARCH ? await importOurs(folder, corpus, size, onProgress) : undefined
  if (imported === undefined) await peerOf(system).build?.(folder, corpus)
  const seconds = imported ?? (performance.now() - began) / 1000
  send({ kind: 'built', seconds, peakMegabytes: peakMegabytes() })
  process.disconnect()
}

async function opened(system: string, folder: string, corpus: string): Promise<Ask> {
  if (system !== SEARCH && system !== ASK) return peerOf(system).open(folder, corpus)
  const { search, ask } = await openOurs(folder)
  return system === ASK ? ask : search
}

async function measured(ask: Ask, { text, sentence }: Question): Promise<Answered> {
  const began = performance.now()
  const texts = await ask(text)
  const milliseconds = performance.now() - began
  return { milliseconds, texts: texts.length, found: texts.some((one) => one.includes(sentence)) }
}

async function serve({ system, folder, corpus }: Extract<Task, { kind: 'serve' }>) {
  const began = performance.now()
  const ask = await opened(system, folder, corpus)
  process.on('message', async (question: Question) => {
    send({ kind: 'answered', ...(await measured(ask, question)) })
  })
  send({ kind: 'ready', seconds: (performance.now() - began) / 1000, peakMegabytes: peakMegabytes() })
}

async function alone({ folder, questions }: Extract<Task, { kind: 'alone' }>): Promise<Alone> {
  const { ask } = await openOurs(folder)
  const openedMegabytes = residentMegabytes()
  for (const { text } of questions) await ask(text)
  const askedMegabytes = residentMegabytes()
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  const began = performance.now()
  for (let pass = 0; pass < PASSES; pass += 1)
    for (let first = 0; first < questions.length; first += AT_ONCE)
      await Promise.all(questions.slice(first, first + AT_ONCE).map(({ text }) => ask(text)))
  const seconds = (performance.now() - began) / 1000
  delays.disable()
  // The histogram counts in nanoseconds.
  const [p50, p99, max] = [delays.percentile(50), delays.percentile(99), delays.max].map((ns) => ns / 1e6)
  return {
    openedMegabytes,
    askedMegabytes,
    concurrentMegabytes: residentMegabytes(),
    delay: { p50: p50 ?? 0, p99: p99 ?? 0, max: max ?? 0 },
    asksPerSecond: (PASSES * questions.length) / seconds,
  }
}

process.once('message', async (task: Task) => {
  if (task.kind === 'build') await build(task)
  else if (task.kind === 'serve') await serve(task)
  else {
    send({ kind: 'alone', ...(await alone(task)) })
    process.disconnect()
  }
})
