/** Damaged database files are told in words that say what to do, and stop nothing that does not need them. */
import { copyFileSync, existsSync } from 'node:fs'
import { mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openCorpus } from '../src/corpus/corpus.ts'
import { openFeeds } from '../src/feeds/store.ts'
import { openLedger } from '../src/ledger/ledger.ts'
import { startPolling } from '../src/services/feeds.ts'
import { openLock, openSqlite } from '../src/sqlite/database.ts'
import { corpusContents, corpusMigrations } from '../src/store/tables.ts'
import { createFetchPage } from '../src/web/fetch.ts'
import { type Bot, startBot } from './fakes/bot.ts'
import { type Message, textOf } from './fakes/discord.ts'
import { DOCUMENTS, HARBOUR, SERVERS } from './fakes/newsroom.ts'
import { readRows, unpackOldData } from './fixtures/old-data.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'damage-'))
  await unpackOldData('0.1.0', home)
})
afterEach(() => rm(home, { recursive: true, force: true, maxRetries: 3 }))
const fileOf = (name: string) => join(home, `${name}.sqlite`)

async function overwrite(path: string, offset: number, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'r+')
  await file.write(bytes, 0, bytes.length, offset)
  await file.close()
}
/** Empties the first page of each of some tables, whose indices stay. */
async function emptyTables(path: string, ...names: string[]): Promise<void> {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const find = database.prepare('SELECT rootpage AS page FROM sqlite_schema WHERE name = ?')
  const pages = names.map((name) => Number(find.get(name)?.page))
  const size = Number(database.prepare('PRAGMA page_size').get()?.page_size)
  database.close()
  for (const page of pages) await overwrite(path, (page - 1) * size, new Uint8Array(size))
}

/** How a file is damaged. */
const DAMAGES: [string, (path: string) => Promise<void>][] = [
  ['cut in half', async (path) => truncate(path, Math.floor((await readFile(path)).length / 2))],
  ['overwritten at its beginning', (path) => overwrite(path, 0, new Uint8Array(200).fill(7))],
  ['zeroed at its beginning', (path) => overwrite(path, 0, new Uint8Array(4096))],
  ['another kind of file', (path) => writeFile(path, 'This is a letter. '.repeat(500))],
  [
    'emptied, with newer rows beside it',
    async (path) => {
      await writeFile(`${path}-wal`, 'x'.repeat(5000))
      await truncate(path, 0)
    },
  ],
]
async function openDocuments() {
  const database = await openSqlite(fileOf('corpus'), corpusMigrations, corpusContents)
  return { close: () => database.destroy() }
}
const STORES: [string, string, () => Promise<{ close: () => Promise<void> }>][] = [
  ['ledger', 'the answers, votes, settings and subscriptions', () => openLedger(fileOf('ledger'))],
  ['feeds', 'the feeds and which of their items are known', () => openFeeds(fileOf('feeds'))],
  ['corpus', 'the documents and their earlier versions', openDocuments],
]

describe.each(STORES)('the file of the %s', (name, holds, start) => {
  test.each(DAMAGES)(
    'that is %s is named at the start, with what it holds and what to do',
    async (_, damage) => {
      await damage(fileOf(name))
      const before = await readFile(fileOf(name))
      const told = await start().then(
        (store) => store.close(),
        (error: Error) => error.message,
      )
      expect(told).toMatch(
        new RegExp(
          `^${fileOf(name)} is damaged \\([a-z ]+\\)\\. It holds ${holds}\\. Stop the program and restore`,
        ),
      )
      expect(told).toContain('from a backup, or move it')
      expect(await readFile(fileOf(name))).toEqual(before)
    },
  )

  test('that is moved aside, alone or with what is beside it, is made anew', async () => {
    await rm(fileOf(name))
    await writeFile(`${fileOf(name)}-wal`, 'x'.repeat(5000))
    await (await start()).close()
    expect(existsSync(fileOf(name))).toBe(true)
  })
})

test('a damage that shows later fails what meets it, in the same words, and nothing else', async () => {
  const [entry] = readRows(fileOf('ledger')).get('entries') ?? []
  // Its tables are brought up to date before they are damaged.
  await (await openLedger(fileOf('ledger'))).close()
  await emptyTables(fileOf('ledger'), 'entries')
  const ledger = await openLedger(fileOf('ledger'))
  await expect(ledger.latest(String(entry?.channel), null)).rejects.toThrow(
    `${fileOf('ledger')} is damaged (`,
  )
  expect(await ledger.settings(HARBOUR)).toMatchObject({ topics: ['sea', 'trade'] })
  await ledger.changeSettings(HARBOUR, () => ({ person: 7 }))
  await ledger.close()
})

