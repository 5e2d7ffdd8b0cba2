/** Large feeds are parsed off the event loop, in threads of their own. */
import { Refusal } from '../refusal.ts'
import { openPool } from '../threads/pool.ts'
import { USUAL_LIMITS } from '../threads/watch.ts'
import type { Feed } from './feed.ts'
import { parseFeed } from './parse.ts'
import type { FromParser, ToParser } from './parse-worker.ts'

/** A smaller feed takes less time than a thread's start, whatever is in it. */
const LARGE_BYTES = 50_000

const pool = openPool<ToParser, FromParser>(new URL('./parse-worker.ts', import.meta.url), {
  ...USUAL_LIMITS,
  threads: 2,
  processorMs: 20_000,
  memoryMb: 512,
})

/** As `parseFeed`, of which it throws the Refusals; one more when a feed takes too long or too much memory. */
export async function readFeed(bytes: Uint8Array, contentType?: string | null, url?: string): Promise<Feed> {
  if (bytes.length < LARGE_BYTES) return parseFeed(bytes, contentType, url)
  const answer = await pool.run({ bytes, contentType, url }).catch(() => {
    throw new Refusal('refusal.feedHeavy')
  })
  if ('refused' in answer) throw new Refusal(answer.refused)
  return answer.feed
}
