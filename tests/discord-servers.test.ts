/** Servers among each other: their documents, their settings, their languages, and what may be done elsewhere. */
import { afterEach, describe, expect, test } from 'vitest'
import { controlOf } from './fakes/bot.ts'
import { type FakeClaude, startFakeClaude } from './fakes/claude.ts'
import { componentsOf, type Message, textOf } from './fakes/discord.ts'
import type { Who } from './fakes/discord-places.ts'
import { DOCUMENTS, HARBOUR, useNewsroom } from './fakes/newsroom.ts'

let claude: FakeClaude | undefined
const room = useNewsroom()
afterEach(async () => {
  await claude?.stop()
  claude = undefined
})

/** Any card of an answer, in any language. */
const isCard = (message: Message) =>
  componentsOf(message).some(({ custom_id }) => custom_id?.startsWith('1:follow:'))
const ask = (question: string, who = {}, options = {}) =>
  room.bot.fake.interact.command({ name: 'ask', options: { question, ...options }, ...who })
const settings = (subcommand: string, options = {}, who = {}) =>
  room.bot.fake.interact.command({ name: 'settings', subcommand, options, ...who })
const PIER = 'what will the new pier cost?'

describe('one server never sees another’s documents', () => {
  test.each<[string, () => Who]>([
    ['another server', () => ({ guildId: room.place.VALLEY })],
    ['a direct message', () => ({ guildId: null })],
    ['a server where only the person has the app', () => ({ context: 'userInstalledGuild' })],
    ['a conversation between people', () => ({ context: 'privateChannel' })],
  ])('in answers, quotations, checks and completions of %s', async (_, where) => {
    const fake = await room.share()
    const who = where()
    expect(textOf(await ask(PIER).response(isCard))).toContain('four million crowns')
    const elsewhere = await ask(PIER, who).response(isCard)
    expect(textOf(elsewhere)).not.toMatch(/million|Harbour Board/)
    const quoted = fake.interact.command({
      name: 'quote',
      options: { topic: 'the new pier in July' },
      ...who,
    })
    expect(textOf(await quoted.response(({ flags }) => flags > 0))).not.toMatch(/opens in July|Harbour Board/)
    const content = 'The new pier will cost four million crowns.'
    const checked = fake.interact.messageCommand({ name: 'Check against the corpus', content, ...who })
    const check = await checked.response((message) => textOf(message).includes('Checked against'))
    expect(textOf(check)).not.toContain('Harbour Board')
    for (const [name, value] of [
      ['source', 'Harbour Board'],
      ['about', 'pier'],
    ] as const) {
      const typing = fake.interact.autocomplete({ name: 'ask', focused: { name, value }, ...who })
      expect(await typing.choices()).toEqual([])
    }
  })

  test('by an old button that is pressed elsewhere', async () => {
    const fake = await room.open()
    const card = await ask(PIER).response(isCard)
    const copy = await ask('what causes the tides?', { guildId: room.place.VALLEY }).response(isCard)
    // Somebody makes a client send the other server's ids.
    const forge = (act: string, extra = '') => {
      const part = componentsOf(copy).find(({ custom_id }) => custom_id?.startsWith(`1:${act}:`))
      if (part) part.custom_id = controlOf(card, act) + extra
      return part?.custom_id ?? ''
    }
    const gone = (message: Message) => textOf(message).includes('no longer to be found')
    for (const act of ['dossier', 'up']) {
      const click = fake.interact.button({ message: copy, customId: forge(act) })
      expect(gone(await click.response(gone)), act).toBe(true)
    }
    const chosen = fake.interact.select({ message: copy, customId: forge('quote'), values: ['0'] })
    expect(gone(await chosen.response(gone))).toBe(true)
    const click = fake.interact.button({ message: copy, customId: forge('follow') })
    await click.shownModal()
    const answer = await click.submit({ text: 'and what does it cost?' }).response(isCard)
    expect(textOf(answer)).not.toMatch(/million|Harbour Board/)
    await expect.poll(() => room.bot.logged('earlier').at(-1)?.earlier).toBe(0)
  })

  test('and votes and settings are those of the server', async () => {
    const fake = await room.share()
    const card = await ask(PIER).response(isCard)
    await fake.interact.button({ message: card, customId: controlOf(card, 'up') }).response()
    await settings('privacy', { private: true }).response()
    const status = fake.interact.command({ name: 'corpus', subcommand: 'status', guildId: room.place.VALLEY })
    expect(textOf(await status.response())).toContain('👍 0')
    const shown = await settings('show', {}, { guildId: room.place.VALLEY }).response()
    expect(textOf(shown)).toContain('Everybody sees an answer')
  })
})

test('a server that the bot has left keeps its documents to itself', async () => {
  const left = '900000000000000077'
  await room.open({ documents: { ...DOCUMENTS, [left]: DOCUMENTS[HARBOUR] ?? [] } })
  const card = await ask(PIER, { context: 'userInstalledGuild', guildId: left }).response(isCard)
  expect(textOf(card)).not.toMatch(/million|Harbour Board/)
})

