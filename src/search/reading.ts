/** A passage taken apart for reading: its sentences with their words, and what stands around them. */

import type { Passage, Span } from '../document.ts'
import { analyse, type Token, tokenise } from '../text/analysis.ts'

/** A sentence; the span points into the document's text. */
export type Sentence = Span & {
  text: string
  tokens: Token[]
  /** Index terms in order, and each once. */
  sequence: string[]
  terms: Set<string>
}

export type ReadPassage = {
  passage: Passage
  sentences: Sentence[]
  /** Index terms of the passage's text in order, and each once. */
  sequence: string[]
  terms: Set<string>
  /** Index terms of title, headings and columns' names. */
  titleTerms: Set<string>
}

export function readPassage(passage: Passage): ReadPassage {
  const sentences = passage.sentences.map((span): Sentence => {
    const text = passage.text.slice(span.start - passage.start, span.end - passage.start)
    const tokens = tokenise(text, passage.language)
    const sequence = tokens.flatMap((token) => (token.isStopWord ? [] : [token.term]))
    return { ...span, text, tokens, sequence, terms: new Set(sequence) }
  })
  const sequence = sentences.flatMap((sentence) => sentence.sequence)
  return {
    passage,
    sentences,
    sequence,
    terms: new Set(sequence),
    titleTerms: new Set(
      analyse(`${passage.title} ${passage.heading} ${passage.columns?.text ?? ''}`, passage.language),
    ),
  }
}

/** Whether two terms stand next to each other, in either order, or in order with one word between. */
export function holdsPhrase(sequence: string[], first: string, second: string): boolean {
  for (let at = sequence.indexOf(first); at >= 0; at = sequence.indexOf(first, at + 1))
    if (sequence[at + 1] === second || sequence[at + 2] === second || sequence[at - 1] === second) return true
  return false
}
