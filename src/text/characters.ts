/** What of a text from outside a reader sees, and where it can be cut. The one rule for all names and surfaces. */

/**
 * Default-ignorable characters (https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point), the other marks
 * that show nothing, control characters and halves of characters. They can carry text that no reader sees. First come
 * those that have a visible meaning where they stand: in a flag, in an emoji, in a script whose letters join, in
 * Mongolian, and in syllables of old Hangul.
 */
const INVISIBLE =
  /(\p{RGI_Emoji_Tag_Sequence}|(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]|(?<=[\d#*])\uFE0F(?=\u20E3)|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D(?=\p{Extended_Pictographic})|(?<=[[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Mong}\p{scx=Java}\p{scx=Bali}]&&[\p{L}\p{M}]])[\u200C\u200D]|(?<=[\u1820-\u18AA])[\u180B-\u180F]|\u115F(?=[\u1161-\u11A7])|(?<=[\u1100-\u115E])\u1160)|[\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{16FE4}\u{1D159}\p{Cs}[\p{Cc}--[\t\n\r]]]+/gv
/** None of them stands in a text that has only such characters, which is most of the West's. */
const QUICK = /[^\t\n\r -~¡-¬®-ʯ]/
/** They show as a blank. */
const BLANK = /[\u115F\u1160\u2800\u3164\uFFA0]/
/** A longer character than any script has begins within so many code units of its cut. */
const REACH = 64

const graphemes = new Intl.Segmenter()

/** The text as a reader sees it: without invisible and control characters; tabs and line ends stay. */
export const visible = (text: string): string =>
  QUICK.test(text)
    ? text.replace(INVISIBLE, (found, meant?: string) => meant ?? (BLANK.test(found) ? ' ' : ''))
    : text

/** The text, or its beginning and `…`, in at most `limit` UTF-16 code units. */
export const shorten = (text: string, limit: number): string =>
  text.length <= limit ? text : beginning(text, Math.max(0, limit - 1))

/** The beginning in at most `length` UTF-16 code units, and `…`: whole words, or at least whole characters. */
export function beginning(text: string, length: number): string {
  const cut = text.slice(0, boundaryBefore(text, length))
  const space = cut.lastIndexOf(' ')
  return `${(space > cut.length * 0.7 ? cut.slice(0, space) : cut).trimEnd()}…`
}

function boundaryBefore(text: string, length: number): number {
  const from = Math.max(0, length - REACH)
  const start = from > 0 && isLowSurrogate(text, from) ? from + 1 : from
  const piece = text.slice(start, length + REACH)
  const boundary = graphemes.segment(piece).containing(length - start)?.index
  if (boundary === undefined) return length
  return boundary > 0 ? start + boundary : isLowSurrogate(text, length) ? length - 1 : length
}

const isLowSurrogate = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at))
