/** Why a file that holds no document is refused: by its first bytes, as file-type reads them. */
import type { FileTypeResult } from 'file-type'
import type { RefusalReason } from '../refusal.ts'

/** What people call a kind of file that is not known by its extension in capitals. */
const NAMES = new Map([
  ['jpg', 'JPEG'],
  ['tif', 'TIFF'],
  ['webp', 'WebP'],
  ['psd', 'Photoshop'],
  ['mp4', 'MPEG-4'],
  ['m4a', 'MPEG-4'],
  ['m4v', 'MPEG-4'],
  ['mov', 'QuickTime'],
  ['mkv', 'Matroska'],
  ['webm', 'WebM'],
  ['ogg', 'Ogg'],
  ['ogx', 'Ogg'],
])
const ARCHIVES = new Map([
  ['gz', 'gzip'],
  ['tar.gz', 'gzip'],
  ['7z', '7z'],
  ['rar', 'RAR'],
  ['xz', 'xz'],
  ['bz2', 'bzip2'],
  ['zst', 'Zstandard'],
  ['lz', 'lzip'],
  ['lz4', 'LZ4'],
  ['Z', 'compress'],
  ['tar', 'tar'],
  ['ar', 'ar'],
  ['cpio', 'cpio'],
  ['cab', 'Cabinet'],
  ['deb', 'deb'],
  ['rpm', 'rpm'],
])
const PROGRAMS = new Map([
  ['exe', 'Windows'],
  ['elf', 'Linux'],
  ['macho', 'macOS'],
])
const OTHERS = new Map<string, RefusalReason>([
  ['sqlite', { key: 'refusal.database', values: { kind: 'SQLite' } }],
  ['ps', { key: 'refusal.postScript' }],
  ['eps', { key: 'refusal.postScript' }],
  ['mobi', { key: 'refusal.kindle' }],
])
const PNG = [0x89, 0x50, 0x4e, 0x47]
/** Text or a document, which other rules tell apart better; here only the inside of a damaged one. */
const READ = new Set(['pdf', 'rtf', 'xml', 'zip'])

/** Returns why a file is refused; undefined when it is none of the kinds that are known. */
export async function binaryReason(bytes: Uint8Array): Promise<RefusalReason | undefined> {
  const { fileTypeFromBuffer } = await import('file-type')
  const type = await fileTypeFromBuffer(bytes)
  // The library knows no picture that breaks off at its start.
  if (!type && PNG.every((byte, at) => bytes[at] === byte)) return reasonOf({ ext: 'png', mime: 'image/png' })
  if (!type || READ.has(type.ext)) return undefined
  return type.ext === 'cfb' ? officeReason(bytes) : reasonOf(type)
}

function reasonOf({ ext, mime }: FileTypeResult): RefusalReason {
  const kind = NAMES.get(ext) ?? ext.toUpperCase()
  const archive = ARCHIVES.get(ext)
  const system = PROGRAMS.get(ext)
  if (archive) return { key: 'refusal.archive', values: { kind: archive } }
  if (system) return { key: 'refusal.program', values: { system } }
  if (mime.startsWith('font/')) return { key: 'refusal.font' }
  if (mime.startsWith('image/')) return { key: 'refusal.image', values: { kind } }
  if (/^(?:audio|video)\/|\/ogg$/.test(mime)) return { key: 'refusal.recording', values: { kind } }
  return OTHERS.get(ext) ?? { key: 'refusal.unknownBinary' }
}

/** The files before OOXML that Word, Excel, PowerPoint and Outlook wrote, and the shell of locked newer ones. */
function officeReason(bytes: Uint8Array): RefusalReason {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string) => file.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return { key: 'refusal.password' }
  if (holds('WordDocument')) return { key: 'refusal.oldWord' }
  if (holds('PowerPoint Document')) return { key: 'refusal.oldPowerPoint' }
  if (holds('Workbook')) return { key: 'refusal.excel' }
  if (holds('__substg1.0_')) return { key: 'refusal.outlook' }
  return { key: 'refusal.oldOffice' }
}
