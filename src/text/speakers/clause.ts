/** A sentence as words and marks, each of which knows whether it stands inside a quotation. */

import { anyOf } from '../../languages/all.ts'

export type Word = {
  text: string
  lower: string
  /** Offsets into the sentence, UTF-16 code units, end exclusive. */
  start: number
  end: number
  quoted: boolean
  /** An opening or closing quotation mark. */
  mark: 'open' | 'close' | null
}

const WORD = new RegExp(
  `\`\`|''|['’]s(?![\\p{L}\\p{N}])|(?:\\p{L}\\.){2,}|\\p{Lu}\\.(?=\\s+\\p{Lu})|(?:${anyOf(({ sentences }) => sentences?.titles)})\\.|[\\p{L}\\p{M}\\p{N}]+(?:[-'’.&][\\p{L}\\p{M}\\p{N}]+)*|\\S`,
  'gu',
)
/** Corpora of the Penn Treebank's kind write `` and ''. */
const MARKS = new Set(['"', '“', '”', '„', '«', '»', '``', "''"])

/** The words and marks of a sentence in order; takes linear time. What `elision` matches is a word by itself. */
export function readClause(sentence: string, elision?: RegExp): Word[] {
  const words: Word[] = []
  const push = (start: number, text: string) => {
    const mark = MARKS.has(text) ? markAt(sentence, start) : null
    words.push({ text, lower: text.toLowerCase(), start, end: start + text.length, quoted: false, mark })
  }
  for (const { index, 0: text } of sentence.matchAll(WORD)) {
    const elided = elision?.exec(text)?.[0].length ?? 0
    if (elided > 0) push(index, text.slice(0, elided))
    push(index + elided, text.slice(elided))
  }
  // A sentence cut out of a longer quotation begins with its inside, or ends with it.
  const first = words.find(({ mark }) => mark)
  let quoted = first?.mark === 'close' && !isBetween(sentence, first)
  for (const word of words) {
    // "said,“Look": no blank tells which mark it is, what is open does.
    if (word.mark === 'close' && !quoted && isBetween(sentence, word)) word.mark = 'open'
    if (word.mark) quoted = word.mark === 'open'
    word.quoted = quoted && !word.mark
  }
  return words
}

/** Whether a mark has a comma or colon right before it and a word right behind. */
const isBetween = (sentence: string, { start, end }: Word) =>
  /[,:]/.test(sentence[start - 1] ?? '') && /[\p{L}\p{N}]/u.test(sentence[end] ?? '')

/** The same mark opens in one language and closes in another: what stands beside it tells. */
function markAt(sentence: string, at: number): 'open' | 'close' {
  const [mark, before, after] = [sentence[at], sentence[at - 1] ?? ' ', sentence[at + 1] ?? ' ']
  const isFree = /[\s([—–-]/.test(before)
  if (mark === '„' || mark === '`' || (mark === '«' && isFree)) return 'open'
  if (mark === '”' || mark === "'") return 'close'
  return isFree && /[\p{L}\p{N}¿¡.…'‘[]/u.test(after) ? 'open' : 'close'
}
