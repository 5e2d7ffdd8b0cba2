/** A question as it is to be answered: with what it takes over from the conversation, and in the documents' language. */
import type { Corpus } from '../corpus/corpus.ts'
import type { Filter } from '../document.ts'
import type { Kind } from '../languages/questions/kind.ts'
import { followUp } from '../question/follow.ts'
import { type Request, readRequest, withApostrophes } from '../question/request.ts'
import type { Search } from '../search/search.ts'
import { translatedFor } from '../search/translated.ts'
import { detectLanguage } from '../text/analysis.ts'

export type Understood = {
  /** As it was written. */
  text: string
  request: Request
  /** Of the question; ISO 639-1. */
  language: string
  /** By the words of the documents' language. */
  search: Search
  now: Date
  /** Whether it says by itself what it is about. */
  isAlone: boolean
  /** Whether the points of the answer before it are left out. */
  isMore: boolean
  /** The question with what it takes over; undefined where that is nothing. */
  asked: string | undefined
  /** The documents' language, where it is another one; ISO 639-1. */
  translated: string | undefined
}

type Asked = {
  filter: Filter
  parts: { corpus: Corpus; search: Search }
  earlier?: string[]
  as?: Kind | undefined
  now?: Date
}

/** Reads a question in its conversation. */
export async function understand(
  text: string,
  { filter, parts, earlier = [], as, now = new Date() }: Asked,
): Promise<Understood> {
  const { corpus } = parts
  const likely = await corpus.languages(filter.collections)
  const said = withApostrophes(text, detectLanguage(text, likely))
  const followed = followUp(said, earlier.at(-1))
  const asked = followed.text === said ? undefined : followed.text
  const language = detectLanguage(followed.text, likely)
  const kind = followed.of === 'summary' ? 'summary' : as
  const typed = await readRequest(followed.text, { language, now, kind })
  const inTheirs = (words: string) => translatedFor(words, language, likely, corpus, filter.collections)
  const translation = await inTheirs(followed.text)
  const request: Request = translation
    ? {
        ...typed,
        language: translation.to,
        text: translation.text,
        subject: (await inTheirs(typed.subject))?.text ?? '',
      }
    : typed
  return {
    text,
    request,
    language,
    search: (words, within, limit, before) => parts.search(words, within, limit, before, translation),
    now,
    isAlone: asked !== undefined || (request.kind !== 'lookup' && request.subject !== ''),
    isMore: followed.of === 'more',
    asked,
    translated: translation?.to,
  }
}
