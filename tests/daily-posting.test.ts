/** Briefings on time and once, whatever happens to the bot, to Discord, or to the clocks. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { DigestRequest, MakeDigest } from '../src/daily/digest.ts'
import { nextDue } from '../src/daily/due.ts'
import type { Subscription } from '../src/ledger/subscription.ts'
import { languageFor } from '../src/locales/language.ts'
import { type Bot, startBot } from './fakes/bot.ts'
import { GUILD, textOf } from './fakes/discord.ts'
import { PERSON } from './fakes/discord-places.ts'
import { PATIENCE_MS } from './fakes/patience.ts'

const OTHER = '900000000000000002'
const HOUR = 60 * 60_000
const PATIENCE = { timeout: PATIENCE_MS, interval: 20 }
const line = (_id: string, text: string) => ({ _id, title: _id, text, metadata: { source: 'Wire' } })
const documents = {
  shared: [line('harbour', 'The harbour of Tallinn opened a new quay on Monday.')],
  [GUILD]: [line('budget', 'The newsroom has a budget of nine million this year.')],
  [OTHER]: [line('secret', 'The rival plans to buy the harbour in secret.')],
}
const guilds = [GUILD, OTHER].map((id) => ({ id, name: id }))

let bots: Bot[] = []
let shift = 0
const clock = () => Date.now() + shift
const requests: DigestRequest[] = []
const makeDigest =
  (real: MakeDigest): MakeDigest =>
  (request, context) => {
    requests.push(request)
    return real(request, context)
  }

async function start({ nonceMs, beside }: { nonceMs?: number; beside?: Bot } = {}): Promise<Bot> {
  const discord = { guilds, clock, ...(nonceMs === undefined ? {} : { nonceMs }) }
  const bot = await startBot({ documents, clock, makeDigest, discord, ...(beside ? { beside } : {}) })
  bots.push(bot)
  return bot
}

afterEach(async () => {
  for (const bot of bots.reverse()) await bot.end()
  bots = []
  requests.length = 0
  shift = 0
})

const iso = (time: number) => new Date(time).toISOString()
/** The whole minute, which is a time of day, nearest before an instant. */
const minute = (time: number) => iso(time - (time % 60_000))

/** An order that is due at an instant, and daily at the same time of day. */
async function order(bot: Bot, due: string, more: Partial<Subscription> = {}): Promise<Subscription> {
  const subscription: Subscription = {
    ...{ id: randomUUID(), person: PERSON, server: GUILD, channel: bot.fake.channelOf(GUILD) },
    ...{ time: due.slice(11, 16), zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], locale: 'en' },
    ...{ scope: { topics: [], sources: [] }, collections: ['shared', GUILD], next: due },
    ...{ last: null, paused: null, ...more },
  }
  return await bot.ledger.order(subscription, iso(Date.now()))
}

/** What became of the latest due time of a subscription, once it has become something. */
const became = async (bot: Bot, { id }: Subscription, state: string) =>
  await vi.waitFor(async () => {
    const latest = (await bot.ledger.deliveriesOf(id)).filter(({ kind }) => kind === 'briefing').at(-1)
    expect(latest?.state).toBe(state)
    return latest
  }, PATIENCE)
const directOf = (person: string) => String(BigInt(person) + 500000000000000000n)
/** The loop looks again within a second. */
const aLook = () => wait(1500)

