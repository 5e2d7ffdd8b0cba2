/** Reads a collection of clustered documents: corpus.jsonl in BEIR's layout, and clusters.tsv (id, tab, cluster). */

import type { ParsedDocument } from '../formats/parsed.ts'
import { readJsonLine } from '../formats/plain/json-line.ts'
import { reasonOf, type SyncResult } from '../ingest/batch.ts'
import { readLines } from '../ingest/lines.ts'
import { Refusal } from '../refusal.ts'
import { decode } from '../text/normalise.ts'
import { CollectionError, existing, MAX_LINE_BYTES, textLines } from './collection.ts'

export type Clustered = {
  /** The documents that clusters.tsv names, in the order of corpus.jsonl. */
  documents: ParsedDocument[]
  /** The cluster of each. */
  clusters: string[]
  /** Ids of clusters.tsv that corpus.jsonl has no readable document for. */
  missing: string[]
  /** Documents that clusters.tsv does not name. */
  leftOut: number
  /** Lines of corpus.jsonl that are no documents, and why. */
  refused: SyncResult['refused']
}

const LAYOUT = 'a collection of clustered documents is a folder with corpus.jsonl and clusters.tsv'

/** Throws a CollectionError for a missing file, a broken line of clusters.tsv, and when no document is clustered. */
export async function readClustered(folder: string): Promise<Clustered> {
  const corpus = await existing(folder, 'corpus.jsonl', LAYOUT)
  const file = await existing(folder, 'clusters.tsv', LAYOUT)
  const clusterOf = await readClusters(file)
  const { documents, refused } = await readDocuments(corpus)
  const named = documents.filter(({ id }) => clusterOf.has(id))
  if (named.length === 0)
    throw new CollectionError(`${file} names no document of corpus.jsonl; write id and cluster in each line.`)
  const ids = new Set(named.map(({ id }) => id))
  return {
    documents: named,
    clusters: named.map(({ id }) => clusterOf.get(id) ?? ''),
    missing: [...clusterOf.keys()].filter((id) => !ids.has(id)),
    leftOut: documents.length - named.length,
    refused,
  }
}

async function readClusters(file: string): Promise<Map<string, string>> {
  const clusterOf = new Map<string, string>()
  for await (const { place, line } of textLines(file)) {
    const [id = '', cluster = '', ...more] = line.split('\t').map((part) => part.trim())
    if (id === '' || cluster === '' || more.length > 0)
      throw new CollectionError(
        `${place} is no document's cluster; write its id and its cluster, apart by a tab.`,
      )
    if (clusterOf.has(id)) throw new CollectionError(`${place} names ${id} again; keep one of the lines.`)
    clusterOf.set(id, cluster)
  }
  return clusterOf
}

async function readDocuments(file: string): Promise<Pick<Clustered, 'documents' | 'refused'>> {
  const documents = new Map<string, ParsedDocument>()
  const refused: Clustered['refused'] = []
  for await (const { number, bytes } of readLines(file, MAX_LINE_BYTES)) {
    try {
      if (!bytes) throw new Refusal({ key: 'refusal.lineLength', values: { limit: MAX_LINE_BYTES / 1e6 } })
      const line = decode(bytes)
      if (line.trim() === '') continue
      const document = readJsonLine(line, null)
      if (documents.has(document.id))
        throw new Refusal({ key: 'refusal.sameId', values: { id: document.id } })
      documents.set(document.id, document)
    } catch (error) {
      refused.push({ name: `${file}:${number}`, reason: reasonOf(error) })
    }
  }
  return { documents: [...documents.values()], refused }
}
