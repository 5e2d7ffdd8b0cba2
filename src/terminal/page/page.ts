/** `daily --out FILE`: a daily briefing as a file that can be mailed or published. */
import { randomUUID } from 'node:crypto'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import { UserError } from '../../command/context.ts'
import type { Digest } from '../../daily/digest.ts'
import { count, line } from '../daily-words.ts'
import { htmlPage } from './html.ts'
import { markdownPage } from './markdown.ts'

const WRITERS: Record<string, (digest: Digest) => string | Promise<string>> = {
  '.html': htmlPage,
  '.md': markdownPage,
}

export type Page = {
  /** Puts the whole file in place at once, and answers a line that says so. */
  write: (digest: Digest) => Promise<string>
}

/**
 * A file to write to; looked at before the work, so that a wrong name costs no time. Throws a UserError for a name
 * that is neither a web page's nor Markdown's, or that cannot be written.
 */
export async function openPage(path: string): Promise<Page> {
  const write = WRITERS[extname(path).toLowerCase()]
  if (!write)
    throw refused(path, 'is neither a web page nor Markdown; write a name that ends in .html or .md.')
  const folder = dirname(resolve(path))
  const isFolder = async (name: string) => (await stat(name).catch(() => undefined))?.isDirectory() === true
  if (!(await isFolder(folder)))
    throw refused(path, `is in no folder; make ${folder} first, or choose another one.`)
  if (await isFolder(path)) throw refused(path, 'is a folder; write the name of a file.')
  return {
    write: async (digest) => {
      await replaceFile(path, await write(digest))
      return `Wrote ${line(path)}: ${count(digest.stories.length, 'story', 'stories')}, ${count(digest.quotes.length, 'quotation')}.\n`
    },
  }
}

const refused = (path: string, why: string) => new UserError({ plain: `--out ${path || '(empty)'} ${why}` })

/** Whoever reads the file sees the old one or the new one, whole. */
async function replaceFile(path: string, text: string): Promise<void> {
  const half = `${path}.${randomUUID()}.part`
  try {
    await writeFile(half, text, { flag: 'wx', flush: true })
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    const why = error instanceof Error ? error.message : String(error)
    throw refused(path, `cannot be written (${why}); choose another name.`)
  }
}
