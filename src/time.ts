/** Lengths of time. */

export const DAY_MS = 24 * 60 * 60_000

/** Beyond this many the wait is the longest for any first one, and the power stays a number. */
const MOST_DOUBLINGS = 20

export type Backoff = { firstMs: number; longestMs: number }

/**
 * Returns how many milliseconds to wait after so many attempts in a row have failed: twice as long each time, up to
 * the longest. The second half of the wait is left to chance; `random` is from 0 up to 1.
 */
export const backoff = (attempts: number, { firstMs, longestMs }: Backoff, random: number): number =>
  Math.min(firstMs * 2 ** Math.min(attempts - 1, MOST_DOUBLINGS), longestMs) * (1 - random / 2)
