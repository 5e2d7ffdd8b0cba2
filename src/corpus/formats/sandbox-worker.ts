/** The thread in which files are parsed: whatever one of them does to it, the next one gets another. */
import { parentPort } from 'node:worker_threads'
import { Refusal } from '../normalise.ts'
import type { ReadFile } from './file.ts'
import type { Format } from './format.ts'
import { type About, readFormat } from './readers.ts'

export type ToSandbox = { id: number; format: Format; about: About; bytes: Uint8Array }
export type FromSandbox =
  | { kind: 'ready' }
  | { kind: 'read'; id: number; file: ReadFile }
  | { kind: 'refused'; id: number; reason: string }

const send = (message: FromSandbox) => parentPort?.postMessage(message)

// Nobody reads what libraries complain of.
for (const name of ['log', 'info', 'warn', 'error'] as const) console[name] = () => {}

// What a library still promises itself about an earlier file is no fault of the next one.
process.on('unhandledRejection', () => {})

parentPort?.on('message', async ({ id, format, about, bytes }: ToSandbox) => {
  try {
    send({ kind: 'read', id, file: await readFormat(format, bytes, about) })
  } catch (error) {
    const reason = error instanceof Refusal ? error.message : 'it is damaged: its reader came to no end'
    send({ kind: 'refused', id, reason })
  }
})
send({ kind: 'ready' })
