import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Look, type Outcome, pollFeeds, type Taken, type World } from '../src/feeds/poll.ts'
import { type FeedStore, openFeeds } from '../src/feeds/store.ts'
import { Refusal } from '../src/refusal.ts'
import { createFetchPage } from '../src/web/fetch.ts'
import { runs } from './fakes/runs.ts'
import { breakOff, hang, redirect, type Site, send, sendTagged, startSite } from './fakes/site.ts'

const MINUTE = 60_000
const LONG = 'word '.repeat(120)
const collection = 'server'

let home: string
let site: Site
let store: FeedStore
let now: number
let taken: Taken[]
let world: World & { signal?: AbortSignal }

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'feeds-'))
  site = await startSite()
  store = await openFeeds(join(home, 'feeds.sqlite'))
  now = Date.parse('2026-01-01T00:00:00Z')
  taken = []
  world = {
    clock: () => now,
    random: () => 0,
    fetchPage: createFetchPage({ allow: () => true, limits: { pauseMs: 0, headersWithinMs: 200 } }),
    take: async (item): Promise<Outcome> => {
      const known = taken.some(({ document }) => document === item.document)
      taken.push(item)
      return known ? 'updated' : 'added'
    },
  }
})
afterEach(async () => {
  await store.close()
  await site.close()
  await rm(home, { recursive: true, force: true })
})

type Item = { id: string; title?: string; text?: string; link?: string }
const feedOf = (items: Item[], channel = '') =>
  `<rss version="2.0"><channel><title>Site</title>${channel}${items
    .map(
      ({ id, title = `Title ${id}`, text = `${LONG}${id}`, link = '' }) =>
        `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>${link}</link><description>${text}</description></item>`,
    )
    .join('')}</channel></rss>`
const show = (items: Item[], channel?: string) => site.pages.set('/feed', send(feedOf(items, channel)))
const add = (more: object = {}) => store.add({ collection, url: `${site.url}/feed`, now, ...more })
const titles = () => taken.map(({ title }) => title)
const row = async () => {
  const [only] = await store.list(collection)
  if (!only) throw new Error('There is no feed.')
  return only
}
/** Minutes until the feed is looked at again. */
const wait = async () => (Date.parse((await row()).next_due) - now) / MINUTE
/** Waits until the feed is due, and looks. */
async function poll(): Promise<Look | undefined> {
  now = (await store.nextDue()) ?? now
  const [look] = await pollFeeds(store, world)
  return look
}

test('the title of a feed is short and visible, stored today or by a version without limits', async () => {
  const hidden = `The ${'\u{e0041}'.repeat(50)}pier ${'opens '.repeat(500)}`
  await add()
  site.pages.set('/feed', send(feedOf([{ id: '1' }]).replace('Site', hidden)))
  await poll()
  const { title } = await row()
  expect(title).toMatch(/^The pier opens .*…$/)
  const { DatabaseSync } = await import('node:sqlite')
  const file = new DatabaseSync(join(home, 'feeds.sqlite'))
  expect(file.prepare('SELECT title FROM feeds').get()).toEqual({ title })
  file.prepare('UPDATE feeds SET title = ?').run(hidden)
  file.close()
  expect((await row()).title).toBe(title)
  expect((await store.due(now + 24 * 60 * MINUTE))[0]?.title).toBe(title)
})

test('a feed that grows and changes is followed, each item once', async () => {
  await add()
  show([{ id: '1' }, { id: '2' }])
  expect(await poll()).toMatchObject({ status: 'ok', outcomes: ['added', 'added'], error: null })
  expect(taken[0]).toMatchObject({ collection, source: 'Site', title: 'Title 1', page: null })
  await poll()
  show([{ id: '3' }, { id: '1', title: 'Title 1, corrected' }, { id: '2' }])
  expect(await poll()).toMatchObject({ outcomes: ['added', 'updated'] })
  await poll()
  expect(titles()).toEqual(['Title 1', 'Title 2', 'Title 3', 'Title 1, corrected'])
  expect(taken[3]?.document).toBe(taken[0]?.document)
  expect(new Set(taken.map(({ document }) => document)).size).toBe(3)
})

test('nothing is fetched before it is due, and what has not changed is asked for conditionally', async () => {
  await add()
  site.pages.set('/feed', sendTagged(feedOf([{ id: '1' }]), '"1"'))
  await poll()
  expect(await wait()).toBe(30)
  now += 29 * MINUTE
  expect(await pollFeeds(store, world)).toEqual([])
  expect(await poll()).toMatchObject({ status: 'not_modified', outcomes: [] })
  expect(await wait()).toBe(30)
  expect(titles()).toEqual(['Title 1'])
})

