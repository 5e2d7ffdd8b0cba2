/** The index as the writing thread keeps it: on its latest version, and begun anew when it is damaged. */
import { again } from '../sqlite/database.ts'
import { beginIndex, indexState } from './index-state.ts'
import { isConflict, isDamage, openIndex, type PassageIndex, plainError, setAside } from './passage-index.ts'
import { presentIndex } from './present-index.ts'
import type { Store } from './store.ts'

/** Attempts at what another process's commit is in the way of, and the pause between two of them in milliseconds. */
const COMMITTING = [20, 50] as const
/** An index that is damaged again and again lies on a failing disk: no process sets aside more than this. */
const MOST_SET_ASIDE = 3

/** Why an index is begun anew: `outdated` when other code has made the passages. */
export type Anew = 'damaged' | 'missing' | 'outdated'

/** All of this is done while the lock is held. */
export type KeptIndex = {
  /** Runs on the latest version. Returns undefined when the index was damaged: then it is begun anew. */
  run: <Result>(work: (index: PassageIndex) => Promise<Result>) => Promise<Result | undefined>
  /** Begins it anew when it does not hold what the documents say. */
  check: () => Promise<void>
  /** Begins an index that all documents wait for. Throws when this one was damaged too often. */
  beginAnew: (why: Anew) => Promise<void>
  /** Sets aside what a search found damaged, unless another index has been begun meanwhile. */
  replace: (generation: number) => Promise<void>
  close: () => Promise<void>
}

/** Keeps the index that lies at an address. */
export function keepIndex(store: Store, address: string, onAnew: (why: Anew) => void): KeptIndex {
  const present = presentIndex(store, (generation) => openIndex(address, generation))
  let damages = 0

  const beginAnew = async (why: Anew) => {
    if (why === 'damaged') damages += 1
    if (damages > MOST_SET_ASIDE)
      throw new Error(`The search index in ${address} is damaged again and again; check the disk.`)
    const { generation } = await indexState(store)
    await beginIndex(store)
    await present.forget()
    if (why === 'damaged') await setAside(address, generation)
    onAnew(why)
  }

  const run: KeptIndex['run'] = async (work) => {
    const latest = async () => {
      const index = await present.get()
      await index.table.checkoutLatest()
      return await work(index)
    }
    try {
      return await again(latest, isConflict, COMMITTING)
    } catch (error) {
      if (!isDamage(error)) throw plainError(error)
    }
    // What is kept in memory may be all that is wrong.
    await present.forget()
    try {
      return await again(latest, isConflict, COMMITTING)
    } catch (error) {
      if (!isDamage(error)) throw plainError(error)
      await beginAnew('damaged')
      return undefined
    }
  }

  const check = async () => {
    const found = await run(async ({ table }) => ({
      rows: await table.countRows(),
      version: await table.version(),
    }))
    if (!found) return
    const { version } = await indexState(store)
    const { passages } = await store
      .selectFrom('sources')
      .select(({ fn }) => fn.sum<number | null>('passages').as('passages'))
      .executeTakeFirstOrThrow()
    if (found.rows === (passages ?? 0) && found.version >= version) return
    await beginAnew(found.rows === 0 ? 'missing' : 'damaged')
  }

  return {
    run,
    check,
    beginAnew,
    replace: async (generation) => {
      if ((await indexState(store)).generation === generation) await beginAnew('damaged')
    },
    close: present.forget,
  }
}
