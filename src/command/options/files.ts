/** Paths and addresses that a person names → the files and links behind them, one at a time. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { type ItemOutcome, refused } from '../../ingest/item.ts'
import { sizeReason } from '../../refusal.ts'
import { type Given, UserError } from '../context.ts'

const MAX_BYTES = 100_000_000

/**
 * Yields what the names stand for, folders file by file, and an outcome for each file that is too large.
 * Throws a UserError for a name that is neither an address nor there.
 */
export async function* givenAt(names: string[]): AsyncGenerator<Given | ItemOutcome> {
  for (const name of names) {
    if (/^https?:\/\//i.test(name)) {
      yield { url: name }
      continue
    }
    const found = await stat(name).catch(() => undefined)
    if (!found) throw new UserError({ plain: `There is no file or folder ${name}; check its name.` })
    const files = found.isFile() ? [''] : await filesIn(name)
    for (const path of files)
      yield await fileAt(join(name, path), [basename(name), path].filter(Boolean).join('/'))
  }
}

async function fileAt(path: string, name: string): Promise<Given | ItemOutcome> {
  const { size } = await stat(path)
  if (size <= MAX_BYTES) return { name, id: name, bytes: await readFile(path) }
  return refused(name, sizeReason(size, MAX_BYTES))
}

/** The files of a folder and its subfolders, hidden ones left out, as paths with `/`. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)\./.test(path))
    .sort()
}
