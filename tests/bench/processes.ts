/** The benchmark's side of its child processes. */
import { fork } from 'node:child_process'
import type { Question } from './generate.ts'
import type { FromChild, Task } from './protocol.ts'

/** Heap for a peer that keeps the whole corpus in memory, in megabytes. */
const PEER_HEAP = 12_000
const STDERR_KEPT = 2000

type Reply = Exclude<FromChild, { kind: 'progress' }>

export type Running = {
  /** The reply to a message; null, and the process is ended, when it takes longer than the limit (milliseconds). */
  request: (message: Task | Question, limit?: number) => Promise<Reply | null>
  stop: () => Promise<void>
}

const running = new Set<() => void>()
process.once('exit', () => {
  for (const kill of running) kill()
})
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(1))

/** Starts a process for one system. A request throws what the process wrote when it ends instead of replying. */
export function startChild(inMemory: boolean, onProgress: (done: number) => void = () => {}): Running {
  const child = fork(new URL('./child.ts', import.meta.url), {
    execArgv: inMemory ? [`--max-old-space-size=${PEER_HEAP}`] : [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const kill = () => void child.kill('SIGKILL')
  running.add(kill)
  let written = ''
  let hasExited = false
  let settle: ((reply: Reply | null | Error) => void) | undefined
  child.stderr?.on('data', (chunk) => {
    written = (written + chunk).slice(-STDERR_KEPT)
  })
  child.on('message', (message: FromChild) =>
    message.kind === 'progress' ? onProgress(message.done) : settle?.(message),
  )
  child.on('error', (error) => settle?.(error))
  const exit = new Promise<void>((resolve) => {
    child.on('close', (code, signal) => {
      hasExited = true
      running.delete(kill)
      settle?.(new Error(`A process ended with ${signal ?? code}. ${written}`))
      resolve()
    })
  })
  const stop = async () => {
    kill()
    await exit
  }
  return {
    stop,
    request: (message, limit) =>
      new Promise((resolve, reject) => {
        if (hasExited) throw new Error(`A process has ended. ${written}`)
        const timer = limit === undefined ? undefined : setTimeout(() => settle?.(null), limit)
        settle = (reply) => {
          settle = undefined
          clearTimeout(timer)
          if (reply instanceof Error) reject(reply)
          else if (reply) resolve(reply)
          else void stop().then(() => resolve(null))
        }
        child.send(message, (error) => error && settle?.(error))
      }),
  }
}
