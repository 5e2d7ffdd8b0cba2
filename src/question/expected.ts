/**
 * What an answer has to hold, by the words that ask for it, and where a sentence holds it.
 *
 * The classes are those of Li & Roth, "Learning Question Classifiers", 2002, as far as a sentence's form tells them.
 */
import { peoples } from '../languages/peoples.ts'
import { analyse, type Token } from '../text/analysis.ts'
import type { Related } from './related.ts'

export type Expected =
  | {
      type:
        | 'person'
        | 'place'
        | 'country'
        | 'time'
        | 'occasion'
        | 'day'
        | 'year'
        | 'duration'
        | 'age'
        | 'distance'
        | 'measure'
    }
  | { type: 'money' | 'percent' | 'amount' | 'frequency' }
  /** "How many ships": a number of what is counted. */
  | { type: 'count'; counted: string[] }

/** Last words of what is no currency, or is another word as well. */
const NO_CURRENCY = new Set(
  'units unit gold silver palladium platinum composite fund rights code currency fonds sol sols som won real reals crown cent'.split(
    ' ',
  ),
)
const NUMBER_WORD =
  '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\w{1,30})?|(?:a )?dozens?|(?:a )?hundreds?|(?:a )?thousands?|several|few|half)'
const NUMBER = `(?:\\d[\\d.,]{0,20}|${NUMBER_WORD})`
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const UNIT =
  '(?:k?m|cm|mm|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot|inches|hectares?|acres?|tons?|tonnes?|kilos?|kilograms?|kg|lit(?:re|er)s?|barrels?|degrees?|watts?|megawatts?|cubic|square)'

/** The names of the world's currencies, one and many, without their countries; and what their parts are called. */
const CURRENCIES = [
  ...new Set([
    ...Intl.supportedValuesOf('currency').flatMap((currency) =>
      [1, 2].map((amount) => {
        const named = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'name' })
        return named.format(amount).toLowerCase().split(/\s/u).at(-1) ?? ''
      }),
    ),
    ...'crown crowns rouble roubles ruble rubles cent cents pence penny kopeck kopecks eur usd gbp'.split(
      ' ',
    ),
  ]),
]
  .filter((name) => /^\p{L}{3,20}$/u.test(name) && !NO_CURRENCY.has(name))
  .join('|')
const MAGNITUDE = '(?:m|bn|k|million|billion|trillion|thousand)'

/** A day, an hour, a season. */
const TIME = new RegExp(
  `\\b(?:${MONTH}|${WEEKDAY}|yesterday|today|tomorrow|tonight|(?:1[5-9]|20)\\d\\d|\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m|noon|midday|midnight|dawn|dusk|sunrise|sunset|daybreak|nightfall|(?:in the |every )?(?:morning|afternoon|evening|night)s?|(?:spring|summer|autumn|winter) of|century|(?:last|next|this) (?:week|month|year)|${NUMBER} (?:days?|weeks?|months?|years?) (?:ago|later|earlier|before|after))\\b|\\bat (?:six|seven|eight|nine|ten|eleven|twelve|one|two|three|four|five) (?:on|in)`,
  'iu',
)

