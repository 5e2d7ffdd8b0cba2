/** Who does what in a question of another language than English, by the order of its words. */
import { analyse } from '../text/analysis.ts'
import type { Gloss } from './gloss.ts'
import type { Roles } from './roles.ts'

/** A word of a question with what it is called in English. */
export type Englished = Gloss & { english: string }

/** Nothing is known of who does these. */
const NO_VERBS = new Set(['be', 'have', 'do', 'make', 'happen'])

const termsOf = (words: Englished[]) => words.flatMap(({ english }) => analyse(english, 'en'))

const isPredicate = ({ isVerb, isName, isNoun, english }: Englished) =>
  isVerb && !isName && !isNoun && !NO_VERBS.has(english)

/**
 * The roles that a question speaks of; null where its words do not tell.
 * @param asks how English asks it
 * @param questionWord where its question word stands in the text, UTF-16 code units
 */
export function rolesAcross(words: Englished[], asks: string, questionWord: number): Roles | null {
  const asked = /^how (?:many|much) /u.test(asks)
    ? words.find(({ start }) => start > questionWord)
    : undefined
  const left = words.filter((word) => word !== asked)
  const place = left.findIndex((word) => isPredicate(word))
  const predicate = left[place]
  const [verb] = predicate ? analyse(predicate.english, 'en') : []
  if (!predicate || verb === undefined) return null
  const [before, after] = [left.slice(0, place), left.slice(place + 1)]
  if (asks === 'who' && questionWord < predicate.start)
    return { verb, agent: [], patient: termsOf([...before, ...after]), asks: 'agent' }
  const agent = phraseIn(before.length > 0 ? before : after)
  if (agent.length === 0) return null
  const patient = [...before, ...after].filter((word) => !agent.includes(word))
  return { verb, agent: termsOf(agent), patient: termsOf(patient), asks: 'patient' }
}

/** The first noun phrase that no preposition leads: the one who does it. */
function phraseIn(words: Englished[]): Englished[] {
  const first = words.findIndex(({ isAfterPreposition }) => !isAfterPreposition)
  if (first < 0) return []
  const rest = words.slice(first)
  const end = rest.findIndex(({ isNoun }, at) => at > 0 && isNoun)
  return end < 0 ? rest : rest.slice(0, end)
}