describe('managers choose for their server', () => {
  test('who sees an answer when the person does not say; the person may', async () => {
    await room.open()
    expect(textOf(await settings('privacy', { private: true }).response())).toContain(
      'Only the person who asks',
    )
    await room.bot.restart()
    expect((await ask(PIER).acknowledged()).flags & 64).toBe(64)
    expect((await ask(`${PIER} now`, {}, { private: false }).acknowledged()).flags & 64).toBe(0)
  })

  test('where questions are answered, threads of those channels included', async () => {
    const fake = await room.share()
    const other = fake.addChannel(room.place.HARBOUR)
    const channel = fake.channelOf(room.place.HARBOUR)
    await settings('channel', { channel, allowed: true }).response()
    const refused = ask(PIER, { channelId: other })
    expect(textOf(await refused.response())).toBe(
      `Here I answer questions only in <#${channel}>; please ask there.`,
    )
    expect((await refused.acknowledged()).flags & 64).toBe(64)
    const card = await ask(PIER).response(isCard)
    await fake.interact.button({ message: card, customId: controlOf(card, 'thread') }).response()
    const said = fake.interact.say({ channelId: card.id, content: 'when does it open?', mentionsBot: true })
    await said.answer(isCard)
    await settings('channel', { channel, allowed: false }).response()
    await ask(PIER, { channelId: other }).response(isCard)
  })

  test('how many answers Claude writes in a day; after that they are extractive, labelled so', async () => {
    claude = await startFakeClaude()
    await room.open({ claude: claude.url })
    const set = await settings('allowance', { person: 1, server: 2 }).response()
    expect(textOf(set)).toContain('1 answer by Claude a day for each person.')
    const byClaude = async (userId: string) =>
      textOf(await ask('what causes the tides?', { userId }).response(isCard)).includes('Written by')
    expect(await byClaude(room.place.ANN)).toBe(true)
    expect(await byClaude(room.place.ANN)).toBe(false)
    expect(await byClaude(room.place.BEN)).toBe(true)
    const last = await ask('what causes the tides?', { userId: '100000000000000003' }).response(isCard)
    expect(textOf(last)).toMatch(/Extractive.*allowance of Claude answers is used up/)
    expect(
      textOf(await ask('what causes the tides?', { guildId: room.place.VALLEY }).response(isCard)),
    ).toContain('Written by')
  })

  test('and nobody else: the commands are not offered', async () => {
    await room.share()
    expect(() => settings('show', {}, { permissions: '2248473465835073' })).toThrow(/settings/)
    expect(() => settings('show', {}, { guildId: null })).toThrow(/settings/)
  })
})

describe('a person who asks too much', () => {
  test('is told kindly when to try again, and others are answered', async () => {
    await room.open({ questionsPerMinute: 2 })
    await ask('what causes the tides?').response(isCard)
    await ask('what causes the waves?').response(isCard)
    const refused = ask('what causes the storms?')
    expect(textOf(await refused.response())).toMatch(/please try again in (?:[1-5]?\d|60) seconds/)
    expect((await refused.acknowledged()).flags & 64).toBe(64)
    await ask('what causes the tides?', { userId: room.place.BEN }).response(isCard)
  })
})

describe('every person reads their own language', () => {
  test.each([
    ['de', /Kernaussage|Fazit|Kurz/, /Durchsucht|durchsucht/],
    ['es-419', /./, /documento/],
    ['fr', /./, /document/],
    ['ru', /./, /документ/],
    ['zh-CN', /./, /文/],
    ['en-GB', /Bottom line/, /Searched 4 documents/],
    ['pl', /Bottom line/, /Searched 4 documents/],
  ])('%s, and quotations stay in the original', async (locale, first, coverage) => {
    await room.share()
    const card = textOf(await ask('what causes the tides?', { locale }).response(isCard))
    expect(card).toMatch(first)
    expect(card).toMatch(coverage)
    expect(card).toContain('The Moon causes the tides twice a day.')
    if (!/^(?:en|pl)/.test(locale)) expect(card).not.toMatch(/Bottom line|Searched|Extractive/)
  })
})

describe('outside of servers', () => {
  test.each<[string, () => Who]>([
    ['a direct message', () => ({ guildId: null })],
    ['a server where only the person has the app', () => ({ context: 'userInstalledGuild' })],
    ['a conversation between people', () => ({ context: 'privateChannel' })],
  ])('in %s people ask, read quotations, go on and vote', async (_, where) => {
    const fake = await room.share()
    const who = where()
    const card = await ask('what causes the tides?', who).response(isCard)
    expect(controlOf(card, 'thread')).toBe('no thread')
    const chosen = fake.interact.select({
      message: card,
      customId: controlOf(card, 'quote'),
      values: ['0'],
      ...who,
    })
    expect(textOf(await chosen.response())).toContain('identical to the stored source')
    const click = fake.interact.button({ message: card, customId: controlOf(card, 'follow'), ...who })
    await click.shownModal()
    expect(textOf(await click.submit({ text: 'and the waves?' }).response(isCard))).toContain(
      '### and the waves?',
    )
    const up = fake.interact.button({ message: card, customId: controlOf(card, 'up'), ...who })
    expect(textOf(await up.response())).toContain('👍')
  })
})