describe('a briefing is posted', () => {
  test('when it is due, not before, and not again after a restart', async () => {
    const bot = await start()
    // The thread that reads the news starts with the first briefing, which takes longer under load.
    const place = { server: OTHER, channel: bot.fake.channelOf(OTHER), collections: ['shared', OTHER] }
    await became(bot, await order(bot, iso(Date.now()), place), 'posted')
    const due = iso(Date.now() + 2500)
    const subscription = await order(bot, due, { time: iso(Date.now() - HOUR).slice(11, 16) })
    const delivery = await became(bot, subscription, 'posted')
    const [message, ...others] = bot.fake.messagesIn(subscription.channel ?? '')
    expect(others).toEqual([])
    expect(delivery).toMatchObject({ due, message: message?.id, attempts: 1 })
    expect(Date.parse(String(message?.timestamp))).toBeGreaterThanOrEqual(Date.parse(due))
    expect(Date.parse(String(message?.timestamp))).toBeLessThan(Date.parse(due) + 2000)
    const kept = await bot.ledger.subscription(subscription.id)
    expect(kept).toMatchObject({ last: due, next: nextDue(subscription, due), paused: null })
    await bot.restart()
    await aLook()
    expect(bot.fake.messagesIn(subscription.channel ?? '')).toHaveLength(1)
    expect(bot.fake.violations).toEqual([])
  })

  test('once by two processes on one ledger', async () => {
    const bot = await start()
    const second = await start({ beside: bot })
    const channels = Array.from({ length: 40 }, () => bot.fake.addChannel(GUILD))
    const due = iso(Date.now() + 1500)
    for (const channel of channels)
      await order(second, due, { channel, time: iso(Date.now() - HOUR).slice(11, 16) })
    const posted = () => channels.map((channel) => bot.fake.messagesIn(channel).length)
    await vi.waitFor(() => expect(posted()).toEqual(channels.map(() => 1)), PATIENCE)
    await aLook()
    expect(posted()).toEqual(channels.map(() => 1))
  })

  test('made once for all whose order is the same, and read from the documents of their own server alone', async () => {
    const bot = await start()
    const due = iso(Date.now() + 1500)
    const time = iso(Date.now() - HOUR).slice(11, 16)
    const direct = Array.from({ length: 20 }, (_, at) => String(BigInt(PERSON) + BigInt(at)))
    const all = await Promise.all(
      direct.map((person) =>
        order(bot, due, { time, person, server: null, channel: null, collections: ['shared'] }),
      ),
    )
    const ours = await order(bot, due, { time })
    for (const one of [...all, ours]) await became(bot, one, 'posted')
    expect(requests.map(({ collections }) => collections).toSorted()).toEqual([['shared'], ['shared', GUILD]])
    const entries = await Promise.all(
      all.map(async ({ id }) => (await bot.ledger.deliveriesOf(id))[0]?.entry),
    )
    expect(new Set(entries).size).toBe(1)
    for (const person of direct) expect(bot.fake.messagesIn(directOf(person))).toHaveLength(1)
    const channel = ours.channel ?? ''
    const [text] = bot.fake.messagesIn(channel).map(textOf)
    expect(text).toContain('harbour of Tallinn')
    expect(text).toContain('nine million')
    expect(text).not.toContain('secret')
    expect(bot.fake.messagesIn(directOf(PERSON)).map(textOf).join()).not.toMatch(/nine million|secret/)
  })

  test('late with a note in its language and zone when the bot was down, and the note is not there on time', async () => {
    const bot = await start()
    const due = minute(Date.now() - 2 * HOUR)
    const channel = bot.fake.addChannel(GUILD)
    const german = await order(bot, due, { locale: 'de', channel })
    const punctual = await order(bot, minute(Date.now()))
    for (const one of [german, punctual]) await became(bot, one, 'posted')
    expect(textOf(bot.fake.messagesIn(channel)[0] ?? {})).toContain(
      `Fällig um ${due.slice(11, 16)}, gesendet um`,
    )
    expect(textOf(bot.fake.messagesIn(punctual.channel ?? '')[0] ?? {})).not.toContain('Due at')
  })

  test('not at all when six hours have passed; the next one begins where the last posted one ended', async () => {
    const bot = await start()
    const due = minute(Date.now())
    const subscription = await order(bot, due)
    await became(bot, subscription, 'posted')
    shift = 24 * HOUR + 7 * HOUR
    await became(bot, subscription, 'folded')
    shift = 48 * HOUR + 60_000
    await became(bot, subscription, 'posted')
    expect(bot.fake.messagesIn(subscription.channel ?? '')).toHaveLength(2)
    expect(requests.at(-1)?.window).toEqual({ since: due, until: iso(Date.parse(due) + 48 * HOUR) })
    expect(requests.at(-1)?.newBy).toBe('arrival')
  })

  test.each([
    ['spring', '2026-03-29T00:59:00Z', '2026-03-29T01:30:10Z', '2026-03-29T23:00:00Z'],
    ['autumn', '2026-10-25T00:29:00Z', '2026-10-25T00:30:10Z', '2026-10-25T01:30:10Z'],
  ])('once in the night of %s in which the clocks change over its time', async (_, before, at, after) => {
    shift = Date.parse(before) - Date.now()
    const bot = await start()
    const schedule = { time: '02:30', zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5, 6, 7] }
    const subscription = await order(bot, nextDue(schedule, before), schedule)
    await aLook()
    expect(bot.fake.messagesIn(subscription.channel ?? '')).toHaveLength(0)
    shift = Date.parse(at) - Date.now()
    await became(bot, subscription, 'posted')
    shift = Date.parse(after) - Date.now()
    await aLook()
    expect(bot.fake.messagesIn(subscription.channel ?? '')).toHaveLength(1)
  })
})

