/** Which of the documents at hand are independent of each other: copies of one text are one source. */

import type { Corpus } from '../corpus/corpus.ts'
import type { DocumentInfo, Passage } from '../document.ts'
import type { Copy, QuotedDocument } from './briefing.ts'

/** More names than these tell a reader nothing. */
const MAX_NAMED = 10

/** For a version, as `id\nhash`, the one that it is a copy of, or itself. */
export type Originals = Map<string, string>

/** What a version is a copy of, or itself. */
export function originalOf(
  originals: Originals,
  { document, hash }: Pick<Passage, 'document' | 'hash'>,
): string {
  const key = `${document}\n${hash}`
  return originals.get(key) ?? key
}

/** The originals of the documents that some passages, quotations or citations are from. */
export function originalsOf(parts: Pick<Passage, 'document' | 'hash'>[], corpus: Corpus): Promise<Originals> {
  const versions = new Map(parts.map(({ document: id, hash }) => [`${id}\n${hash}`, { id, hash }]))
  return corpus.originals([...versions.values()])
}

const toCopy = ({ id, title, source, url, date }: DocumentInfo): Copy => ({ id, title, source, url, date })

/** Quoted documents with the others of these collections that carry the same text, and how many are independent. */
export async function withCopies(
  quoted: DocumentInfo[],
  collections: string[],
  corpus: Pick<Corpus, 'copiesOf' | 'originals'>,
): Promise<{ documents: QuotedDocument[]; independent: number }> {
  const documents = await Promise.all(
    quoted.map(async (info) => {
      const copies = await corpus.copiesOf(info.id, info.hash, collections)
      return {
        ...info,
        copies: copies.slice(0, MAX_NAMED).map(toCopy),
        copiesMore: Math.max(0, copies.length - MAX_NAMED),
      }
    }),
  )
  const originals = await corpus.originals(quoted)
  return { documents, independent: new Set(originals.values()).size }
}
