/** A question, read once: its kind, what it is about, for which time, and how its answer is to look. */

import { questionWordsOf } from '../languages/questions/index.ts'
import type { Kind } from '../languages/questions/kind.ts'
import { smallNumbers } from '../languages/questions/numbers.ts'
import { type Frame, readFrame } from './frame.ts'

/** How the answer is to look. */
export type Form = {
  /** "In three points", "in one sentence". */
  points?: number
}

export type Request = {
  /** The question as it is answered: with what it takes over from the conversation. */
  text: string
  kind: Kind
  /** Whether the kind was said outright; else the words tell it. */
  isChosen: boolean
  /** The question without what only instructs: `Putin's visit` of `timeline of Putin's visit`; '' means everything. */
  subject: string
  frame: Frame | null
  form: Form
  /** ISO 639-1. */
  language: string
}

/** What a question is read with. */
export type Reading = {
  /** ISO 639-1. */
  language: string
  now: Date
  /** Said outright; else the words tell. */
  kind?: Kind | undefined
}

/** Reads a question. Never throws: what is no other kind is a look-up of its own words. */
export async function readRequest(text: string, { language, now, kind: wanted }: Reading): Promise<Request> {
  const words = questionWordsOf(language)
  const form = readForm(text, words.form)
  const { frame, rest } = await readFrame(form.rest, language, now)
  const read = { text, isChosen: wanted !== undefined, frame, form: form.form, language }
  for (const { kind, pattern } of words.kinds) {
    const found = pattern.exec(form.rest)
    if (!found || (wanted && kind !== wanted)) continue
    // Without its time a question of when something was is another question.
    const about = Object.values(found.groups ?? {}).find((group) => group !== undefined) ?? form.rest
    const subject =
      kind === 'timeline' || kind === 'summary' ? withoutFrame(about, frame).replace(words.loose, '') : about
    const named = plainSubject(subject, words.filler)
    return { ...read, kind, subject: words.everything?.test(named) ? '' : named }
  }
  const subject = plainSubject(rest, words.filler)
  return { ...read, kind: wanted ?? 'lookup', subject }
}

/** A question with the apostrophes that its contractions lack: "what's" of "whats". */
export function withApostrophes(text: string, language: string): string {
  const { contractions } = questionWordsOf(language)
  return contractions ? text.replace(contractions, (word) => `${word}'`) : text
}

/** What is left of a text without the words of a time. */
const withoutFrame = (text: string, frame: Frame | null) =>
  [frame?.text, ...(frame?.dates ?? [])].reduce<string>(
    (rest, said) => (said ? rest.replace(said, ' ') : rest),
    text,
  )

/** Marks and words around a subject that name nothing. */
function plainSubject(text: string, filler: RegExp): string {
  const trimmed = text.replace(/[\s?!.,;:…？！。，；：]{1,9}$/u, '').trim()
  return trimmed.replace(filler, '').trim()
}

function readForm(text: string, pattern: RegExp): { form: Form; rest: string } {
  const found = pattern.exec(text)
  if (!found) return { form: {}, rest: text }
  const points = smallNumbers[found.groups?.count?.toLowerCase() ?? ''] ?? Number(found.groups?.count)
  const rest = (text.slice(0, found.index) + text.slice(found.index + found[0].length)).trim()
  return { form: Number.isInteger(points) && points > 0 ? { points } : {}, rest }
}