test.each([
  ['<ttl>60</ttl>', undefined, 60],
  ['<ttl>1</ttl>', undefined, 10],
  ['<ttl>100000</ttl>', undefined, 1440],
  ['<ttl>60</ttl>', 20, 20],
  ['', undefined, 30],
])('the interval follows the feed within limits, or the person: %s', async (channel, interval, minutes) => {
  await add({ interval })
  show([{ id: '1' }], channel)
  await poll()
  expect(await wait()).toBe(minutes)
})

test('errors make the waits longer, up to a day, and the first success ends that', async () => {
  await add()
  site.pages.set('/feed', send('', {}, 500))
  const waits: number[] = []
  for (let failure = 0; failure < 7; failure++) {
    expect(await poll()).toMatchObject({
      status: 'failed',
      error: { key: 'refusal.status', values: { status: '500 Internal Server Error' } },
    })
    waits.push(await wait())
  }
  expect(waits).toEqual([60, 120, 240, 480, 960, 1440, 1440])
  world.random = () => 0.999
  await poll()
  expect(Math.round(await wait())).toBe(721)
  expect(await row()).toMatchObject({
    failures: 8,
    last_error: { key: 'refusal.status', values: { status: '500 Internal Server Error' } },
  })
  show([{ id: '1' }])
  await poll()
  expect(await row()).toMatchObject({ failures: 0, last_error: null })
  expect(titles()).toEqual(['Title 1'])
})

test('a busy server is left alone for as long as it asks', async () => {
  await add()
  site.pages.set('/feed', send('', { 'retry-after': '7200' }, 429))
  expect(await poll()).toMatchObject({ status: 'busy', error: null })
  expect(await wait()).toBe(120)
  site.pages.set('/feed', send('', { 'retry-after': '1' }, 503))
  await poll()
  expect(await wait()).toBe(1)
  site.pages.set('/feed', send('', {}, 503))
  await poll()
  expect(await wait()).toBe(60)
  expect((await row()).last_error).toEqual({ key: 'refusal.busy' })
})

test('a server that hangs, breaks off or sends something else counts as a failure, and nothing is taken twice', async () => {
  await add()
  const whole = feedOf([{ id: '1' }, { id: '2' }])
  for (const [handler, key] of [
    [hang, 'refusal.late'],
    [breakOff(whole.slice(0, -200)), 'refusal.brokeOff'],
    [send('<html><body>Hello</body></html>'), 'refusal.feedPage'],
  ] as const) {
    site.pages.set('/feed', handler)
    expect(await poll()).toMatchObject({ status: 'failed', error: { key } })
  }
  expect(taken).toEqual([])
  // Broken by the program that made it, and sent whole.
  site.pages.set('/feed', send(whole.slice(0, -200)))
  await poll()
  show([{ id: '1' }, { id: '2' }])
  await poll()
  expect(titles()).toEqual(['Title 1', 'Title 2'])
})

test('a permanent redirect changes the address but not the documents, a temporary one changes nothing', async () => {
  await add()
  show([{ id: '1' }])
  await poll()
  site.pages.set('/new', send(feedOf([{ id: '1', title: 'Changed' }])))
  site.pages.set('/feed', redirect('/new', 302))
  await poll()
  expect((await row()).url).toBe(`${site.url}/feed`)
  site.pages.set('/feed', redirect('/new', 301))
  await poll()
  expect(await row()).toMatchObject({ origin: `${site.url}/feed`, url: `${site.url}/new` })
  site.pages.delete('/feed')
  site.pages.set('/new', send(feedOf([{ id: '1', title: 'Changed again' }])))
  await poll()
  expect(titles()).toEqual(['Title 1', 'Changed', 'Changed again'])
  expect(new Set(taken.map(({ document }) => document)).size).toBe(1)
  expect(await add()).toBe(false)
  expect(await store.add({ collection, url: `${site.url}/new`, now })).toBe(false)
})

test('an address that is moved to something that is no feed is kept', async () => {
  await add()
  site.pages.set('/login', send('<html><body>Please log in</body></html>'))
  site.pages.set('/feed', redirect('/login', 301))
  await poll()
  expect((await row()).url).toBe(`${site.url}/feed`)
})

