/** Files that hold no document, by their first bytes, in words for whoever sent one. */

type Kind = { name: string; magic: string; at?: number }

/** `magic` is Latin 1. The first that fits is taken. */
const KINDS: Kind[] = [
  { name: 'an image (PNG)', magic: '\x89PNG' },
  { name: 'an image (JPEG)', magic: '\xff\xd8\xff' },
  { name: 'an image (GIF)', magic: 'GIF8' },
  { name: 'an image (WebP)', magic: 'WEBP', at: 8 },
  { name: 'an image (TIFF)', magic: 'II*\0' },
  { name: 'an image (TIFF)', magic: 'MM\0*' },
  { name: 'an image (HEIC)', magic: 'ftyphei', at: 4 },
  { name: 'an image (AVIF)', magic: 'ftypavif', at: 4 },
  { name: 'an image (Photoshop)', magic: '8BPS' },
  { name: 'a video or a sound (MPEG-4)', magic: 'ftyp', at: 4 },
  { name: 'a video (Matroska or WebM)', magic: '\x1aE\xdf\xa3' },
  { name: 'a video (AVI)', magic: 'AVI ', at: 8 },
  { name: 'a sound (WAV)', magic: 'WAVE', at: 8 },
  { name: 'a sound (MP3)', magic: 'ID3' },
  { name: 'a sound (Ogg)', magic: 'OggS' },
  { name: 'a sound (FLAC)', magic: 'fLaC' },
  { name: 'a compressed archive (gzip); unpack it first', magic: '\x1f\x8b' },
  { name: 'a compressed archive (7z); unpack it first', magic: '7z\xbc\xaf' },
  { name: 'a compressed archive (RAR); unpack it first', magic: 'Rar!' },
  { name: 'a compressed archive (xz); unpack it first', magic: '\xfd7zXZ' },
  { name: 'a compressed archive (bzip2); unpack it first', magic: 'BZh' },
  { name: 'a compressed archive (Zstandard); unpack it first', magic: '\x28\xb5\x2f\xfd' },
  { name: 'an archive (tar); unpack it first', magic: 'ustar', at: 257 },
  { name: 'a program (Windows)', magic: 'MZ\x90' },
  { name: 'a program (Linux)', magic: '\x7fELF' },
  { name: 'a database (SQLite)', magic: 'SQLite format 3\0' },
  { name: 'a PostScript file; convert it to PDF', magic: '%!PS' },
  { name: 'a font', magic: 'wOF' },
  { name: 'a font', magic: 'OTTO' },
  { name: 'a Kindle book; convert it to EPUB', magic: 'BOOKMOBI', at: 60 },
]
const REACH = 300

/** What a file without a document seems to be; undefined when it is none of the kinds that are known. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, REACH)).toString('latin1')
  return KINDS.find(({ magic, at = 0 }) => head.startsWith(magic, at))?.name
}

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** The file before OOXML that Word, Excel, PowerPoint and Outlook wrote, and the shell of locked newer ones. */
export function oleKind(bytes: Uint8Array): string | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.toString('latin1', 0, 8) !== OLE) return undefined
  const holds = (name: string) => file.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'protected by a password; save it without one'
  if (holds('WordDocument')) return 'a Word file of before 2007 (.doc); save it as .docx'
  if (holds('PowerPoint Document')) return 'a PowerPoint file of before 2007 (.ppt); save it as .pptx'
  if (holds('Workbook')) return 'an Excel file; save what is to be quoted as text'
  if (holds('__substg1.0_')) return 'an Outlook message (.msg); save it as .eml'
  return 'an Office file of before 2007; save it in the present format'
}
