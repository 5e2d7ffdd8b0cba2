/** What reading a folder and reading a JSON Lines file have in common. */
import { SHARED_COLLECTION } from '../document.ts'
import { Refusal, type RefusalReason } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import type { Incoming, Outcome } from '../store/versions.ts'
import type { DocumentWriter } from '../store/writer.ts'
import { boundReason } from '../text/bounds.ts'
import type { ItemOutcome } from './item.ts'

export type SyncResult = {
  added: number
  updated: number
  unchanged: number
  removed: number
  refused: { name: string; reason: RefusalReason }[]
  /** Of documents that were given or taken out one by one. */
  items?: ItemOutcome[]
  /** Documents that were added or updated and hold exactly the text of another one, `of`: both are kept. */
  duplicates: { id: string; of: string }[]
}
export type Progress = { done: number; total: number | null }
export type IngestJob = {
  store: Store
  writer: DocumentWriter
  progress: (progress: Progress) => void
  stopped: () => boolean
}
export type Batch<Note> = {
  /** Answers true when that filled the batch, which is now stored. */
  add: (incoming: Incoming, note: Note) => Promise<boolean>
  flush: () => Promise<void>
}

/** Documents in one transaction: enough to be fast, few enough to keep memory flat. */
const BATCH = 500
const BATCH_CHARACTERS = 4_000_000

export const empty = (): SyncResult => ({
  added: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  refused: [],
  duplicates: [],
})

/** Duplicates that are told of by name; a folder that was copied whole does not fill the memory. */
const MAX_DUPLICATES = 1000

/** Counts what came of a document that was stored. */
export function note(result: SyncResult, { id, kind, duplicateOf }: Outcome): void {
  if (kind === 'clash') return
  result[kind] += 1
  if (duplicateOf && result.duplicates.length < MAX_DUPLICATES)
    result.duplicates.push({ id, of: duplicateOf })
}

/** Collects documents and stores them together; `onStored` is told of each one, with the note given for it. */
export function createBatch<Note>(
  writer: DocumentWriter,
  collection: string,
  onStored: (outcome: Outcome, note: Note) => void,
): Batch<Note> {
  let waiting: { incoming: Incoming; note: Note }[] = []
  let characters = 0
  const flush = async () => {
    const batch = waiting
    waiting = []
    characters = 0
    const outcomes =
      batch.length > 0
        ? await writer.put(
            batch.map(({ incoming }) => incoming),
            collection,
          )
        : []
    for (const [at, { note }] of batch.entries()) {
      const outcome = outcomes[at]
      if (outcome) onStored(outcome, note)
    }
  }
  return {
    flush,
    add: async (incoming, note) => {
      waiting.push({ incoming, note })
      characters += incoming.document.text.length
      const isFull = waiting.length >= BATCH || characters >= BATCH_CHARACTERS
      if (isFull) await flush()
      return isFull
    },
  }
}

/** Why a document was refused. */
export const reasonOf = (error: unknown): RefusalReason =>
  error instanceof Refusal ? bounded(error.reason) : unreadable(firstLine(error))

const unreadable = (cause: string): RefusalReason => ({
  key: 'refusal.unreadable',
  values: { cause: boundReason(cause) },
})

/** Values may repeat what the document says. */
function bounded(reason: RefusalReason): RefusalReason {
  if (!reason.values) return reason
  const values = Object.entries(reason.values).map(([name, value]) => [
    name,
    typeof value === 'string' ? boundReason(value) : value,
  ])
  return { ...reason, values: Object.fromEntries(values) }
}

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''

/** Absolute paths, also between quotation marks and as `file:` addresses; not what follows a host or a number. */
const PATHS =
  /(?<quote>['"])(?:file:\/\/|[a-z]:)?[\\/][^'"]*\k<quote>|(?<![\w:/.])(?:file:\/\/|[a-z]:)?[\\/][^\s'"(),;]+/gi

/** The same, as the people of a collection are told it: a server's learn no path of the operator's machine. */
export function reasonFor(error: unknown, collection: string): RefusalReason {
  if (collection === SHARED_COLLECTION || error instanceof Refusal) return reasonOf(error)
  return unreadable(firstLine(error).replace(PATHS, '…'))
}
