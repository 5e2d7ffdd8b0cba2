/** Bytes → text, in the encoding that they were written in. */
import sniff from 'html-encoding-sniffer'
import { decodeUtf32 } from './wide.ts'

export type Hints = {
  /** Which way of naming its own encoding it has, and what it is when it names none. */
  as: 'page' | 'xml' | 'feed'
  /** The header that it came with. */
  contentType?: string | undefined
}

/** Pages are told to say it within 1,024 bytes; many say it later, and browsers go on looking. */
const PAGE = { maxPrescanBytes: 16_384 }
const XML = { xml: true }
const UNNAMED = 'none'
const FALLBACK = 'windows-1252'
/** Bytes beyond ASCII: so few are UTF-8 by chance in some encodings, and in Windows-1252 never. */
const FEW = 12

/**
 * The text of a page, feed or XML file, without its byte order mark. The mark decides, then the header, then what
 * the file says of itself (https://html.spec.whatwg.org/#determining-the-character-encoding; RFC 7303, section 3; the
 * last two ask html-encoding-sniffer). A file that names no encoding, or a wrong one, is UTF-8 if it can be, else
 * Windows-1252. Bytes that an encoding does not have become U+FFFD; in a feed, they refute the name of the encoding.
 */
export function decode(bytes: Uint8Array, { as, contentType = '' }: Hints): string {
  const wide = decodeUtf32(bytes)
  if (wide !== undefined) return wide
  const own = encodingOf(bytes, as)
  // Bytes that spell `<?` as UTF-16 does are in it, whatever the header says.
  const named = own.startsWith('UTF-16') ? own : encodingOf(bytes, as, labelIn(contentType))
  if (named === UNNAMED || isMislabelled(bytes, named)) {
    const text = decodeStrictly(bytes, 'utf-8')
    if (text !== undefined) return text
  }
  if (as !== 'feed') return new TextDecoder(named === UNNAMED ? FALLBACK : named).decode(bytes)
  for (const claim of [named, own, 'utf-8']) {
    const text = decodeStrictly(bytes, claim)
    if (text !== undefined) return text
  }
  return new TextDecoder(FALLBACK).decode(bytes)
}

/** ASCII is what servers say when they do not know. */
function labelIn(contentType: string): string | undefined {
  const label = /charset\s*=\s*["']?([^\s"';>]+)/i.exec(contentType)?.[1]
  return label && /^(?:us-)?ascii$/i.test(label) ? undefined : label
}

function encodingOf(bytes: Uint8Array, as: Hints['as'], label?: string): string {
  const start = as === 'page' ? 0 : bytes.findIndex((byte) => byte !== 0x20 && (byte < 0x09 || byte > 0x0d))
  const options = {
    ...(as === 'page' ? PAGE : XML),
    transportLayerEncodingLabel: label,
    defaultEncoding: UNNAMED,
  }
  return sniff(bytes.subarray(Math.max(start, 0)), options)
}

/**
 * Whether a file may be UTF-8 although it says another thing: servers put their own default on every page, and
 * text in another encoding is hardly ever valid UTF-8 once it has more than a few letters beyond ASCII.
 */
function isMislabelled(bytes: Uint8Array, named: string): boolean {
  if (named === 'UTF-8' || named.startsWith('UTF-16')) return false
  const enough = named === FALLBACK ? 1 : FEW
  let beyond = 0
  for (const byte of bytes) if (byte > 0x7f && ++beyond >= enough) return true
  return false
}

/** Undefined when the encoding is not known or the bytes are not in it. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
