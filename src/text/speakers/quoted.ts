/** Which words of a text stand inside which of its quotations. */
import { rulesOf } from '../../languages/index.ts'
import { readClause } from './clause.ts'

/** A word with where it begins (UTF-16 code units) and the number of the quotation around it, null outside. */
export type QuotedWord = { start: number; quotation: number | null }

const MARK = /["“”„«»「」『』]|``/u
const UNSPACED_WORD = /[\p{L}\p{N}]+|[“”「」『』]/gu
const OPENING = /[“「『]/
/** What stands before the opening mark of something said. */
const BEGINS_SPEECH = /(?:^|[.!?…:,。！？：，])[\s"”»』」']*$/u
/** More of a paragraph is not looked at. UTF-16 code units. */
const MAX_PARAGRAPH = 20_000

/** The words of a text in order; empty when nothing is quoted. A quotation ends with its paragraph at the latest. */
export function quotedWords(text: string, language: string): QuotedWord[] {
  if (!MARK.test(text)) return []
  const words: QuotedWord[] = []
  let quotations = 0
  let start = 0
  for (const paragraph of text.split('\n\n')) {
    for (const word of wordsOf(paragraph.slice(0, MAX_PARAGRAPH), language)) {
      const quotation = word.quotation === null ? null : quotations + word.quotation
      words.push({ start: start + word.start, quotation })
    }
    // What is open at the end of a paragraph is another quotation in the next.
    quotations += paragraph.length
    start += paragraph.length + 2
  }
  return words
}

/** Those of a paragraph, each quotation known by the offset after its opening mark. */
function wordsOf(paragraph: string, language: string): QuotedWord[] {
  const words: QuotedWord[] = []
  let opened = 0
  let isOpen = false
  for (const { at, isOpening, isWord, isInside } of readPieces(paragraph, language)) {
    if (isOpening) opened = at + 1
    isOpen = isOpening || isInside
    if (isWord) words.push({ start: at, quotation: isInside ? opened : null })
  }
  // A mark within a sentence that nothing closes is a slip.
  const isSlip = isOpen && !BEGINS_SPEECH.test(paragraph.slice(0, Math.max(0, opened - 1)))
  return isSlip
    ? words.map((word) => (word.quotation === opened ? { ...word, quotation: null } : word))
    : words
}

const readPieces = (paragraph: string, language: string) =>
  rulesOf(language)?.isUnspaced ? unspacedWords(paragraph) : spacedWords(paragraph)

type Piece = { at: number; isOpening: boolean; isWord: boolean; isInside: boolean }

const spacedWords = (paragraph: string): Piece[] =>
  readClause(paragraph).map(({ start, text, mark, quoted }) => ({
    at: start,
    isOpening: mark === 'open',
    isWord: /[\p{L}\p{N}]/u.test(text),
    isInside: quoted,
  }))

function unspacedWords(paragraph: string): Piece[] {
  let isInside = false
  return [...paragraph.matchAll(UNSPACED_WORD)].map(({ index: at, 0: text }) => {
    const isWord = /[\p{L}\p{N}]/u.test(text)
    const isOpening = !isWord && OPENING.test(text)
    if (!isWord) isInside = isOpening
    return { at, isOpening, isWord, isInside }
  })
}
