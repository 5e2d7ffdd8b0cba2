/** Orders for briefings: who may give and change them, how many, and what they may name. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context, Order } from '../src/command/context.ts'
import { nextDue } from '../src/daily/due.ts'
import { DEFAULT_SETTINGS } from '../src/ledger/settings.ts'
import { english } from '../src/locales/language.ts'
import { type Bot, startBot } from './fakes/bot.ts'

const OTHER = '900000000000000002'
const CHANNEL = '700000000000000001'
const line = (_id: string, source: string) => ({
  _id,
  title: _id,
  text: `The ${_id} is open.`,
  metadata: { source },
})

let bot: Bot
let people = 0
let servers = 0
let [person, server] = ['', '']
beforeAll(async () => {
  bot = await startBot({
    documents: { shared: [line('harbour', 'Wire')], [OTHER]: [line('vault', 'Rival')] },
  })
})
afterAll(() => bot.end())
beforeEach(() => {
  people += 1
  servers += 1
  person = `10000000000000${people}`
  server = `8000000000000${servers}`
})

const context = (more: Partial<Context> = {}): Context => ({
  ...{ requestId: 'r', person, server, channel: CHANNEL, collections: ['shared', server], own: server },
  ...{
    isManager: true,
    isPrivate: true,
    settings: DEFAULT_SETTINGS,
    findChannel: () => undefined,
    maySee: () => true,
    language: english,
    progress: () => {},
  },
  ...{ note: () => {}, count: () => {}, signal: new AbortController().signal, ...more },
})
const order = (more: Partial<Order> = {}): Order => ({
  ...{ channel: CHANNEL, time: '07:30', zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5] },
  ...{ scope: { topics: [], sources: [] }, locale: 'en', ...more },
})

test('an order is kept as it was meant, and due at its next time', async () => {
  const { daily } = bot.services
  const before = new Date().toISOString()
  const wanted = order({ time: '7.30', zone: 'berlin', scope: { topics: [], sources: ['wire', 'WIRE'] } })
  const kept = await daily.subscribe(wanted, context())
  expect(kept).toMatchObject({
    ...{ person, server, channel: CHANNEL, time: '07:30', zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5] },
    ...{
      scope: { topics: [], sources: ['Wire'] },
      collections: ['shared', server],
      paused: null,
      last: null,
    },
    next: nextDue(kept, before),
  })
  expect(await daily.subscriptions(context())).toEqual([kept])
  expect(await daily.lastOrder(context({ person: 'another' }))).toMatchObject({ zone: 'Europe/Berlin' })
})

test('the same place, time and days again change the order that is there', async () => {
  const { daily } = bot.services
  const first = await daily.subscribe(order(), context())
  const again = await daily.subscribe(order({ zone: 'UTC', locale: 'de' }), context())
  expect(again).toMatchObject({ id: first.id, zone: 'UTC', locale: 'de' })
  await daily.subscribe(order({ time: '18:00' }), context())
  expect(await daily.subscriptions(context())).toHaveLength(2)
})

test.each([
  [{ time: 'soon' }, /“soon” is no time/],
  [{ zone: 'Atlantis' }, /no time zone “Atlantis”/],
  [{ days: [] }, /names no days/],
  [{ scope: { topics: [], sources: ['Rival'] } }, /No source here is called “Rival”/],
])('an order that cannot be is refused in one sentence: %j', async (more, sentence) => {
  await expect(bot.services.daily.subscribe(order(more), context())).rejects.toThrow(sentence)
})

test('there are at most 25 in a server and 5 of a person, and one of them can still be changed', async () => {
  const { daily } = bot.services
  const at = (hour: number) => ({ time: `${String(hour % 24).padStart(2, '0')}:${hour < 24 ? '00' : '30'}` })
  for (let made = 0; made < 25; made += 1) await daily.subscribe(order(at(made)), context())
  await expect(daily.subscribe(order({ time: '23:59' }), context())).rejects.toThrow(/25 briefings/)
  await daily.subscribe(order({ ...at(0), zone: 'UTC' }), context())
  const direct = { channel: null }
  for (let made = 0; made < 5; made += 1) await daily.subscribe(order({ ...direct, ...at(made) }), context())
  await expect(daily.subscribe(order({ ...direct, time: '23:59' }), context())).rejects.toThrow(/5 briefings/)
})

test('one for direct messages reads the shared documents alone, and is its person’s everywhere', async () => {
  const { daily } = bot.services
  const kept = await daily.subscribe(order({ channel: null }), context())
  expect(kept).toMatchObject({ server: null, collections: ['shared'] })
  const elsewhere = context({ server: null, own: null, collections: ['shared'] })
  expect(await daily.subscriptions(elsewhere)).toEqual([kept])
  expect(await daily.subscriptions({ ...elsewhere, person: 'another' })).toEqual([])
  expect(await daily.unsubscribe(kept.id, { ...elsewhere, person: 'another' })).toBe(false)
  expect(await daily.unsubscribe(kept.id, elsewhere)).toBe(true)
  expect(await daily.subscriptions(elsewhere)).toEqual([])
})

test('nobody sees, ends, resumes or previews the order of another server', async () => {
  const { daily } = bot.services
  const { id } = await daily.subscribe(order(), context())
  const there = context({ server: OTHER, own: OTHER, collections: ['shared', OTHER] })
  expect(await daily.subscriptions(there)).toEqual([])
  expect(await daily.unsubscribe(id, there)).toBe(false)
  expect(await daily.resume(id, there)).toBeUndefined()
  expect(await daily.preview(id, there)).toBeUndefined()
  expect(await daily.preview(id, context())).toMatchObject({ kind: 'daily', collections: ['shared'] })
  expect(await daily.unsubscribe(id, context())).toBe(true)
})

test('an order for a channel needs a server', async () => {
  const outside = context({ server: null, own: null, collections: ['shared'] })
  await expect(bot.services.daily.subscribe(order(), outside)).rejects.toThrow(/works in a server/)
})
