/** The code pages of RTF, and bytes in them as text. */

/** By the numbers that fonts give to character sets; others are as the document says. */
const CHARACTER_SETS = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
])
/** Of a font whose letters are pictures. */
const SYMBOLS = -2
const SYMBOL_SET = 2

const NAMES = new Map([
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
])

/** The code page of a font's character set; undefined when the document's own holds. */
export const codePageOf = (characterSet: number) =>
  characterSet === SYMBOL_SET ? SYMBOLS : CHARACTER_SETS.get(characterSet)

/** Bytes as text; an unknown code page is taken for Western European. */
export function decodePage(bytes: Uint8Array, codePage: number): string {
  if (codePage === SYMBOLS) return ''
  const isWindows = codePage >= 1250 && codePage <= 1258
  return new TextDecoder(isWindows ? `windows-${codePage}` : (NAMES.get(codePage) ?? 'windows-1252')).decode(
    bytes,
  )
}
