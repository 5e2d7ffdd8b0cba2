/** What kind of document a file is: by its content, and only then by its name. */
import { extname } from 'node:path'
import { Refusal } from '../refusal.ts'
import { binaryKind, oleKind } from './binary.ts'
import { zipMimeType, zipNames } from './zip-names.ts'

export type Format =
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'epub'
  | 'pptx'
  | 'rtf'
  | 'email'
  | 'html'
  /** A piece of HTML without a page around it: the item of a feed. */
  | 'fragment'
  | 'feed'
  | 'jsonl'
  | 'markdown'
  | 'text'

/** PDF readers forgive what stands before the mark. */
const PDF_REACH = 1024
const HEAD = 4096
/** Files of these names begin with a mark: without it, what looks like text is the inside of a damaged file. */
const MARKED = new Map([
  ...['pdf', 'rtf', 'docx', 'odt', 'epub', 'pptx'].map((kind) => [`.${kind}`, kind] as const),
  ['application/pdf', 'pdf'],
])
/** An entry, an archive without any, and one in several parts. */
const ZIP_MARKS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']
const HEADERS =
  /^(?:from|to|cc|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type|reply-to|dkim-signature|x-[\w-]+|list-[\w-]+):/i
const NAMES = new Map<string, Format>([
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.jsonl', 'jsonl'],
  ['.htm', 'html'],
  ['.html', 'html'],
  ['.xhtml', 'html'],
  ['.eml', 'email'],
  ['.rss', 'feed'],
  ['.atom', 'feed'],
])
const TYPES = new Map<string, Format>([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/markdown', 'markdown'],
  ['message/rfc822', 'email'],
  ['application/rss+xml', 'feed'],
  ['application/atom+xml', 'feed'],
])
const ZIP_KINDS: [RegExp, Format | string][] = [
  [/^word\/document\d*\.xml$/, 'docx'],
  [/^ppt\/presentation\.xml$/, 'pptx'],
  [/^xl\/workbook\.(?:xml|bin)$/, 'it is an Excel file; save what is to be quoted as text'],
  [/^META-INF\/container\.xml$/, 'epub'],
  [/^Index\/Document\.iwa$/, 'it is a Pages file; export it as PDF or .docx'],
]
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.'

/**
 * The format of a file by its content, then by its name, then by the content type that a server gave it. Throws a
 * Refusal that names what the file seems to be when it is no document.
 */
export function formatOf(bytes: Uint8Array, name: string, contentType = ''): Format {
  if (bytes.length === 0) throw new Refusal('it is empty')
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  // A byte order mark, as Latin-1, and blanks do no harm before a mark.
  const start = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '')
  if (start.startsWith('%PDF-')) return 'pdf'
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (ZIP_MARKS.some((mark) => head.startsWith(mark))) return zipFormat(bytes, name)
  const kind = oleKind(bytes) ?? binaryKind(bytes)
  if (kind) throw new Refusal(`it is ${kind}`)
  const text = textHead(bytes)
  const extension = extname(name).toLowerCase()
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  const isNamedPdf = extension === '.pdf' || type === 'application/pdf'
  if ((isNamedPdf || text === undefined) && head.slice(0, PDF_REACH).includes('%PDF-')) return 'pdf'
  if (text === undefined) throw new Refusal('it is a binary file of a kind that is not known here')
  return textFormat(text, extension, type)
}

function zipFormat(bytes: Uint8Array, name: string): Format {
  const type = zipMimeType(bytes) ?? ''
  if (type.includes('epub')) return 'epub'
  if (/\.text(?:-template)?$/.test(type)) return 'odt'
  if (type.startsWith(OPEN_DOCUMENT))
    throw new Refusal(`it is an OpenDocument ${type.slice(OPEN_DOCUMENT.length)}; export it as PDF`)
  const names = zipNames(bytes)
  const extension = extname(name).slice(1).toLowerCase()
  // An archive that was cut off has no list of names left: its reader says so.
  if (names.length === 0 && ['docx', 'odt', 'epub', 'pptx'].includes(extension)) return extension as Format
  for (const [pattern, kind] of ZIP_KINDS)
    if (names.some((entry) => pattern.test(entry))) {
      if (kind.includes(' ')) throw new Refusal(kind)
      return kind as Format
    }
  if (names.includes('[Content_Types].xml')) return extension === 'pptx' ? 'pptx' : 'docx'
  if (names.includes('content.xml')) return 'odt'
  throw new Refusal('it is an archive (zip); unpack it first')
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

function textFormat(text: string, extension: string, contentType: string): Format {
  const start = text.replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/, '')
  if (/^<!doctype\s+html|^<(?:html|head|body)[\s>]/i.test(start)) return 'html'
  if (/^<(?:rss|feed|rdf:RDF)[\s>]/.test(start.replace(/^<!DOCTYPE[^>]*>\s*/i, ''))) return 'feed'
  if (isEmail(text)) return 'email'
  const marked = MARKED.get(extension) ?? MARKED.get(contentType)
  if (marked)
    throw new Refusal(
      `it is named ${extension || contentType} and does not begin like a ${marked} file; save it again, or as .txt if it is plain text`,
    )
  const named = NAMES.get(extension) ?? TYPES.get(contentType)
  if (named) return named
  if (text.startsWith('<?xml')) throw new Refusal('it is XML of a kind that is not known here')
  if (extension === '.json' || contentType === 'application/json')
    throw new Refusal('it is JSON; for documents in JSON, write one a line in a .jsonl file')
  return 'text'
}

/** At least two headers that e-mails have, a sender among them, before anything else. */
function isEmail(text: string): boolean {
  const [headers = ''] = text.split(/\r?\n\r?\n/, 1)
  const lines = headers.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line))
  // The end of the beginning may stand in the middle of a line.
  if (headers.length === text.length) lines.pop()
  if (lines.length < 2 || !lines.every((line) => /^[!-9;-~]+:|^From /.test(line))) return false
  const known = lines.filter((line) => HEADERS.test(line))
  return known.length >= 2 && known.some((line) => /^(?:from|received|return-path|delivered-to):/i.test(line))
}
