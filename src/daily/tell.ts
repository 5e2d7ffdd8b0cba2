/** One story → what is said of it, as drafts: chosen sentences of its documents, nothing verified yet. */
import type { Draft } from '../brief/writer.ts'
import { speakerOf } from '../corpus/speaker.ts'
import { centralities, cosine, type Vector, vectorOf } from './centrality.ts'
import type { Dispatch } from './edition.ts'
import { headlineOf } from './headline.ts'
import { noveltyOf } from './novelty.ts'
import { withoutCopies } from './rank.ts'
import { canStandAlone, type Sentence, sentencesOf } from './sentences.ts'

/** More does not change which sentences are central. */
const [MOST_DOCUMENTS, MOST_SENTENCES] = [20, 25]
const MOST_EARLIER = 30
const MAX_POINTS = 2
/** What comes first in a report counts up to twice as much: half of that is gone after so many sentences. */
const LEAD = 4
/** A second point is not like the first, and not much less central. */
const [ALIKE, ENOUGH] = [0.5, 0.3]
const QUOTED = /["“”„«»「」]|``/u

export type Told = { headline: string; changed: Draft | null; points: Draft[]; quote: Draft }
type Scored = { sentence: Sentence; vector: Vector; score: number }

const draftOf = ({ document, start, end, text }: Sentence): Draft => ({
  text,
  citations: [{ document: document.id, hash: document.hash, start, end }],
})

/** The sentences that may be shown, best first. */
function scored(fresh: Dispatch[], weightOf: (term: string) => number): Scored[] {
  const documents = withoutCopies(fresh.map(({ document }) => document)).slice(0, MOST_DOCUMENTS)
  const all = documents.flatMap((document) => sentencesOf(document).slice(0, MOST_SENTENCES))
  const able = all.filter(canStandAlone)
  const sentences = able.length > 0 ? able : all
  const vectors = sentences.map(({ terms }) => vectorOf(terms, weightOf))
  const central = centralities(vectors)
  return sentences
    .map((sentence, at) => ({
      sentence,
      vector: vectors[at] ?? new Map(),
      score: (central[at] ?? 0) * (1 + 2 ** (-sentence.at / LEAD)),
    }))
    .toSorted((a, b) => b.score - a.score)
}

/** What is newest against the days before: the sentence, or null when nothing is. */
function changeIn(best: Scored[], earlier: Dispatch[], weightOf: (term: string) => number): Scored | null {
  const sentences = earlier.slice(0, MOST_EARLIER).flatMap(({ document }) => sentencesOf(document))
  const before = {
    terms: new Set(sentences.flatMap(({ terms }) => terms)),
    vectors: sentences.map(({ terms }) => vectorOf(terms, weightOf)),
  }
  const changes = best
    .map((one) => ({ one, novelty: noveltyOf(one.sentence, one.vector, before) * one.score }))
    .filter(({ novelty }) => novelty > 0)
    .toSorted((a, b) => b.novelty - a.novelty)
  return changes[0]?.one ?? null
}

/**
 * What is said of a story; null when its documents say nothing that those of the days before did not.
 * @param fresh those of the window, earliest first; at least one
 * @param earlier those of the days before, latest first
 */
export function tell(
  fresh: Dispatch[],
  earlier: Dispatch[],
  weightOf: (term: string) => number,
): Told | null {
  const best = scored(fresh, weightOf)
  const changed = earlier.length > 0 ? changeIn(best, earlier, weightOf) : null
  if (earlier.length > 0 && !changed) return null
  const chosen: Scored[] = changed ? [changed] : []
  const isOther = (one: Scored, others: Scored[]) =>
    others.every((other) => other.sentence !== one.sentence && cosine(other.vector, one.vector) < ALIKE)
  const points: Scored[] = []
  while (points.length < MAX_POINTS) {
    const left = best.filter(
      (one) => isOther(one, chosen) && (points.length === 0 || one.score >= ENOUGH * (best[0]?.score ?? 0)),
    )
    const elsewhere = left.find((one) =>
      chosen.every((other) => other.sentence.document !== one.sentence.document),
    )
    const next = elsewhere ?? left[0]
    if (!next) break
    points.push(next)
    chosen.push(next)
  }
  if (points.length === 0 && best[0]) points.push(best[0])
  const unused = best.filter((one) => isOther(one, chosen))
  const isSpeech = ({ sentence: { text, document } }: Scored) =>
    QUOTED.test(text) && speakerOf(text, document.language) !== null
  const quote = unused.find(isSpeech) ?? unused[0] ?? changed ?? points[0]
  if (!quote) return null
  return {
    headline: headlineOf(
      fresh.map(({ document }) => document),
      (points[0] ?? quote).sentence.text,
    ),
    changed: changed && draftOf(changed.sentence),
    points: points.map(({ sentence }) => draftOf(sentence)),
    quote: draftOf(quote.sentence),
  }
}
