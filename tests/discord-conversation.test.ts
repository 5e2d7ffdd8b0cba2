/** Conversations on the wire: forms, threads, mentions, replies and direct messages go on from what was said. */
import { afterEach, describe, expect, test } from 'vitest'
import { controlOf } from './fakes/bot.ts'
import { type FakeClaude, startFakeClaude } from './fakes/claude.ts'
import { componentsOf, type Message, textOf } from './fakes/discord.ts'
import { useNewsroom } from './fakes/newsroom.ts'

let claude: FakeClaude | undefined
const room = useNewsroom({ own: false })
afterEach(async () => {
  await claude?.stop()
  claude = undefined
})

const isCard = (message: Message) => /Searched \d/.test(textOf(message))
const ask = (question: string, who = {}) =>
  room.bot.fake.interact.command({ name: 'ask', options: { question }, ...who })

describe('a follow-up', () => {
  test('is asked in a form and knows what was asked before it', async () => {
    const fake = await room.open()
    const card = await ask('what causes the tides?').response(isCard)
    const click = fake.interact.button({ message: card, customId: controlOf(card, 'follow') })
    expect((await click.acknowledged()).type).toBe(9)
    await click.shownModal()
    const form = click.submit({ text: 'and the waves?' })
    const answer = await form.response(isCard)
    expect(textOf(answer)).toContain('### and the waves?')
    await expect.poll(() => room.bot.logged('earlier').map(({ earlier }) => earlier)).toEqual([0, 1])
    expect(answer.channel_id).toBe(card.channel_id)
    expect((await form.acknowledged()).flags & 64).toBe(0)
  })

  test('to a private answer is private', async () => {
    const fake = await room.share()
    const asked = fake.interact.command({
      name: 'ask',
      options: { question: 'what causes the tides?', private: true },
    })
    const card = await asked.response(isCard)
    const click = fake.interact.button({ message: card, customId: controlOf(card, 'follow') })
    await click.shownModal()
    const form = click.submit({ text: 'and the waves?' })
    expect((await form.acknowledged()).flags & 64).toBe(64)
    expect(isCard(await form.response(isCard))).toBe(true)
  })

  test('keeps the scope of the question before it', async () => {
    const fake = await room.share()
    const asked = fake.interact.command({
      name: 'ask',
      options: { question: 'what about the price of bread?', source: 'valley post' },
    })
    const card = await asked.response(isCard)
    expect(textOf(card)).toContain('-# Only Valley Post')
    const click = fake.interact.button({ message: card, customId: controlOf(card, 'follow') })
    await click.shownModal()
    const answer = await click.submit({ text: 'did it rise in April?' }).response(isCard)
    expect(textOf(answer)).toContain('-# Only Valley Post')
    expect(textOf(answer)).toContain('Searched 1 document')
  })

  test('tells Claude the earlier question', async () => {
    claude = await startFakeClaude()
    const fake = await room.open({ claude: claude.url })
    const card = await ask('what causes the tides?').response(isCard)
    const click = fake.interact.button({ message: card, customId: controlOf(card, 'follow') })
    await click.shownModal()
    await click.submit({ text: 'and the waves?' }).response(isCard)
    expect(JSON.stringify(claude.requests.at(-1))).toContain('what causes the tides?')
  })
})

describe('a thread', () => {
  const open = async () => {
    const fake = room.bot.fake
    const card = await ask('what causes the tides?').response(isCard)
    const click = fake.interact.button({ message: card, customId: controlOf(card, 'thread') })
    const told = await click.response()
    return { fake, card, told, click }
  }

  test('is opened below the answer, named after the question, and welcomes people', async () => {
    await room.share()
    const { fake, card, told, click } = await open()
    expect(fake.threadsOf(card.channel_id)).toEqual([{ id: card.id, name: 'what causes the tides?' }])
    expect(textOf(told)).toBe(`The conversation goes on in <#${card.id}>.`)
    expect((await click.acknowledged()).flags & 64).toBe(64)
    expect(textOf(fake.messagesIn(card.id)[0] as Message)).toContain('mention me or reply to me')
  })

  test('takes a mention as a follow-up, also after a restart', async () => {
    await room.open()
    const { fake, card } = await open()
    await room.bot.restart()
    const said = fake.interact.say({ channelId: card.id, content: 'and the waves?', mentionsBot: true })
    const answer = await said.answer(isCard)
    expect(textOf(answer)).toContain('### and the waves?')
    await expect.poll(() => room.bot.logged('earlier').map(({ earlier }) => earlier)).toEqual([0, 1])
    const next = fake.interact.say({ channelId: card.id, content: 'and the boats?', replyTo: answer })
    expect(textOf(await next.answer(isCard))).toContain('### and the boats?')
    await expect.poll(() => room.bot.logged('earlier').map(({ earlier }) => earlier)).toEqual([0, 1, 2])
  })

  test('is opened once: a second click leads to it', async () => {
    await room.share()
    const { fake, card } = await open()
    const again = fake.interact.button({
      message: card,
      customId: controlOf(card, 'thread'),
      userId: room.place.BEN,
    })
    expect(textOf(await again.response())).toContain(`<#${card.id}>`)
    expect(fake.threadsOf(card.channel_id)).toHaveLength(1)
  })

  test('is not offered where the bot may not open one', async () => {
    const fake = await room.share()
    const card = await ask('what causes the tides?', { appPermissions: '3072' }).response(isCard)
    expect(controlOf(card, 'thread')).toBe('no thread')
    const direct = await ask('what causes the tides?', { guildId: null }).response(isCard)
    expect(controlOf(direct, 'thread')).toBe('no thread')
    expect(fake.threadsOf(card.channel_id)).toEqual([])
  })

  test('that may not be opened after all is said so', async () => {
    const fake = await room.share()
    const card = await ask('what causes the tides?').response(isCard)
    fake.setBotPermissions(card.channel_id, '3072')
    const click = fake.interact.button({ message: card, customId: controlOf(card, 'thread') })
    expect(textOf(await click.response())).toContain('may not open a thread here')
  })
})

