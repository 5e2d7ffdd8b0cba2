/** The systems that Attaché is measured against, each built and asked as its own documentation does. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { connect, Index } from '@lancedb/lancedb'
import type { BenchDocument } from './generate.ts'
import { BARE } from './protocol.ts'
import { FUNCTION_WORDS } from './words.ts'

/** Answers the texts of the best passages. */
export type Ask = (question: string) => Promise<string[]> | string[]

/** `folder` is the peer's own; `corpus` is the JSON Lines file. A peer in memory builds when it opens. */
export type Peer = {
  build?: (folder: string, corpus: string) => Promise<void>
  open: (folder: string, corpus: string) => Promise<Ask>
}

const RESULTS = 30
const BATCH = 5000

async function* batches(corpus: string): AsyncGenerator<BenchDocument[]> {
  let batch: BenchDocument[] = []
  for await (const line of createInterface({ input: createReadStream(corpus), crlfDelay: Infinity })) {
    batch.push(JSON.parse(line))
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Title and text as one, for systems that search a single field. */
const whole = ({ title, text }: BenchDocument) => `${title}\n${text}`

const stopWords = new Set(FUNCTION_WORDS)

/** The question's words but for stop words, for systems that do not leave those out by themselves. */
const contentWords = (question: string) =>
  question.match(/\w+/g)?.filter((word) => !stopWords.has(word.toLowerCase())) ?? []

const TABLE = 'passages'

const lancedb: Peer = {
  build: async (folder, corpus) => {
    const connection = await connect(folder)
    let table: Awaited<ReturnType<typeof connection.createTable>> | undefined
    for await (const batch of batches(corpus)) {
      const rows = batch.map((document) => ({ text: whole(document) }))
      if (table) await table.add(rows)
      else table = await connection.createTable(TABLE, rows)
    }
    const config = Index.fts({ language: 'English', stem: true, removeStopWords: true })
    // One fragment and one index over it: the best case.
    await table?.optimize()
    await table?.createIndex('text', { config, waitTimeoutSeconds: 3600 })
    connection.close()
  },
  open: async (folder) => {
    const table = await (await connect(folder)).openTable(TABLE)
    return async (question) => {
      const rows = await table.query().fullTextSearch(question).limit(RESULTS).toArray()
      return rows.map((row) => String(row.text))
    }
  },
}

const FILE = 'fts5.sqlite'

const fts5: Peer = {
  build: async (folder, corpus) => {
    const database = new DatabaseSync(join(folder, FILE))
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    database.exec("CREATE VIRTUAL TABLE passages USING fts5 (title, text, tokenize = 'porter unicode61')")
    const insert = database.prepare('INSERT INTO passages (title, text) VALUES (?, ?)')
    for await (const batch of batches(corpus)) {
      database.exec('BEGIN')
      for (const { title, text } of batch) insert.run(title, text)
      database.exec('COMMIT')
    }
    database.exec("INSERT INTO passages (passages) VALUES ('optimize')")
    database.close()
  },
  open: async (folder) => {
    const database = new DatabaseSync(join(folder, FILE))
    const select = database.prepare(
      `SELECT title, text FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ${RESULTS}`,
    )
    return (question) => {
      const words = contentWords(question).map((word) => `"${word}"`)
      return select.all(words.join(' OR ')).map((row) => String(row.text))
    }
  },
}

/** The packages below are installed in this folder only, so the types of their few functions stand here. */
const load = async <Module>(name: string): Promise<Module> => await import(name)

type MiniSearchModule = {
  default: new (options: {
    fields: string[]
    storeFields: string[]
    idField: string
    processTerm: (term: string) => string | null
  }) => {
    addAll: (documents: BenchDocument[]) => void
    search: (question: string) => Record<string, unknown>[]
  }
}

const minisearch: Peer = {
  open: async (_folder, corpus) => {
    const { default: MiniSearch } = await load<MiniSearchModule>('minisearch')
    const fields = ['title', 'text']
    const processTerm = (term: string) => (stopWords.has(term.toLowerCase()) ? null : term.toLowerCase())
    const index = new MiniSearch({ fields, storeFields: fields, idField: '_id', processTerm })
    for await (const batch of batches(corpus)) index.addAll(batch)
    return (question) =>
      index
        .search(question)
        .slice(0, RESULTS)
        .map((hit) => String(hit.text))
  },
}

type Retrieved = { pageContent: string }
type RetrieverModule = {
  BM25Retriever: {
    fromDocuments: (
      documents: Retrieved[],
      options: { k: number },
    ) => { invoke: (question: string) => Promise<Retrieved[]> }
  }
}
type DocumentModule = { Document: new (fields: Retrieved & { metadata: object }) => Retrieved }

const langchain: Peer = {
  open: async (_folder, corpus) => {
    const { BM25Retriever } = await load<RetrieverModule>('@langchain/community/retrievers/bm25')
    const { Document } = await load<DocumentModule>('@langchain/core/documents')
    const documents: Retrieved[] = []
    for await (const batch of batches(corpus))
      for (const document of batch)
        documents.push(new Document({ pageContent: whole(document), metadata: document.metadata }))
    const retriever = BM25Retriever.fromDocuments(documents, { k: RESULTS })
    return async (question) =>
      (await retriever.invoke(contentWords(question).join(' '))).map(({ pageContent }) => pageContent)
  },
}

export const peers: Record<string, Peer> = {
  [BARE]: lancedb,
  'SQLite FTS5': fts5,
  MiniSearch: minisearch,
  'LangChain.js BM25': langchain,
}
