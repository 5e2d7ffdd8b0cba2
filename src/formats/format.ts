/** What kind of document a file is: by its content, and only then by its name. */
import { extname } from 'node:path'
import { Refusal } from '../refusal.ts'
import { isZip, zipFormat } from './archive.ts'
import { binaryReason } from './binary.ts'
import {
  FORMATS,
  type Format,
  type FormatEntry,
  formatByName,
  formatByType,
  formatWhere,
} from './registry.ts'
import { decodeUtf32, wideEncoding } from './wide.ts'

/** PDF readers forgive what stands before the mark. */
const PDF_REACH = 1024
const HEAD = 4096
/**
 * The format of a file by its content, then by its name, then by the content type that a server gave it. Throws a
 * Refusal that names what the file seems to be when it is no document.
 */
export async function formatOf(bytes: Uint8Array, name: string, contentType = ''): Promise<Format> {
  if (bytes.length === 0) throw new Refusal('refusal.empty')
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  // A byte order mark, as Latin-1, and blanks do no harm before a mark.
  const start = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '')
  const marked = formatWhere(({ mark }) => mark !== undefined && start.startsWith(mark))
  if (marked) return marked
  if (isZip(head)) return zipFormat(bytes, name)
  const clean = textHead(bytes)
  // Two letters are enough for some kinds of file, and a text may begin with them.
  const reason = clean === undefined || clean.startsWith('%!PS') ? await binaryReason(bytes) : undefined
  if (reason) throw new Refusal(reason)
  const text = clean ?? wideHead(bytes)
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  const isPdf = formatByName(name) === 'pdf' || formatByType(type) === 'pdf'
  if ((isPdf || text === undefined) && head.slice(0, PDF_REACH).includes('%PDF-')) return 'pdf'
  if (text === undefined) throw new Refusal('refusal.unknownBinary')
  return textFormat(text, name, type)
}

/** A text's beginning; undefined when the bytes are no text, or UTF-16 without its mark. */
function textHead(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD)
  const wide = decodeUtf32(head)
  if (wide !== undefined) return wide.trimStart()
  const mark =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : ''
  if (mark) return new TextDecoder(mark).decode(head).trimStart()
  if (head.includes(0) || isControlled([...head])) return undefined
  return new TextDecoder().decode(head).trimStart()
}

/** The same of UTF-16 without its mark. */
function wideHead(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD)
  const encoding = wideEncoding(head)
  const text = encoding && new TextDecoder(encoding).decode(head)
  return text === undefined || isControlled([...text].map((letter) => letter.charCodeAt(0)))
    ? undefined
    : text.trimStart()
}

/** Whether there are more control characters than in any text. */
function isControlled(codes: number[]): boolean {
  const controls = codes.filter((code) => code < 9 || (code > 13 && code < 32 && code !== 27)).length
  return controls > codes.length / 100
}

function textFormat(text: string, name: string, type: string): Format {
  const start = text.replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/, '')
  const like = formatWhere(({ isLike }) => isLike?.(text, start) ?? false)
  if (like) return like
  const extension = extname(name).toLowerCase()
  const told = [formatByName(name), formatByType(type)].filter((format) => format !== undefined)
  if (told.some((format) => isMarked(FORMATS[format])))
    throw new Refusal({ key: 'refusal.wrongStart', values: { name: extension || type } })
  const named = told.find((format) => format !== 'text')
  if (named) return named
  if (text.startsWith('<?xml')) throw new Refusal('refusal.unknownXml')
  if (extension === '.json' || type === 'application/json') throw new Refusal('refusal.json')
  return 'text'
}

/** Whether its files begin with a mark: without it, what looks like text is the inside of a damaged file. */
const isMarked = ({ mark, part }: FormatEntry) => (mark ?? part) !== undefined
