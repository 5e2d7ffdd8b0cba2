/**
 * BM25 over LanceDB, then a second stage that reads the best passages. Title, headings and passage are one field, so
 * that a term counts once wherever it stands and a search costs one look into the index.
 *
 * Robertson, Zaragoza & Taylor, "Simple BM25 extension to multiple weighted fields", 2004.
 */

import type { Corpus } from '../corpus/corpus.ts'
import { type Related, relatedTerms } from '../question/related.ts'
import { rolesIn } from '../question/roles.ts'
import type { Translation } from '../question/translate.ts'
import { detectLanguage, tokenise } from '../text/analysis.ts'
import { readQuestion } from './question.ts'
import { PASSAGES_READ, rank } from './rank.ts'
import type { Search } from './search.ts'
import { repairSpelling } from './spelling.ts'
import { questionTerms } from './terms.ts'
import { translatedFor } from './translated.ts'

/** What a term counts in the first stage that stands for one which the corpus does not have. */
const STAND_IN = 0.5

const MOST_STAND_INS = 5
/** What a word counts that nothing is known for in the language of the documents. */
const UNTRANSLATED = 0.6

/** What the corpus may call a term that it does not have, best first. */
const standInsOf = (related: Related = new Map(), frequencies: Map<string, number>) =>
  [...related]
    .filter(([other]) => frequencies.has(other))
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_STAND_INS)

/** The terms, and for those that the corpus does not have what it may call them instead. */
function withRelated(
  terms: Map<string, number>,
  related: Map<string, Related>,
  frequencies: Map<string, number>,
): Map<string, number> {
  const wanted = new Map(terms)
  for (const [term, weight] of terms)
    if (!frequencies.has(term))
      for (const [other, share] of standInsOf(related.get(term), frequencies))
        if (!wanted.has(other)) wanted.set(other, weight * STAND_IN * share)
  return wanted
}

/** What else the terms of a question may be called, by their own language and by a translation. */
function relatedIn(text: string, language: string, translation: Translation | null): Map<string, Related> {
  const verb = (translation?.roles ?? rolesIn(text))?.verb
  const related = relatedTerms(tokenise(text, language), language, verb)
  for (const [term, others] of translation?.related ?? []) {
    const known = new Map(related.get(term))
    for (const [other, weight] of others) known.set(other, Math.max(weight, known.get(other) ?? 0))
    related.set(term, known)
  }
  return related
}

/** Search over a corpus. A question without any index term (only stop words) finds nothing. */
export function createSearch(corpus: Corpus): Search {
  return async (asked, filter, limit, earlier, given) => {
    const likely = await corpus.languages(filter.collections)
    const translation =
      given ?? (await translatedFor(asked, detectLanguage(asked, likely), likely, corpus, filter.collections))
    const text = given ? asked : (translation?.text ?? asked)
    const language = translation?.to ?? detectLanguage(text, likely)
    const terms = questionTerms(text, earlier, likely, language)
    for (const term of translation?.untranslated ?? []) if (terms.has(term)) terms.set(term, UNTRANSLATED)
    const related = relatedIn(text, language, translation)
    const others = related.values().flatMap((some) => some.keys())
    const { passages, frequencies } = await corpus.termFrequencies(
      [...new Set([...terms.keys(), ...others])],
      filter.collections,
    )
    const repaired = terms.keys().filter((term) => !translation?.untranslated.has(term))
    await repairSpelling(repaired, related, frequencies, corpus, filter.collections)
    const matches = await corpus.match(
      withRelated(terms, related, frequencies),
      filter,
      Math.max(limit, PASSAGES_READ),
    )
    const question = readQuestion(text, terms, passages, frequencies, likely, related, translation)
    return { question, hits: rank(question, matches).slice(0, limit) }
  }
}
