/** Verbatim quotations on a topic, and who said them where the text around says so. */

import type { Corpus } from '../corpus/corpus.ts'
import type { Filter } from '../document.ts'
import { readQuestion } from '../search/question.ts'
import { readAll } from '../search/rank.ts'
import type { Search } from '../search/search.ts'
import { questionTerms } from '../search/terms.ts'
import type { Quotation } from './briefing.ts'
import { evidenceOf } from './evidence.ts'
import { speakerOfEvidence } from './speaker.ts'
import { verify } from './verify.ts'

const PASSAGES_READ = 60
const MAX_QUOTATIONS = 50
/** A quotation holds at least this share of the topic's weight. */
const MIN_COVERAGE = 0.5

export type FindQuotations = (
  topic: string,
  filter: Filter & { speaker?: string | undefined },
  signal: AbortSignal,
) => Promise<Quotation[]>

/** Builds the search for quotations; best first, at most fifty, the speaker's only when one is asked for. */
export function findQuotations({ corpus, search }: { corpus: Corpus; search: Search }): FindQuotations {
  return async (topic, { speaker, ...filter }, signal) => {
    const asked = speaker ? `${speaker} ${topic}` : topic
    const [{ question, hits }, likely] = await Promise.all([
      search(asked, filter, PASSAGES_READ),
      corpus.languages(filter.collections),
    ])
    signal.throwIfAborted()
    // The speaker is looked for by name; what counts for a sentence is the topic.
    const terms = questionTerms(topic, [], likely)
    const about = readQuestion(topic, terms, question.passages, question.frequencies, likely)
    const read = readAll({ question: about, hits: hits.map((hit) => ({ ...hit, reading: null })) })
    const chosen = evidenceOf(read.hits)
      .filter((sentence) => sentence.coverage >= MIN_COVERAGE)
      .map((sentence) => ({ ...sentence, speaker: speakerOfEvidence(sentence) }))
      .filter(
        (sentence) => !speaker || sentence.speaker?.toLowerCase().includes(speaker.trim().toLowerCase()),
      )
      .slice(0, MAX_QUOTATIONS)
    const drafts = chosen.map(({ passage, start, end, text }) => ({
      text,
      citations: [{ document: passage.document, hash: passage.hash, start, end }],
    }))
    const speakers = new Map(
      chosen.map(({ passage, start, speaker }) => [`${passage.document} ${start}`, speaker]),
    )
    const { quotes, documents } = await verify(drafts, corpus)
    return quotes.flatMap((quote) => {
      const document = documents.find((info) => info.id === quote.document && info.hash === quote.hash)
      const said = speakers.get(`${quote.document} ${quote.start}`) ?? null
      return document ? [{ quote, document, speaker: said }] : []
    })
  }
}
