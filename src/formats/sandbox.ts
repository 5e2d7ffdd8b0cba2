/** Parsing without trust: each file has so much time and memory, and costs no more than its own refusal. */

import { Refusal, type RefusalKey, sizeReason } from '../refusal.ts'
import { GivenUp, openPool } from '../threads/pool.ts'
import { type Reason, USUAL_LIMITS } from '../threads/watch.ts'
import { formatOf } from './format.ts'
import type { About, ParsedFile } from './parsed.ts'
import type { Format } from './registry.ts'
import type { FromSandbox, ToSandbox } from './sandbox-worker.ts'
import { MAX_FILE_BYTES } from './text-builder.ts'

/** Two threads: a file that takes its whole time does not hold up those of other collections. */
const pool = openPool<ToSandbox, FromSandbox>(new URL('./sandbox-worker.ts', import.meta.url), {
  ...USUAL_LIMITS,
  threads: 2,
  processorMs: 10_000,
  memoryMb: 768,
})

const REASONS = {
  time: 'refusal.tooSlow',
  memory: 'refusal.tooMuchMemory',
  start: 'refusal.noMemory',
  damage: 'refusal.damaged',
} as const satisfies Record<Reason, RefusalKey>

/**
 * Reads a file of any format, of the one given or of the one that it seems to be. Two files are parsed at a time, in
 * the order in which they came, each with ten seconds of processor time, in a thread that is given up when it exceeds
 * its limits. Throws a Refusal, and nothing else, for whatever cannot be read.
 */
export async function parseFile(bytes: Uint8Array, about: About & { format?: Format }): Promise<ParsedFile> {
  if (bytes.length > MAX_FILE_BYTES) throw new Refusal(sizeReason(bytes.length, MAX_FILE_BYTES))
  const { format: given, ...rest } = about
  const format = given ?? (await formatOf(bytes, about.name, about.contentType))
  // A part of a buffer is sent with the whole of it.
  const own = bytes.length < bytes.buffer.byteLength ? bytes.slice() : bytes
  const answer = await pool.run({ format, about: rest, bytes: own }).catch(refuse(format))
  if ('refused' in answer) throw new Refusal(answer.refused)
  return answer.file
}

/** Ends the parsing threads, which otherwise end by themselves when they have had nothing to do for a while. */
export const closeSandbox = () => pool.close()

const refuse = (format: Format) => (error: unknown) => {
  const reason = error instanceof GivenUp ? error.reason : 'damage'
  throw new Refusal(reason === 'time' && format === 'markdown' ? 'refusal.markdownTooSlow' : REASONS[reason])
}
