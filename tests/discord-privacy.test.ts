/** What one person or one channel is told is told to nobody else: answers, orders, files. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openApp } from '../src/app.ts'
import type { Context } from '../src/command/context.ts'
import { readConfig } from '../src/config.ts'
import { DEFAULT_SETTINGS } from '../src/ledger/settings.ts'
import { type Bot, controlOf, startBot } from './fakes/bot.ts'
import { type FakeClaude, startFakeClaude } from './fakes/claude.ts'
import { type Message, textOf } from './fakes/discord.ts'
import { ADMINISTRATOR, EVERYTHING, ORDINARY } from './fakes/discord-permissions.ts'
import { DOCUMENTS, HARBOUR, SERVERS } from './fakes/newsroom.ts'

const [ANN, BEN] = ['100000000000000001', '100000000000000002']
const SECRET = 'why did flour become dearer in the valley?'
let bot: Bot
let claude: FakeClaude
beforeAll(async () => {
  claude = await startFakeClaude()
  bot = await startBot({ documents: DOCUMENTS, discord: { guilds: SERVERS }, claude: claude.url })
})
afterAll(async () => {
  await bot.end()
  await claude.stop()
})
afterEach(() => expect(bot.fake.violations).toEqual([]))

const isCard = (message: Message) => /Searched \d/.test(textOf(message))
const ask = (question: string, who: object, options: object = {}) =>
  bot.fake.interact.command({ name: 'ask', options: { question, ...options }, ...who })

/** A thread below a public answer of Ann's. */
async function openThread(): Promise<string> {
  const card = await ask('what causes the tides?', { userId: ANN }).response(isCard)
  const click = bot.fake.interact.button({ message: card, customId: controlOf(card, 'thread'), userId: ANN })
  const opened = await click.response((message) => textOf(message).includes('<#'))
  return /<#(\d+)>/.exec(textOf(opened))?.[1] ?? ''
}
/** Ann follows a card of hers up with a question. */
async function followUp(message: Message, text: string) {
  const click = bot.fake.interact.button({ message, customId: controlOf(message, 'follow'), userId: ANN })
  await click.shownModal()
  return click.submit({ text })
}
/** The texts of Claude's requests from here on. */
function listen(): () => string {
  const before = claude.requests.length
  return () => JSON.stringify(claude.requests.slice(before).map(({ body }) => body))
}

describe('a private answer', () => {
  test('asked in a thread is no part of what others ask there, nor of what its person asks in public', async () => {
    const channelId = await openThread()
    await ask(SECRET, { userId: ANN, channelId }, { private: true }).response(isCard)
    const heard = listen()
    for (const userId of [BEN, ANN]) {
      const said = bot.fake.interact.say({ channelId, userId, content: 'and how often?', mentionsBot: true })
      const answer = await said.answer(isCard)
      expect(textOf(answer)).not.toContain('flour')
    }
    expect(heard()).toContain('what causes the tides?')
    expect(heard()).not.toContain('flour')
  })

  test('goes on in private for its person, and stays private', async () => {
    const card = await ask(SECRET, { userId: ANN }, { private: true }).response(isCard)
    const heard = listen()
    const form = await followUp(card, 'and how much?')
    await form.response(isCard)
    expect((await form.acknowledged()).flags & 64).toBe(64)
    expect(heard()).toContain('flour')
    const channelId = await openThread()
    const later = listen()
    const said = bot.fake.interact.say({
      channelId,
      userId: ANN,
      content: 'and how often?',
      mentionsBot: true,
    })
    await said.answer(isCard)
    expect(later()).not.toContain('flour')
  })

  test('that its person shares is shown itself, without what was asked before it', async () => {
    const first = await ask(SECRET, { userId: ANN }, { private: true }).response(isCard)
    const second = await (await followUp(first, 'what causes the tides?')).response(isCard)
    const id = /1:follow:([\w-]+)/.exec(JSON.stringify(second.components))?.[1] ?? ''
    const stranger = { person: BEN, collections: ['shared', HARBOUR] }
    expect(await bot.services.recall(id, stranger)).toBeUndefined()
    await bot.services.conversations.published(id)
    expect(await bot.services.recall(id, stranger)).toMatchObject({ id })
    const heard = listen()
    const context = {
      ...stranger,
      isPrivate: false,
      requestId: 'r',
      server: HARBOUR,
      channel: 'c',
      own: HARBOUR,
    }
    const more = { isManager: false, findChannel: () => undefined, maySee: () => false, count: () => {} }
    const { languageFor } = await import('../src/locales/language.ts')
    const rest = {
      settings: DEFAULT_SETTINGS,
      progress: () => {},
      note: () => {},
      signal: new AbortController().signal,
    }
    const language = languageFor('en')
    await bot.services.ask('and how often?', undefined, { ...context, ...more, ...rest, language }, { id })
    expect(heard()).toContain('what causes the tides?')
    expect(heard()).not.toContain('flour')
  })

  test('that its person shares in a thread is gone on from there, and what was asked before it is not', async () => {
    const channelId = await openThread()
    const first = await ask(SECRET, { userId: ANN, channelId }, { private: true }).response(isCard)
    const second = await (await followUp(first, 'who raises the waves?')).response(isCard)
    const share = { message: second, customId: controlOf(second, 'share'), userId: ANN }
    const shared = await bot.fake.interact.button(share).response(isCard)
    expect(shared.flags & 64).toBe(0)
    const heard = listen()
    const said = bot.fake.interact.say({ channelId, userId: BEN, content: 'and how?', mentionsBot: true })
    await said.answer(isCard)
    expect(heard()).toContain('who raises the waves?')
    expect(heard()).not.toContain('flour')
    for (const act of ['dossier', 'up']) {
      const press = { message: shared, customId: controlOf(shared, act), userId: BEN }
      expect(textOf(await bot.fake.interact.button(press).response())).not.toContain('no longer')
    }
  })

  test('is not reached by a form that somebody else sends with its id', async () => {
    const card = await ask(SECRET, { userId: ANN }, { private: true }).response(isCard)
    const open = await ask('what causes the tides?', { userId: BEN }).response(isCard)
    const heard = listen()
    const form = { customId: controlOf(card, 'follow'), fields: { text: 'and how much?' } }
    await bot.fake.interact.modal({ ...form, userId: BEN, message: open }).response(isCard)
    expect(heard()).not.toContain('flour')
    const id = controlOf(card, 'follow').split(':')[2] ?? ''
    expect(await bot.ledger.entry(id)).toMatchObject({ isPrivate: true })
  })

  test('is every answer that is asked for in direct messages', async () => {
    const card = await ask(SECRET, { userId: ANN, guildId: null }).response(isCard)
    const id = controlOf(card, 'follow').split(':')[2] ?? ''
    expect(await bot.ledger.entry(id)).toMatchObject({ isPrivate: true })
    expect(controlOf(card, 'share')).toBe('no share')
    const heard = listen()
    const said = bot.fake.interact.say({ context: 'botDm', userId: ANN, content: 'and how much?' })
    await said.answer(isCard)
    expect(heard()).toContain('flour')
  })
})

