/** A full disk: the bot says so, stays up, loses nothing that is stored, and goes on when there is room. */
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openCorpus } from '../src/corpus/corpus.ts'
import { isDiskFull } from '../src/disk/full.ts'
import { createSearch } from '../src/search/retrieve.ts'
import { type Bot, startBot } from './fakes/bot.ts'
import { GUILD, textOf } from './fakes/discord.ts'
import { PERSON } from './fakes/discord-places.ts'
import { PATIENCE_MS } from './fakes/patience.ts'

const MEGABYTE = 1_000_000
let home: string
let disk: string
let isMounted = false

/** A small disk of its own needs the rights to mount one. */
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'disk-full-'))
  disk = join(home, 'disk')
  await mkdir(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${24 * MEGABYTE}`, 'tmpfs', disk], { stdio: 'ignore' })
    isMounted = true
  } catch {
    isMounted = false
  }
})
afterEach(async () => {
  vi.unstubAllEnvs()
  if (isMounted) execFileSync('umount', ['-l', disk])
  await rm(home, { recursive: true, force: true })
})

const filler = () => join(disk, 'filler')
/** Leaves not one block. */
function fillDisk(): void {
  const file = openSync(filler(), 'a')
  for (const size of [MEGABYTE, 4096, 1])
    try {
      for (;;) writeSync(file, Buffer.alloc(size))
    } catch (error) {
      if (!isDiskFull(error)) throw error
    }
  closeSync(file)
}
const makeRoom = () => rmSync(filler())
const lines = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) =>
    JSON.stringify({ _id: `d${from + at}`, text: `Animal a${from + at} sleeps under tree t${at}.` }),
  ).join('\n')

test('an import that fills the disk says so, keeps what it stored, and can be repeated', async (context) => {
  if (!isMounted) return context.skip('A disk cannot be mounted here.')
  const corpus = await openCorpus({ dataDir: join(disk, 'data') })
  const [first, second] = ['first', 'second'].map((name) => join(home, `${name}.jsonl`)) as [string, string]
  await writeFile(first, lines(0, 300))
  await writeFile(second, lines(300, 300))
  await corpus.importJsonl(first, 'shared')
  fillDisk()
  const said = await corpus.importJsonl(second, 'shared').catch((error: unknown) => error)
  expect(isDiskFull(said), String(said)).toBe(true)
  const find = async (term: string) =>
    (await createSearch(corpus)(term, { collections: ['shared'] }, 5)).hits.map(
      ({ passage }) => passage.document,
    )
  expect(await find('a7')).toEqual(['d7'])
  makeRoom()
  const { added, unchanged } = await corpus.importJsonl(second, 'shared')
  expect(added + unchanged).toBe(300)
  expect(await find('a599')).toEqual(['d599'])
  await corpus.close()
  const again = await openCorpus({ dataDir: join(disk, 'data') })
  expect(await again.coverage({ collections: ['shared'] })).toMatchObject({ documents: 600, passages: 600 })
  await again.close()
})

test('a bot on a full disk says so to whoever asks and adds, and answers and posts once there is room', async (context) => {
  if (!isMounted) return context.skip('A disk cannot be mounted here.')
  vi.stubEnv('TMPDIR', disk)
  let shift = 0
  const clock = () => Date.now() + shift
  const document = {
    _id: 'harbour',
    title: 'Harbour',
    text: 'The harbour of Tallinn opened a new quay on Monday.',
    metadata: {},
  }
  const bot: Bot = await startBot({ documents: { shared: [document] }, clock, discord: { clock } })
  const ask = async () =>
    textOf(
      await bot.fake.interact
        .command({ name: 'ask', options: { question: 'what did the harbour of Tallinn open?' } })
        .response((message) => /Searched \d|disk|wrong/.test(textOf(message))),
    )
  expect(await ask()).toContain('new quay')
  const due = new Date(Date.now() - (Date.now() % 60_000)).toISOString()
  const id = randomUUID()
  await bot.ledger.order(
    {
      ...{ id, person: PERSON, server: GUILD, channel: bot.fake.channelOf(GUILD) },
      ...{ time: due.slice(11, 16), zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], locale: 'en' },
      ...{ scope: { topics: [], sources: [] }, collections: ['shared'] },
      ...{ next: new Date(Date.parse(due) + 120_000).toISOString(), last: null, paused: null },
    },
    due,
  )
  fillDisk()
  shift = 120_000
  expect(await ask()).toContain('The disk with my data is full')
  const added = bot.fake.interact.command({
    ...{ name: 'corpus', subcommand: 'add' },
    options: { file: { file: 'ferry.txt', text: 'The ferry sails at dawn.' } },
  })
  expect(textOf(await added.response((message) => /disk|wrong|added/.test(textOf(message))))).toContain(
    'The disk with my data is full',
  )
  expect((await statfs(disk)).bavail).toBe(0)
  makeRoom()
  expect(await ask()).toContain('new quay')
  // What was held when the disk was full is taken over once its lease has run out.
  shift += 60_000
  await vi.waitFor(
    async () => {
      const deliveries = await bot.ledger.deliveriesOf(id)
      expect(deliveries.map(({ state }) => state)).toEqual(['posted'])
    },
    { timeout: PATIENCE_MS },
  )
  expect(bot.log()).not.toContain('nothing handled')
  await bot.end()
})
