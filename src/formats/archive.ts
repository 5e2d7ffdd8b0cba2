/** What kind of document a zip archive is: by what it says at its start, and by the names in it. */
import { Refusal, type RefusalReason } from '../refusal.ts'
import { FORMATS, type Format, formatByName, formatByType, formats } from './registry.ts'
import { openZip } from './zip.ts'

/** An entry, an archive without any, and one in several parts. */
const MARKS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']
/** Archives that are no document here, by an entry that they hold, and why they are refused. */
const OTHER_ARCHIVES: [RegExp, RefusalReason][] = [
  [/^xl\/workbook\.(?:xml|bin)$/, { key: 'refusal.excel' }],
  [/^Index\/Document\.iwa$/, { key: 'refusal.applePages' }],
]
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.'
/** Bytes: what a document is stands in its first entries, and a bomb holds nobody up. */
const REACH = 100_000
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30

/** Whether a file whose first bytes are these, as Latin 1, is a zip archive. */
export const isZip = (head: string): boolean => MARKS.some((mark) => head.startsWith(mark))

/** The format of an archive. Throws a Refusal that names what it seems to be when it is no document. */
export async function zipFormat(bytes: Uint8Array, name: string): Promise<Format> {
  const type = zipMimeType(bytes) ?? ''
  if (type.includes('epub')) return 'epub'
  if (/\.text(?:-template)?$/.test(type)) return 'odt'
  if (type.startsWith(OPEN_DOCUMENT)) throw new Refusal('refusal.openDocument')
  const names = await namesIn(bytes)
  const named = formatByName(name)
  if (names.length === 0) return cutOffFormat(bytes, named)
  for (const [format, { part }] of formats) if (part && names.some((entry) => part.test(entry))) return format
  for (const [part, reason] of OTHER_ARCHIVES)
    if (names.some((entry) => part.test(entry))) throw new Refusal(reason)
  if (names.includes('[Content_Types].xml')) return named === 'pptx' ? 'pptx' : 'docx'
  throw new Refusal(UNKNOWN)
}

const UNKNOWN: RefusalReason = { key: 'refusal.archive', values: { kind: 'zip' } }

/** Empty when the archive is damaged. */
async function namesIn(bytes: Uint8Array): Promise<string[]> {
  try {
    return (await openZip(bytes)).names
  } catch {
    return []
  }
}

/** An archive that was cut off has no list of names left: its first entries or its name tell the reader, which says so. */
async function cutOffFormat(bytes: Uint8Array, named: Format | undefined): Promise<Format> {
  if (named !== undefined && 'part' in FORMATS[named]) return named
  const { fileTypeFromBuffer } = await import('file-type')
  const format = formatByType((await fileTypeFromBuffer(bytes.subarray(0, REACH)))?.mime ?? '')
  if (format === undefined) throw new Refusal(UNKNOWN)
  return format
}

/** What the first entry says, in archives that begin by telling their kind (OpenDocument and EPUB). */
export function zipMimeType(bytes: Uint8Array): string | undefined {
  if (bytes.length < LOCAL_LENGTH) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== LOCAL) return undefined
  const start = LOCAL_LENGTH + view.getUint16(26, true) + view.getUint16(28, true)
  const head = Buffer.from(bytes.subarray(LOCAL_LENGTH, start + 80)).toString('latin1')
  return /^mimetype/.test(head) ? /application\/[\w.+-]+/.exec(head.split('PK')[0] ?? '')?.[0] : undefined
}
