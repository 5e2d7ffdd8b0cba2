/** The threads in which large feeds are parsed. */
import { Refusal, type RefusalReason } from '../refusal.ts'
import { begin, type Numbered } from '../threads/task.ts'
import type { Feed } from './feed.ts'
import { parseFeed } from './parse.ts'

export type ToParser = { bytes: Uint8Array; contentType: string | null | undefined; url: string | undefined }
export type FromParser = { feed: Feed } | { refused: RefusalReason }

/** Parses one feed. */
export default async function parse(numbered: Numbered<ToParser>): Promise<FromParser> {
  begin(numbered)
  const { bytes, contentType, url } = numbered.task
  try {
    return { feed: parseFeed(bytes, contentType, url) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refused: error.reason }
  }
}
