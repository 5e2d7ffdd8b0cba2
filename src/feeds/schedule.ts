/** When to look at a feed again. Intervals are minutes, as feeds give them; waits are milliseconds. */
import { backoff, DAY_MS } from '../time.ts'

const DEFAULT_MINUTES = 30
const SHORTEST_MINUTES = 10
const LONGEST_MINUTES = 24 * 60
const MINUTE_MS = 60_000
const LONGEST_WAIT_MS = DAY_MS
/** So that feeds that were added together do not stay together: a share of the wait. */
const SPREAD = 0.1

/** What a feed or a person asks for, within reason; half an hour when nobody asks. */
export const intervalFor = (asked: number | null) =>
  asked === null || !(asked > 0)
    ? DEFAULT_MINUTES
    : Math.round(Math.min(Math.max(asked, SHORTEST_MINUTES), LONGEST_MINUTES))

/** `random` is from 0 up to 1. */
export const waitAfterSuccess = (interval: number, random: number) =>
  interval * MINUTE_MS * (1 + SPREAD * random)

/** Doubles with each failure in a row, up to a day. */
export const waitAfterFailure = (interval: number, failures: number, random: number) =>
  backoff(failures, { firstMs: 2 * interval * MINUTE_MS, longestMs: LONGEST_WAIT_MS }, random)

/** What a busy server asks for, in seconds, but at least a minute and at most a day. */
export const waitWhenBusy = (retryAfter: number, random: number) =>
  Math.min(Math.max(retryAfter * 1000, MINUTE_MS) * (1 + SPREAD * random), LONGEST_WAIT_MS)
