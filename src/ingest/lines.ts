/** A file's lines as bytes, one at a time: a line feed ends a line, and nothing else does. */
import { createReadStream } from 'node:fs'

const LINE_FEED = 10
const CHUNK = 1 << 20

/** `bytes` is null when the line is longer than the limit. `number` counts from 1. */
export type Line = { number: number; bytes: Buffer | null }

/** Reads a file line by line; memory grows neither with the file nor with an over-long line. */
export async function* readLines(path: string, maxBytes: number): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let length = 0
  let number = 0
  const take = (part: Buffer) => {
    length += part.length
    if (length <= maxBytes) parts.push(part)
    else parts = []
  }
  const finish = (): Line => {
    const line = { number: ++number, bytes: length <= maxBytes ? Buffer.concat(parts) : null }
    parts = []
    length = 0
    return line
  }
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, at))
      from = at + 1
      yield finish()
    }
    take(chunk.subarray(from))
  }
  if (length > 0) yield finish()
}