describe('a briefing that cannot be posted', () => {
  const posts = { method: 'POST', path: /^\/channels\/\d+\/messages$/ }

  test('for a while is tried again', async () => {
    const bot = await start()
    bot.fake.failNext({ ...posts, status: 500, times: 8 })
    const subscription = await order(bot, minute(Date.now()))
    expect(await became(bot, subscription, 'posted')).toMatchObject({ attempts: 3, fault: null })
    expect(bot.fake.messagesIn(subscription.channel ?? '')).toHaveLength(1)
  })

  test('as far as the bot knows is found, and not posted again, also when Discord has forgotten it', async () => {
    const bot = await start({ nonceMs: 0 })
    bot.fake.failNext({ ...posts, status: 0, afterApplying: true })
    const subscription = await order(bot, minute(Date.now()))
    const delivery = await became(bot, subscription, 'posted')
    const messages = bot.fake.messagesIn(subscription.channel ?? '')
    expect(messages.map(({ id }) => id)).toEqual([delivery?.message])
    expect(delivery?.attempts).toBe(2)
  })

  test('as Discord wants it is posted as its headlines', async () => {
    const bot = await start()
    bot.fake.failNext({ ...posts, status: 400, code: 50035 })
    const subscription = await order(bot, minute(Date.now()))
    await became(bot, subscription, 'posted')
    const [message] = bot.fake.messagesIn(subscription.channel ?? '')
    expect(textOf(message ?? {})).toContain('its headlines')
  })

  test('because the channel is gone is paused, its owner is told once, and it can be resumed', async () => {
    const bot = await start()
    const channel = bot.fake.addChannel(GUILD)
    bot.fake.removeChannel(channel)
    const subscription = await order(bot, minute(Date.now()), { channel, locale: 'fr' })
    await became(bot, subscription, 'failed')
    const told = () => bot.fake.messagesIn(directOf(PERSON)).map(textOf)
    await vi.waitFor(() => expect(told()).toHaveLength(1), PATIENCE)
    expect(told()).toEqual([
      languageFor('fr').say('delivery.told.channel_gone', {
        time: subscription.time,
        zone: 'UTC',
        channel: '',
      }),
    ])
    const [listed] = await bot.ledger.subscriptionsOf({ server: GUILD, person: PERSON })
    expect(listed).toMatchObject({ id: subscription.id, paused: 'channel_gone' })
    await bot.restart()
    await aLook()
    expect(told()).toHaveLength(1)
    const next = nextDue(subscription, iso(clock()))
    await bot.ledger.resumeSubscription(subscription.id, next)
    expect(await bot.ledger.subscription(subscription.id)).toMatchObject({ paused: null, next })
  })

  test('for lack of a permission is paused, and the others are posted', async () => {
    const bot = await start()
    const closed = bot.fake.addChannel(GUILD, { botPermissions: String(1n << 10n) })
    const due = minute(Date.now())
    const [refused, posted] = [await order(bot, due, { channel: closed }), await order(bot, due)]
    await became(bot, refused, 'failed')
    await became(bot, posted, 'posted')
    expect(await bot.ledger.subscription(refused.id)).toMatchObject({ paused: 'no_permission' })
    expect(await bot.ledger.subscription(posted.id)).toMatchObject({ paused: null, last: due })
  })

  test('because the person takes no messages is paused, and nobody is written to', async () => {
    const bot = await start()
    bot.fake.closeDirect(PERSON)
    const subscription = await order(bot, minute(Date.now()), { server: null, channel: null })
    await became(bot, subscription, 'failed')
    await aLook()
    expect(await bot.ledger.subscription(subscription.id)).toMatchObject({ paused: 'direct_closed' })
    expect(await bot.ledger.deliveriesOf(subscription.id)).toHaveLength(1)
  })

  test('when its owner has just ended it is not posted', async () => {
    const bot = await start()
    bot.fake.failNext({ ...posts, status: 500, times: 4 })
    const subscription = await order(bot, minute(Date.now()))
    await vi.waitFor(async () => {
      const [delivery] = await bot.ledger.deliveriesOf(subscription.id)
      expect(delivery?.fault).toBeTruthy()
    }, PATIENCE)
    await bot.ledger.endSubscription(subscription.id)
    await aLook()
    expect(bot.fake.messagesIn(subscription.channel ?? '')).toEqual([])
  })
})
