/** Files that hold no document, by their first bytes, and why each is refused. */
import type { RefusalReason } from '../refusal.ts'

type Kind = { reason: RefusalReason; magic: string; at?: number }

/** `magic` is Latin 1. The first that fits is taken. */
const KINDS: Kind[] = [
  { reason: { key: 'refusal.image', values: { kind: 'PNG' } }, magic: '\x89PNG' },
  { reason: { key: 'refusal.image', values: { kind: 'JPEG' } }, magic: '\xff\xd8\xff' },
  { reason: { key: 'refusal.image', values: { kind: 'GIF' } }, magic: 'GIF8' },
  { reason: { key: 'refusal.image', values: { kind: 'WebP' } }, magic: 'WEBP', at: 8 },
  { reason: { key: 'refusal.image', values: { kind: 'TIFF' } }, magic: 'II*\0' },
  { reason: { key: 'refusal.image', values: { kind: 'TIFF' } }, magic: 'MM\0*' },
  { reason: { key: 'refusal.image', values: { kind: 'HEIC' } }, magic: 'ftyphei', at: 4 },
  { reason: { key: 'refusal.image', values: { kind: 'AVIF' } }, magic: 'ftypavif', at: 4 },
  { reason: { key: 'refusal.image', values: { kind: 'Photoshop' } }, magic: '8BPS' },
  { reason: { key: 'refusal.recording', values: { kind: 'MPEG-4' } }, magic: 'ftyp', at: 4 },
  { reason: { key: 'refusal.recording', values: { kind: 'Matroska, WebM' } }, magic: '\x1aE\xdf\xa3' },
  { reason: { key: 'refusal.recording', values: { kind: 'AVI' } }, magic: 'AVI ', at: 8 },
  { reason: { key: 'refusal.recording', values: { kind: 'WAV' } }, magic: 'WAVE', at: 8 },
  { reason: { key: 'refusal.recording', values: { kind: 'MP3' } }, magic: 'ID3' },
  { reason: { key: 'refusal.recording', values: { kind: 'Ogg' } }, magic: 'OggS' },
  { reason: { key: 'refusal.recording', values: { kind: 'FLAC' } }, magic: 'fLaC' },
  { reason: { key: 'refusal.archive', values: { kind: 'gzip' } }, magic: '\x1f\x8b' },
  { reason: { key: 'refusal.archive', values: { kind: '7z' } }, magic: '7z\xbc\xaf' },
  { reason: { key: 'refusal.archive', values: { kind: 'RAR' } }, magic: 'Rar!' },
  { reason: { key: 'refusal.archive', values: { kind: 'xz' } }, magic: '\xfd7zXZ' },
  { reason: { key: 'refusal.archive', values: { kind: 'bzip2' } }, magic: 'BZh' },
  { reason: { key: 'refusal.archive', values: { kind: 'Zstandard' } }, magic: '\x28\xb5\x2f\xfd' },
  { reason: { key: 'refusal.archive', values: { kind: 'tar' } }, magic: 'ustar', at: 257 },
  { reason: { key: 'refusal.program', values: { system: 'Windows' } }, magic: 'MZ\x90' },
  { reason: { key: 'refusal.program', values: { system: 'Linux' } }, magic: '\x7fELF' },
  { reason: { key: 'refusal.database', values: { kind: 'SQLite' } }, magic: 'SQLite format 3\0' },
  { reason: { key: 'refusal.postScript' }, magic: '%!PS' },
  { reason: { key: 'refusal.font' }, magic: 'wOF' },
  { reason: { key: 'refusal.font' }, magic: 'OTTO' },
  { reason: { key: 'refusal.kindle' }, magic: 'BOOKMOBI', at: 60 },
]
const REACH = 300

/** Why a file without a document is refused; undefined when it is none of the kinds that are known. */
export function binaryKind(bytes: Uint8Array): RefusalReason | undefined {
  const head = Buffer.from(bytes.subarray(0, REACH)).toString('latin1')
  return KINDS.find(({ magic, at = 0 }) => head.startsWith(magic, at))?.reason
}

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** Why the same is done to a file before OOXML that Word, Excel, PowerPoint and Outlook wrote, and the shell of locked newer ones. */
export function oleKind(bytes: Uint8Array): RefusalReason | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.toString('latin1', 0, 8) !== OLE) return undefined
  const holds = (name: string) => file.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return { key: 'refusal.password' }
  if (holds('WordDocument')) return { key: 'refusal.oldWord' }
  if (holds('PowerPoint Document')) return { key: 'refusal.oldPowerPoint' }
  if (holds('Workbook')) return { key: 'refusal.excel' }
  if (holds('__substg1.0_')) return { key: 'refusal.outlook' }
  return { key: 'refusal.oldOffice' }
}
