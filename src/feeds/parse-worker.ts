/** The thread in which one large feed is parsed. */
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../corpus/normalise.ts'
import type { FromParser } from './aside.ts'
import { parseFeed } from './parse.ts'

const { bytes, contentType, url } = workerData as {
  bytes: Uint8Array
  contentType?: string | null
  url?: string
}
const send = (answer: FromParser) => parentPort?.postMessage(answer)
try {
  send({ feed: parseFeed(bytes, contentType, url) })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  send({ refused: error.message })
}
