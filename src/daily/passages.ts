/** What a writer is given of a story to read: the beginnings of its best documents, and the sentences chosen from them. */
import type { Draft, StoryToWrite } from '../brief/writer.ts'
import type { Passage } from '../document.ts'
import type { OpenedDocument } from '../store/documents-by-date.ts'
import type { Dispatch } from './edition.ts'
import { sentencesOf } from './sentences.ts'

/** Few: a reader pays for each. */
const DOCUMENTS = 3
const SENTENCES = 5
const EARLIER = 1

/** Throws nothing; a document without a sentence gives no passage. */
function passageOf(document: OpenedDocument, chosen: Set<string>): Passage[] {
  const sentences = sentencesOf(document)
    .filter(({ at, start }) => at < SENTENCES || chosen.has(`${document.id}\n${start}`))
    .map(({ start, end }) => ({ start, end }))
  const [first, last] = [sentences[0], sentences.at(-1)]
  if (!first || !last) return []
  const { id, hash, collection, title, source, date, language, text } = document
  return [
    {
      ...{ document: id, hash, collection, title, source, date, language, heading: '' },
      ...{ start: first.start, end: last.end, text: text.slice(first.start, last.end), sentences },
    },
  ]
}

/**
 * The passages of a story.
 * @param documents the window's, best first
 * @param earlier those of the days before, latest first
 */
export function passagesFor(
  documents: OpenedDocument[],
  { changed, points, quotes }: { changed: Draft | null; points: Draft[]; quotes: Draft[] },
  earlier: Dispatch[],
): StoryToWrite {
  const drafts = [...(changed ? [changed] : []), ...points, ...quotes.slice(0, 1)]
  const chosen = new Set(
    drafts.flatMap(({ citations }) => citations.map(({ document, start }) => `${document}\n${start}`)),
  )
  return {
    passages: documents.slice(0, DOCUMENTS).flatMap((document) => passageOf(document, chosen)),
    earlier: earlier.slice(0, EARLIER).flatMap(({ document }) => passageOf(document, new Set())),
  }
}