const FORMS: Record<Exclude<Expected['type'], 'person' | 'place' | 'country' | 'count'>, RegExp> = {
  time: TIME,
  occasion: new RegExp(`${TIME.source}|\\b(?:when|whenever|if|once|as soon as) \\p{L}`, 'iu'),
  day: new RegExp(
    `\\b(?:${MONTH} \\d|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|${WEEKDAY}|yesterday|today|tomorrow)\\b`,
    'iu',
  ),
  year: /\b(?:1[5-9]|20)\d\d\b/u,
  duration: new RegExp(
    `\\b(?:${NUMBER}|many|several)[- ](?:more |full |whole |consecutive )?(?:minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)|seconds?)\\b|\\b(?:for|since|until|within)\\b.{0,300}\\b(?:${MONTH}|(?:1[5-9]|20)\\d\\d|${WEEKDAY})`,
    'iu',
  ),
  age: new RegExp(
    `\\b${NUMBER}[- ]years?[- ]old\\b|\\b(?:aged|age of|turned|born)\\b|\\(\\d\\d\\)|, \\d\\d,`,
    'iu',
  ),
  distance: new RegExp(
    `\\b${NUMBER} (?:k?m|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|nautical)\\b|\\b${NUMBER} (?:hours?|minutes?)`,
    'iu',
  ),
  measure: new RegExp(`\\b${NUMBER}[- ]?${UNIT}\\b|\\b${NUMBER} (?:${MAGNITUDE})\\b|\\d`, 'iu'),
  money: new RegExp(
    `[€$£¥₽₹]\\s?\\d|\\d\\s?[€$£]|\\b${NUMBER}\\s?(?:${MAGNITUDE}\\s)?(?:[\\p{L}-]{1,20} ){0,2}(?:${CURRENCIES})\\b|\\bfree of charge\\b`,
    'iu',
  ),
  percent: new RegExp(
    `\\b${NUMBER}\\s?(?:%|per ?cent|percentage points?)|\\d\\s?%|\\b(?:half|third|quarter|fifth|tenth|majority|two-thirds)\\b|\\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|of|out of) (?:every )?(?:ten|five|four|three|two|hundred)`,
    'iu',
  ),
  amount: new RegExp(
    `\\d|\\b${NUMBER} (?:${UNIT}|${MAGNITUDE}|times|per cent)\\b|\\b(?:half|third|quarter|twice|double|fifth)\\b`,
    'iu',
  ),
  frequency:
    /\b(?:every|each|once|twice|times|daily|weekly|monthly|yearly|annually|hourly|per (?:day|week|month|year)|a (?:day|week|month|year))\b/iu,
}

/** The words that ask, in the order in which they are tried. */
const ASKING: [RegExp, (match: RegExpExecArray) => Expected][] = [
  [/\bhow old\b|\bat what age\b|\bwhat age\b/iu, () => ({ type: 'age' })],
  [
    /\bhow (?:long)\b|\bfrom when\b|\bfor how many (?:days|weeks|months|years|hours|minutes|decades)\b|\bhow many (?:days|weeks|months|years|hours|minutes|decades)\b/iu,
    () => ({ type: 'duration' }),
  ],
  [/\bhow far\b|\bwhat distance\b/iu, () => ({ type: 'distance' })],
  [
    /\bhow (?:deep|high|tall|wide|big|large|heavy|thick|hot|cold|fast|small)\b/iu,
    () => ({ type: 'measure' }),
  ],
  [/\bhow often\b/iu, () => ({ type: 'frequency' })],
  [
    /\b(?:what|which) (?:percentage|share|proportion|fraction|part)\b|\bhow many per ?cent\b/iu,
    () => ({ type: 'percent' }),
  ],
  [
    /\bhow much (?:money|cash)\b|\bhow much\b.{0,300}\b(?:cost|costs|worth|pay|pays|paid|earn|earns|earned|spend|spent|price|charge|raise|raised|donate|donated|owe|owes|borrow|lend|invest|invested|salary|wage|budget|fine|fined)\b|\bwhat\b.{0,300}\b(?:cost|price|budget|salary|fee|fine|value)\b|\bat what (?:cost|price)\b/iu,
    () => ({ type: 'money' }),
  ],
  [/\bhow much\b/iu, () => ({ type: 'amount' })],
  [
    /\bhow many (?:of )?(?:the |other |more |different |new )?(?<counted>[\p{L}-]{1,40}(?: [\p{L}-]{1,40})?)/iu,
    ({ groups }) => ({ type: 'count', counted: analyse(groups?.counted ?? '', 'en') }),
  ],
  [/\b(?:what|which) (?:day|date)\b|\b(?:by|until|till) when\b/iu, () => ({ type: 'day' })],
  [/\b(?:what|which) (?:year|century|decade)\b/iu, () => ({ type: 'year' })],
  // What is so again and again may be so on a condition: "when the boat is late".
  [/\bwhen (?:do|does|can|may|must|should)\b/iu, () => ({ type: 'occasion' })],
  [/\bwhen\b|\b(?:what|which) (?:time|month|season|hour)\b/iu, () => ({ type: 'time' })],
  [/\b(?:what|which) (?:country|countries|nation|state|nations)\b/iu, () => ({ type: 'country' })],
  [
    /\bwhere\b|\b(?:what|which) (?:city|town|place|region|port|village|district|province|harbour|airport)\b/iu,
    () => ({ type: 'place' }),
  ],
  [
    /^\s{0,9}(?:and |but |by |to |for |with |from |of )?(?:who|whom|whose)\b|\b(?:what|which) (?:person|man|woman|politician|official|minister|leader|company|firm|party|outlet|newspaper|judge|author)\b|\bby whom\b/iu,
    () => ({ type: 'person' }),
  ],
]

