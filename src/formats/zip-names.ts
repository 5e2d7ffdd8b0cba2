/** The names in a zip archive, without unpacking anything. */

const [ENTRY, LOCAL] = [0x02014b50, 0x04034b50]
const END_LENGTH = 22
/** Stands for a place that is told elsewhere, as in archives of more than 4 GB. */
const ELSEWHERE = 0xffffffff
const [ENTRY_LENGTH, LOCAL_LENGTH] = [46, 30]
const MAX_NAMES = 5000

/** An archive without what was appended to it. All of it when its list of contents is missing. */
export function withoutTail(bytes: Uint8Array): Uint8Array {
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

/** The first names of an archive; empty when its list of contents is missing. */
export function zipNames(bytes: Uint8Array): string[] {
  const view = viewOf(bytes)
  const end = endOf(bytes)
  if (end < 0) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  while (
    names.length < MAX_NAMES &&
    at + ENTRY_LENGTH <= bytes.length &&
    view.getUint32(at, true) === ENTRY
  ) {
    const length = view.getUint16(at + 28, true)
    const name = bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + length)
    names.push(Buffer.from(name).toString('utf8'))
    at += ENTRY_LENGTH + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
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
