/** A web page's bytes → text, in the character set that it was written in. */

/** Pages are told to say it within 1,024 bytes; many say it later, and browsers go on looking. */
const PRESCANNED_BYTES = 16_384
/** Beyond ASCII. */
const ENOUGH_BYTES = 12
const FALLBACK = 'windows-1252'
const BYTE_ORDER_MARKS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/**
 * The text of a page, without its byte order mark; bytes that its character set does not have become U+FFFD.
 * `contentType` is the header that it came with. As browsers do (https://html.spec.whatwg.org/#determining-the-character-encoding):
 * the mark decides, then the header, then the page's own `<meta>`; a page that names none, or a wrong one, is UTF-8
 * if it can be, else windows-1252.
 */
export function decodePage(bytes: Uint8Array, contentType = ''): string {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1]
  const named = marked ?? encodingOf(contentType) ?? declaredIn(bytes)
  if (named === undefined || isMislabelled(bytes, named, marked)) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {}
  }
  return new TextDecoder(named ?? FALLBACK).decode(bytes)
}

/**
 * Whether a page may be UTF-8 although it says another thing: servers put their own default on every page, and
 * text in another character set is hardly ever valid UTF-8 once it has more than a few letters beyond ASCII.
 */
function isMislabelled(bytes: Uint8Array, named: string, marked: string | undefined): boolean {
  if (marked || named === 'utf-8') return false
  let beyond = 0
  for (const byte of bytes) if (byte > 0x7f && ++beyond >= ENOUGH_BYTES) return true
  return false
}

/** The encoding that a header or a `content` attribute names; undefined when it names none that is known. */
function encodingOf(contentType: string): string | undefined {
  const [, label = ''] = /charset\s*=\s*["']?([^\s"';>]+)/i.exec(contentType) ?? []
  try {
    return label === '' ? undefined : new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, PRESCANNED_BYTES))
    .toString('latin1')
    .replace(/<!--.*?(?:-->|$)/gs, '')
  for (const [tag] of start.matchAll(/<(?:meta|\?xml)[\s/][^<>]*>/gi)) {
    const encoding = encodingOf(tag.replace(/^<\?xml.*?encoding\s*=/i, 'charset='))
    // A page whose tags can be read as bytes is not in UTF-16, whatever it says.
    if (encoding) return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  }
  return undefined
}
