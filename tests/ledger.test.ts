/** What was answered, voted, chosen and claimed is kept, in the order and to the number that was promised. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Briefing, Receipt } from '../src/brief/briefing.ts'
import type { Answer, Checked, Quotations } from '../src/ledger/entry.ts'
import { type Ledger, openLedger } from '../src/ledger/ledger.ts'
import { DEFAULT_SETTINGS } from '../src/ledger/settings.ts'
import { ledgerContents } from '../src/ledger/tables.ts'
import { openSqlite } from '../src/sqlite/database.ts'

const quote = { document: 'a.md', hash: 'h', start: 0, end: 8, text: 'Because.' }
const coverage = { documents: 1, passages: 1, oldest: null, newest: null }
const receipt: Receipt = {
  writer: 'claude',
  model: 'test',
  promptVersion: null,
  inputTokens: 10,
  outputTokens: 1,
  milliseconds: 1,
  droppedCitations: 0,
  droppedPoints: 0,
  fallback: null,
  incomplete: false,
}
const briefing: Briefing = {
  question: 'Why?',
  status: 'answered',
  points: [{ text: 'Because.', quotes: [0] }],
  disagreements: [{ text: null, quotes: [0, 0] }],
  unsaid: ['Mars'],
  quotes: [quote],
  documents: [],
  nearest: [],
  coverage,
  confidence: 1,
  receipt,
}
const document = {
  ...{ id: 'a.md', collection: 'shared', title: 'A', source: 'S', author: null, url: null, date: null },
  ...{ added: '2026-01-01', language: 'en', topics: [], hash: 'h' },
}
const asked = {
  ...{ id: 'one', asked: '2026-01-02T10:00:00.000Z', person: 'ann', server: 'guild', channel: 'room' },
  ...{ locale: 'de', collections: ['shared', 'guild'], isPrivate: false },
}
const answer: Answer = {
  ...{ ...asked, kind: 'answer', scope: { source: 'S', since: '2024-05-16' }, previous: 'zero' },
  briefing,
}
const quotations: Quotations = {
  ...{ ...asked, id: 'two', kind: 'quotations', scope: { speaker: 'Ann' }, topic: 'steel' },
  quotations: [{ quote, document, speaker: 'Ann' }],
}
const checked: Checked = {
  ...{ ...asked, id: 'three', kind: 'check' },
  check: {
    ...{ message: 'Why not?', moreClaims: 1, quotes: [quote], documents: [document], coverage, receipt },
    claims: [{ start: 0, end: 3, text: 'Why', verdict: 'supported', explanation: 'So.', quotes: [0] }],
  },
}

let folder: string
let path: string
let ledger: Ledger
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  path = join(folder, 'ledger.sqlite')
  ledger = await openLedger(path)
})
afterEach(async () => {
  vi.useRealTimers()
  await ledger.close()
  await rm(folder, { recursive: true })
})
async function reopen() {
  await ledger.close()
  ledger = await openLedger(path)
}
const ids = (entries: { id: string }[]) => entries.map(({ id }) => id)

describe('an entry', () => {
  test.each([answer, quotations, checked])('of the kind $kind is the same after a restart', async (entry) => {
    await ledger.save(entry)
    await reopen()
    expect(await ledger.entry(entry.id)).toEqual(entry)
    expect(await ledger.entry('none')).toBeUndefined()
  })

  test('of the terminal, outside of servers and channels, is the same too', async () => {
    const entry = { ...answer, server: null, channel: null, previous: null, scope: {} }
    await ledger.save(entry)
    expect(await ledger.entry('one')).toEqual(entry)
  })

  test('counts towards the tokens of its day, whatever it is', async () => {
    for (const entry of [answer, quotations, checked]) await ledger.save(entry)
    await ledger.save({ ...answer, id: 'before', asked: '2026-01-01T23:59:59.999Z' })
    expect(await ledger.tokensSince('2026-01-02')).toBe(22)
    expect(await ledger.tokensSince('2026-01-01')).toBe(33)
    expect(await ledger.tokensSince('2026-01-03')).toBe(0)
  })

  test('that save has acknowledged survives kill -9', async () => {
    const script = join(folder, 'save.ts')
    await writeFile(
      script,
      `import { openLedger } from ${JSON.stringify(new URL('../src/ledger/ledger.ts', import.meta.url).href)}
      const ledger = await openLedger(${JSON.stringify(path)})
      const kinds = ${JSON.stringify([answer, quotations, checked])}
      for (let at = 0; ; at++) {
        await ledger.save({ ...kinds[at % 3], id: String(at) })
        process.stdout.write(at + '\\n')
      }`,
    )
    const child = spawn(process.execPath, [script])
    let told = ''
    child.stdout.on('data', (chunk) => {
      told += chunk
      if (told.split('\n').length > 20) child.kill('SIGKILL')
    })
    await once(child, 'close')
    const saved = told.split('\n').slice(0, -1)
    expect(saved.length).toBeGreaterThanOrEqual(20)
    await reopen()
    for (const id of saved) expect((await ledger.entry(id))?.id).toBe(id)
  })
})

/** The tables of the first version. */
const firstVersion = {
  getMigrations: async () => ({
    '2026-11-24-answers': {
      up: async (database: Kysely<unknown>) => {
        await sql`CREATE TABLE answers (id TEXT PRIMARY KEY, asked TEXT NOT NULL, person TEXT NOT NULL,
          collections TEXT NOT NULL, briefing TEXT NOT NULL, tokens INTEGER NOT NULL)`.execute(database)
        await sql`CREATE INDEX answers_asked ON answers (asked, tokens)`.execute(database)
      },
    },
  }),
}

