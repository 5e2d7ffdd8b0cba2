/**
 * Words of news in six languages: what a question in one language is asked in of documents in another
 * (dictionary-based retrieval: Ballesteros & Croft, "Phrasal translation and query expansion techniques for
 * cross-language information retrieval", SIGIR 1997). A row has English, German, Spanish, French, Russian and Chinese;
 * several words of one language stand with commas between them, its best one first.
 */
import { ROWS as daily } from './daily.ts'
import { ROWS as economy } from './economy.ts'
import { ROWS as general } from './general.ts'
import { ROWS as health } from './health.ts'
import { ROWS as justice } from './justice.ts'
import { ROWS as nature } from './nature.ts'
import { ROWS as politics } from './politics.ts'
import { ROWS as science } from './science.ts'
import { ROWS as transport } from './transport.ts'
import { ROWS as verbs } from './verbs.ts'

const ROWS = [daily, economy, health, justice, nature, politics, science, transport, general, verbs]
const LANGUAGES = ['en', 'de', 'es', 'fr', 'ru', 'zh'] as const

export type Entry = { words: string[]; others: string[] }

/** The words of one language with those of another for them; empty where the glossary lacks one of the languages. */
export const glossaryOf = (from: string, to: string): Entry[] => entriesOf(ROWS, from, to)

/** The same of verbs alone. */
export const verbsOf = (from: string, to: string): Entry[] => entriesOf([verbs], from, to)

function entriesOf(tables: string[], from: string, to: string): Entry[] {
  const [own, other] = [from, to].map((language) => (LANGUAGES as readonly string[]).indexOf(language))
  if (own === undefined || other === undefined || own < 0 || other < 0 || own === other) return []
  return tables
    .flatMap((rows) => rows.trim().split('\n'))
    .map((row) => {
      const cells = row.split('|').map((cell) => cell.split(','))
      return { words: cells[own] ?? [], others: cells[other] ?? [] }
    })
}
