/** Which sentences of a story say best what it is about: the central ones, and those that stand first. */
import type { OpenedDocument } from '../store/documents-by-date.ts'
import { centralities, type Vector, vectorOf } from '../text/centrality.ts'
import type { IsFurniture } from './furniture.ts'
import { canStandAlone, type Sentence, sentencesOf } from './sentences.ts'
import type { WeightOf } from './weights.ts'

/** Of each document; later ones seldom say what happened. */
const MOST_SENTENCES = 25
/** What comes first in a report counts so much more; half of that is gone after so many sentences. */
const LEAD = { more: 2, half: 4 }
/** A document is as central as so many of its sentences. */
const BEST = 3

export type Scored = { sentence: Sentence; vector: Vector; score: number }

/** The sentences that may be shown (the first one, where none may) and the documents, both best first. */
export function scoredSentences(
  documents: OpenedDocument[],
  weightOf: WeightOf,
  isFurniture: IsFurniture,
): { sentences: Scored[]; documents: OpenedDocument[]; stands: boolean } {
  const all = documents.flatMap((document) => sentencesOf(document).slice(0, MOST_SENTENCES))
  const able = all.filter((sentence) => canStandAlone(sentence) && !isFurniture(sentence))
  const stands = able.length > 0
  const sentences = stands ? able : all.slice(0, 1)
  const vectors = sentences.map(({ terms }) => vectorOf(terms, weightOf))
  const central = centralities(vectors)
  const scored = sentences
    .map((sentence, at) => ({
      sentence,
      vector: vectors[at] ?? new Map(),
      score: (central[at] ?? 0) * (1 + LEAD.more * 2 ** (-sentence.at / LEAD.half)),
    }))
    .toSorted((a, b) => b.score - a.score)
  const values = new Map(
    documents.map((document) => {
      const own = scored.filter(({ sentence }) => sentence.document === document).slice(0, BEST)
      return [document, own.reduce((sum, { score }) => sum + score, 0)]
    }),
  )
  return {
    sentences: scored,
    stands,
    documents: documents.toSorted((a, b) => (values.get(b) ?? 0) - (values.get(a) ?? 0)),
  }
}
