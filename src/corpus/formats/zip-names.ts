/** The names in a zip archive, without unpacking anything. */

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
/** The record at an archive's end, and the longest comment after it. */
const [END_LENGTH, MAX_COMMENT] = [22, 65_535]
const [ENTRY_LENGTH, LOCAL_LENGTH] = [46, 30]
const MAX_NAMES = 5000

/** The first names of an archive; empty when its list of contents is missing. */
export function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - END_LENGTH
  const last = Math.max(0, end - MAX_COMMENT)
  while (end >= last && view.getUint32(end, true) !== END) end -= 1
  if (end < last) return []
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