test('the answers of a ledger of the first version are read, as delivered, without what they did not have', async () => {
  const old = join(folder, 'old.sqlite')
  const { disagreements: _, unsaid: __, ...stored } = briefing
  const database = await openSqlite<never>(old, firstVersion, ledgerContents)
  await sql`INSERT INTO answers VALUES ('one', ${asked.asked}, 'ann', '["shared"]', ${JSON.stringify(stored)}, 11)`.execute(
    database,
  )
  await database.destroy()
  const opened = await openLedger(old)
  expect(await opened.entry('one')).toEqual({
    ...{ id: 'one', asked: asked.asked, person: 'ann', server: null, channel: null, locale: 'en' },
    ...{ collections: ['shared'], isPrivate: true, kind: 'answer', scope: {}, previous: null },
    briefing: { ...stored, disagreements: [], unsaid: [] },
  })
  expect(await opened.tokensSince('2026-01-02')).toBe(11)
  expect(await opened.undelivered('ann')).toEqual([])
  await opened.save({ ...answer, id: 'new' })
  await opened.close()
  const again = await openLedger(old)
  expect(ids([(await again.entry('one')) ?? answer, (await again.entry('new')) ?? answer])).toEqual([
    'one',
    'new',
  ])
  await again.close()
})

describe('a conversation', () => {
  const at = (id: string, minute: number, channel = 'room') => ({
    ...{ ...answer, id, channel, asked: `2026-01-02T10:0${minute}:00.000Z` },
  })

  test('goes on from the latest answer of its channel, and from nothing else', async () => {
    for (const entry of [at('a', 3), at('b', 5), at('c', 4), at('other', 9, 'elsewhere')])
      await ledger.save(entry)
    await ledger.save({ ...checked, asked: '2026-01-02T10:08:00.000Z' })
    await ledger.save({ ...quotations, asked: '2026-01-02T10:08:30.000Z' })
    expect((await ledger.latest('room', null))?.id).toBe('b')
    expect(await ledger.latest('empty', null)).toBeUndefined()
    const secret = { ...at('secret', 9), isPrivate: true }
    await ledger.save(secret)
    expect((await ledger.latest('room', null))?.id).toBe('b')
    expect((await ledger.latest('room', 'nobody'))?.id).toBe('b')
    expect((await ledger.latest('room', secret.person))?.id).toBe('secret')
    await ledger.publish('secret')
    expect((await ledger.latest('room', null))?.id).toBe('secret')
  })

  test('in a thread begins with the answer above it, and goes on with those inside, also after a restart', async () => {
    await ledger.save(at('above', 1))
    await ledger.beganThread('thread', 'above')
    await ledger.beganThread('thread', 'above')
    await reopen()
    expect((await ledger.latest('thread', null))?.id).toBe('above')
    await ledger.save(at('inside', 2, 'thread'))
    expect((await ledger.latest('thread', null))?.id).toBe('inside')
    await ledger.beganThread('orphan', 'none')
    expect(await ledger.latest('orphan', null)).toBeUndefined()
  })
})

