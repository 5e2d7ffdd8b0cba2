/** How far a long run is, on standard error: one line overwritten on a terminal, else a line now and then. */
import type { Writable } from 'node:stream'

const OVERWRITE_INTERVAL_MS = 100
const LINE_INTERVAL_MS = 5000
const CLEAR_REST = '\u001b[K'

export type ProgressLine = {
  /** Shows the text, unless another was shown just before. */
  show: (text: string) => void
  /** Takes away the line that was overwritten, so that other text may follow. */
  end: () => void
}

/** A progress line on a stream; this process's errors unless told. */
export function createProgressLine(errors: Writable & { isTTY?: boolean } = process.stderr): ProgressLine {
  const overwrites = errors.isTTY === true
  const intervalMs = overwrites ? OVERWRITE_INTERVAL_MS : LINE_INTERVAL_MS
  // A run that is over soon shows nothing where lines stay.
  let shown = overwrites ? Number.NEGATIVE_INFINITY : performance.now()
  let isOpen = false
  return {
    show: (text) => {
      const now = performance.now()
      if (now - shown < intervalMs) return
      shown = now
      isOpen = overwrites
      errors.write(overwrites ? `\r${text}${CLEAR_REST}` : `${text}\n`)
    },
    end: () => {
      if (isOpen) errors.write(`\r${CLEAR_REST}`)
      isOpen = false
    },
  }
}
