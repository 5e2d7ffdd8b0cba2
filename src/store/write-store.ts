/** The store and its index as the writing thread has them open. */
import { type Lock, openLock } from '../sqlite/database.ts'
import { createSlots } from '../threads/slots.ts'
import { type Anew, keepIndex } from './kept-index.ts'
import { openStore, storePath } from './store.ts'
import { createWriter } from './writer.ts'

type WriteEvents = {
  /** An index is begun anew. */
  onAnew: (why: Anew) => void
  /** Searches can see what was written. */
  onCommit: () => void
}

/**
 * Opens the store of a data folder for the one thread of this process that writes it, and finishes what a kill
 * interrupted.
 */
export async function openToWrite(dataDir: string, { onAnew, onCommit }: WriteEvents) {
  await using opening = new AsyncDisposableStack()
  const store = opening.use(await openStore(dataDir))
  const lock = inTurn(opening.adopt(openLock(`${storePath(dataDir)}.lock`), (it) => it.close()))
  const index = opening.adopt(keepIndex(store, dataDir, onAnew), (it) => it.close())
  const writer = createWriter({ store, index, lock, onCommit })
  await writer.recover()
  return { store, index, lock, writer, opened: opening.move() }
}

/** Of this thread's jobs one at a time asks for the lock. */
function inTurn(lock: Lock): Lock {
  const slot = createSlots(1)
  return { ...lock, hold: (run) => slot(() => lock.hold(run)) }
}