describe('an answer that has not reached its person', () => {
  const NOW = Date.parse('2026-01-02T12:00:00.000Z')
  const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString()
  beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }))

  test('is on its way for a minute, and then offered', async () => {
    await ledger.save({ ...answer, asked: ago(59) })
    expect(await ledger.undelivered('ann')).toEqual([])
    vi.setSystemTime(NOW + 2000)
    expect(ids(await ledger.undelivered('ann'))).toEqual(['one'])
    expect(await ledger.undelivered('bob')).toEqual([])
  })

  test('is offered at once when showing it failed, the newest first', async () => {
    await ledger.save({ ...answer, asked: ago(2) })
    await ledger.save({ ...quotations, asked: ago(1) })
    await ledger.save({ ...checked, asked: ago(0) })
    expect(await ledger.deliver('one', 'failed')).toBe(true)
    expect(await ledger.deliver('two', 'failed')).toBe(true)
    expect(ids(await ledger.undelivered('ann'))).toEqual(['two', 'one'])
  })

  test('is offered once only, whoever takes it, also after a restart', async () => {
    await ledger.save({ ...answer, asked: ago(3600) })
    await reopen()
    expect(ids(await ledger.undelivered('ann'))).toEqual(['one'])
    const taken = await Promise.all([1, 2, 3].map(() => ledger.deliver('one', 'done')))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await ledger.undelivered('ann')).toEqual([])
    expect(await ledger.deliver('none', 'done')).toBe(false)
  })

  test('can be kept again when the offer did not arrive', async () => {
    await ledger.save({ ...answer, asked: ago(3600) })
    await ledger.deliver('one', 'done')
    await ledger.deliver('one', 'failed')
    expect(ids(await ledger.undelivered('ann'))).toEqual(['one'])
  })

  test('is never one of the terminal, which shows what it has', async () => {
    await ledger.save({ ...answer, channel: null, asked: ago(3600) })
    expect(await ledger.undelivered('ann')).toEqual([])
  })
})

describe('a vote', () => {
  beforeEach(async () => {
    await ledger.save(answer)
    await ledger.save({ ...checked, server: 'other' })
    await ledger.save({ ...quotations, server: null })
  })
  const reasons = () => {
    const database = new DatabaseSync(path, { readOnly: true })
    const rows = database.prepare('SELECT reason FROM votes').all()
    database.close()
    return rows.map(({ reason }) => reason)
  }

  test('is one for each person, and can be changed', async () => {
    await ledger.vote('one', 'ann', 'up')
    await ledger.vote('one', 'ann', 'up')
    await ledger.vote('one', 'bob', 'up')
    expect(await ledger.votes('guild')).toEqual({ up: 2, down: 0 })
    await ledger.vote('one', 'ann', 'down')
    await reopen()
    expect(await ledger.votes('guild')).toEqual({ up: 1, down: 1 })
  })

  test('counts for the server where the answer was given', async () => {
    await ledger.vote('one', 'ann', 'up')
    await ledger.vote('three', 'ann', 'down')
    await ledger.vote('two', 'ann', 'down')
    await ledger.vote('two', 'bob', 'down')
    expect(await ledger.votes('guild')).toEqual({ up: 1, down: 0 })
    expect(await ledger.votes('other')).toEqual({ up: 0, down: 1 })
    expect(await ledger.votes(null)).toEqual({ up: 0, down: 2 })
    expect(await ledger.votes('none')).toEqual({ up: 0, down: 0 })
  })

  test('keeps its reason while it stays the same, and loses it when it is turned round', async () => {
    expect(await ledger.explainVote('one', 'ann', 'too early')).toBe(false)
    await ledger.vote('one', 'ann', 'up')
    expect(await ledger.explainVote('one', 'ann', 'clear')).toBe(true)
    await ledger.vote('one', 'ann', 'up')
    expect(reasons()).toEqual(['clear'])
    await ledger.vote('one', 'ann', 'down')
    expect(reasons()).toEqual([null])
    expect(await ledger.explainVote('one', 'bob', 'not mine')).toBe(false)
  })
})

