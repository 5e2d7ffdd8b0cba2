/** `corpus import FILE.jsonl`: documents from JSON Lines, with progress on standard error. */
import { stat } from 'node:fs/promises'
import { UserError } from '../command.ts'
import type { Progress, SyncResult } from '../corpus/ingest.ts'
import { createProgressLine } from './progress.ts'
import { print } from './terminal.ts'
import { plain } from './text.ts'

type Import = (file: string, onProgress: (progress: Progress) => void) => Promise<SyncResult>

/** Imports one file and prints what came of it; answers the exit code: 1 when nothing could be read. */
export async function runImport(file: string, json: boolean, importFile: Import): Promise<number> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new UserError({ plain: `There is no file ${file}; check its name.` })
  const progress = createProgressLine()
  const { added, updated, unchanged, refused, duplicates } = await importFile(file, ({ done }) =>
    progress.show(`Read ${done} lines …`),
  ).finally(progress.end)
  for (const { name, reason } of refused) process.stderr.write(plain(`${name} was refused: ${reason}.\n`))
  for (const { id, of } of duplicates)
    process.stderr.write(plain(`${id} holds the same text as ${of}; both are kept.\n`))
  print(
    json
      ? `${JSON.stringify({ added, updated, unchanged, refused, duplicates })}\n`
      : `${added} added, ${updated} updated, ${unchanged} unchanged, ${refused.length} refused.\n`,
  )
  return added + updated + unchanged > 0 ? 0 : 1
}
