/** `daily --out FILE`: a daily briefing as a file that can be mailed or published. */
import { randomUUID } from 'node:crypto'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import type { Daily } from '../../command/context.ts'
import { UserError } from '../../command/context.ts'
import { drawChart } from '../../daily/chart/draw.ts'
import { english } from '../../locales/language.ts'
import { dailyReply } from '../../replies/daily.ts'
import { dossierOf } from '../../replies/reply.ts'
import { oneLine } from '../../text/one-line.ts'
import { htmlOf } from './html.ts'

const WRITERS: Record<string, (entry: Daily) => string | Promise<string>> = {
  '.html': htmlPage,
  '.md': (entry) => dossierOf(entry, english),
}

export type Page = {
  /** Puts the whole file in place at once, and answers a line that says so. */
  write: (entry: Daily) => Promise<string>
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
    write: async (entry) => {
      await replaceFile(path, await write(entry))
      const { stories, quotes } = entry.digest
      const counts = { stories: stories.length, quotations: quotes.length }
      return `${english.say('page.written', { file: oneLine(path), ...counts })}\n`
    },
  }
}

const refused = (path: string, why: string) => new UserError({ plain: `--out ${path || '(empty)'} ${why}` })

/** A daily briefing as a web page, complete in itself. */
export async function htmlPage(entry: Daily): Promise<string> {
  return htmlOf(dailyReply(entry, english), await drawChart(entry.digest), english)
}

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
