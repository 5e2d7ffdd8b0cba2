/**
 * One article → what it is grouped by: its terms, each with what it counts in this article.
 *
 * A term counts once however often it is said: whether an event's words are there tells more than how often. Those of
 * the title and the lead, where reports say what happened, count more, and so do names and numbers, by which similar
 * events differ (Allan, Papka & Lavrenko, "On-line new event detection and tracking", 1998; Miranda et al.,
 * "Multilingual clustering of streaming news", 2018).
 */
import { type Token, tokenise } from '../../text/analysis.ts'
import { sha256 } from '../../text/normalise.ts'
import { DAY_MS } from '../../time.ts'

export type Article = {
  id: string
  title: string
  text: string
  /** ISO 639-1, or `und`. */
  language: string
  /** ISO 8601, a day or an instant; null when unknown. */
  date: string | null
}

/** An article as it is grouped; kept instead of the article, it makes the same stories. */
export type Analysed = {
  /** The same for the same article only. */
  key: string
  /** Days since 1970; null when unknown. */
  day: number | null
  /** Each once, and what it counts, above 0. */
  terms: string[]
  weights: Float64Array
}

/** UTF-16 code units that are read of a text, and different terms that are kept of it: later ones are asides. */
const MAX_LENGTH = 10_000
const MAX_TERMS = 200
/** UTF-16 code units that are looked at at once: what follows the last term that is kept need not be. */
const PART = 500
/** The first term counts so much more, and the one this many terms later half of that more. */
const LEAD = { more: 1, half: 30 }
const NAME = 1.25
const NUMBER = 1.5

/** Where a capital letter is no sign of a name. */
const SENTENCE_START = /(?:^|[.!?:…\n"“”„«»‘’'()[\]*–—-])\s{0,3}$/u

const isCapitalWithin = (text: string, { start, word }: Token) =>
  /^\p{Lu}/u.test(word) && !SENTENCE_START.test(text.slice(Math.max(0, start - 3), start))

/** Stretches of a text, cut at the end of a line or else between words. */
function* partsOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const limit = from + PART
    const cut = Math.max(text.lastIndexOf('\n', limit), text.lastIndexOf(' ', limit)) + 1
    const to = limit >= text.length ? text.length : cut > from ? cut : limit
    yield text.slice(from, to)
    from = to
  }
}

function termsOf(text: string, language: string): Pick<Analysed, 'terms' | 'weights'> {
  const numbers = new Map<string, number>()
  const weights = new Float64Array(MAX_TERMS)
  const told = new Set<number>()
  const raise = (term: string, factor: number) => {
    const number = numbers.get(term)
    if (number === undefined || told.has(number)) return
    told.add(number)
    weights[number] = (weights[number] ?? 0) * factor
  }
  for (const part of partsOf(text)) {
    if (numbers.size >= MAX_TERMS) break
    for (const token of tokenise(part, language)) {
      if (token.isStopWord) continue
      if (!numbers.has(token.term) && numbers.size < MAX_TERMS) {
        weights[numbers.size] = 1 + LEAD.more * 2 ** (-numbers.size / LEAD.half)
        numbers.set(token.term, numbers.size)
      }
      if (/^\p{N}/u.test(token.word)) raise(token.term, NUMBER)
      else if (isCapitalWithin(part, token)) raise(token.term, NAME)
    }
  }
  return { terms: [...numbers.keys()], weights: weights.slice(0, numbers.size) }
}

/** What an article is grouped by. */
export function analyseArticle({ id, title, text, language, date }: Article): Analysed {
  const read = `${title}\n${text.slice(0, MAX_LENGTH)}`
  const time = date === null ? Number.NaN : Date.parse(date)
  return {
    key: `${id}\n${sha256(`${language}\n${date}\n${read}`)}`,
    day: Number.isNaN(time) ? null : time / DAY_MS,
    ...termsOf(read, language),
  }
}
