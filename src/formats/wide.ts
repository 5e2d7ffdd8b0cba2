/** Encodings whose characters are two or four bytes wide. */

/** The encoding of text of which every other byte is zero, as of Western text in UTF-16; undefined for other bytes. */
export function wideEncoding(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let [even, odd] = [0, 0]
  for (const [at, byte] of sample.entries()) {
    if (byte === 0 && at % 2 === 0) even += 1
    else if (byte === 0) odd += 1
  }
  const half = sample.length / 2
  if (odd > half / 10 && even < odd / 10) return 'utf-16le'
  return even > half / 10 && odd < even / 10 ? 'utf-16be' : undefined
}

/** How UTF-32 begins: with a byte order mark, or with `<`. The standard decoder leaves it out. */
const WIDE: [sign: number[], isLittleEndian: boolean][] = [
  [[0xff, 0xfe, 0, 0], true],
  [[0, 0, 0xfe, 0xff], false],
  [[0x3c, 0, 0, 0], true],
  [[0, 0, 0, 0x3c], false],
]

/** The text of bytes in UTF-32, without its mark; undefined for other bytes. */
export function decodeUtf32(bytes: Uint8Array): string | undefined {
  const wide = WIDE.find(([sign]) => sign.every((byte, at) => bytes[at] === byte))
  if (!wide) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  try {
    for (let offset = 0; offset + 4 <= view.byteLength; offset += 4)
      parts.push(String.fromCodePoint(view.getUint32(offset, wide[1])))
  } catch {
    return undefined
  }
  return parts.join('').replace(/^\ufeff/, '')
}
