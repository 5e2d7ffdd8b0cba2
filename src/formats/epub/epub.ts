/**
 * Books (.epub) as text. The reader is our own: officeparser prints hidden and white text too, and nobody could find
 * such a quotation in the book.
 */
import { posix } from 'node:path'
import { Refusal } from '../../refusal.ts'
import { readDate } from '../../text/date.ts'
import { settle } from '../../text/raised/raised.ts'
import { appendMarkup } from '../html/fragment.ts'
import { markOfTag } from '../html/raised-markup.ts'
import { type ShiftsByClass, shiftsOfSheet } from '../html/raised-sheet.ts'
import type { Origin, ParsedFile } from '../parsed.ts'
import { languageOf, TextBuilder } from '../text-builder.ts'
import { firstTexts, readXml } from '../xml.ts'
import { openZip, type Zip } from '../zip.ts'

type ManifestItem = { href: string; type: string; properties: string }
type Book = { chapters: string[]; sheets: string[]; contents: string | undefined; origin: Origin }

/** Fonts may be scrambled in any book; chapters only in one that is sold under lock. */
const SCRAMBLED_FONT = /\.(?:otf|ttf|woff2?)$/i
const MAX_CHAPTERS = 5000
const MAX_SHEETS = 20

/** Reads a book: its chapters in reading order, each at its title in the table of contents. Throws a Refusal. */
export async function readEpub(bytes: Uint8Array): Promise<ParsedFile> {
  const zip = await openZip(bytes)
  await refuseLocked(zip)
  const { chapters, sheets, contents, origin } = await openBook(zip)
  const sheet = await sheetOf(zip, sheets)
  const titles = contents === undefined ? new Map<string, string>() : await titlesOf(zip, contents)
  const text = new TextBuilder()
  for (const chapter of chapters) {
    const markup = await zip.text(chapter)
    if (markup === undefined) continue
    const title = titles.get(chapter)
    // A chapter in several files goes on at the same place.
    if (title !== undefined) text.place({ chapter: title })
    text.leaveHeadings()
    appendMarkup(markup, text, { sheet })
  }
  return text.finish(origin)
}

/** What the style sheets of a book say of raised and lowered text. */
async function sheetOf(zip: Zip, paths: string[]): Promise<ShiftsByClass> {
  const sheets: string[] = []
  for (const path of paths.slice(0, MAX_SHEETS)) sheets.push((await zip.text(path)) ?? '')
  return shiftsOfSheet(sheets.join('\n'))
}

async function refuseLocked(zip: Zip): Promise<void> {
  const xml = await zip.text('META-INF/encryption.xml')
  if (!xml) return
  readXml(xml, {
    open: (name, { URI = '' }) => {
      if (name === 'CipherReference' && !SCRAMBLED_FONT.test(URI)) throw new Refusal('refusal.locked')
    },
  })
}

async function openBook(zip: Zip): Promise<Book> {
  let path: string | undefined
  readXml((await zip.text('META-INF/container.xml')) ?? '', {
    open: (name, attributes) => {
      if (name === 'rootfile') path ??= attributes['full-path']
    },
  })
  const xml = path && (await zip.text(path))
  if (!path || !xml) throw new Refusal('refusal.damagedMain')
  const items = new Map<string, ManifestItem>()
  const order: string[] = []
  let toc = ''
  readXml(xml, {
    open: (name, attributes) => {
      const { id = '', href = '', properties = '', idref = '', linear } = attributes
      if (name === 'item') items.set(id, { href, type: attributes['media-type'] ?? '', properties })
      else if (name === 'spine') toc = attributes.toc ?? ''
      else if (name === 'itemref' && linear !== 'no') order.push(idref)
    },
  })
  if (order.length > MAX_CHAPTERS)
    throw new Refusal({
      key: 'refusal.chapters',
      values: { chapters: order.length, limit: MAX_CHAPTERS },
    })
  const navigation = [...items.values()].find(({ properties }) => /\bnav\b/.test(properties))
  const contents = navigation ?? items.get(toc) ?? [...items.values()].find(({ type }) => /dtbncx/.test(type))
  const chapters = [...new Set(order)].flatMap((id) => {
    const item = items.get(id)
    return item && item !== navigation && /html|xml/.test(item.type) ? [resolve(path ?? '', item.href)] : []
  })
  const from = path
  const found = contents && resolve(from, contents.href)
  const sheets = [...items.values()]
    .filter(({ type }) => type === 'text/css')
    .map(({ href }) => resolve(from, href))
  return { chapters, sheets, contents: found, origin: originOf(xml) }
}

/** The archive's name of a file that `from` refers to. */
function resolve(from: string, href: string): string {
  const [path = ''] = href.split('#')
  let decoded = path
  try {
    decoded = decodeURIComponent(path)
  } catch {}
  return posix.join(posix.dirname(from), decoded)
}

function originOf(xml: string): Origin {
  const metadata = firstTexts(xml)
  return {
    title: metadata.get('title') ?? null,
    author: metadata.get('creator') ?? null,
    source: metadata.get('publisher') ?? null,
    date: readDate(metadata.get('date') ?? '') ?? null,
    language: languageOf(metadata.get('language')),
  }
}

/** The first title of each file in a table of contents, in either of its two forms. */
async function titlesOf(zip: Zip, contents: string): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  let label = ''
  let target = ''
  const remember = () => {
    const path = resolve(contents, target)
    const title = settle(label).trim()
    if (target !== '' && title !== '' && !titles.has(path)) titles.set(path, title)
  }
  readXml((await zip.text(contents)) ?? '', {
    open: (name, { href, src }) => {
      if (name === 'a') target = href ?? ''
      else if (name === 'content') {
        target = src ?? ''
        remember()
      }
      if (name === 'a' || name === 'text') label = ''
      label += markOfTag(`<${name}>`)
    },
    text: (content) => {
      label += content
    },
    close: (name) => {
      label += markOfTag(`</${name}>`)
      if (name === 'a') remember()
    },
  })
  return titles
}
