/** Fills a new index in the background: batch by batch between other work, in one process at a time. */
import { type Lock, openLock } from '../sqlite/database.ts'

/** How soon to look whether another process still fills it, and to try again after a fault. In milliseconds. */
const [OTHERS_TURN_MS, AFTER_FAULT_MS] = [500, 5000]

export type FillerParts = {
  /** Who fills holds this lock. */
  lockPath: string
  isNeeded: () => Promise<boolean>
  /** Fills one batch; returns true when the index holds every document. */
  fill: () => Promise<boolean>
  /** Runs something once what waits now is done. It does not throw. */
  after: (work: () => Promise<void>) => void
  /** Told of a fault that holds it up, and with null when it goes on. */
  onFault: (fault: string | null) => void
}

/** `start` may be called at any time, and often. */
export function createFiller({ lockPath, isNeeded, fill, after, onFault }: FillerParts) {
  let lock: Lock | undefined
  let timer: NodeJS.Timeout | undefined
  let isStarted = false
  let isClosed = false
  let isFaulty = false

  const start = () => {
    if (isStarted || isClosed) return
    isStarted = true
    after(step)
  }
  const later = (milliseconds: number) => {
    isStarted = true
    timer = setTimeout(() => after(step), milliseconds)
  }
  const release = () => {
    lock?.close()
    lock = undefined
  }
  const step = async () => {
    isStarted = false
    if (isClosed) return release()
    try {
      if (!(await isNeeded())) return release()
      lock ??= openLock(lockPath)
      if (!lock.keep()) return later(OTHERS_TURN_MS)
      const isWhole = await fill()
      if (isFaulty) onFault(null)
      isFaulty = false
      return isWhole ? release() : start()
    } catch (error) {
      isFaulty = true
      release()
      onFault(error instanceof Error ? error.message : String(error))
      later(AFTER_FAULT_MS)
    }
  }
  return {
    start,
    close: () => {
      isClosed = true
      clearTimeout(timer)
      release()
    },
  }
}
