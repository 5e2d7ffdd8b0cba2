/** Who says each sentence of a text: by itself, as part of a quotation that goes on, or by "he" and "she". */
import type { Span } from '../../document.ts'
import { namedSince } from './others.ts'
import { isAnonymous, pronounSpeaker } from './pronoun.ts'
import { type QuotedWord, quotedWords } from './quoted.ts'
import { speakerOf } from './speaker.ts'

/** Sentences before one inside a quotation that its speaker is looked for in. */
const MAX_BACK = 3
/** A sentence, with the paragraph that it stands in and the quotations that it has a part of. */
type Line = { text: string; paragraph: number; quotations: Set<number>; isInside: boolean }

/**
 * The speaker of each sentence of a text, null where it reports nothing or nobody is named. What stands inside a
 * quotation is of whom the quotation is, wherever that is told.
 * @param sentences in order, with offsets into the text (UTF-16 code units)
 * @param language ISO 639-1; one without rules is read as English
 */
export function speakersIn(text: string, sentences: Span[], language: string): (string | null)[] {
  const lines = linesOf(text, sentences, language)
  const named = withPronouns(lines, language)
  const found = [...named]
  for (const [at, { isInside }] of lines.entries())
    if (isInside) found[at] = ofQuotation(at, lines, named) ?? named[at] ?? before(at, lines, found)
  return found.map((speaker) => speaker || null)
}

/** Somebody who is not named: "a spokesman said". */
const NOBODY = ''
type Found = string | typeof NOBODY | null

/** A pronoun stands for the last who was named as a speaker, unless somebody else is named or speaks since. */
function withPronouns(lines: Line[], language: string): Found[] {
  let last: { name: string; at: number } | undefined
  return lines.map(({ text, isInside }, at) => {
    const own = speakerOf(text, language)
    if (own) last = { name: own, at }
    if (own) return own
    const pronoun = last ? pronounSpeaker(text, language) : -1
    if (last && pronoun >= 0) {
      const since = [...lines.slice(last.at + 1, at).map((line) => line.text), text.slice(0, pronoun)]
      return namedSince(since, last.name, language) ? NOBODY : last.name
    }
    if (isInside || !isAnonymous(text, language)) return null
    last = undefined
    return NOBODY
  })
}

/** Whoever says another part of the same quotation; one that ends with its sentence may be told in the next. */
function ofQuotation(at: number, lines: Line[], named: Found[]): Found {
  const { quotations, paragraph } = lines[at] as Line
  const isTelling = (line: Line) => !line.isInside && !line.quotations.isDisjointFrom(quotations)
  const telling = lines.findIndex((line, other) => isTelling(line) && named[other] !== null)
  if (telling >= 0) return named[telling] ?? null
  const [previous, next] = [lines[at - 1], lines[at + 1]]
  const isFirst = previous?.paragraph !== paragraph
  return isFirst && next?.paragraph === paragraph && !next.isInside ? (named[at + 1] ?? null) : null
}

/** The speaker of up to three sentences before, else of the next in the paragraph. */
function before(at: number, lines: Line[], found: Found[]): Found {
  for (let back = at - 1; back >= Math.max(0, at - MAX_BACK); back -= 1) {
    const speaker = found[back] ?? null
    if (speaker !== null) return speaker
  }
  return lines[at + 1]?.paragraph === lines[at]?.paragraph ? (found[at + 1] ?? null) : null
}

function linesOf(text: string, sentences: Span[], language: string): Line[] {
  const words = quotedWords(text, language)
  let [paragraph, end, next] = [0, 0, 0]
  return sentences.map((span) => {
    if (text.slice(end, span.start).includes('\n\n')) paragraph += 1
    end = span.end
    const own: QuotedWord[] = []
    for (let word = words[next]; word && word.start < span.end; word = words[next]) {
      own.push(word)
      next += 1
    }
    const quotations = new Set(own.flatMap(({ quotation }) => quotation ?? []))
    const isInside = own.length > 0 && own.every(({ quotation }) => quotation !== null)
    return { text: text.slice(span.start, span.end), paragraph, quotations, isInside }
  })
}