describe('messages to the bot', () => {
  test('in a channel are questions when they mention it, and nothing else is read', async () => {
    const fake = await room.share()
    const said = fake.interact.say({
      guildId: room.place.HARBOUR,
      content: 'what causes the tides?',
      mentionsBot: true,
    })
    const answer = await said.answer(isCard)
    expect(textOf(answer)).toContain('### what causes the tides?')
    fake.interact.say({ guildId: room.place.HARBOUR, content: 'what causes the tides?' })
    fake.interact.say({
      guildId: room.place.HARBOUR,
      content: 'what causes the tides?',
      mentionsBot: true,
      isBot: true,
    })
    await ask('what causes the tides?').response(isCard)
    expect(fake.messagesIn(fake.channelOf(room.place.HARBOUR)).filter(isCard)).toHaveLength(2)
  })

  test('alone with it need no mention, and go on with the conversation', async () => {
    const fake = await room.open()
    const first = fake.interact.say({ context: 'botDm', content: 'what causes the tides?' })
    expect(textOf(await first.answer(isCard))).toContain('The Moon causes the tides')
    const second = fake.interact.say({ context: 'botDm', content: 'and the waves?' })
    await second.answer(isCard)
    await expect.poll(() => room.bot.logged('earlier').map(({ earlier }) => earlier)).toEqual([0, 1])
  })

  test('in a channel never go on from an answer that they do not reply to, whoever asked', async () => {
    const fake = await room.open()
    const mention = async (content: string, who: string, more: object = {}) =>
      await fake.interact
        .say({ guildId: room.place.HARBOUR, content, mentionsBot: true, userId: who, ...more })
        .answer((message) => isCard(message) && textOf(message).includes(content))
    const first = await mention('what causes the tides?', room.place.ANN)
    await mention('what is the price of bread?', room.place.BEN)
    await mention('and the waves?', room.place.ANN)
    await mention('and the boats?', room.place.BEN, { replyTo: first })
    await expect.poll(() => room.bot.logged('earlier').map(({ earlier }) => earlier)).toEqual([0, 0, 0, 1])
    const previous = await room.bot.ledger.latest(fake.channelOf(room.place.HARBOUR), null)
    expect(textOf(first)).toContain('### what causes the tides?')
    expect(JSON.stringify(first.components)).toContain(
      String(previous?.kind === 'answer' && previous.previous),
    )
  })

  test('without a question are told what to write', async () => {
    const fake = await room.share()
    const said = fake.interact.say({ guildId: room.place.HARBOUR, content: '', mentionsBot: true })
    expect(textOf(await said.answer((message) => textOf(message).includes('empty')))).toContain(
      'write what you want',
    )
  })

  test('are answered in the server’s language, and in the person’s where they have asked before', async () => {
    const fake = await room.share()
    const said = fake.interact.say({
      guildId: room.place.VALLEY,
      content: 'what causes the tides?',
      mentionsBot: true,
    })
    await said.answer(
      (message) => textOf(message).includes('durchsucht') || textOf(message).includes('Durchsucht'),
    )
    const asked = ask('what causes the tides?', { locale: 'fr' })
    const card = await asked.response((message) =>
      componentsOf(message).some(({ custom_id }) => custom_id?.startsWith('1:follow')),
    )
    const reply = fake.interact.say({ channelId: card.channel_id, content: 'and the waves?', replyTo: card })
    const answer = await reply.answer((message) =>
      componentsOf(message).some(({ custom_id }) => custom_id?.startsWith('1:follow')),
    )
    expect(textOf(answer)).toMatch(/document/)
    expect(textOf(answer)).not.toContain('Searched')
  })
})
