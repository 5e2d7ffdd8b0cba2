/** A file or page of any format as a document ready to store. */
import { basename, dirname, extname } from 'node:path'
import { UNKNOWN_SOURCE } from '../document.ts'
import type { Attachment, ParsedDocument } from '../formats/parsed.ts'
import { folderUse, formatByName } from '../formats/registry.ts'
import { parseFile } from '../formats/sandbox.ts'
import { detectLanguage } from '../text/analysis.ts'
import { boundName } from '../text/bounds.ts'
import { topicsOf } from '../text/topics.ts'
import type { Item } from './item.ts'

/**
 * What is known from elsewhere stands before what the file says of itself, and that before `fallback`.
 * Throws a Refusal. An e-mail's attachments are documents of their own, for the caller to read.
 */
export async function readItem(item: Item): Promise<{ document: ParsedDocument; attachments: Attachment[] }> {
  const { id, name, bytes, contentType, known = {}, fallback = {} } = item
  const file = await parseFile(bytes, {
    name,
    ...(item.readAs ? { format: item.readAs } : {}),
    ...(contentType ? { contentType } : {}),
    ...(known.url ? { url: known.url } : {}),
  })
  const { text, sections, locations, topics = [], attachments = [] } = file
  const url = known.url ?? file.url ?? null
  const document = {
    id,
    title:
      boundName(known.title ?? '', 'title') ||
      file.title ||
      boundName(basename(name, extname(name)), 'title') ||
      id,
    source:
      boundName(known.source ?? '', 'source') ||
      file.source ||
      fallback.source ||
      hostOf(url) ||
      UNKNOWN_SOURCE,
    author: known.author ?? file.author,
    url,
    date: known.date ?? file.date,
    language: file.language ?? detectLanguage(text),
    topics,
    text,
    sections,
    locations,
  }
  return { document, attachments }
}

/** A file of the corpus folder as a document: its path is its id, and its folders say what it does not. */
export async function readFolderFile(path: string, bytes: Uint8Array): Promise<ParsedDocument> {
  const [folder = ''] = dirname(path) === '.' ? [] : path.split('/')
  const readAs = folderUse(path) === 'text' ? formatByName(path) : undefined
  const { document } = await readItem({ name: path, id: path, bytes, readAs, fallback: { source: folder } })
  return { ...document, topics: topicsOf(document, path) }
}

const hostOf = (url: string | null) =>
  url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
