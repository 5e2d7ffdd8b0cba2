/** How alike two groups of articles are, and whether they are about one event. */
import { type Profile, pairTerms } from './profile.ts'

/** After so many days without a report, a further one has to be twice as alike. */
const HALF_LIFE = 14
/**
 * The likeness that joins two large groups, and what is asked more, by how few voices both have together: a mean over
 * many pairs is steadier than one pair, and the most alike of many pairs is often so by chance.
 */
const ALIKE = { large: 0.15, more: 0.3 }
/** Groups with fewer terms in common are alike only when they have no others: two titles share a word by chance. */
const COMMON = 3
/** How many terms of a group's own are weighed, and the share of its voices that has to have one. */
const OWN = { terms: 3, share: 0.3 }
/** Larger groups are weighed as though they had so many voices: else any two halves of a large story would differ. */
const MAX_VOICES = 10
/** A term this rare (inverse document frequency) or rarer weighs fully. */
const RARE = 4
/** How far groups may differ that are not alike at all, and how much farther with their likeness. */
const DIFFERENT = { least: 3.5, likeness: 30 }

/** Days between the last report of one and the first of the other; 0 when they overlap or have no dates. */
function gap(a: Profile, b: Profile): number {
  const days = Math.max(a.first - b.last, b.first - a.last)
  return Number.isFinite(days) ? Math.max(0, days) : 0
}

/**
 * The mean cosine of all pairs of two groups' articles: the product of the sums of their vectors by their sizes, so
 * that no pair is looked at (Cutting et al., "Scatter/Gather", 1992); less when they are apart in time.
 */
export function likeness(a: Profile, b: Profile): number {
  let [product, common, i, j] = [0, 0, 0, 0]
  while (i < a.terms.length && j < b.terms.length) {
    const [one, other] = [a.terms[i] ?? 0, b.terms[j] ?? 0]
    if (one === other) {
      product += (a.sums[i] ?? 0) * (b.sums[j] ?? 0)
      common += 1
    }
    if (one <= other) i += 1
    if (other <= one) j += 1
  }
  if (common < COMMON && common < Math.max(a.terms.length, b.terms.length)) return 0
  return (product / a.articles / b.articles) * 2 ** (-gap(a, b) / HALF_LIFE)
}

/** Twice the log likelihood of `count` in `size`, by a rate. */
function logLikelihood(count: number, size: number, rate: number): number {
  const yes = count > 0 ? count * Math.log(rate) : 0
  return 2 * (size > count ? yes + (size - count) * Math.log(1 - rate) : yes)
}

/** How surely two groups have a term at different rates (G²: Dunning, 1993), for shares of so many voices. */
function surprise(one: number, other: number, ones: number, others: number): number {
  const together = (one * ones + other * others) / (ones + others)
  const apart = logLikelihood(one * ones, ones, one) + logLikelihood(other * others, others, other)
  return apart - logLikelihood(one * ones, ones, together) - logLikelihood(other * others, others, together)
}

const meanOfBest = (values: number[]) =>
  values
    .toSorted((a, b) => b - a)
    .slice(0, OWN.terms)
    .reduce((sum, value) => sum + value, 0) / OWN.terms

/**
 * How much each of two groups has terms of its own that the other lacks: the names of another place, other people.
 * When one of them only adds to what both say, as a report on the next day does, this is little.
 */
function difference(a: Profile, b: Profile, rarities: Float64Array): number {
  const [ones, others] = [Math.min(a.voices, MAX_VOICES), Math.min(b.voices, MAX_VOICES)]
  const own: [number[], number[]] = [[], []]
  pairTerms(a, b, (term, i, j) => {
    const [one, other] = [(a.counts[i] ?? 0) / a.voices, (b.counts[j] ?? 0) / b.voices]
    if (one === other || Math.max(one, other) < OWN.share) return
    const weight = Math.min(1, (rarities[term] ?? 0) / RARE)
    own[one > other ? 0 : 1].push(weight * surprise(one, other, ones, others))
  })
  return Math.sqrt(meanOfBest(own[0]) * meanOfBest(own[1]))
}

/** The least likeness that joins any two groups. */
export const LEAST = ALIKE.large

/**
 * Whether two groups of a likeness are about one event: they are alike enough, and do not differ by what each of them
 * keeps saying. Two similar events of one kind have most of their words in common, but not their names.
 */
export const areOne = (a: Profile, b: Profile, value: number, rarities: Float64Array) =>
  value >= ALIKE.large + ALIKE.more / (a.voices + b.voices) &&
  difference(a, b, rarities) < DIFFERENT.least + DIFFERENT.likeness * value
