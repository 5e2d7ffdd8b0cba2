/** The formats that are read: a new one is its reader and its entry here. */
import { extname } from 'node:path'
import { Refusal, type RefusalReason } from '../refusal.ts'
import { isEmail } from './email/headers.ts'
import type { About, ParsedFile } from './parsed.ts'

/** Throws a Refusal, or whatever a library throws at a damaged file. */
type Reader = (bytes: Uint8Array, about: About) => ParsedFile | Promise<ParsedFile>

export type FormatEntry = {
  /** In lower case, with their dot. */
  extensions: string[]
  mediaTypes: string[]
  /** How its files begin, but for blanks and a byte order mark. */
  mark?: string
  /** Its files are archives that hold an entry of such a name. */
  part?: RegExp
  /** Whether a text is of this format; `start` is the same without XML's declaration and comments. */
  isLike?: (text: string, start: string) => boolean
  /** What the corpus folder does with its files; most are read. `text`: as what their names say, whatever they begin with. */
  inFolder?: 'text' | 'lines' | 'ignored'
  /** Loads the reader, when a file asks for it. */
  load: () => Promise<Reader>
}

const refuse = (reason: RefusalReason) => async () => () => {
  throw new Refusal(reason)
}

/** In the order in which a file is compared with them. */
export const FORMATS = {
  pdf: {
    extensions: ['.pdf'],
    mediaTypes: ['application/pdf'],
    mark: '%PDF-',
    load: async () => (await import('./pdf/pdf.ts')).readPdf,
  },
  rtf: {
    extensions: ['.rtf'],
    mediaTypes: ['application/rtf', 'text/rtf'],
    mark: '{\\rtf',
    load: async () => (await import('./rtf/rtf.ts')).readRtf,
  },
  docx: {
    extensions: ['.docx'],
    mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    part: /^word\/document\d*\.xml$/,
    load: async () => (await import('./office/docx.ts')).readDocx,
  },
  pptx: {
    extensions: ['.pptx'],
    mediaTypes: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    part: /^ppt\/presentation\.xml$/,
    load: async () => (await import('./office/pptx.ts')).readPptx,
  },
  epub: {
    extensions: ['.epub'],
    mediaTypes: ['application/epub+zip'],
    part: /^META-INF\/container\.xml$/,
    load: async () => (await import('./epub/epub.ts')).readEpub,
  },
  odt: {
    extensions: ['.odt'],
    mediaTypes: ['application/vnd.oasis.opendocument.text'],
    part: /^content\.xml$/,
    load: async () => (await import('./office/odt.ts')).readOdt,
  },
  html: {
    extensions: ['.html', '.htm', '.xhtml'],
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    isLike: (_, start) => /^<!doctype\s+html|^<(?:html|head|body)[\s>]/i.test(start),
    load: async () => (await import('./html/html.ts')).readHtml,
  },
  /** A piece of HTML without a page around it: the item of a feed. */
  fragment: {
    extensions: [],
    mediaTypes: [],
    load: async () => (await import('./html/fragment.ts')).readFragment,
  },
  feed: {
    extensions: ['.rss', '.atom'],
    mediaTypes: ['application/rss+xml', 'application/atom+xml'],
    isLike: (_, start) => /^<(?:rss|feed|rdf:RDF)[\s>]/.test(start.replace(/^<!DOCTYPE[^>]*>\s*/i, '')),
    inFolder: 'ignored',
    load: refuse({ key: 'refusal.newsFeed' }),
  },
  email: {
    extensions: ['.eml'],
    mediaTypes: ['message/rfc822'],
    isLike: isEmail,
    load: async () => (await import('./email/email.ts')).readEmail,
  },
  jsonl: {
    extensions: ['.jsonl'],
    mediaTypes: [],
    inFolder: 'lines',
    load: refuse({ key: 'refusal.documentList' }),
  },
  markdown: {
    extensions: ['.md', '.markdown'],
    mediaTypes: ['text/markdown'],
    inFolder: 'text',
    load: async () => (await import('./markdown/markdown.ts')).readMarkdown,
  },
  /** What is text and nothing else. */
  text: {
    extensions: ['.txt'],
    mediaTypes: ['text/plain'],
    inFolder: 'text',
    load: async () => (await import('./plain/plain-text.ts')).readPlainText,
  },
} satisfies Record<string, FormatEntry>

export type Format = keyof typeof FORMATS

/** Every format with its entry. */
export const formats = Object.entries(FORMATS) as [Format, FormatEntry][]

/** The first format whose entry is so. */
export const formatWhere = (is: (entry: FormatEntry) => boolean): Format | undefined =>
  formats.find(([, entry]) => is(entry))?.[0]

/** The format that a file's name tells by its extension. */
export function formatByName(name: string): Format | undefined {
  const extension = extname(name).toLowerCase()
  return formatWhere(({ extensions }) => extensions.includes(extension))
}

/** The format of a media type, without its parameters. */
export const formatByType = (type: string): Format | undefined =>
  formatWhere(({ mediaTypes }) => mediaTypes.includes(type))

/** What the corpus folder does with a file of this name; files of other kinds lie there for their own reasons. */
export function folderUse(path: string): 'document' | 'text' | 'lines' | 'ignored' {
  const format = formatByName(path)
  const entry: FormatEntry | undefined = format && FORMATS[format]
  return entry ? (entry.inFolder ?? 'document') : 'ignored'
}

/** Reads a file of a known format. Throws a Refusal, or whatever a library throws at a damaged file. */
export async function readFormat(format: Format, bytes: Uint8Array, about: About): Promise<ParsedFile> {
  const read = await FORMATS[format].load()
  return read(bytes, about)
}
