/** The files of a corpus folder. */
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { folderUse } from '../formats/registry.ts'

/** Paths relative to the folder, with `/`, sorted. */
export type Listing = { paths: string[]; linksOutside: string[] }

/**
 * Lists the files of a folder and its subfolders that are read, hidden ones left out. A symbolic link counts as a file when
 * it leads to one inside the folder. Throws when the folder or one of its subfolders cannot be read.
 */
export async function listFiles(folder: string): Promise<Listing> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: Error) => {
    throw new Error(
      `The corpus folder ${folder} cannot be read (${error.message}); create it or set CORPUS_DIR.`,
    )
  })
  const root = await realpath(folder)
  const listing: Listing = { paths: [], linksOutside: [] }
  for (const entry of entries) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (/(?:^|\/)\./.test(path) || folderUse(path) === 'ignored') continue
    const kind = await kindOf(entry, root)
    if (kind === 'file') listing.paths.push(path)
    else if (kind === 'outside') listing.linksOutside.push(path)
  }
  listing.paths.sort()
  return listing
}

async function kindOf(entry: Dirent, root: string): Promise<'file' | 'outside' | 'other'> {
  if (entry.isFile()) return 'file'
  if (!entry.isSymbolicLink()) return 'other'
  const target = await realpath(join(entry.parentPath, entry.name)).catch(() => '')
  if (!target.startsWith(root + sep)) return 'outside'
  return (await stat(target)).isFile() ? 'file' : 'other'
}
