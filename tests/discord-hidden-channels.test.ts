/** What is told about a channel goes only to those who may see it, also where it is told in passing. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Subscription } from '../src/command/context.ts'
import { type Bot, startBot } from './fakes/bot.ts'
import { type Message, textOf } from './fakes/discord.ts'
import { ADMINISTRATOR, EVERYTHING } from './fakes/discord-permissions.ts'
import { DOCUMENTS, HARBOUR, SERVERS } from './fakes/newsroom.ts'

const [ANN, BEN] = ['100000000000000001', '100000000000000002']
/** Manage Server, and not the Administrator who sees every channel. */
const MANAGER = String(BigInt(EVERYTHING) & ~ADMINISTRATOR)
let bot: Bot
beforeAll(async () => {
  bot = await startBot({ documents: DOCUMENTS, discord: { guilds: SERVERS } })
})
afterAll(() => bot.end())
afterEach(() => expect(bot.fake.violations).toEqual([]))

const hiddenFromBen = (name: string) => bot.fake.addChannel(HARBOUR, { name, seenBy: [ANN] })
type Values = Record<string, string | boolean>
const said = async (name: string, subcommand: string, options: Values, who: object) =>
  textOf(await bot.fake.interact.command({ name, subcommand, options, ...who }).response())
const daily = (subcommand: string, options: Values, who: object) => said('daily', subcommand, options, who)
const order = (channel: string) => ({
  ...{ channel, time: '05:55', zone: 'Asia/Tokyo', days: 'Monday', topics: 'pier', language: 'Deutsch' },
})
const choices = async (subcommand: string, name: string, who: object) =>
  await bot.fake.interact
    .autocomplete({ name: 'daily', subcommand, focused: { name, value: '' }, ...who })
    .choices()

/** Pauses the orders of a channel that was deleted, as the posting of them does. */
async function pauseGone(channel: string): Promise<void> {
  const all = await bot.ledger.subscriptionsOf({ server: HARBOUR, person: ANN })
  for (const { id, next } of all.filter((one: Subscription) => one.channel === channel)) {
    const due = { subscription: id, due: next, since: next, expected: next, next: '2999-01-01T00:00:00.000Z' }
    const lease = { owner: 'test', lease: '2999-01-01T00:00:00.000Z' }
    const [delivery] = await bot.ledger.claimDue([due], next, lease)
    if (delivery) await bot.ledger.recordFailed(delivery, 'gone', { reason: 'channel_gone', tell: false })
  }
}

test('the times of a hidden channel’s briefing are nobody else’s defaults', async () => {
  await daily('subscribe', order(hiddenFromBen('staff')), { userId: ANN })
  for (const permissions of ['0', MANAGER]) {
    const who = { userId: BEN, permissions }
    expect((await choices('subscribe', 'zone', who)).map(({ value }) => value)[0]).not.toBe('Asia/Tokyo')
    expect(await daily('subscribe', {}, who)).not.toMatch(/05:55|Tokyo|Monday|Deutsch/)
  }
  expect((await choices('subscribe', 'zone', { userId: ANN })).map(({ value }) => value)[0]).toBe(
    'Asia/Tokyo',
  )
})

test('the orders of a deleted channel can be ended, by who gave them and by administrators', async () => {
  const channel = hiddenFromBen('closed')
  await daily('subscribe', order(channel), { userId: ANN, permissions: MANAGER })
  bot.fake.removeChannel(channel)
  await pauseGone(channel)
  const mine = (who: object) =>
    choices('unsubscribe', 'subscription', who).then((all) =>
      all.filter(({ name }) => name.includes(channel)),
    )
  expect(await daily('list', {}, { userId: BEN, permissions: MANAGER })).not.toContain(channel)
  expect(await mine({ userId: BEN, permissions: MANAGER })).toEqual([])
  expect(await mine({ userId: BEN })).toHaveLength(1)
  const [ended] = await mine({ userId: ANN, permissions: MANAGER })
  const options = { subscription: String(ended?.value) }
  expect(await daily('unsubscribe', options, { userId: BEN, permissions: MANAGER })).toContain(
    'no such briefing',
  )
  expect(await daily('unsubscribe', options, { userId: ANN, permissions: MANAGER })).toContain(
    'No more briefing',
  )
  expect(await mine({ userId: BEN })).toEqual([])
})

test('the settings name no channel that their reader may not see, and say that there are more', async () => {
  const hidden = hiddenFromBen('desk')
  const [open = ''] = bot.fake.channelsOf(HARBOUR)
  const allow = (channel: string, allowed: boolean) =>
    said('settings', 'channel', { channel, allowed }, { userId: ANN })
  expect(await allow(hidden, true)).toContain(`<#${hidden}>`)
  const ben = { userId: BEN, permissions: MANAGER }
  expect(await said('settings', 'show', {}, ben)).not.toMatch(new RegExp(`${hidden}|every channel`))
  expect(await said('settings', 'show', {}, ben)).toContain('only in 1 channel that you can’t see')
  await allow(open, true)
  const both = await said('settings', 'privacy', { private: false }, ben)
  expect(both).toContain(`<#${open}>`)
  expect(both).not.toContain(hidden)
  expect(both).toContain('1 channel that you can’t see')
  for (const channel of [hidden, open]) await allow(channel, false)
})

test('a refusal that everybody reads names only what everybody sees', async () => {
  const [hidden, elsewhere] = [hiddenFromBen('desk'), bot.fake.addChannel(HARBOUR, { name: 'questions' })]
  const allow = (channel: string, allowed: boolean) =>
    said('settings', 'channel', { channel, allowed }, { userId: ANN })
  await allow(hidden, true)
  const refused = async () => {
    const mention = { guildId: HARBOUR, userId: ANN, content: 'what causes the tides?', mentionsBot: true }
    return textOf((await bot.fake.interact.say(mention).answer()) as Message)
  }
  expect(await refused()).toBe('I don’t answer questions in this channel.')
  await allow(elsewhere, true)
  const named = await refused()
  expect(named).toContain(`<#${elsewhere}>`)
  expect(named).not.toContain(hidden)
  for (const channel of [hidden, elsewhere]) await allow(channel, false)
})
