/** What an earlier version has kept is all there in this one: nothing stored is lost by an update. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quoteInContext } from '../src/brief/verify.ts'
import { type Corpus, openCorpus } from '../src/corpus/corpus.ts'
import { replyCard } from '../src/discord/cards/reply.ts'
import { type FeedStore, openFeeds } from '../src/feeds/store.ts'
import { quotesOf } from '../src/ledger/entry.ts'
import { type Ledger, openLedger } from '../src/ledger/ledger.ts'
import { languageFor } from '../src/locales/language.ts'
import { refusalText } from '../src/locales/refusal.ts'
import { createSearch } from '../src/search/retrieve.ts'
import { sha256 } from '../src/text/normalise.ts'
import { HARBOUR, VALLEY } from './fakes/newsroom.ts'
import { type OldRow, readRows, unpackOldData } from './fixtures/old-data.ts'

const ANN = '100000000000000001'
const COLLECTIONS = ['shared', HARBOUR, VALLEY]
const LOOKED_AT = [
  ...(['documents', 'files', 'refused', 'entries', 'threads', 'votes', 'settings', 'claims'] as const),
  ...(['subscriptions', 'deliveries', 'feeds', 'feed_items'] as const),
] as const
/** What is counted from the documents, and Kysely's own. */
const DERIVED =
  /^(?:sources|topics|languages|days|terms|speakers|speaker_words|sketches|sketch_keys|kysely_\w+)$/

let home: string
let corpus: Corpus
let ledger: Ledger
let feeds: FeedStore
const old = new Map<string, OldRow[]>()
function rowsOf(table: (typeof LOOKED_AT)[number]): OldRow[] {
  const rows = old.get(table) ?? []
  expect(rows, table).not.toEqual([])
  return rows
}
const parsed = (text: OldRow[string] | undefined) => JSON.parse(String(text))
const entryOf = async (id: OldRow[string] | undefined) => {
  const entry = await ledger.entry(String(id))
  if (!entry) throw new Error(`The entry ${id} is lost.`)
  return entry
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'old-'))
  await unpackOldData('0.1.0', home)
  for (const name of ['ledger', 'feeds', 'corpus'])
    for (const [table, rows] of readRows(join(home, `${name}.sqlite`))) old.set(table, rows)
  corpus = await openCorpus({ dataDir: home })
  ledger = await openLedger(join(home, 'ledger.sqlite'))
  feeds = await openFeeds(join(home, 'feeds.sqlite'))
})
afterAll(async () => {
  await corpus.close()
  await ledger.close()
  await feeds.close()
  await rm(home, { recursive: true, force: true, maxRetries: 3 })
})

describe('of the documents of version 0.1.0', () => {
  test('every version has its text', async () => {
    for (const { id, hash, text, collection } of rowsOf('documents')) {
      const document = await corpus.document(String(id), String(hash))
      expect(document).toMatchObject({ text, collection })
      expect(sha256(String(document?.text))).toBe(hash)
    }
  })

  test('the current ones alone are listed, and each is found by its words', async () => {
    const listed = (await corpus.list(COLLECTIONS, 0, 100)).map(({ id }) => id)
    const current = rowsOf('documents').filter((row) => row.current === 1n)
    expect(listed.toSorted()).toEqual(current.map(({ id }) => String(id)).toSorted())
    const search = createSearch(corpus)
    for (const { id, hash, collection, text } of current) {
      const { hits } = await search(String(text).slice(0, 200), { collections: [String(collection)] }, 10)
      const found = hits.map(({ passage }) => `${passage.document} ${passage.hash}`)
      expect(found).toContain(`${id} ${hash}`)
    }
  })

  test('the files and what was refused are remembered', async () => {
    const names = readRows(join(home, 'corpus.sqlite'))
      .get('files')
      ?.map(({ path }) => path)
    expect(names).toEqual(rowsOf('files').map(({ path }) => path))
    const told = (await corpus.refused()).map(({ name, reason }) => ({
      name,
      reason: refusalText(reason, languageFor('de')),
    }))
    expect(told).toEqual(rowsOf('refused').map((row) => expect.objectContaining(row)))
  })
})

