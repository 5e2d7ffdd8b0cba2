/** Files that are zip archives of XML, opened without trust in what they declare. */
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Refusal } from '../refusal.ts'
import { decode } from './decode.ts'

/** Of one archive: its entries, the bytes of one entry and of all that are read, unpacked. */
const [MAX_ENTRIES, MAX_ENTRY_BYTES, MAX_TOTAL_BYTES] = [20_000, 100_000_000, 200_000_000]
/** Word's own XML unpacks to about 10–30 times its size, and to 1,000 times only what was made for that. */
const [MAX_RATIO, SMALL_ENTRY] = [250, 1_000_000]

/** An entry in the list of contents, and the record at the list's end. */
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const END_LENGTH = 22
/** Stands for a place that is told elsewhere, as in archives of more than 4 GB. */
const ELSEWHERE = 0xffffffff

export type Zip = {
  names: string[]
  /** An entry's bytes; undefined when there is none of that name. Throws a Refusal. */
  read: (name: string) => Promise<Uint8Array | undefined>
  /** The same as text, in the encoding that its XML declares. */
  text: (name: string) => Promise<string | undefined>
}

/**
 * Opens an archive. Nothing is unpacked before its declared size has been found bearable, and what turns out
 * larger than declared is cut off. Throws a Refusal for damaged, encrypted and excessive ones.
 */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const archive = withoutTail(bytes)
  const zip = await open(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength))
  const entries = await list(zip)
  let total = 0
  const read = async (name: string) => {
    const entry = entries.get(name)
    if (!entry) return undefined
    total += entry.uncompressedSize
    check(entry, total)
    return unpack(zip, entry)
  }
  const text = async (name: string) => {
    const content = await read(name)
    return content && decode(content, { as: 'xml' })
  }
  return { names: [...entries.keys()], read, text }
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: false }, (error, zip) =>
      error ? reject(new Refusal('refusal.damagedContents')) : resolve(zip),
    )
  })
}

async function list(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES)
    throw new Refusal({
      key: 'refusal.archiveFiles',
      values: { files: zip.entryCount, limit: MAX_ENTRIES },
    })
  const entries = new Map<string, Entry>()
  try {
    // The first of two entries of one name counts, as in most readers.
    for await (const entry of zip.eachEntry())
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry)
  } catch {
    throw new Refusal('refusal.damagedContents')
  }
  return entries
}

function check(entry: Entry, total: number): void {
  const { compressedSize, uncompressedSize } = entry
  if (entry.isEncrypted()) throw new Refusal('refusal.password')
  if (uncompressedSize > MAX_ENTRY_BYTES || total > MAX_TOTAL_BYTES) throw new Refusal('refusal.bomb')
  if (uncompressedSize > SMALL_ENTRY && uncompressedSize > compressedSize * MAX_RATIO)
    throw new Refusal('refusal.bomb')
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  let content: Buffer
  try {
    content = await buffer(await zip.openReadStreamPromise(entry))
  } catch (error) {
    // Said of a stream that is longer than its entry declares.
    if (String(error).includes('too many bytes')) throw new Refusal('refusal.bomb')
    throw new Refusal('refusal.damagedPart')
  }
  if (crc32(content) !== entry.crc32) throw new Refusal('refusal.damagedPart')
  return content
}

/** An archive without what was appended to it. All of it when its list of contents is missing. */
function withoutTail(bytes: Uint8Array): Uint8Array {
  const end = endOf(bytes)
  if (end < 0) return bytes
  return bytes.subarray(0, end + END_LENGTH + viewOf(bytes).getUint16(end + 20, true))
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The offset of the record at the end, of which a comment or anything else may follow; −1 when it is missing. */
function endOf(bytes: Uint8Array): number {
  if (bytes.length < END_LENGTH) return -1
  const view = viewOf(bytes)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = buffer.lastIndexOf('PK\x05\x06', bytes.length - END_LENGTH, 'latin1')
  while (end >= 0 && !leadsToEntries(view, end))
    end = end === 0 ? -1 : buffer.lastIndexOf('PK\x05\x06', end - 1, 'latin1')
  return end
}

function leadsToEntries(view: DataView, end: number): boolean {
  const start = view.getUint32(end + 16, true)
  if (start === ELSEWHERE || view.getUint16(end + 10, true) === 0) return true
  return start + ENTRY_LENGTH <= end && view.getUint32(start, true) === ENTRY
}
