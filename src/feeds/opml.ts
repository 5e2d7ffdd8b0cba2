/** Lists of feeds as readers exchange them: OPML 2.0, http://opml.org/spec2.opml */
import { generateOpml, parseOpml } from 'feedsmith'
import { Refusal } from '../refusal.ts'
import { decodeFeed } from './decode.ts'
import { readTitle, toLink } from './text.ts'
import { withoutDoctype } from './tidy.ts'

export type Listed = {
  /** The feed's address. */
  url: string
  title: string | null
  /** The folders that it lies in, outermost first. */
  folders: string[]
}

type Outline = {
  text?: string
  type?: string
  isComment?: boolean
  title?: string
  xmlUrl?: string
  url?: string
  outlines?: Outline[]
}

/** Reads the feeds of a list, each address once. Throws a Refusal for what is no OPML. */
export function readOpml(bytes: Uint8Array): Listed[] {
  const listed = new Map<string, Listed>()
  const visit = (outlines: Outline[], folders: string[]): void => {
    for (const { text, title, xmlUrl, url, outlines: inner } of outlines) {
      const name = readTitle(title ?? text)
      // A `url` is of a page, or of another list.
      const feed = toLink(xmlUrl, url)
      if (feed && !listed.has(feed)) listed.set(feed, { url: feed, title: name, folders })
      if (inner) visit(inner, name && !feed ? [...folders, name] : folders)
    }
  }
  visit(parse(decodeFeed(bytes)), [])
  return [...listed.values()]
}

function parse(text: string): Outline[] {
  try {
    return parseOpml(withoutDoctype(text)).body?.outlines ?? []
  } catch (error) {
    throw new Refusal('refusal.notOpml', { cause: error })
  }
}

/** Writes a list that readOpml, and any reader, reads. */
export function writeOpml(title: string, feeds: Listed[]): string {
  const outlines: Outline[] = []
  for (const { url, title: name, folders } of feeds) {
    let level = outlines
    for (const folder of folders) {
      const known = level.find((outline) => outline.text === folder && outline.outlines)
      const next = known ?? { text: folder, outlines: [] }
      if (!known) level.push(next)
      level = next.outlines ??= []
    }
    level.push({ text: name ?? url, title: name ?? url, xmlUrl: url, type: 'rss' })
  }
  // The format wants one outline at least.
  if (outlines.length === 0) outlines.push({ text: 'No feeds', isComment: true })
  return generateOpml({ head: { title }, body: { outlines } })
}
