/** What terms count: the rarer they are in the collections, the more. */
import type { OpenedDocument } from '../store/documents-by-date.ts'
import type { Store } from '../store/store.ts'
import { termFrequencies } from '../store/term-frequencies.ts'
import { sentencesOf } from './sentences.ts'

export type WeightOf = (term: string) => number

/** Inverse frequencies in passages of the terms of some documents; a term of every passage weighs next to nothing. */
export async function weightsOf(
  store: Store,
  collections: string[],
  documents: OpenedDocument[],
): Promise<WeightOf> {
  const terms = new Set(
    documents.flatMap((document) => sentencesOf(document).flatMap((sentence) => sentence.terms)),
  )
  const { passages, frequencies } = await termFrequencies(store, [...terms], collections)
  return (term) => Math.log(1 + passages / (1 + (frequencies.get(term) ?? 0)))
}
