/** Large feeds are parsed beside everything else. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { readFeed } from '../src/feeds/aside.ts'
import { parseFeed } from '../src/feeds/parse.ts'

const feedOf = (items: number) => {
  const item = (at: number) =>
    `<item><guid>${at}</guid><title>Item ${at}</title><link>https://news.example/${at}</link><description>${'The ferry sails at dawn. '.repeat(80)}</description></item>`
  return new TextEncoder().encode(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${Array.from({ length: items }, (_, at) => item(at)).join('')}</channel></rss>`,
  )
}

test('a feed of four megabytes blocks nobody for long, and reads as it would at once', async () => {
  const bytes = feedOf(1900)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const feed = await readFeed(bytes)
  delay.disable()
  const began = performance.now()
  const expected = parseFeed(bytes)
  const atOnce = performance.now() - began
  expect(feed).toEqual(expected)
  // As a share of the time that parsing it here takes: the thread's own messages have to be read, too.
  expect(delay.max / 1e6).toBeLessThan(Math.max(50, atOnce / 2))
})

test('what is no feed is refused in the same words', async () => {
  const page = new TextEncoder().encode(`<html><body>${'<p>Words.</p>'.repeat(30_000)}</body></html>`)
  await expect(readFeed(page)).rejects.toThrow('refusal.feedPage')
  await expect(readFeed(page.subarray(0, 1000))).rejects.toThrow('refusal.feedPage')
})
