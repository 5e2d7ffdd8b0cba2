/**
 * One article → what it is grouped by: its terms, each with what it counts in this article.
 *
 * A term counts once however often it is said: whether an event's words are there tells more than how often. Those of
 * the title and the lead, where reports say what happened, count more, and so do names (Allan, Papka & Lavrenko,
 * "On-line new event detection and tracking", 1998; Miranda et al., "Multilingual clustering of streaming news", 2018).
 */
import { type Token, tokenise } from '../../corpus/analysis.ts'
import { sha256 } from '../../corpus/normalise.ts'

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
  /** Above 0. */
  terms: Map<string, number>
}

/** UTF-16 code units that are read of a text, and different terms that are kept of it: later ones are asides. */
const MAX_LENGTH = 20_000
const MAX_TERMS = 400
/** The first term counts so much more, and the one this many terms later half of that more. */
const LEAD = { more: 1, half: 50 }
const NAME = 1.5
const MILLISECONDS = 86_400_000

/** Where a capital letter is no sign of a name. */
const SENTENCE_START = /(?:^|[.!?:…\n"“”„«»‘’'()[\]*–—-])\s*$/u

const isName = (text: string, { start, word }: Token) =>
  /^\p{Lu}/u.test(word) && !SENTENCE_START.test(text.slice(Math.max(0, start - 3), start))

/** What an article is grouped by. */
export function analyseArticle({ id, title, text, language, date }: Article): Analysed {
  const all = `${title}\n${text.slice(0, MAX_LENGTH)}`
  const terms = new Map<string, number>()
  const names = new Set<string>()
  for (const token of tokenise(all, language)) {
    if (token.isStopWord) continue
    if (!terms.has(token.term)) {
      if (terms.size >= MAX_TERMS) continue
      terms.set(token.term, 1 + LEAD.more * 2 ** (-terms.size / LEAD.half))
    }
    if (isName(all, token)) names.add(token.term)
  }
  for (const name of names) {
    const weight = terms.get(name)
    if (weight !== undefined) terms.set(name, weight * NAME)
  }
  const time = date === null ? Number.NaN : Date.parse(date)
  return {
    key: `${id}\n${sha256(all)}`,
    day: Number.isNaN(time) ? null : time / MILLISECONDS,
    terms,
  }
}
