/**
 * Whether sentences in nearly the same words say different things: another number, name, time or modal verb, a negation
 * or an opposite. Such ones are no repetition; as far as nothing else explains the difference, one contradicts the other.
 */
import { rulesOf } from '../../languages/index.ts'
import { type Marks, marksOf, missingFigures, type Told } from './marks.ts'
import { lexiconOf } from './opposition-words.ts'

/** Contradictions have so much of their other words in common, in the same order, and at least so many. */
const NEAR = 0.75
const MIN_COMMON = 2

/** Each has what the other lacks. */
const areApart = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.difference(b).size > 0 && b.difference(a).size > 0

const haveOtherFigures = (a: Marks['figures'], b: Marks['figures']) =>
  missingFigures(a, b).length > 0 && missingFigures(b, a).length > 0

const haveOtherModals = (a: Marks, b: Marks) =>
  a.modals.size > 0 && b.modals.size > 0 && a.modals.isDisjointFrom(b.modals)

/** Other names, or another first word: that one begins with a capital whatever it is. */
function haveOtherNames(a: Marks, b: Marks, language: string): boolean {
  if (haveOtherFigures(a.labels, b.labels)) return true
  const [first, other] = [a.rest[0], b.rest[0]]
  if (first !== undefined && other !== undefined && !b.rest.includes(first) && !a.rest.includes(other))
    return true
  // A noun in German is hardly ever a name.
  return !rulesOf(language)?.hasCapitalNouns && areApart(a.names, b.names)
}

/** The terms of one that cannot be true with a term of the other. */
function opposites(a: Marks, b: Marks, language: string): Set<string> {
  const against = lexiconOf(language)?.opposites
  const isAgainst = (term: string) =>
    !b.rest.includes(term) &&
    b.rest.some((other) => !a.rest.includes(other) && against?.get(term)?.has(other))
  return new Set(a.rest.filter(isAgainst))
}

const areTurned = (a: Marks, b: Marks) => (a.denied === null) !== (b.denied === null)

/** Whether a sentence denies what the other one states: the word behind the negation stands there too. */
const deniesOf = ({ rest, denied }: Marks, other: Marks) =>
  denied !== null && other.rest.includes(rest[denied] ?? '')

/** Whether two sentences, however alike, do not say the same. */
export function differ(one: Told, other: Told): boolean {
  const [a, b] = [marksOf(one), marksOf(other)]
  const { language } = one.passage
  return (
    haveOtherFigures(a.figures, b.figures) ||
    areTurned(a, b) ||
    haveOtherModals(a, b) ||
    haveOtherNames(a, b, language) ||
    areApart(a.times, b.times) ||
    opposites(a, b, language).size > 0
  )
}

/**
 * Whether two sentences in nearly the same words cannot both be true.
 * @param isExact whether figures count, too, however near they are
 */
export function contradict(one: Told, other: Told, isExact: boolean): boolean {
  const [a, b] = [marksOf(one), marksOf(other)]
  const { language } = one.passage
  if (language !== other.passage.language || a.isQuestion || b.isQuestion || a.isUnclear || b.isUnclear)
    return false
  if (a.times.symmetricDifference(b.times).size > 0 || haveOtherNames(a, b, language)) return false
  const opposed = opposites(a, b, language)
  const areOpposites = opposed.size > 0
  if (a.conditions.symmetricDifference(b.conditions).size > 0) return false
  if (a.shades.symmetricDifference(b.shades).size > 0 && !areOpposites) return false
  const isOtherwise =
    (isExact && haveOtherFigures(a.figures, b.figures)) ||
    haveOtherModals(a, b) ||
    // Twice turned round is the same: "was not rejected" and "was accepted".
    (areOpposites ? !areTurned(a, b) : areTurned(a, b) && (deniesOf(a, b) || deniesOf(b, a)))
  return isOtherwise && areNear(without(a, opposed), without(b, opposites(b, a, language)))
}

const without = ({ rest }: Marks, terms: Set<string>) => rest.filter((term) => !terms.has(term))

/** Nearly the same terms in the same order: not "Norway sued Denmark" and "Denmark sued Norway". */
function areNear(a: string[], b: string[]): boolean {
  const common = longestCommon(a, b)
  return common >= MIN_COMMON && common >= NEAR * (a.length + b.length - common)
}

/** The length of the longest common subsequence (Wagner & Fischer, 1974). */
function longestCommon(a: string[], b: string[]): number {
  let last = new Array<number>(b.length + 1).fill(0)
  for (const term of a) {
    const next = [0]
    for (const [at, other] of b.entries())
      next.push(term === other ? (last[at] ?? 0) + 1 : Math.max(last[at + 1] ?? 0, next[at] ?? 0))
    last = next
  }
  return last.at(-1) ?? 0
}