/** What a question expects, or null when its words do not tell; only questions in English tell. */
export function expectedOf(question: string): Expected | null {
  for (const [pattern, make] of ASKING) {
    const match = pattern.exec(question)
    if (match) return make(match)
  }
  return null
}

/** A sentence as far as it is looked at here. */
type Sentence = { text: string; tokens: Token[] }

const FULL_NAME = /\p{Lu}\p{Ll}{1,30} (?:\p{Lu}\.? )?(?:(?:de|van|von|al|bin) )?\p{Lu}[\p{L}’'-]{1,40}/u

/** They name no one. */
const NOBODY = /^(?:no|every|some|any)(?:body|one)$/iu

const isCapital = ({ word }: Token) => /^\p{Lu}/u.test(word)

/**
 * How surely (0–1) a sentence holds what is expected and what the question does not say itself.
 * @param asked the terms of the question
 * @param related what else they may be called
 */
export function holdsExpected(
  expected: Expected,
  { text, tokens }: Sentence,
  asked: ReadonlySet<string>,
  related: Map<string, Related>,
): number {
  if (expected.type === 'count') return holdsCount(expected.counted, tokens, related)
  const names = tokens.filter(
    (token, at) =>
      isCapital(token) &&
      !token.isStopWord &&
      !NOBODY.test(token.word) &&
      !asked.has(token.term) &&
      (at > 0 || !isPlainStart(tokens)),
  )
  if (expected.type === 'country') return names.some(({ word }) => peoples.has(word.toLowerCase())) ? 1 : 0
  if (expected.type === 'place') return names.length > 0 ? 1 : 0
  if (expected.type === 'person') return holdsPerson(text, names.length > 0)
  const form = FORMS[expected.type]
  if (!form.test(text)) return 0
  // What the question says itself is no answer to it.
  return form.test(withoutAsked(text, tokens, asked)) ? 1 : 0.3
}

const ROLE =
  /\b(?:union|officials?|company|group|government|council|spokes\w{1,30}|president|minister|mayor|judge|court|\w{3,}ers)\b/iu

/** A full name, else a name, else somebody who is called by what they are. */
function holdsPerson(text: string, hasName: boolean): number {
  if (hasName) return FULL_NAME.test(text) ? 1 : 0.75
  return ROLE.test(text) ? 0.6 : 0
}

/** Whether a sentence's first word is capitalised only because it is the first. */
const isPlainStart = (tokens: Token[]) => tokens[0]?.isStopWord ?? true

function withoutAsked(text: string, tokens: Token[], asked: ReadonlySet<string>): string {
  let rest = text
  for (const { start, end, term } of tokens.toReversed())
    if (asked.has(term) && /^\p{N}/u.test(text.slice(start, end)))
      rest = rest.slice(0, start) + rest.slice(end)
  return rest
}

const NUMERAL = new RegExp(`^(?:\\d[\\d.,]{0,20}|${NUMBER_WORD}(?:-\\w{1,30})?)$`, 'iu')
/** Words between a number and what it counts. */
const REACH = 4

/** A number, and what is counted close behind it; less where they only stand in one sentence. */
function holdsCount(counted: string[], tokens: Token[], related: Map<string, Related>): number {
  const isCounted = ({ term }: Token) =>
    counted.reduce(
      (best, wanted) => Math.max(best, term === wanted ? 1 : (related.get(wanted)?.get(term) ?? 0)),
      0,
    )
  let best = 0
  let hasNumber = false
  for (const [at, token] of tokens.entries()) {
    if (!NUMERAL.test(token.word) || /^(?:an?|few|several|one)$/iu.test(token.word)) continue
    hasNumber = true
    for (const other of tokens.slice(at + 1, at + 1 + REACH)) best = Math.max(best, isCounted(other))
  }
  if (best > 0) return 0.4 + 0.6 * best
  return hasNumber && tokens.some((token) => isCounted(token) > 0) ? 0.55 : hasNumber ? 0.3 : 0
}
