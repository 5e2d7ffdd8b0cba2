/** How far a long run is, on standard error: one line overwritten on a terminal, else a line now and then. */

/** In milliseconds. */
const [OVERWRITE_INTERVAL, LINE_INTERVAL] = [100, 5000]
const CLEAR_REST = '\u001b[K'

export type ProgressLine = {
  /** Shows the text, unless another was shown just before. */
  show: (text: string) => void
  /** Ends the line that was overwritten, so that other text may follow. */
  end: () => void
}

/** The progress line of this process. */
export function createProgressLine(): ProgressLine {
  const overwrites = process.stderr.isTTY === true
  let shown = Number.NEGATIVE_INFINITY
  let isOpen = false
  return {
    show: (text) => {
      const now = performance.now()
      if (now - shown < (overwrites ? OVERWRITE_INTERVAL : LINE_INTERVAL)) return
      shown = now
      isOpen = overwrites
      process.stderr.write(overwrites ? `\r${text}${CLEAR_REST}` : `${text}\n`)
    },
    end: () => {
      if (isOpen) process.stderr.write('\n')
      isOpen = false
    },
  }
}
