/** Shows successive states in one message: newest state only, one edit at a time. */
import type { Card } from './cards/parts.ts'

export type Editor = {
  /** Shows this state when its turn comes, unless a newer one overtakes it. Never throws. */
  push: (card: Card) => void
  /** Drops what waits and resolves when the edit under way has ended: the final state may now be sent. */
  close: () => Promise<void>
}

/** `send` replaces the message; `onFault` hears of a state that was not shown. `spacing` in milliseconds. */
export function createEditor(
  send: (card: Card) => Promise<void>,
  onFault: (error: unknown) => void,
  spacing = 1200,
): Editor {
  let waiting: Card | undefined
  let underWay: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let lastSent = Number.NEGATIVE_INFINITY
  let closed = false

  const next = () => {
    if (closed || !waiting || underWay || timer) return
    const pause = lastSent + spacing - performance.now()
    if (pause > 0) {
      timer = setTimeout(() => {
        timer = undefined
        next()
      }, pause)
      return
    }
    const card = waiting
    waiting = undefined
    underWay = send(card)
      .catch(onFault)
      .finally(() => {
        lastSent = performance.now()
        underWay = undefined
        next()
      })
  }

  return {
    push: (card) => {
      waiting = card
      next()
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      await underWay
    },
  }
}
