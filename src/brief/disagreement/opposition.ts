/**
 * Whether two sentences contradict each other.
 *
 * Follows the features that tell contradiction in Marneffe, Rafferty & Manning, "Finding contradictions in text", ACL
 * 2008: polarity, antonymy and numbers, each only between clauses that are about the same thing. Without a parser, "the
 * same" is the same words in the same order: who does it before, what is done to whom after. A false contradiction does
 * harm where a missed one does not: whatever is in doubt is none.
 */
import { areOtherNames, find, haveSameNames, isAlike, isIn } from './alike.ts'
import type { Clause, Statement } from './clause.ts'
import { lexiconOf } from './opposition-words.ts'
import { differ, type Word } from './quantity.ts'

/** What is asked, in index terms: the names among them, and whether yes and no would be answers. */
export type Asked = { terms: Set<string>; isPolar: boolean }

/** What is opposed, and the index terms of what stands above each of the two sentences. */
export type Side = { statement: Statement; language: string; date: string | null; titleTerms: Set<string> }

const MIN_SHARED = 0.6
const SUBJECT_WORDS = 4
const MIN_BOUND = 2
/** Numbers of something need more in common: much is counted in the same words. */
const MIN_COUNTED = 3
const WEEK = 7 * 24 * 3600 * 1000
const SCOPE_WORDS = 6
/** What is asked stands so near behind the negation, and the clauses hold so much of the question. */
const NEAR_WORDS = 3
const MIN_ASKED = 2
const MIN_ASKED_SHARE = 0.7

/** Published more than a week apart: things change. */
export const areFarApart = (a: Pick<Side, 'date'>, b: Pick<Side, 'date'>): boolean =>
  a.date !== null && b.date !== null && Math.abs(Date.parse(a.date) - Date.parse(b.date)) > WEEK

/** Both name the same times or, when they name none, were published at about the same time. */
const isSameTime = (a: Side, b: Side) =>
  a.statement.times.symmetricDifference(b.statement.times).size === 0 &&
  (a.statement.times.size > 0 || !areFarApart(a, b))

/** Times of one are not times of the other. */
const areOtherTimes = (a: Statement, b: Statement) =>
  a.times.size > 0 && b.times.size > 0 && a.times.isDisjointFrom(b.times)

/** Whether two sentences of one language contradict each other. */
export function areOpposed(a: Side, b: Side, asked: Asked): boolean {
  if (a.language !== b.language || areOtherTimes(a.statement, b.statement)) return false
  for (const one of a.statement.clauses)
    for (const other of b.statement.clauses) {
      if (one.isUnclear || other.isUnclear || one.terms.isDisjointFrom(other.terms)) continue
      if (isDenied(one, other) || isDenied(other, one)) return true
      if (!areFarApart(a, b) && (isNegated(one, other) || isNegated(other, one))) return true
      if (asked.isPolar && (answersOtherwise(a, one, other, asked) || answersOtherwise(b, other, one, asked)))
        return true
      if (!isSameTime(a, b)) continue
      if (areAntonyms(one, other, a.language) || areOtherQuantities(one, other)) return true
    }
  return false
}

/** Somebody denies a thing that somebody else says of them. */
function isDenied({ words, denied, isDenial }: Clause, other: Clause): boolean {
  if (denied === null || !isDenial || other.claim === null || other.denied !== null) return false
  const deniers = words.slice(0, denied).filter(({ isName }) => isName)
  const speakers = other.words.slice(0, other.claim)
  const claim = other.words.slice(other.claim + 1)
  const isOfDenier = deniers.some(isIn(claim)) && !deniers.some(isIn(speakers))
  const act = words.slice(denied, denied + SCOPE_WORDS).find(({ isName }) => !isName)
  return isOfDenier && act !== undefined && isIn(claim)(act)
}

/** The same of the same, once with and once without a negation. */
function isNegated({ words, denied }: Clause, other: Clause): boolean {
  if (denied === null || other.denied !== null || other.shade !== null) return false
  const [subject, scope] = [words.slice(0, denied), words.slice(denied, denied + SCOPE_WORDS)]
  const first = subject.map((word) => find(word, other.words)).filter((at) => at >= 0)
  if (first.length === 0) return false
  const from = Math.min(...first)
  const bound = scope.filter((word) => find(word, other.words) > from)
  const shared = bound.length + subject.filter(isIn(other.words)).length
  return (
    bound.length >= MIN_BOUND &&
    scope[0] !== undefined &&
    bound.includes(scope[0]) &&
    bound.some(({ isName, isNumber }) => !isName && !isNumber) &&
    shared >= MIN_SHARED * words.length &&
    !areOtherNames(words, other.words)
  )
}

/** Of a question that yes or no would answer: one clause negates what is asked, the other states it. */
function answersOtherwise(
  { titleTerms }: Side,
  { words, denied }: Clause,
  other: Clause,
  { terms }: Asked,
): boolean {
  if (denied === null || other.denied !== null || terms.size < MIN_ASKED) return false
  const isAsked = ({ term }: Word) => terms.has(term)
  const told = new Set([...words.filter(isAsked).map(({ term }) => term), ...terms.intersection(titleTerms)])
  const stated = other.words.filter(isAsked)
  const least = MIN_ASKED_SHARE * terms.size
  if (told.size < least || new Set(stated.map(({ term }) => term)).size < Math.max(least, MIN_ASKED))
    return false
  const focus = words.slice(denied, denied + NEAR_WORDS).filter((word) => isAsked(word) && !word.isName)
  // Who comes before what: not "American alliances gave China …".
  return focus.some((word) => {
    const at = find(word, other.words)
    return (
      at > 0 &&
      (other.shade === null || other.shade > at) &&
      stated.every((one) => one.term === word.term || find(one, other.words) < at)
    )
  })
}

function areAntonyms(one: Clause, other: Clause, language: string): boolean {
  const opposites = lexiconOf(language)?.opposites
  if ((one.denied === null) !== (other.denied === null)) return false
  return one.words.some((word, at) => {
    const against = opposites?.get(word.term)
    const found = against ? other.words.findIndex(({ term }) => against.has(term)) : -1
    if (found < 0) return false
    const subject = one.words.slice(Math.max(0, at - SUBJECT_WORDS), at)
    const otherSubject = other.words.slice(Math.max(0, found - SUBJECT_WORDS), found)
    return (
      isAlike(subject, otherSubject) &&
      isAlike(one.words.toSpliced(at, 1), other.words.toSpliced(found, 1), MIN_BOUND)
    )
  })
}

/** A clause with several numbers of a unit is a range or a list: none of them is compared. */
const counted = ({ quantities }: Clause) =>
  quantities.filter(({ unit }) => quantities.filter((other) => other.unit === unit).length === 1)

function areOtherQuantities(one: Clause, other: Clause): boolean {
  return counted(one).some((quantity) =>
    counted(other).some((against) => {
      if (!differ(quantity, against)) return false
      const rest = one.words.toSpliced(quantity.words.start, quantity.words.end - quantity.words.start)
      const otherRest = other.words.toSpliced(against.words.start, against.words.end - against.words.start)
      return isAlike(rest, otherRest, MIN_COUNTED) && haveSameNames(rest, otherRest)
    }),
  )
}
