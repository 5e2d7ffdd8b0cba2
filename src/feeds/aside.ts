/** Feeds are parsed where they hold up nobody: large ones in a thread of their own. */
import { Worker } from 'node:worker_threads'
import { Refusal } from '../corpus/normalise.ts'
import type { Feed } from './feed.ts'
import { parseFeed } from './parse.ts'

/** Bytes; a smaller feed takes less time than a thread's start, and less than 50 ms. */
const LARGE = 200_000
/** Milliseconds, and megabytes. */
const [TIME_LIMIT, MEMORY_LIMIT] = [20_000, 512]

export type FromParser = { feed: Feed } | { refused: string }

/** As `parseFeed`, of which it throws the Refusals; one more when a feed takes too long or too much memory. */
export async function readFeed(bytes: Uint8Array, contentType?: string | null, url?: string): Promise<Feed> {
  if (bytes.length < LARGE) return parseFeed(bytes, contentType, url)
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    workerData: { bytes, contentType, url },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT },
  })
  return await new Promise<Feed>((resolve, reject) => {
    const giveUp = () => reject(new Refusal('it takes too long or too much memory to read'))
    const timer = setTimeout(giveUp, TIME_LIMIT)
    worker.on('error', giveUp)
    worker.on('exit', giveUp)
    worker.on('message', (answer: FromParser) => {
      if ('feed' in answer) resolve(answer.feed)
      else reject(new Refusal(answer.refused))
    })
    worker.on('exit', () => clearTimeout(timer))
  }).finally(() => worker.terminate())
}
