/** The present index as one thread has it open: opened again whenever another one has been begun. */
import { indexState } from './index-state.ts'
import type { PassageIndex } from './passage-index.ts'
import type { Store } from './store.ts'

export type PresentIndex = {
  /** Throws LanceDB's error when it cannot be opened. */
  get: () => Promise<PassageIndex>
  /** Closes it: the next one to ask opens it again, with nothing of it in memory. */
  forget: () => Promise<void>
}

type Opened = { generation: number; index: Promise<PassageIndex> }

/** Opens nothing yet. `open` opens the index of a generation. */
export function presentIndex(
  store: Store,
  open: (generation: number) => Promise<PassageIndex>,
): PresentIndex {
  let opened: Opened | undefined
  const forget = async () => {
    const before = opened
    opened = undefined
    const index = await before?.index.catch(() => undefined)
    index?.connection.close()
  }
  return {
    forget,
    get: async () => {
      const { generation } = await indexState(store)
      if (opened && opened.generation !== generation) void forget()
      opened ??= { generation, index: open(generation) }
      const { index } = opened
      try {
        return await index
      } catch (error) {
        if (opened?.index === index) opened = undefined
        throw error
      }
    },
  }
}
