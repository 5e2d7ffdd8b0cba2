/** Shows successive states of the work: the newest one only, one at a time. */
import type { Working } from './surface.ts'

export type States = {
  /** Shows this state when its turn comes, unless a newer one overtakes it. Never throws. */
  push: (state: Working) => void
  /** Drops what waits and resolves when what is under way has ended: the final state may now be shown. */
  close: () => Promise<void>
}

/** `show` replaces what is shown; `onFault` hears of a state that was not. */
export function createStates(
  show: (state: Working) => Promise<void>,
  onFault: (error: unknown) => void,
  pauseMs: number,
): States {
  let waiting: Working | undefined
  let underWay: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let lastShown = Number.NEGATIVE_INFINITY
  let closed = false

  function next(): void {
    if (closed || !waiting || underWay || timer) return
    const restMs = lastShown + pauseMs - performance.now()
    if (restMs > 0) timer = setTimeout(onPaused, restMs)
    else underWay = showWaiting(waiting)
  }

  function onPaused(): void {
    timer = undefined
    next()
  }

  async function showWaiting(state: Working): Promise<void> {
    waiting = undefined
    await show(state).catch(onFault)
    lastShown = performance.now()
    underWay = undefined
    next()
  }

  return {
    push: (state) => {
      waiting = state
      next()
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      await underWay
    },
  }
}