describe('of what version 0.1.0 has answered', () => {
  test('every entry is as it was, and can be shown again', async () => {
    for (const row of rowsOf('entries')) {
      const entry = await entryOf(row.id)
      const { kind, asked, person, server, channel, locale, collections } = row
      expect(entry).toMatchObject({ kind, asked, person, server, channel, locale })
      expect(entry).toMatchObject({ collections: parsed(collections), ...parsed(row.body) })
      const view = { language: languageFor('en'), now: new Date(), canThread: true, isPrivate: false }
      expect(replyCard({ kind: 'entry', entry }, view)).toBeDefined()
    }
    const kinds = new Set(rowsOf('entries').map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['answer', 'quotations', 'check', 'daily']))
  })

  test('every quotation is the text of its source, also where the source has changed or was removed', async () => {
    const replaced = rowsOf('documents').filter(({ current }) => current === 0n)
    const quoted = new Set<string>()
    for (const { id } of rowsOf('entries'))
      for (const quote of quotesOf(await entryOf(id))) {
        expect(await quoteInContext(corpus, quote)).toMatchObject({ verified: true, quote })
        quoted.add(`${quote.document} ${quote.hash}`)
      }
    for (const { id, hash } of replaced) expect(quoted).toContain(`${id} ${hash}`)
  })

  test('a thread goes on from its answer, and a follow-up knows what was asked before', async () => {
    expect(readRows(join(home, 'ledger.sqlite')).get('threads')).toEqual(rowsOf('threads'))
    for (const { thread, entry } of rowsOf('threads')) {
      // Who saw what earlier versions kept is not known: it goes on for its person.
      const person = rowsOf('entries').find(({ channel }) => channel === thread)?.person
      const latest = await ledger.latest(String(thread), String(person))
      if (latest?.kind !== 'answer') throw new Error('The thread has no answer.')
      expect(latest.previous).toBe(entry)
      const asked = [await entryOf(latest.previous), latest]
      expect(asked.map((one) => one.kind === 'answer' && one.briefing.question)).toEqual([
        'what causes the tides?',
        'and the boats?',
      ])
    }
  })

  test('only what everybody has seen for certain is public', async () => {
    const below = rowsOf('threads').map(({ entry }) => entry)
    for (const { id, person } of rowsOf('entries'))
      expect((await entryOf(id)).isPrivate).toBe(person !== 'schedule' && !below.includes(id ?? null))
  })

  test('what never arrived is still offered to its person', async () => {
    const lost = rowsOf('entries').filter(({ delivery }) => delivery !== 'done')
    expect(lost).not.toEqual([])
    const offered = await ledger.undelivered(ANN)
    expect(offered.map(({ id }) => id)).toEqual(lost.map(({ id }) => id))
  })

  test('the votes, their reasons and the tokens are counted', async () => {
    const up = rowsOf('votes').filter(({ vote }) => vote === 'up').length
    expect(await ledger.votes(HARBOUR)).toEqual({ up, down: rowsOf('votes').length - up })
    for (const { entry, person, reason } of rowsOf('votes'))
      expect(readRows(join(home, 'ledger.sqlite')).get('votes')).toContainEqual(
        expect.objectContaining({ entry, person, reason }),
      )
    const tokens = rowsOf('entries').reduce((sum, row) => sum + Number(row.tokens), 0)
    expect(await ledger.tokensSince('2026-01-01')).toBe(tokens)
  })
})

describe('of what people have set in version 0.1.0', () => {
  test('the settings of every server are as they were', async () => {
    for (const { server, settings } of rowsOf('settings'))
      expect(await ledger.settings(String(server))).toMatchObject(parsed(settings))
  })

  test('what Claude was asked for counts on its day', async () => {
    const kept = readRows(join(home, 'ledger.sqlite')).get('claims')
    for (const { id, person, server } of rowsOf('claims'))
      expect(kept).toContainEqual(expect.objectContaining({ id, person, server }))
  })

  test('every subscription has its place, its schedule, its subjects and its state', async () => {
    const states = new Set<unknown>()
    for (const { days, scope, collections, ordered: _ordered, ...row } of rowsOf('subscriptions')) {
      const subscription = await ledger.subscription(String(row.id))
      expect(subscription).toMatchObject({ ...row, scope: parsed(scope), collections: parsed(collections) })
      expect(subscription?.days.join('')).toBe(days)
      states.add(subscription?.paused)
    }
    expect(states).toEqual(new Set([null, 'channel_gone']))
  })

  test('every due time is as far as it was', async () => {
    for (const { attempts, ...row } of rowsOf('deliveries')) {
      const deliveries = await ledger.deliveriesOf(String(row.subscription))
      expect(deliveries).toContainEqual(expect.objectContaining({ ...row, attempts: Number(attempts) }))
    }
    const states = new Set(rowsOf('deliveries').map(({ state }) => state))
    expect(states).toEqual(new Set(['posted', 'folded', 'failed', 'open']))
  })

  test('every feed is followed on, and its items are known', async () => {
    const followed = await feeds.list(HARBOUR)
    const told = followed.map(({ last_error, ...feed }) => ({
      ...feed,
      last_error: last_error && refusalText(last_error, languageFor('de')),
    }))
    for (const { collection, origin, url, title, interval, last_error } of rowsOf('feeds'))
      expect(told).toContainEqual(
        expect.objectContaining({ collection, origin, url, title, interval: Number(interval), last_error }),
      )
    for (const { collection, origin, item, document, fingerprint } of rowsOf('feed_items')) {
      const items = await feeds.items({ collection: String(collection), origin: String(origin) })
      expect(items.get(String(item))).toMatchObject({ document, fingerprint })
    }
  })
})

test('no table of version 0.1.0 has been left out here', () => {
  const tables = [...old.keys()].filter((table) => !DERIVED.test(table))
  expect(tables.toSorted()).toEqual(LOOKED_AT.toSorted())
})
