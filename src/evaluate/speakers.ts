/** How often the speaker that a sentence is given is the one that people noted. */
import { z } from 'zod'
import { splitPassages } from '../text/passages.ts'
import { speakersIn } from '../text/speakers/speakers.ts'
import { CollectionError, parseJson, textLines } from './collection.ts'

/** Direct speech stands in quotation marks, mixed speech in part, indirect speech in none. */
const KINDS = ['direct', 'mixed', 'indirect'] as const
type Kind = (typeof KINDS)[number]

const annotated = z.object({
  text: z.string(),
  language: z.string().default('en'),
  attributions: z.array(
    z.object({
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
      speaker: z.string().min(1).nullable(),
      kind: z.enum(KINDS),
    }),
  ),
})
/** A text, with what is said in it: offsets in UTF-16 code units, and the name of who says it, if one is in the text. */
export type AnnotatedText = z.infer<typeof annotated>

/** Sentences of a kind whose speaker is named in the text, and how many were given that one or another. */
type Counted = { sentences: number; right: number; wrong: number; recall: number | null }
export type SpeakersResult = Record<Kind, Counted> & {
  texts: number
  /** The right share of the speakers given to sentences that people noted as said, by somebody named or not. */
  precision: number | null
  /** Speakers given to sentences that nobody noted as said. */
  elsewhere: number
}

/** Reads the texts of a file. Throws a CollectionError for a line that is none. */
export async function readAnnotated(path: string): Promise<AnnotatedText[]> {
  const texts: AnnotatedText[] = []
  for await (const { place, line } of textLines(path)) {
    const parsed = annotated.safeParse(parseJson(line, place))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new CollectionError(
        `${place} is no annotated text (${issue?.path.join('.') || 'it'}: ${issue?.message}); correct the line.`,
      )
    }
    texts.push(parsed.data)
  }
  if (texts.length === 0)
    throw new CollectionError(`${path} holds no annotated text; there is nothing to compare.`)
  return texts
}

/** Counts the sentences of each kind by what the program says of them. Throws the signal's reason when aborted. */
export function evaluateSpeakers(texts: AnnotatedText[], signal: AbortSignal): SpeakersResult {
  const counts = { direct: { ...NONE }, mixed: { ...NONE }, indirect: { ...NONE } }
  let [elsewhere, unnamed] = [0, 0]
  for (const text of texts) {
    signal.throwIfAborted()
    for (const { start, end, speaker } of spokenIn(text)) {
      const noted = notedAt(start, end, text)
      if (!noted) elsewhere += speaker ? 1 : 0
      else if (noted.speaker === null) unnamed += speaker ? 1 : 0
      else count(counts[noted.kind], speaker ? isSameName(speaker, noted.speaker) : null)
    }
  }
  const all = Object.values(counts)
  const right = all.reduce((sum, one) => sum + one.right, 0)
  const wrong = all.reduce((sum, one) => sum + one.wrong, unnamed)
  const withRecall = (one: typeof NONE) => ({ ...one, recall: ratio(one.right, one.sentences) })
  return {
    ...{ direct: withRecall(counts.direct), mixed: withRecall(counts.mixed) },
    ...{ indirect: withRecall(counts.indirect), texts: texts.length },
    ...{ precision: ratio(right, right + wrong), elsewhere },
  }
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole)

const NONE = { sentences: 0, right: 0, wrong: 0 }

function count(counts: typeof NONE, isRight: boolean | null) {
  counts.sentences += 1
  if (isRight !== null) counts[isRight ? 'right' : 'wrong'] += 1
}

/** Each sentence with its speaker, in passages as the store has them. */
function spokenIn({ text, language }: AnnotatedText) {
  const sections = [{ start: 0, end: text.length, heading: '' }]
  return splitPassages(text, sections, language).flatMap(({ start, end, sentences }) => {
    const own = sentences.map((span) => ({ start: span.start - start, end: span.end - start }))
    const speakers = speakersIn(text.slice(start, end), own, language)
    return sentences.map((span, at) => ({ ...span, speaker: speakers[at] ?? null }))
  })
}

/** What is noted of most of a sentence; nothing where it only touches what is said. */
function notedAt(start: number, end: number, { attributions }: AnnotatedText) {
  const overlap = (one: { start: number; end: number }) => Math.min(end, one.end) - Math.max(start, one.start)
  const most = attributions.reduce<(typeof attributions)[number] | undefined>(
    (best, one) => (!best || overlap(one) > overlap(best) ? one : best),
    undefined,
  )
  return most && overlap(most) > 1 ? most : undefined
}

/** Whether one name is the other, or a part of it in whole words: "Brook" and "Minister Ann Brook". */
export function isSameName(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.size - b.size)
  return few !== undefined && many !== undefined && few.size > 0 && few.isSubsetOf(many)
}

const wordsOf = (name: string) => new Set(name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
