/** Who says a sentence of the evidence, as told by the passage that it stands in. */
import type { ReadPassage } from '../search/reading.ts'
import { speakersIn } from '../text/speakers/speakers.ts'
import type { Evidence } from './evidence.ts'

const known = new WeakMap<ReadPassage, (string | null)[]>()

/** The speaker's name as the text has it, null where it names none. */
export function speakerOfEvidence({ reading, at }: Pick<Evidence, 'reading' | 'at'>): string | null {
  const speakers = known.get(reading) ?? speakersOf(reading)
  known.set(reading, speakers)
  return speakers[at] ?? null
}

function speakersOf({ passage: { text, start, sentences, language } }: ReadPassage): (string | null)[] {
  const own = sentences.map((span) => ({ start: span.start - start, end: span.end - start }))
  return speakersIn(text, own, language)
}
