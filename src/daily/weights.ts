/** What terms count: the rarer they are in the collections, the more. */
import type { Kysely } from 'kysely'
import { type OpenedDocument, passagesWith } from '../store/documents-by-date.ts'
import type { CorpusTables } from '../store/tables.ts'
import { sentencesOf } from './sentences.ts'

export type WeightOf = (term: string) => number

/** Inverse frequencies in passages of the terms of some documents; a term of every passage weighs next to nothing. */
export async function weightsOf(
  database: Kysely<CorpusTables>,
  collections: string[],
  documents: OpenedDocument[],
): Promise<WeightOf> {
  const terms = new Set(
    documents.flatMap((document) => sentencesOf(document).flatMap((sentence) => sentence.terms)),
  )
  const { passages, frequencies } = await passagesWith(database, collections, [...terms])
  return (term) => Math.log(1 + passages / (1 + (frequencies.get(term) ?? 0)))
}
