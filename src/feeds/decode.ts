/** A feed's bytes → text, by the encoding that it claims (RFC 7303, section 3; XML 1.0, appendix F). */

/** The declaration is ASCII in every encoding that has no mark of its own. */
const DECLARATION = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i
const CHARSET = /;\s*charset\s*=\s*["']?([\w.:-]+)/i
const HEAD = 1000

/** How the first bytes give an encoding away: by a byte order mark, or by how they spell `<?` or a `{`. */
const SIGNS: [sign: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0x3c, 0, 0, 0], 'utf-32le'],
  [[0, 0, 0, 0x3c], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0, 0x3f, 0], 'utf-16le'],
  [[0, 0x3c, 0, 0x3f], 'utf-16be'],
]

/**
 * The byte order mark is believed first, then the Content-Type, then the XML declaration, then UTF-8. A claim that the
 * bytes contradict is passed over; bytes that are in none of these are read as Windows-1252, which takes all.
 */
export function decodeFeed(bytes: Uint8Array, contentType?: string | null): string {
  const sign = SIGNS.find(([sign]) => sign.every((byte, index) => bytes[index] === byte))?.[1]
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  const claims = [sign, CHARSET.exec(contentType ?? '')?.[1], DECLARATION.exec(head)?.[1], 'utf-8']
  for (const claim of claims) {
    const text = claim === undefined ? undefined : decodeAs(bytes, claim.toLowerCase())
    if (text !== undefined) return withQuotes(text)
  }
  return WINDOWS.decode(bytes)
}

const WINDOWS = new TextDecoder('windows-1252')

/** Control characters that nobody means: quotation marks and dashes of Windows-1252, encoded as if they were Latin-1. */
const withQuotes = (text: string) =>
  text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS.decode(Uint8Array.of(char.charCodeAt(0))))

/** Undefined when the encoding is not known or the bytes are not in it. */
function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding === 'utf-32le')
    // ASCII is what servers say when they do not know; the standard reads it as Windows-1252.
    if (/^(?:us-)?ascii$/.test(encoding)) return undefined
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The standard decoder leaves UTF-32 out. Throws a RangeError for what is no character. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let offset = 0; offset + 4 <= view.byteLength; offset += 4)
    parts.push(String.fromCodePoint(view.getUint32(offset, littleEndian)))
  return parts.join('').replace(/^\ufeff/, '')
}
