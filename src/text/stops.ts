/** Which full stops end no sentence: those of abbreviations, initials, ordinals and names such as .NET. */
import { allOf, allWords, anyOf } from '../languages/all.ts'
import { rulesOf } from '../languages/index.ts'
import type { OrdinalRules, StopRules } from '../languages/rules.ts'

/** What is looked at on both sides of a stop. UTF-16 code units. */
const REACH = 40
const LOWER_CASE = /^["“'‘(]?\p{Ll}/u
/** At the end of what stands before: the abbreviation with its stop, and the blank behind it. */
const ending = (source: string) => new RegExp(`(?:^|[\\s("“„«'‘[-])(?:${source})\\.\\s*$`, 'u')
/** At the beginning of what follows. */
const beginning = (source: string, flags = 'u') => new RegExp(`^["“„«'‘(]?(?:${source})(?!\\p{L})`, flags)

const anyStop = (pick: (stops: StopRules) => RegExp | undefined) =>
  ending(anyOf(({ stops }) => stops && pick(stops)))
const LEADING = anyStop(({ leading }) => leading)
const TITLE = ending(anyOf(({ sentences }) => sentences?.titles))
const ABBREVIATION = anyStop(({ abbreviations }) => abbreviations)
const NUMBERED = anyStop(({ numbered }) => numbered)
const CLOSING = anyStop(({ closing }) => closing)
const DOTTED = ending('\\p{Lu}|(?:\\p{L}\\.-?){1,8}\\p{L}')
/** "z. B.", "т. д.": the first half of an abbreviation with a blank in it. */
const HALF = ending('\\p{L}')
const SECOND_HALF = /^\p{L}{1,3}\./u
const ORDINAL = ending('\\p{Nd}{1,3}')
const SPELLED_ORDINAL = ending(`\\p{Nd}{1,2}(?:${anyOf(({ numbers }) => numbers.ordinals)})`)
/** The number of a list's item, or an ordinal, with nothing before it. */
const NUMBER_ALONE = /^[("“„«'‘]?\p{Nd}{1,3}\.\s*$/u
const NUMBER = /^(?:\p{Nd}|[IVX]{2,}(?!\p{L})|[VX](?!\p{L}))/u
/** ".NET", ".env": the stop begins a word. */
const STOP_OF_A_NAME = /(?:^|[\s([“„«])\.$/u
const TIME_BEHIND = beginning(
  [
    ...allWords(({ statements, isUnspaced }) => (isUnspaced ? undefined : statements?.months)),
    ...allOf(({ stops }) => stops?.zones?.source),
  ].join('|'),
  'iu',
)

/** The "A." of "L. A." begins no sentence. */
const starting = (source: string) => beginning(`(?:${source})(?!\\.)`)
const ALL_STARTERS = starting(anyOf(({ stops }) => stops?.starters))
const startersOf = remembered((language) => {
  const own = rulesOf(language)?.stops?.starters
  return own ? starting(own.source) : ALL_STARTERS
})
const ordinalsOf = remembered((language) => {
  const rules = rulesOf(language)?.stops?.ordinals
  return rules && compiled(rules)
})

const compiled = ({ leads, nouns }: OrdinalRules) => ({
  lead: new RegExp(`(?:^|[\\s("“„«'‘])(?:${leads.source})\\s+\\p{Nd}{1,3}\\.\\s*$`, 'iu'),
  noun: beginning(nouns.source),
})

function remembered<Value>(make: (language: string) => Value) {
  const known = new Map<string, Value>()
  return (language: string): Value => {
    if (!known.has(language)) known.set(language, make(language))
    return known.get(language) as Value
  }
}

/**
 * Whether the sentence before a possible end goes on behind it: the end is the stop of an abbreviation, of an initial
 * or of an ordinal, or a word in lower case follows. `language` is ISO 639-1, or `und`.
 */
export function goesOn(sentence: string, next: string, language: string): boolean {
  const [before, after] = [sentence.slice(-REACH), next.slice(0, REACH)]
  if (LOWER_CASE.test(after) || NUMBER_ALONE.test(sentence)) return true
  if (!/\.\s*$/.test(before)) return false
  if (STOP_OF_A_NAME.test(before)) return /^[\p{L}\p{N}]/u.test(after)
  return stopsAbbreviation(before, after, language) || stopsOrdinal(before, after, language)
}

function stopsAbbreviation(before: string, after: string, language: string): boolean {
  if (LEADING.test(before) || TITLE.test(before)) return true
  if (NUMBERED.test(before) && NUMBER.test(after)) return true
  if (CLOSING.test(before)) return TIME_BEHIND.test(after)
  if (ABBREVIATION.test(before) || DOTTED.test(before)) return !startersOf(language).test(after)
  return HALF.test(before) && SECOND_HALF.test(after)
}

function stopsOrdinal(before: string, after: string, language: string): boolean {
  if (SPELLED_ORDINAL.test(before)) return TIME_BEHIND.test(after)
  const ordinals = ORDINAL.test(before) ? ordinalsOf(language) : undefined
  if (!ordinals) return false
  if (/^\p{Nd}/u.test(after) || TIME_BEHIND.test(after) || ordinals.noun.test(after)) return true
  return ordinals.lead.test(before) && !startersOf(language).test(after)
}