describe('the settings of a server', () => {
  test('are the default until something is chosen', async () => {
    expect(await ledger.settings('guild')).toEqual(DEFAULT_SETTINGS)
    expect(DEFAULT_SETTINGS).toEqual({ private: false, channels: [], person: null, server: null, topics: [] })
  })

  test('take each change, keep the others, and are their own, also after a restart', async () => {
    expect(await ledger.changeSettings('guild', () => ({ private: true }))).toEqual({
      ...DEFAULT_SETTINGS,
      private: true,
    })
    await ledger.changeSettings('guild', () => ({ channels: ['1', '2'], person: 3 }))
    await ledger.changeSettings('other', () => ({ server: 0 }))
    await ledger.changeSettings('guild', () => ({ channels: ['2'], person: null }))
    await reopen()
    expect(await ledger.settings('guild')).toEqual({
      private: true,
      channels: ['2'],
      person: null,
      server: null,
      topics: [],
    })
    expect(await ledger.settings('other')).toEqual({ ...DEFAULT_SETTINGS, server: 0 })
  })

  test('lose no change when two people make one at once', async () => {
    await Promise.all([
      ledger.changeSettings('guild', () => ({ private: true })),
      ledger.changeSettings('guild', () => ({ person: 5 })),
      ledger.changeSettings('guild', () => ({ channels: ['1'] })),
    ])
    expect(await ledger.settings('guild')).toEqual({
      private: true,
      person: 5,
      channels: ['1'],
      server: null,
      topics: [],
    })
  })
})

describe('an allowance', () => {
  const here = { person: 'ann', server: 'guild' }
  const claim = (
    asker: { person: string; server: string | null },
    person: number | null,
    server: number | null,
  ) => ledger.claimClaude(asker, { person, server })

  test('gives its last answer to one of two who ask at once', async () => {
    const taken = await Promise.all([claim(here, 1, null), claim(here, 1, null), claim(here, 1, null)])
    expect(taken.filter(Boolean)).toHaveLength(1)
    const other = await openLedger(path)
    const bob = { person: 'bob', server: 'guild' }
    const limits = { person: null, server: 2 }
    const both = await Promise.all([ledger.claimClaude(bob, limits), other.claimClaude(bob, limits)])
    expect(both.filter(Boolean)).toHaveLength(1)
    await other.close()
  })

  test('takes an answer back that was not written', async () => {
    const giveBack = await claim(here, 1, 1)
    expect(await claim(here, 1, 1)).toBeUndefined()
    await giveBack?.()
    await giveBack?.()
    expect(await claim(here, 1, 1)).toBeDefined()
    expect(await claim(here, 1, 1)).toBeUndefined()
  })

  test('of a person is theirs in each server, and that of a server is for all in it', async () => {
    expect(await claim(here, 1, 2)).toBeDefined()
    expect(await claim(here, 1, 2)).toBeUndefined()
    expect(await claim({ ...here, server: 'other' }, 1, 2)).toBeDefined()
    expect(await claim({ ...here, server: null }, 1, null)).toBeDefined()
    expect(await claim({ ...here, server: null }, 1, null)).toBeUndefined()
    expect(await claim({ ...here, person: 'bob' }, 1, 2)).toBeDefined()
    expect(await claim({ ...here, person: 'carl' }, 1, 2)).toBeUndefined()
  })

  test('of none is none, and without a limit has no end', async () => {
    expect(await claim(here, 0, null)).toBeUndefined()
    expect(await claim(here, null, 0)).toBeUndefined()
    for (let count = 0; count < 30; count++) expect(await claim(here, null, null)).toBeDefined()
  })

  test('is that of the day, in UTC, and survives a restart', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-01-02T23:59:59.000Z'), toFake: ['Date'] })
    expect(await claim(here, 1, null)).toBeDefined()
    await reopen()
    expect(await claim(here, 1, null)).toBeUndefined()
    vi.setSystemTime(Date.parse('2026-01-03T00:00:00.000Z'))
    expect(await claim(here, 1, null)).toBeDefined()
  })
})
