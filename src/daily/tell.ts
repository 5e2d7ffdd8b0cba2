/** One story → what is said of it, as drafts: chosen sentences of its documents, nothing verified yet. */
import type { Draft } from '../brief/writer.ts'
import type { OpenedDocument } from '../store/documents-by-date.ts'
import { cosine } from '../text/centrality.ts'
import { speakerOf } from '../text/speakers/speaker.ts'
import type { IsFurniture } from './furniture.ts'
import { headlineOf } from './headline.ts'
import { isNovel, type Said, saidIn } from './novelty.ts'
import { type Scored, scoredSentences } from './score.ts'
import { isReport, type Sentence } from './sentences.ts'
import type { WeightOf } from './weights.ts'

const MAX_POINTS = 2
/** Tried in this order until one is none of the points. */
const MAX_QUOTES = 5
/** What comes second is not like the first; and that and what is new are not much less central than the best. */
const ALIKE = 0.5
const ENOUGH = 0.3
const QUOTED = /["“”„«»「」]|``/u

export type Told = {
  headline: string
  changed: Draft | null
  points: Draft[]
  /** For the quotation that is shown in full, best first. */
  quotes: Draft[]
  /** The documents, most central first. */
  order: OpenedDocument[]
  /** Whether a sentence of them can stand alone; where none can, there is little to tell but the headline. */
  stands: boolean
}

const draftOf = ({ document, start, end, text }: Sentence): Draft => ({
  text,
  citations: [{ document: document.id, hash: document.hash, start, end }],
})

/** The best sentence that is new against the days before, or null when none is. */
function changeIn(best: Scored[], said: Said): Scored | null {
  const changes = best.filter(({ sentence, vector }) => isNovel(sentence, vector, said))
  const least = ENOUGH * (best[0]?.score ?? 0)
  const central = changes.find(({ sentence, score }) => isReport(sentence) && score >= least)
  return central ?? changes[0] ?? null
}

const isOther = (one: Scored, chosen: Scored[]) =>
  chosen.every((other) => other.sentence !== one.sentence && cosine(other.vector, one.vector) < ALIKE)

/**
 * One or two sentences, not like each other and of different documents where there are such.
 *
 * A case of Carbonell & Goldstein, "The use of MMR", SIGIR 1998, with a bound in place of a weight.
 */
function pointsOf(best: Scored[], changed: Scored | null): Scored[] {
  const reports = best.filter(({ sentence }) => isReport(sentence))
  const pool = reports.length > 0 ? reports : best
  const least = ENOUGH * (pool[0]?.score ?? 0)
  const points: Scored[] = []
  const shown = changed ? [changed] : []
  while (points.length < MAX_POINTS) {
    const left = pool.filter((one) => isOther(one, shown) && (points.length === 0 || one.score >= least))
    const next =
      left.find((one) => shown.every((other) => other.sentence.document !== one.sentence.document)) ?? left[0]
    if (!next) break
    points.push(next)
    shown.push(next)
  }
  return points.length > 0 ? points : pool.slice(0, 1)
}

/**
 * What is said of a story; null when its documents say nothing that those of the days before did not.
 * @param fresh those of the window, no copies of each other; at least one
 * @param earlier those of the days before
 */
export function tell(
  fresh: OpenedDocument[],
  earlier: OpenedDocument[],
  weightOf: WeightOf,
  isFurniture: IsFurniture,
): Told | null {
  const { sentences: best, documents: order, stands } = scoredSentences(fresh, weightOf, isFurniture)
  const changed = earlier.length > 0 ? changeIn(best, saidIn(earlier, weightOf)) : null
  if (earlier.length > 0 && !changed) return null
  const points = pointsOf(best, changed)
  const isSpeech = ({ sentence: { text, document } }: Scored) =>
    QUOTED.test(text) && speakerOf(text, document.language) !== null
  const unused = best.filter((one) => isOther(one, changed ? [changed, ...points] : points))
  const quotes = [...unused.filter(isSpeech), ...unused].slice(0, MAX_QUOTES)
  const reports = changed ? [changed.sentence.document, ...order] : order
  return {
    headline: headlineOf(reports, (changed ?? points[0])?.sentence.text ?? ''),
    changed: changed && draftOf(changed.sentence),
    points: points.map(({ sentence }) => draftOf(sentence)),
    quotes: quotes.map(({ sentence }) => draftOf(sentence)),
    order,
    stands,
  }
}
