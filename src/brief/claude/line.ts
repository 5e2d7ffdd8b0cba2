/** A line that Claude wrote, without what it claims beside its citations. */
import type { Citation, Draft } from '../writer.ts'

/** A stretch of a line from one text block of the API, which has citations or none. */
type Part = { text: string; isCited: boolean }
export type LineParts = { citations: Citation[]; parts: Part[] }

/** A line as it may be shown; `uncited` are the claims that were taken out of it. */
export type Line = Draft & { uncited: string[] }

/** So many words between two cited stretches join them ("and", "but also"): more of them claim something. */
const MOST_JOINING = 2
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' })
/** A sentence of its own claims something, however short: "Berlin lied." */
const SENTENCE = /[\p{L}\p{N}]\s*[.!?…。！？؟۔।]/u
/** The end of the sentence before, or a mark that belongs to it. */
const END_BEFORE = /^\s*[.!?…。！？؟۔।]["'”’»)\]*_]*/
const ENDED = /[.!?…。！？؟۔।]["'”’»)\]*_]*$/u
const OMISSION = ' … '

/** `marker` is what the line may begin with that claims nothing. */
export function toLine({ citations, parts }: LineParts, marker: RegExp): Line {
  const text = parts.map((part) => part.text).join('')
  if (!parts.some(({ isCited }) => isCited)) return { text, citations, uncited: [] }
  const lead = marker.exec(text)?.[0] ?? ''
  const kept = { text: '', uncited: [] as string[], isOmitted: false }
  for (const [at, part] of withoutLead(parts, lead.length).entries()) {
    const isBetween = kept.text.trim() !== '' && parts.slice(at + 1).some(({ isCited }) => isCited)
    if (part.isCited || claimsNothing(part.text, isBetween)) keep(part.text, kept)
    else leaveOut(part.text, kept)
  }
  return { text: `${lead}${kept.text}`, citations, uncited: kept.uncited }
}

type Kept = { text: string; uncited: string[]; isOmitted: boolean }

function keep(text: string, kept: Kept): void {
  const before = kept.text.trimEnd()
  const isMidSentence = kept.isOmitted && before !== '' && !ENDED.test(before)
  if (/[\p{L}\p{N}]/u.test(text)) {
    if (isMidSentence) kept.text = before + OMISSION
    kept.isOmitted = false
  }
  kept.text += kept.text.trim() === '' ? capitalised(text) : text
}

function leaveOut(text: string, kept: Kept): void {
  const end = END_BEFORE.exec(text)?.[0] ?? ''
  if (kept.text !== '') kept.text += end
  kept.text = kept.text === '' || /\s$/.test(kept.text) ? kept.text : `${kept.text} `
  kept.uncited.push(text.slice(end.length).trim())
  kept.isOmitted = true
}

/** Marks and blanks, and between two cited stretches a joining word or two; a number is a claim. */
function claimsNothing(text: string, isBetween: boolean): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true
  if (!isBetween || /\p{N}/u.test(text) || SENTENCE.test(text)) return false
  const words = [...WORDS.segment(text)].filter(({ isWordLike }) => isWordLike)
  return words.length <= MOST_JOINING
}

/** The parts behind the first `length` UTF-16 code units. */
function withoutLead(parts: Part[], length: number): Part[] {
  let left = length
  return parts.map(({ text, isCited }) => {
    const cut = Math.min(left, text.length)
    left -= cut
    return { text: text.slice(cut), isCited }
  })
}

/** A line that lost its beginning begins like a sentence all the same. */
const capitalised = (text: string) =>
  text.replace(/^(\s*)(\p{Ll})/u, (_, blanks, letter) => blanks + letter.toUpperCase())