test('newer rows that were cut off are lost from the end, and the file opens', async () => {
  const path = fileOf('ledger')
  const ledger = await openLedger(path)
  for (let at = 1; at <= 5; at += 1) await ledger.changeSettings(`server-${at}`, () => ({ person: at }))
  const wal = await readFile(`${path}-wal`)
  const kept: number[] = []
  for (let length = wal.length; length > 0; length -= 2000) {
    const copy = join(home, `cut-${length}.sqlite`)
    copyFileSync(path, copy)
    await writeFile(`${copy}-wal`, wal.subarray(0, length))
    const cut = await openLedger(copy)
    const limits = await Promise.all([1, 2, 3, 4, 5].map((at) => cut.settings(`server-${at}`)))
    kept.push(limits.filter(({ person }) => person !== null).length)
    expect(limits.map(({ person }) => person)).toEqual(
      [1, 2, 3, 4, 5].map((at) => (at <= (kept.at(-1) ?? 0) ? at : null)),
    )
    await cut.close()
  }
  expect(kept[0]).toBe(5)
  expect(kept.at(-1)).toBe(0)
  await ledger.close()
})

test('a damaged lock is no fault: nothing is kept in it', async () => {
  const path = join(home, 'corpus.sqlite.lock')
  await writeFile(path, 'This is no lock. '.repeat(500))
  const [lock, other] = [openLock(path), openLock(path)]
  const order: string[] = []
  await Promise.all(
    [lock, other].map((one, at) =>
      one.hold(async () => {
        order.push(`${at} holds`)
        await new Promise(setImmediate)
        order.push(`${at} lets go`)
      }),
    ),
  )
  expect(order).toEqual(
    order[0] === '0 holds'
      ? ['0 holds', '0 lets go', '1 holds', '1 lets go']
      : ['1 holds', '1 lets go', '0 holds', '0 lets go'],
  )
  lock.close()
  other.close()
})

test('a fault that ends its transaction itself, as a full disk does, is told as what it is', async () => {
  const path = fileOf('ledger')
  const database = new DatabaseSync(path)
  const ledger = await openLedger(path)
  const [entry] = readRows(path).get('entries') ?? []
  database.exec(
    "CREATE TRIGGER full BEFORE INSERT ON settings BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END",
  )
  await expect(ledger.changeSettings('new', () => ({ person: 1 }))).rejects.toThrow(
    'database or disk is full',
  )
  database.exec('DROP TRIGGER full')
  expect(await ledger.changeSettings('new', () => ({ person: 1 }))).toMatchObject({ person: 1 })
  expect((await ledger.entry(String(entry?.id)))?.id).toBe(entry?.id)
  database.close()
  await ledger.close()
})

test('a corpus whose documents are damaged does not open, and says so', async () => {
  await emptyTables(fileOf('corpus'), 'documents', 'documents_pending')
  await expect(openCorpus({ dataDir: home })).rejects.toThrow(`${fileOf('corpus')} is damaged (`)
})

test('damaged feeds are told of, and end nothing', async () => {
  await emptyTables(fileOf('feeds'), 'feeds', 'feeds_due')
  const [store, corpus] = [await openFeeds(fileOf('feeds')), await openCorpus({ dataDir: home })]
  const fault = Promise.withResolvers<unknown>()
  const fetchPage = createFetchPage()
  const stop = startPolling({ store, corpus, fetchPage, onLook: () => {}, onFault: fault.resolve })
  expect(await fault.promise).toMatchObject({
    message: expect.stringContaining(`${fileOf('feeds')} is damaged`),
  })
  await stop()
  await store.close()
  await corpus.close()
})

describe('a bot whose ledger is damaged', () => {
  let bot: Bot
  afterEach(() => bot.end())
  const start = async () => {
    bot = await startBot({ documents: DOCUMENTS, discord: { guilds: SERVERS } })
  }
  const isCard = (message: Message) => /Searched \d/.test(textOf(message))
  const ask = () =>
    bot.fake.interact.command({ name: 'ask', options: { question: 'what causes the tides?' } })
  const logs = (text: string) => vi.waitFor(() => expect(bot.log()).toContain(text), { timeout: 15_000 })

  test('in the deliveries goes on answering, and says what to do in its log', async () => {
    await start()
    await bot.stop()
    await emptyTables(join(bot.home, 'ledger.sqlite'), 'deliveries', 'deliveries_open')
    await bot.restart()
    await logs(`${join(bot.home, 'ledger.sqlite')} is damaged`)
    expect(textOf(await ask().response(isCard))).toContain('The Moon causes the tides')
  })

  test('where it records a delivery goes on answering', async () => {
    await start()
    const database = new DatabaseSync(join(bot.home, 'ledger.sqlite'))
    database.exec(
      "CREATE TRIGGER broken BEFORE UPDATE OF fault ON deliveries BEGIN SELECT RAISE(ABORT, 'broken'); END",
    )
    database.close()
    const due = new Date(Date.now() - (Date.now() % 60_000)).toISOString()
    await bot.ledger.order(
      {
        ...{ id: 'one', person: '1', server: HARBOUR, channel: bot.fake.channelOf(HARBOUR) },
        ...{ time: due.slice(11, 16), zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], locale: 'en' },
        ...{ scope: { topics: [], sources: [] }, collections: ['shared', HARBOUR], next: due },
        ...{ last: null, paused: null },
      },
      due,
    )
    await logs('what became of a briefing was not recorded')
    expect(textOf(await ask().response(isCard))).toContain('The Moon causes the tides')
  })
})