test('a card that everybody sees is open to everybody, whatever an earlier version kept of it', async () => {
  const card = await ask('what causes the tides?', { userId: ANN }).response(isCard)
  const id = controlOf(card, 'follow').split(':')[2] ?? ''
  const database = new DatabaseSync(join(bot.home, 'ledger.sqlite'))
  const forget = () => database.prepare('UPDATE entries SET private = 1 WHERE id = ?').run(id)
  forget()
  const press = { message: card, customId: controlOf(card, 'dossier'), userId: BEN }
  expect((await bot.fake.interact.button(press).response()).attachments).toHaveLength(1)
  forget()
  const heard = listen()
  const reply = { channelId: card.channel_id, userId: BEN, content: 'and how often?', replyTo: card }
  await bot.fake.interact.say(reply).answer(isCard)
  expect(heard()).toContain('what causes the tides?')
  database.close()
})

describe('a channel that not everybody may see', () => {
  test('keeps its briefings, their topics and its name to those who may', async () => {
    const hidden = bot.fake.addChannel(HARBOUR, { name: 'staff', seenBy: [ANN] })
    const order = { channel: hidden, time: '08:00', zone: 'Europe/Berlin', topics: 'pier' }
    // Administrators see every channel.
    const permissions = String(BigInt(EVERYTHING) & ~ADMINISTRATOR)
    const manage = (subcommand: string, options: Record<string, string>, userId: string) =>
      bot.fake.interact.command({ name: 'daily', subcommand, options, userId, permissions })
    await manage('subscribe', order, ANN).response(({ flags }) => flags > 0)
    const isList = (message: Message) => /briefing/i.test(textOf(message))
    expect(textOf(await manage('list', {}, ANN).response(isList))).toContain('pier')
    const seen = textOf(await manage('list', {}, BEN).response(isList))
    expect(seen).not.toMatch(new RegExp(`pier|staff|${hidden}`))
    const focused = { name: 'subscription', value: '' }
    for (const [userId, count] of [
      [ANN, 1],
      [BEN, 0],
    ] as const) {
      const typing = { name: 'daily', subcommand: 'preview', focused, userId, permissions }
      expect(await bot.fake.interact.autocomplete(typing).choices()).toHaveLength(count)
    }
  })

  test('is not named when questions are answered only there', async () => {
    const hidden = bot.fake.addChannel(HARBOUR, { name: 'desk', seenBy: [ANN] })
    const settings = (allowed: boolean) =>
      bot.fake.interact.command({
        ...{ name: 'settings', subcommand: 'channel', userId: ANN },
        options: { channel: hidden, allowed },
      })
    await settings(true).response(({ flags }) => flags > 0)
    const refused = ask('what causes the tides?', { userId: BEN, permissions: ORDINARY })
    const { flags } = await refused.acknowledged()
    expect(flags & 64).toBe(64)
    expect(textOf(await refused.response())).not.toContain(hidden)
    await settings(false).response(({ flags }) => flags > 0)
  })
})

test('the operator’s refused files are told in the terminal, and to no server', async () => {
  const home = await mkdtemp(join(tmpdir(), 'refused-'))
  const files = join(home, 'corpus')
  await mkdir(files)
  await writeFile(join(files, 'staff-dismissal-draft.pdf'), 'no PDF at all')
  const app = await openApp(readConfig({ DATA_DIR: join(home, 'data') }), { log: pino({ level: 'silent' }) })
  await app.corpus.synchronise(files)
  const statusFor = (own: string | null) =>
    app.services.status({ collections: ['shared'], server: own, own } as Context)
  expect((await statusFor('shared')).refused).toMatchObject([{ name: 'staff-dismissal-draft.pdf' }])
  for (const server of [HARBOUR, null]) expect((await statusFor(server)).refused).toEqual([])
  await app[Symbol.asyncDispose]()
  await rm(home, { recursive: true, force: true, maxRetries: 3 })
})
