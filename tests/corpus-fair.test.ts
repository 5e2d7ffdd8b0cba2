/** What one collection adds never holds up another's, and no file spoils what goes with it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Corpus, openCorpus } from '../src/corpus/corpus.ts'
import type { Item } from '../src/ingest/item.ts'
import { longTest } from './fakes/runs.ts'

let folder: string
let corpus: Corpus
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attache-fair-'))
  corpus = await openCorpus({ dataDir: join(folder, 'data') })
})
afterAll(async () => {
  await corpus.close()
  await rm(folder, { recursive: true })
})

/** The Markdown library takes quadratic time for it: a quarter of a second for 4 kB, for 400 kB an hour. */
const emphasis = (bytes: number) => '*a_ '.repeat(bytes / 4)
const itemOf = (name: string, text: string): Item => ({
  name,
  id: name,
  bytes: new TextEncoder().encode(text),
})
const kinds = (outcomes: { kind: string }[]) => outcomes.map(({ kind }) => kind)

test('one server’s slow files do not hold up another’s small one', async () => {
  // Both threads are there before anything is compared.
  await Promise.all(['guild:1', 'guild:2'].map((own) => corpus.add([itemOf(`${own}.txt`, own)], own)))
  const order: string[] = []
  const slow = Array.from({ length: 4 }, (_, at) => itemOf(`${at}.md`, emphasis(4000)))
  const first = corpus.add(slow, 'guild:1').then((outcomes) => {
    order.push('slow')
    return outcomes
  })
  const second = corpus.add([itemOf('small.txt', 'The ferry sails at dawn.')], 'guild:2').then((outcomes) => {
    order.push('small')
    return outcomes
  })
  expect(kinds(await second)).toEqual(['added'])
  expect(kinds(await first)).toEqual(slow.map(() => 'added'))
  expect(order).toEqual(['small', 'slow'])
})

test('jobs of one collection keep their order', async () => {
  const add = corpus.add([itemOf('kept.md', emphasis(2000))], 'guild:3')
  const remove = corpus.remove(['kept.md'], 'guild:3')
  expect(kinds(await add)).toEqual(['added'])
  expect(kinds(await remove)).toEqual(['removed'])
})

longTest('a folder is read whole around a file that would take an hour', { timeout: 120_000 }, async () => {
  const files = join(folder, 'files')
  await mkdir(files)
  await writeFile(join(files, 'a.md'), emphasis(400_000))
  await writeFile(join(files, 'b.md'), `x${' '.repeat(200_000)}y`)
  await writeFile(join(files, 'c.txt'), `x${' '.repeat(200_000)}y`)
  await writeFile(join(files, 'd.md'), '---\ntopics: [Sea]\n---\n# Ferries\n\nThe ferry sails at dawn.\n')
  const { added, refused } = await corpus.synchronise(files)
  expect(added).toBe(3)
  expect(refused).toEqual([
    {
      name: 'a.md',
      reason: { key: 'refusal.markdownTooSlow' },
    },
  ])
  const d = await corpus.find('d.md', 'shared')
  expect(d).toMatchObject({ title: 'Ferries' })
})

test('a Markdown file that is given has the topics and the address that it names', async () => {
  const text = '---\ntopics: [Sea]\nurl: https://ferries.example/dawn\n---\nThe ferry sails at dawn.\n'
  await corpus.add([itemOf('named.md', text)], 'guild:4')
  expect(await corpus.topics(['guild:4'])).toEqual([{ topic: 'Sea', documents: 1 }])
  expect(await corpus.sources(['guild:4'])).toEqual([{ source: 'ferries.example', documents: 1 }])
})
