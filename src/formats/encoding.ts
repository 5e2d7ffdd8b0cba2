/** Plain text in whatever encoding it was written. */
import { detect } from 'chardet'
import { Refusal } from '../refusal.ts'
import { decode } from '../text/normalise.ts'

/** Encodings are told by the letters' frequencies: so many bytes are enough. */
const SAMPLE = 64_000
/** Of bytes: more control characters than this part are no text. */
const MAX_CONTROLS = 0.01

/** Decodes text: UTF-8 and UTF-16 with or without their marks, else the encoding that its bytes look like. Throws a Refusal. */
export function decodeText(bytes: Uint8Array): string {
  try {
    const text = decode(bytes)
    if (!text.includes('\0')) return text
  } catch {}
  const encoding = wideEncoding(bytes) ?? detect(bytes.subarray(0, SAMPLE))
  if (!encoding) throw new Refusal('refusal.encoding')
  const text = decodeAs(bytes, encoding)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0
  if (controls > MAX_CONTROLS * text.length) throw new Refusal('refusal.encoding')
  return text
}

/** UTF-16 without its mark: every other byte of Western text is zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = sample.length / 2
  if (odd > half / 10 && even < odd / 10) return 'utf-16le'
  return even > half / 10 && odd < even / 10 ? 'utf-16be' : undefined
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
