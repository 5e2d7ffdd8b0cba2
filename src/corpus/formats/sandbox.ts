/** Parsing without trust: each file has so much time and memory, and costs no more than its own refusal. */
import { tmpdir } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../normalise.ts'
import { MAX_FILE_BYTES, type ReadFile } from './file.ts'
import { type Format, formatOf } from './format.ts'
import type { About } from './readers.ts'
import type { FromSandbox, ToSandbox } from './sandbox-worker.ts'

/** In milliseconds: for one file, for the thread's start, and until a thread without work ends. */
const [TIME_LIMIT, START_LIMIT, IDLE] = [10_000, 60_000, 10_000]
/** In megabytes, of the thread's own objects. */
const MEMORY_LIMIT = 768
/** Unpacked data lies outside of what a thread's limit counts: the whole process may grow by so many bytes. */
const [MAX_GROWTH, WATCH_INTERVAL] = [1_500_000_000, 100]

const TOO_LONG = 'it takes too long to read'
const TOO_MUCH = 'it needs too much memory to read'

type Thread = { worker: Worker; ready: Promise<void>; idle?: NodeJS.Timeout }
let thread: Thread | undefined
let last: Promise<unknown> = Promise.resolve()
let nextId = 1

/**
 * Reads a file of any format. Files are parsed one at a time, each with ten seconds, in a thread that is given up
 * when it exceeds its limits. Throws a Refusal, and nothing else, for whatever cannot be read.
 */
export async function parseFile(
  bytes: Uint8Array,
  about: About & { isFragment?: boolean },
): Promise<ReadFile> {
  if (bytes.length > MAX_FILE_BYTES)
    throw new Refusal(
      `it is ${Math.round(bytes.length / 1e6)} MB, and the limit is ${MAX_FILE_BYTES / 1e6} MB`,
    )
  const format = about.isFragment ? 'fragment' : formatOf(bytes, about.name, about.contentType)
  const result = last.then(() => parse(format, about, bytes))
  last = result.catch(() => {})
  return result
}

/** Ends the parsing thread, which otherwise ends by itself when it has had nothing to do for a while. */
export async function closeSandbox(): Promise<void> {
  await last
  if (thread) await drop(thread.worker)
}

async function parse(format: Format, about: About, bytes: Uint8Array): Promise<ReadFile> {
  const current = thread ?? start()
  thread = current
  clearTimeout(current.idle)
  current.worker.ref()
  try {
    await current.ready
    return await answer(current.worker, { id: nextId++, format, about, bytes: new Uint8Array(bytes) })
  } finally {
    if (thread === current) {
      current.worker.unref()
      current.idle = setTimeout(() => void drop(current.worker), IDLE).unref()
    }
  }
}

function start(): Thread {
  const worker = new Worker(new URL('./sandbox-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT, maxYoungGenerationSizeMb: 64 },
    // Of the environment it sees nothing else.
    env: { TMPDIR: tmpdir() },
    execArgv: [],
  })
  // What comes too late is nobody's failure.
  worker.on('error', () => {})
  const ready = new Promise<void>((resolve, reject) => {
    const patience = setTimeout(() => settle(fail), START_LIMIT)
    const fail = () => {
      void drop(worker)
      reject(new Refusal('it cannot be read now: the program has too little memory'))
    }
    const settle = (then: () => void) => {
      clearTimeout(patience)
      worker.off('message', began).off('exit', ended)
      then()
    }
    const began = () => settle(resolve)
    const ended = () => settle(fail)
    worker.on('message', began).on('exit', ended)
  })
  return { worker, ready }
}

/** Ends a thread; the next file begins another. */
async function drop(worker: Worker): Promise<void> {
  if (thread?.worker === worker) {
    clearTimeout(thread.idle)
    thread = undefined
  }
  await worker.terminate()
}

/** One file's way through the thread; a thread that fails is given up before anyone hears of it. */
function answer(worker: Worker, job: ToSandbox): Promise<ReadFile> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      clearTimeout(time)
      clearInterval(watch)
      worker.off('message', heard).off('error', failed).off('exit', ended)
      then()
    }
    const giveUp = (reason: string) =>
      settle(() => {
        const refuse = () => reject(new Refusal(reason))
        drop(worker).then(refuse, refuse)
      })
    const heard = (message: FromSandbox) => {
      if (message.kind === 'read') settle(() => resolve(message.file))
      else if (message.kind === 'refused') settle(() => reject(new Refusal(message.reason)))
    }
    const failed = (error: Error & { code?: string }) =>
      giveUp(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH : 'it is damaged: its reader came to no end',
      )
    const ended = () => giveUp('it is damaged: its reader came to no end')
    const time = setTimeout(() => giveUp(TOO_LONG), TIME_LIMIT)
    const before = process.memoryUsage.rss()
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MAX_GROWTH) giveUp(TOO_MUCH)
    }, WATCH_INTERVAL)
    worker.on('message', heard).on('error', failed).on('exit', ended)
    worker.postMessage(job, [job.bytes.buffer as ArrayBuffer])
  })
}
