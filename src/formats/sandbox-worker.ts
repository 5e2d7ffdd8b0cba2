/** The threads in which files are parsed: whatever one of them does to its thread, the next one gets another. */

import { Refusal, type RefusalReason } from '../refusal.ts'
import { begin, type Numbered } from '../threads/task.ts'
import type { About, ParsedFile } from './parsed.ts'
import { type Format, readFormat } from './registry.ts'

export type ToSandbox = { format: Format; about: About; bytes: Uint8Array }
export type FromSandbox = { file: ParsedFile } | { refused: RefusalReason }

// Nobody reads what libraries complain of.
for (const name of ['log', 'info', 'warn', 'error'] as const) console[name] = () => {}

// What a library still promises itself about an earlier file is no fault of the next one.
process.on('unhandledRejection', () => {})

/** Parses one file. */
export default async function parse(numbered: Numbered<ToSandbox>): Promise<FromSandbox> {
  begin(numbered)
  const { format, about, bytes } = numbered.task
  try {
    return { file: await readFormat(format, bytes, about) }
  } catch (error) {
    return { refused: error instanceof Refusal ? error.reason : { key: 'refusal.damaged' } }
  }
}
