/** A document read → the row, the passages and the terms that are stored of it. */

import type { Passage } from '../document.ts'
import type { ParsedDocument } from '../formats/parsed.ts'
import { analyse } from '../text/analysis.ts'
import { fold } from '../text/normalise.ts'
import { type PassageSpan, type Section, splitPassages } from '../text/passages.ts'
import { speakersIn } from '../text/speakers/speakers.ts'
import type { PassageRow } from './passage-index.ts'
import type { CorpusTables } from './tables.ts'

export type DocumentRow = CorpusTables['documents']
/** `terms` are those of each passage, its headings included; `speakers` has one for each sentence that names one. */
export type Prepared = { row: DocumentRow; passages: PassageSpan[]; terms: string[][]; speakers: string[] }

export function prepare(
  { sections, topics, locations = [], ...rest }: ParsedDocument,
  place: Pick<DocumentRow, 'id' | 'hash' | 'collection' | 'path'>,
): Prepared {
  const prepared = withTerms({
    ...rest,
    ...place,
    sections: JSON.stringify(sections),
    topics: JSON.stringify(topics),
    locations: JSON.stringify(locations),
    added: new Date().toISOString(),
    passages: 0,
    current: 1,
    indexed: 0,
  })
  prepared.row.passages = prepared.passages.length
  return prepared
}

/** What a stored document was prepared into: the same text gives the same passages. */
export function withTerms(row: DocumentRow): Prepared {
  const passages = splitPassages(row.text, JSON.parse(row.sections) as Section[], row.language)
  const terms = passages.map(({ start, end, heading, columns }) => {
    // The first passage of a table has the names of its columns in its text.
    const names = columns && columns.start < start ? `${columns.text}\n` : ''
    return analyse(`${heading}\n${names}${row.text.slice(start, end)}`, row.language)
  })
  const speakers = passages.flatMap(({ start, end, sentences }) => {
    const own = sentences.map((span) => ({ start: span.start - start, end: span.end - start }))
    return speakersIn(row.text.slice(start, end), own, row.language).flatMap((speaker) => speaker ?? [])
  })
  return { row, passages, terms, speakers }
}

/** The topics of a stored document as they are compared. */
export const foldedTopics = ({ topics }: DocumentRow) => (JSON.parse(topics) as string[]).map(fold)

export function passageRows({ row, passages, terms }: Prepared): PassageRow[] {
  const { id: document, hash, collection, title, source, date, language } = row
  const titleTerms = analyse(title, language)
  const topics = foldedTopics(row)
  return passages.map(({ start, end, heading, columns, sentences }, at) => {
    const text = row.text.slice(start, end)
    const passage: Passage = {
      document,
      hash,
      collection,
      title,
      source,
      date,
      language,
      heading,
      start,
      end,
      ...(columns && { columns }),
      text,
      sentences,
    }
    return {
      document,
      collection,
      source: fold(source),
      topics,
      date: date ?? '',
      passage: JSON.stringify(passage),
      terms: [...titleTerms, ...(terms[at] ?? [])].join(' '),
    }
  })
}