test('a feed that is gone is paused', async () => {
  await add()
  site.pages.set('/feed', send('', {}, 410))
  expect(await poll()).toMatchObject({ status: 'gone' })
  expect(await row()).toMatchObject({ paused: 1, last_error: { key: 'refusal.feedGone' } })
  expect(await store.nextDue()).toBeNull()
  now += 1e9
  expect(await pollFeeds(store, world)).toEqual([])
})

test('the whole article is fetched where the feed has only its beginning', async () => {
  await add()
  for (const path of ['/short', '/cut'])
    site.pages.set(path, send(`<p>${path}</p>`, { 'content-type': 'text/html' }))
  show([
    { id: '1', text: 'A teaser.', link: `${site.url}/short` },
    { id: '2', text: `${LONG}&lt;a href="x"&gt;Continue reading&lt;/a&gt;`, link: `${site.url}/cut` },
    { id: '3', link: `${site.url}/whole` },
    { id: '4', text: 'A teaser without a link.' },
  ])
  await poll()
  expect(taken.map(({ page }) => page && Buffer.from(page.bytes).toString())).toEqual([
    '<p>/short</p>',
    '<p>/cut</p>',
    null,
    null,
  ])
  expect(site.asked).toEqual(['/feed', '/short', '/cut'])
})

test('an article that cannot be fetched leaves the excerpt, and is tried twice more', async () => {
  await add()
  site.pages.set(
    '/feed',
    sendTagged(feedOf([{ id: '1', text: 'A teaser.', link: `${site.url}/late` }]), '"1"'),
  )
  await poll()
  expect(taken).toMatchObject([{ html: 'A teaser.', page: null }])
  await poll()
  expect(taken).toHaveLength(1)
  site.pages.set('/late', send('<p>Here</p>'))
  expect(await poll()).toMatchObject({ outcomes: ['updated'] })
  expect(await poll()).toMatchObject({ status: 'not_modified' })
  expect(site.asked.filter((path) => path === '/late')).toHaveLength(3)

  site.pages.set(
    '/feed',
    sendTagged(feedOf([{ id: '2', text: 'Another.', link: `${site.url}/never` }]), '"2"'),
  )
  for (let look = 0; look < 5; look++) await poll()
  expect(site.asked.filter((path) => path === '/never')).toHaveLength(3)
  expect(taken).toHaveLength(3)
})

test('a crash between taking and remembering neither loses nor doubles an item', async () => {
  await add()
  site.pages.set('/feed', sendTagged(feedOf([{ id: '1' }, { id: '2' }, { id: '3' }]), '"1"'))
  const killed = new Error('killed')
  const remember = store.remember
  const dying: FeedStore = {
    ...store,
    remember: (item) => (item.item === '2' ? Promise.reject(killed) : remember(item)),
    update: () => Promise.reject(killed),
  }
  await expect(pollFeeds(dying, world)).rejects.toThrow(killed)
  await store.close()
  store = await openFeeds(join(home, 'feeds.sqlite'))
  // Another process may still be at it: the claim has to run out.
  expect(await pollFeeds(store, world)).toEqual([])
  await poll()
  expect(new Set(taken.map(({ title }) => title))).toEqual(new Set(['Title 1', 'Title 2', 'Title 3']))
  expect(new Set(taken.map(({ document }) => document)).size).toBe(3)
  expect(titles().filter((title) => title === 'Title 1')).toHaveLength(1)
  expect(titles().filter((title) => title === 'Title 2')).toHaveLength(2)
})

/** Takes into a file, and is killed at the second item, before it can remember it. */
const MORTAL = `
const [{ openFeeds }, { pollFeeds }, { createFetchPage }, { appendFileSync }] = await Promise.all(
  ['./src/feeds/store.ts', './src/feeds/poll.ts', './src/web/fetch.ts', 'node:fs'].map((name) => import(name)))
const [home, now] = process.argv.slice(1)
let count = 0
const take = async (item) => {
  appendFileSync(home + '/taken', item.document + '\\n')
  if (++count === 2) process.kill(process.pid, 'SIGKILL')
  return 'added'
}
const fetchPage = createFetchPage({ allow: () => true, limits: { pauseMs: 0 } })
const store = await openFeeds(home + '/feeds.sqlite')
await pollFeeds(store, { clock: () => Number(now), random: () => 0, fetchPage, take })
await store.close()`

