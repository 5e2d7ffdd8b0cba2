/** Undoes a body's Content-Encoding, and stops where the result grows too large (RFC 9110, section 8.4). */
import { promisify } from 'node:util'
import {
  brotliDecompress,
  constants,
  gunzip,
  inflate,
  inflateRaw,
  type ZlibOptions,
  zstdDecompress,
} from 'node:zlib'
import { Refusal } from '../refusal.ts'

/** What fetchPage says it understands. */
export const ACCEPTED = 'gzip, deflate, br, zstd'

/** More than one is legal and unheard of. */
const MOST_ENCODINGS = 2
/** 8 MB, which is what RFC 9659 lets a sender use; the library would reserve 128. */
const ZSTD_WINDOW = 23
const DEFLATE_METHOD = 8

type Decoder = (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>
const [unzip, unflate, unflateRaw, unbrotli, unzstd] = [
  promisify<Buffer, ZlibOptions, Buffer>(gunzip),
  promisify<Buffer, ZlibOptions, Buffer>(inflate),
  promisify<Buffer, ZlibOptions, Buffer>(inflateRaw),
  promisify<Buffer, object, Buffer>(brotliDecompress),
  promisify<Buffer, object, Buffer>(zstdDecompress),
]
/** Some servers send the bare stream. */
const undeflate: Decoder = (body, options) =>
  ((body[0] ?? 0) & 0x0f) === DEFLATE_METHOD ? unflate(body, options) : unflateRaw(body, options)
const unzstandard: Decoder = (body, options) =>
  unzstd(body, { ...options, params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW } })
const DECODERS = new Map<string, Decoder>([
  ['gzip', unzip],
  ['x-gzip', unzip],
  ['br', unbrotli],
  ['deflate', undeflate],
  ['zstd', unzstandard],
])

/** Takes the header's value and a limit in bytes for what comes out; `tooLarge` is thrown beyond it. Throws a Refusal. */
export async function decompress(
  body: Buffer,
  encoding: string | undefined,
  limit: number,
  tooLarge: Refusal,
): Promise<Buffer> {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity')
  if (names.length > MOST_ENCODINGS) throw new Refusal('refusal.compressedOften')
  let bytes = body
  for (const name of names.reverse()) {
    const decode = DECODERS.get(name)
    if (!decode) throw new Refusal('refusal.compressionUnknown')
    if (bytes.length > 0) bytes = await decode(bytes, { maxOutputLength: limit }).catch(refuse(tooLarge))
  }
  if (bytes.length > limit) throw tooLarge
  return bytes
}

const refuse = (tooLarge: Refusal) => (error: NodeJS.ErrnoException) => {
  throw error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : new Refusal('refusal.compressionBroken')
}
