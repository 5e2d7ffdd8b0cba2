/** Plain text in whatever encoding it was written. */
import { detect } from 'chardet'
import { Refusal } from '../refusal.ts'
import { decode } from '../text/normalise.ts'
import { decodeUtf32, wideEncoding } from './wide.ts'

/** Encodings are told by the letters' frequencies: so many bytes are enough. */
const SAMPLE = 64_000
/** Of bytes: more control characters than this part are no text. */
const MAX_CONTROLS = 0.01

/** Decodes text: UTF-8, UTF-16 and UTF-32 with or without their marks, else the encoding that its bytes look like. Throws a Refusal. */
export function decodeText(bytes: Uint8Array): string {
  const wide = decodeUtf32(bytes)
  if (wide !== undefined) return wide
  try {
    const text = decode(bytes)
    if (!text.includes('\0')) return text
  } catch {}
  const encoding = wideEncoding(bytes.subarray(0, SAMPLE)) ?? detect(bytes.subarray(0, SAMPLE))
  if (!encoding) throw new Refusal('refusal.encoding')
  const text = decodeAs(bytes, encoding)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0
  if (controls > MAX_CONTROLS * text.length) throw new Refusal('refusal.encoding')
  return text
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  // What a page of Latin 1 may hold beyond it are Windows's own characters.
  const name = /^(?:ISO-8859-1|ASCII)$/i.test(encoding) ? 'windows-1252' : encoding
  try {
    return new TextDecoder(name).decode(bytes)
  } catch {
    throw new Refusal({ key: 'refusal.encodingNamed', values: { encoding } })
  }
}