test('kill -9 at any item loses none', async () => {
  const items = runs(6, 2)
  await add()
  site.pages.set(
    '/feed',
    sendTagged(feedOf(Array.from({ length: items }, (_, index) => ({ id: `${index}` }))), '"1"'),
  )
  const ends: (string | number | null)[] = []
  for (let run = 0; run < items; run++) {
    const time = String(now + run * 60 * MINUTE)
    const child = spawn(process.execPath, ['--input-type=module', '-e', MORTAL, join(home), time], {
      stdio: 'inherit',
    })
    const [code, signal] = await once(child, 'exit')
    ends.push(signal ?? code)
  }
  expect(ends).toEqual([...Array(items - 1).fill('SIGKILL'), 0])
  const documents = (await readFile(join(home, 'taken'), 'utf8')).trim().split('\n')
  expect(new Set(documents).size).toBe(items)
  // The one that was taken when the process died is taken again, as the same document.
  expect(documents).toHaveLength(items + items - 1)
  expect((await row()).etag).toBe('"1"')
})

test('an item that cannot be taken keeps no other out, and is not forgotten', async () => {
  await add()
  site.pages.set('/feed', sendTagged(feedOf([{ id: '1' }, { id: '2' }, { id: '3' }]), '"1"'))
  const { take } = world
  const fault = new Error('disk full')
  world.take = async (item) => {
    if (item.title === 'Title 1') throw fault
    if (item.title === 'Title 2') throw new Refusal('refusal.noText')
    return take(item)
  }
  expect(await poll()).toMatchObject({ status: 'failed', error: { key: 'refusal.feedItems' }, fault })
  expect(titles()).toEqual(['Title 3'])
  world.take = take
  await poll()
  expect(titles()).toEqual(['Title 3', 'Title 1'])
})

test('a feed with very many items is taken in parts, without losing any', async () => {
  await add()
  site.pages.set(
    '/feed',
    sendTagged(feedOf(Array.from({ length: 120 }, (_, index) => ({ id: `${index}` }))), '"1"'),
  )
  expect((await poll())?.outcomes).toHaveLength(50)
  expect(await wait()).toBe(1)
  await poll()
  await poll()
  expect(await poll()).toMatchObject({ status: 'not_modified' })
  expect(new Set(titles()).size).toBe(120)
  expect(taken).toHaveLength(120)
})

test('articles that cannot be fetched keep no new item waiting', async () => {
  await add()
  show(
    Array.from({ length: 60 }, (_, index) => ({
      id: `${index}`,
      text: 'A teaser.',
      link: `${site.url}/${index}`,
    })),
  )
  await poll()
  await poll()
  expect(new Set(titles()).size).toBe(60)
  for (let look = 0; look < 4; look++) await poll()
  expect(taken).toHaveLength(60)
  expect(site.asked.filter((path) => path !== '/feed')).toHaveLength(3 * 60)
})

test('two that look at once do not look at the same feed', async () => {
  await add()
  show([{ id: '1' }])
  const looks = await Promise.all([pollFeeds(store, world), pollFeeds(store, world)])
  expect(looks.flat()).toHaveLength(1)
  expect(titles()).toEqual(['Title 1'])
})

test('a stop in the middle leaves the feed due', async () => {
  await add()
  show([{ id: '1' }, { id: '2' }])
  const stop = new AbortController()
  const { take } = world
  world.signal = stop.signal
  world.take = (item) => {
    stop.abort(new Error('stopped'))
    return take(item)
  }
  await expect(pollFeeds(store, world)).rejects.toThrow('stopped')
  expect(await wait()).toBe(0)
  delete world.signal
  await pollFeeds(store, world)
  expect(titles()).toEqual(['Title 1', 'Title 2'])
})

test('feeds of different collections are apart, and a removed feed is forgotten', async () => {
  await add()
  await add({ collection: 'other' })
  show([{ id: '1' }])
  await pollFeeds(store, world)
  expect(new Set(taken.map(({ document }) => document)).size).toBe(2)
  const feed = await row()
  expect(await store.remove(feed)).toBe(true)
  expect(await store.remove(feed)).toBe(false)
  expect(await store.list(collection)).toEqual([])
  expect(await store.list('other')).toHaveLength(1)
  expect(await add()).toBe(true)
  await pollFeeds(store, world)
  expect(taken).toHaveLength(3)
  await expect(store.add({ collection, url: 'file:///etc/passwd', now })).rejects.toThrow(
    'refusal.addressScheme',
  )
})
