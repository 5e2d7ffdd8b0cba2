/** The thread that reads what is new. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCorpus } from '../src/corpus/corpus.ts'
import type { OutlineRequest } from '../src/daily/outline.ts'
import { openReader } from '../src/daily/reader.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'daily-reader-'))
})
afterEach(() => rm(home, { recursive: true, force: true, maxRetries: 3 }))

const request: OutlineRequest = {
  ...{ collections: ['shared'], newBy: 'publication', interests: [], scope: { topics: [], sources: [] } },
  window: { since: '2024-05-16T00:00:00.000Z', until: '2024-05-17T00:00:00.000Z' },
}
const signal = new AbortController().signal

test('a thread that dies fails the requests that wait, and the next request starts another', async () => {
  const reader = openReader(home)
  const [one, other] = await Promise.allSettled([
    reader.outline(request, signal),
    reader.outline(request, signal),
  ])
  expect([one.status, other.status]).toEqual(['rejected', 'rejected'])
  const corpus = await openCorpus({ dataDir: home })
  expect(await reader.outline(request, signal)).toMatchObject({ articles: 0, stories: [] })
  await reader.close()
  await corpus.close()
})

test('closing ends the thread, fails what waits and takes nothing more', async () => {
  const corpus = await openCorpus({ dataDir: home })
  const reader = openReader(home)
  const waiting = reader.outline(request, signal)
  const failed = expect(waiting).rejects.toThrow('stopped')
  await reader.close()
  await failed
  await expect(reader.outline(request, signal)).rejects.toThrow('closed')
  await corpus.close()
})

test('a request that fails leaves the thread to the others', async () => {
  const corpus = await openCorpus({ dataDir: home })
  const reader = openReader(home)
  const wrong = { ...request, window: { since: 'yesterday', until: 'today' } }
  await expect(reader.outline(wrong, signal)).rejects.toThrow()
  expect(await reader.outline(request, signal)).toMatchObject({ articles: 0 })
  await reader.close()
  await corpus.close()
})
