/** The bytes of an RTF document as groups, control words and text: one pass, nothing copied. */

/** `data` of text is a view of the document's bytes; of the control word `'` it is the one byte that it stands for. */
export type Token =
  | { kind: 'begin' | 'end' }
  | { kind: 'text'; data: Uint8Array }
  | { kind: 'control'; word: string; parameter: number | undefined; data?: Uint8Array }

const [BEGIN, END, BACKSLASH] = [0x7b, 0x7d, 0x5c]
const [CARRIAGE_RETURN, LINE_FEED, SPACE, APOSTROPHE] = [0x0d, 0x0a, 0x20, 0x27]
/** A control word with its number; the one space after it belongs to it. Nobody needs longer ones. */
const WORD = /^([a-zA-Z]+)(-?\d+)? ?/
const MAX_WORD = 64

const isText = (byte: number | undefined) =>
  byte !== undefined &&
  byte !== BEGIN &&
  byte !== END &&
  byte !== BACKSLASH &&
  byte !== CARRIAGE_RETURN &&
  byte !== LINE_FEED
const isLetter = (byte: number | undefined = 0) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a

/** The tokens in order (RTF specification 1.9.1). Binary data is passed over; line ends between tokens are none. */
export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]
    if (byte === BEGIN || byte === END) yield { kind: byte === BEGIN ? 'begin' : 'end' }
    if (isText(byte)) {
      const start = at
      while (isText(bytes[at])) at += 1
      yield { kind: 'text', data: bytes.subarray(start, at) }
    } else if (byte === BACKSLASH) {
      const { token, end } = isLetter(bytes[at + 1]) ? wordAt(bytes, at + 1) : symbolAt(bytes, at + 1)
      yield token
      at = end
    } else at += 1
  }
}

function wordAt(bytes: Uint8Array, start: number): { token: Token; end: number } {
  const head = Buffer.from(bytes.subarray(start, start + MAX_WORD)).toString('latin1')
  const [all = head, word = head, digits] = WORD.exec(head) ?? []
  const parameter = digits === undefined ? undefined : Number(digits)
  const binary = word === 'bin' ? Math.max(0, parameter ?? 0) : 0
  return { token: { kind: 'control', word, parameter }, end: start + all.length + binary }
}

function symbolAt(bytes: Uint8Array, start: number): { token: Token; end: number } {
  const symbol = bytes[start] ?? SPACE
  const token = { kind: 'control' as const, word: String.fromCharCode(symbol), parameter: undefined }
  if (symbol !== APOSTROPHE) return { token, end: start + 1 }
  const digits = Buffer.from(bytes.subarray(start + 1, start + 3)).toString('latin1')
  if (!/^[\da-f]{2}$/i.test(digits)) return { token, end: start + 1 }
  return { token: { ...token, data: Uint8Array.of(Number.parseInt(digits, 16)) }, end: start + 3 }
}
