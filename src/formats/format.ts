/** What kind of document a file is: by its content, and only then by its name. */
import { extname } from 'node:path'
import { Refusal, type RefusalReason } from '../refusal.ts'
import { binaryKind, oleKind } from './binary.ts'
import {
  FORMATS,
  type Format,
  type FormatEntry,
  formatByName,
  formatByType,
  formats,
  formatWhere,
} from './registry.ts'
import { zipMimeType, zipNames } from './zip-names.ts'

/** PDF readers forgive what stands before the mark. */
const PDF_REACH = 1024
const HEAD = 4096
/** An entry, an archive without any, and one in several parts. */
const ZIP_MARKS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']
/** Archives that are no document here, by an entry that they hold, and why they are refused. */
const OTHER_ARCHIVES: [RegExp, RefusalReason][] = [
  [/^xl\/workbook\.(?:xml|bin)$/, { key: 'refusal.excel' }],
  [/^Index\/Document\.iwa$/, { key: 'refusal.applePages' }],
]
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.'

/**
 * The format of a file by its content, then by its name, then by the content type that a server gave it. Throws a
 * Refusal that names what the file seems to be when it is no document.
 */
export function formatOf(bytes: Uint8Array, name: string, contentType = ''): Format {
  if (bytes.length === 0) throw new Refusal('refusal.empty')
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  // A byte order mark, as Latin-1, and blanks do no harm before a mark.
  const start = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '')
  const marked = formatWhere(({ mark }) => mark !== undefined && start.startsWith(mark))
  if (marked) return marked
  if (ZIP_MARKS.some((mark) => head.startsWith(mark))) return zipFormat(bytes, name)
  const kind = oleKind(bytes) ?? binaryKind(bytes)
  if (kind) throw new Refusal(kind)
  const text = textHead(bytes)
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  const isPdf = formatByName(name) === 'pdf' || formatByType(type) === 'pdf'
  if ((isPdf || text === undefined) && head.slice(0, PDF_REACH).includes('%PDF-')) return 'pdf'
  if (text === undefined) throw new Refusal('refusal.unknownBinary')
  return textFormat(text, name, type)
}

function zipFormat(bytes: Uint8Array, name: string): Format {
  const type = zipMimeType(bytes) ?? ''
  if (type.includes('epub')) return 'epub'
  if (/\.text(?:-template)?$/.test(type)) return 'odt'
  if (type.startsWith(OPEN_DOCUMENT)) throw new Refusal('refusal.openDocument')
  const names = zipNames(bytes)
  const named = formatByName(name)
  const isArchive = named !== undefined && 'part' in FORMATS[named]
  // An archive that was cut off has no list of names left: its reader says so.
  if (names.length === 0 && isArchive) return named
  for (const [format, { part }] of formats) if (part && names.some((entry) => part.test(entry))) return format
  for (const [part, reason] of OTHER_ARCHIVES)
    if (names.some((entry) => part.test(entry))) throw new Refusal(reason)
  if (names.includes('[Content_Types].xml')) return named === 'pptx' ? 'pptx' : 'docx'
  throw new Refusal({ key: 'refusal.archive', values: { kind: 'zip' } })
}

/** A text's beginning; undefined when the bytes are no text. */
function textHead(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD)
  const mark =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : ''
  if (mark) return new TextDecoder(mark).decode(head).trimStart()
  const text = new TextDecoder().decode(head)
  const zeros = head.filter((byte) => byte === 0).length
  // UTF-16 without its mark: every other byte of Western text is zero.
  if (zeros > head.length / 4)
    return new TextDecoder(head[0] === 0 ? 'utf-16be' : 'utf-16le').decode(head).trimStart()
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length
  return zeros === 0 && controls <= head.length / 100 ? text.trimStart() : undefined
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
