/** Questions in another language than the documents', in theirs. */
import type { Corpus } from '../corpus/corpus.ts'
import { type Gloss, glossesOf } from '../question/gloss.ts'
import { type Translation, translate } from '../question/translate.ts'
import { analyse } from '../text/analysis.ts'
import { distance } from '../text/spelling.ts'

/** A corpus is of the languages that most of its documents are in. */
const LANGUAGES = 3
/** A word of a related language begins alike, differs by few letters, and is long enough to tell. */
const [COGNATE_START, COGNATE_REACH, COGNATE_WEIGHT] = [4, 3, 0.85]

/**
 * The translation of a text for a corpus; null where the corpus has documents in its language.
 * @param likely the languages of the corpus, the most frequent first
 */
export async function translatedFor(
  text: string,
  language: string,
  likely: string[],
  corpus: Corpus,
  collections: string[],
): Promise<Translation | null> {
  const [to] = likely
  if (to === undefined || language === 'und' || likely.slice(0, LANGUAGES).includes(language)) return null
  const glosses = glossesOf(text, language, to)
  const { frequencies } = await corpus.termFrequencies(candidates(glosses, to), collections)
  const translation = translate(text, glosses, {
    from: language,
    to,
    isHeld: (term) => frequencies.has(term),
  })
  for (const term of translation.untranslated) {
    if (frequencies.has(term)) translation.untranslated.delete(term)
    const cognate = await cognateOf(term, corpus, collections)
    if (cognate) translation.related.set(term, new Map([[cognate, COGNATE_WEIGHT]]))
  }
  return translation
}

const candidates = (glosses: Gloss[], to: string) => [
  ...new Set(
    glosses.flatMap(({ word, parts }) => [word, ...parts.flat()].flatMap((other) => analyse(other, to))),
  ),
]

/** The term of the corpus that a word which stands as it was typed is most like. */
async function cognateOf(term: string, corpus: Corpus, collections: string[]): Promise<string | undefined> {
  if (term.length <= COGNATE_START || !/^\p{Script=Latin}+$/u.test(term)) return undefined
  const reach = Math.min(COGNATE_REACH, Math.floor(term.length / 3))
  const near = (await corpus.termsLike(term, collections, reach))
    .filter((one) => one.term.startsWith(term.slice(0, COGNATE_START)) && distance(term, one.term) <= reach)
    .toSorted((a, b) => distance(term, a.term) - distance(term, b.term) || b.passages - a.passages)
  return near[0]?.term
}
