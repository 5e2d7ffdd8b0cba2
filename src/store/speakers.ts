/** Who speaks in the corpus, and how often: counted with the documents, completed while somebody types. */
import { sql } from 'kysely'
import type { Prepared } from './prepare.ts'
import type { Store } from './store.ts'
import type { CorpusTables } from './tables.ts'

/** The most frequent speakers are looked through before the index of words is asked. */
const MOST_FREQUENT = 5000
/** SQLite allows 32,766 values in a statement. */
const ROWS_PER_STATEMENT = 5000

type Speaker = CorpusTables['speakers']

/** A name as it is compared with what is typed: words in lower case without accents, a space between them. */
const foldName = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}'’.]+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Counts the speakers of documents in (1) or out (-1). */
export async function countSpeakers(store: Store, documents: Prepared[], sign: 1 | -1): Promise<void> {
  const counts = new Map<string, Speaker>()
  for (const { row, speakers } of documents)
    for (const speaker of speakers) {
      const key = `${row.collection}\n${speaker}`
      const known = counts.get(key)
      if (known) known.sentences += sign
      else
        counts.set(key, {
          collection: row.collection,
          speaker,
          folded: foldName(speaker),
          sentences: sign,
        })
    }
  const rows = [...counts.values()]
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT)
    await addSpeakers(store, rows.slice(at, at + ROWS_PER_STATEMENT))
  if (sign < 0) await dropSpeakers(store)
}

async function addSpeakers(store: Store, rows: Speaker[]): Promise<void> {
  const stored = await store
    .insertInto('speakers')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['collection', 'speaker']).doUpdateSet((expression) => ({
        sentences: expression('speakers.sentences', '+', expression.ref('excluded.sentences')),
      })),
    )
    .returning(['collection', 'speaker', 'sentences'])
    .execute()
  const sentences = new Map(stored.map((row) => [`${row.collection}\n${row.speaker}`, row.sentences]))
  // Only of a speaker that was not there before are all sentences those that were just counted.
  const words = rows
    .filter((row) => row.sentences === sentences.get(`${row.collection}\n${row.speaker}`))
    .flatMap(wordsOf)
  for (let at = 0; at < words.length; at += ROWS_PER_STATEMENT)
    await store
      .insertInto('speaker_words')
      .values(words.slice(at, at + ROWS_PER_STATEMENT))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

function wordsOf({ collection, speaker, folded }: Speaker): CorpusTables['speaker_words'][] {
  const words = folded.split(' ')
  return words.map((_, at) => ({ collection, speaker, words: words.slice(at).join(' ') }))
}

async function dropSpeakers(store: Store): Promise<void> {
  const gone = await store
    .deleteFrom('speakers')
    .where('sentences', '<=', sql.lit(0))
    .returningAll()
    .execute()
  for (const { collection, speaker, words } of gone.flatMap(wordsOf))
    await store
      .deleteFrom('speaker_words')
      .where('collection', '=', collection)
      .where('words', '=', words)
      .where('speaker', '=', speaker)
      .execute()
}

/**
 * Speakers with a word that begins with what was typed (in any case, with or without accents), at most `most`, those
 * with most sentences first; among several collections, those come together that are frequent in one of them.
 */
export async function findSpeakers(
  store: Store,
  typed: string,
  collections: string[],
  most: number,
): Promise<string[]> {
  const beginning = foldName(typed)
  const found = new Map<string, number>()
  for (const collection of collections)
    for (const { speaker, sentences } of await findIn(store, beginning, collection, most))
      found.set(speaker, (found.get(speaker) ?? 0) + sentences)
  return [...found]
    .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([speaker]) => speaker)
}

type Found = Pick<Speaker, 'speaker' | 'sentences'>

/**
 * A beginning that many names have is found among the most frequent speakers, without sorting all that have it; one
 * that is rare there is rare in the index of words as well.
 */
async function findIn(store: Store, beginning: string, collection: string, most: number): Promise<Found[]> {
  const { rows: frequent } =
    await sql<Found>`SELECT speaker, sentences FROM (SELECT speaker, sentences, folded
    FROM speakers WHERE collection = ${collection} ORDER BY sentences DESC LIMIT ${sql.lit(MOST_FREQUENT)})
    WHERE instr(' ' || folded, ${` ${beginning}`}) > 0 LIMIT ${sql.lit(most)}`.execute(store)
  if (frequent.length === most) return frequent
  const { rows } = await sql<Found>`SELECT DISTINCT s.speaker, s.sentences FROM speaker_words AS w
    JOIN speakers AS s ON s.collection = w.collection AND s.speaker = w.speaker
    WHERE w.collection = ${collection} AND w.words >= ${beginning} AND w.words < ${`${beginning}\u{10ffff}`}
    ORDER BY s.sentences DESC LIMIT ${sql.lit(most)}`.execute(store)
  return rows
}
