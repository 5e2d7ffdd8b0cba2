/** `corpus import FILE.jsonl`: documents from JSON Lines, with progress on standard error. */
import { stat } from 'node:fs/promises'
import { UserError } from '../command.ts'
import type { Progress, SyncResult } from '../corpus/ingest.ts'
import { print } from './terminal.ts'

type Import = (file: string, onProgress: (progress: Progress) => void) => Promise<SyncResult>

/** Imports one file and prints what came of it; answers the exit code: 1 when nothing could be read. */
export async function runImport(args: string[], importFile: Import): Promise<number> {
  const [file, ...more] = args
  if (!file || more.length > 0)
    throw new UserError('corpus import needs one file, such as: corpus import documents.jsonl')
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new UserError(`There is no file ${file}; check its name.`)
  const { added, updated, unchanged, refused } = await importFile(file, ({ done }) => {
    process.stderr.write(
      `${process.stderr.isTTY ? '\r' : ''}Read ${done} lines …${process.stderr.isTTY ? '' : '\n'}`,
    )
  })
  for (const { name, reason } of refused) process.stderr.write(`${name} was refused: ${reason}.\n`)
  print(`${added} added, ${updated} updated, ${unchanged} unchanged, ${refused.length} refused.\n`)
  return added + updated + unchanged > 0 ? 0 : 1
}
