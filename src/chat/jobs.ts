/** The requests that are open now, each with its signal; and which were delivered before. */
import { randomUUID } from 'node:crypto'
import { LastMap } from '../last-map.ts'

const REMEMBERED = 5000
/** What does not stop after it was told to is left alone. */
const LEFT_ALONE_MS = 3000

export type Ending = 'deadline' | 'restart'

export type Job = {
  requestId: string
  signal: AbortSignal
  /** The work's result; rejects with an Ended as soon as the signal aborts, even when the work does not stop. */
  race: <T>(work: Promise<T>) => Promise<T>
}

/** The work was ended from outside. */
export class Ended extends Error {
  override name = 'Ended'
  readonly ending: Ending
  constructor(ending: Ending) {
    super(`The work was ended: ${ending}.`)
    this.ending = ending
  }
}

export type Jobs = {
  /** False when a request or message of this id was delivered before. */
  claim: (id: string) => boolean
  readonly stopping: boolean
  /** Runs one request until its deadline. */
  run: <Result>(work: (job: Job) => Promise<Result>) => Promise<Result>
  /** Runs the work unless the same is under way; false when it is. `end` lets the next one begin before the work ends. */
  once: (key: string, work: (end: () => void) => Promise<void>) => Promise<boolean>
  /** Takes no new work; what is open has some time to end by itself, then its signal aborts. */
  stop: (graceMs: number) => Promise<void>
}

/** The deadline counts from the beginning of each request; without one, a request takes as long as it takes. */
export function createJobs({ deadlineMs }: { deadlineMs?: number } = {}): Jobs {
  const seen = new LastMap<string, true>(REMEMBERED)
  const open = new Map<Promise<unknown>, AbortController>()
  const underWay = new Map<string, symbol>()
  let stopping = false

  return {
    claim: (id) => {
      if (seen.has(id)) return false
      seen.set(id, true)
      return true
    },
    get stopping() {
      return stopping
    },
    run: async (work) => {
      const controller = new AbortController()
      const end = () => controller.abort(new Ended('deadline'))
      const timer = deadlineMs === undefined ? undefined : setTimeout(end, deadlineMs)
      const running = work(createJob(controller.signal))
      open.set(running, controller)
      try {
        return await running
      } finally {
        clearTimeout(timer)
        open.delete(running)
      }
    },
    once: async (key, work) => {
      if (underWay.has(key)) return false
      const own = Symbol(key)
      underWay.set(key, own)
      const end = () => {
        if (underWay.get(key) === own) underWay.delete(key)
      }
      try {
        await work(end)
      } finally {
        end()
      }
      return true
    },
    stop: async (graceMs) => {
      stopping = true
      if (await settled([...open.keys()], graceMs)) return
      for (const controller of open.values()) controller.abort(new Ended('restart'))
      await settled([...open.keys()], LEFT_ALONE_MS)
    },
  }
}

function createJob(signal: AbortSignal): Job {
  return {
    requestId: randomUUID(),
    signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        const end = () => reject(signal.reason)
        if (signal.aborted) end()
        signal.addEventListener('abort', end, { once: true })
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
      }),
  }
}

/** True when all have ended in this time. */
async function settled(work: Promise<unknown>[], patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs)
  })
  const done = Promise.allSettled(work).then(() => true as const)
  return await Promise.race([done, late]).finally(() => clearTimeout(timer))
}
