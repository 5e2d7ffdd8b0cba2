/** What the buttons and menus of a card do, on any card and after any restart. */
import { describe, expect, test } from 'vitest'
import { controlOf } from './fakes/bot.ts'
import { componentsOf, type Message, textOf } from './fakes/discord.ts'
import { useNewsroom } from './fakes/newsroom.ts'

const room = useNewsroom()

const isCard = (message: Message) => /Searched \d/.test(textOf(message))
const ask = (question: string, options = {}, who = {}) =>
  room.bot.fake.interact.command({ name: 'ask', options: { question, ...options }, ...who })
const press = (message: Message, act: string, who = {}) =>
  room.bot.fake.interact.button({ message, customId: controlOf(message, act), ...who })

describe('the menu of quotations', () => {
  test('shows one in its context to its reader only, with its proof, also after a restart', async () => {
    const fake = await room.open()
    const card = await ask('what causes the tides?').response(isCard)
    await room.bot.restart()
    const customId = controlOf(card, 'quote')
    const chosen = fake.interact.select({ message: card, customId, values: ['0'], userId: room.place.BEN })
    expect(await chosen.acknowledged()).toEqual({ type: 5, flags: 64 })
    const shown = await chosen.response()
    const lines = textOf(shown).split('\n')
    expect(lines[0]).toBe('> **“The Moon causes the tides twice a day.”**')
    expect(lines[1]).toBe('> Harbour master Ann Brook said that storms raise the waves.')
    expect(lines[2]).toMatch(
      /^-# — What the Moon does to the sea, Harbour Gazette · 2024-03-01 \(\d+ (?:month|year)s ago\)$/,
    )
    expect(lines[3]).toMatch(/^-# Verified: identical to the stored source [0-9a-f]{12}$/)
    expect(componentsOf(shown).find(({ style }) => style === 5)?.url).toBe(
      'https://harbourgazette.example/tides',
    )
  })

  test('says kindly that an answer is gone', async () => {
    const fake = await room.share(() => ({ quoteInContext: async () => undefined }))
    const card = await ask('what causes the tides?').response(isCard)
    const chosen = fake.interact.select({ message: card, customId: controlOf(card, 'quote'), values: ['0'] })
    expect(textOf(await chosen.response())).toContain('no longer to be found')
  })
})

test('the whole dossier is a file for its reader only, with every quotation, its offsets and the receipt', async () => {
  const fake = await room.share()
  const card = await ask('what causes the tides?').response(isCard)
  const click = press(card, 'dossier')
  expect(await click.acknowledged()).toEqual({ type: 5, flags: 64 })
  const [attachment] = (await click.response()).attachments
  const text = fake.fileText(attachment?.url ?? '')
  expect(text).toContain('```text\nThe Moon causes the tides twice a day.\n```')
  expect(text).toMatch(/tides, 0–38, SHA-256 [0-9a-f]{64}/)
  expect(text).toContain('"writer": "extract"')
})

describe('votes', () => {
  test('are one for each person, changeable, with a reason if they like, and managers see the sum', async () => {
    const fake = await room.open()
    const card = await ask('what causes the tides?').response(isCard)
    const up = press(card, 'up')
    expect(await up.acknowledged()).toEqual({ type: 5, flags: 64 })
    expect(textOf(await up.response())).toContain('👍')
    await press(card, 'up', { userId: room.place.BEN }).response()
    const down = press(card, 'down', { userId: room.place.BEN })
    const noted = await down.response()
    expect(textOf(noted)).toContain('👎')
    const why = press(noted, 'why', { userId: room.place.BEN })
    await why.shownModal()
    expect(textOf(await why.submit({ text: 'Too short' }).response())).toContain('your reason is noted')
    const status = fake.interact.command({ name: 'corpus', subcommand: 'status' })
    expect(textOf(await status.response())).toContain('Votes here: 👍 1, 👎 1.')
    await room.bot.restart()
    const again = fake.interact.command({ name: 'corpus', subcommand: 'status' })
    expect(textOf(await again.response())).toContain('Votes here: 👍 1, 👎 1.')
  })
})

describe('quotations', () => {
  const many = {
    shared: Array.from({ length: 8 }, (_, at) => ({
      _id: `ferry-${at}`,
      title: `Ferry ${at}`,
      text: `Captain Ann Brook said that the ferry number ${at} leaves at dawn. The crew eats bread number ${at} first.`,
      metadata: { language: 'en', source: `Paper ${at}`, date: `2024-01-0${at + 1}` },
    })),
  }

  test('come page by page, each with its speaker, outlet and date, and turn in place after a restart', async () => {
    const fake = await room.open({ documents: many })
    const asked = fake.interact.command({ name: 'quote', options: { topic: 'when does the ferry leave?' } })
    const first = await asked.response((message) => textOf(message).includes('Quotations on'))
    expect(textOf(first)).toMatch(/” — Ann Brook, in Paper \d, 2024-01-0\d/)
    expect(textOf(first)).toContain('Page 1 of 2, 8 quotations in all.')
    await room.bot.restart()
    const turned = press(first, 'page')
    const second = await turned.response((message) => textOf(message).includes('Page 2 of 2'))
    expect(second.id).toBe(first.id)
    expect((await turned.acknowledged()).type).toBe(7)
    const back = press(second, 'page')
    expect(textOf(await back.response((message) => textOf(message).includes('Page 1 of 2')))).toBe(
      textOf(first),
    )
    const third = fake.interact.select({
      message: second,
      customId: controlOf(second, 'quote'),
      values: ['0'],
    })
    expect(textOf(await third.response())).toContain('identical to the stored source')
  })

  test('are those of a speaker, who is completed from the corpus', async () => {
    const fake = await room.share()
    const typing = fake.interact.autocomplete({
      name: 'quote',
      options: { topic: 'pier' },
      focused: { name: 'speaker', value: 'bro' },
    })
    expect(await typing.choices()).toEqual([{ name: 'Ann Brook', value: 'Ann Brook' }])
    const asked = fake.interact.command({
      name: 'quote',
      options: { topic: 'the pier', speaker: 'Ann Brook' },
    })
    const card = await asked.response((message) => textOf(message).includes('Quotations on'))
    expect(textOf(card)).toContain('the pier opens in July.” — Ann Brook, in Harbour Board, 2024-06-01')
    expect(textOf(card)).toContain('-# Only by Ann Brook')
  })
})

describe('a private answer', () => {
  test('is shared with everybody by its person, without becoming anybody else’s', async () => {
    const fake = await room.share()
    const card = await ask('what causes the tides?', { private: true }).response(isCard)
    expect(fake.visibleIn(fake.channelOf(room.place.HARBOUR))).toEqual([])
    const shared = await press(card, 'share').response(isCard)
    expect(shared.flags & 64).toBe(0)
    expect(fake.visibleIn(fake.channelOf(room.place.HARBOUR))).toHaveLength(1)
    expect(controlOf(shared, 'share')).toBe('no share')
  })
})

test('a second click while the first is at work does the work once', async () => {
  let recalls = 0
  const fake = await room.share((real) => ({
    recall: async (...all) => {
      recalls += 1
      await new Promise((resolve) => setTimeout(resolve, 300))
      return real.recall(...all)
    },
  }))
  const card = await ask('what causes the tides?').response(isCard)
  const [first, second] = [press(card, 'dossier'), press(card, 'dossier')]
  expect((await second.acknowledged()).type).toBe(6)
  expect((await first.response()).attachments).toHaveLength(1)
  expect(recalls).toBe(1)
  const other = press(card, 'dossier', { userId: room.place.BEN })
  expect((await other.response()).attachments).toHaveLength(1)
  expect(fake.violations).toEqual([])
})

test('the same question again, while the first is at work, is asked once', async () => {
  let asked = 0
  await room.share((real) => ({
    ask: async (...all) => {
      asked += 1
      await new Promise((resolve) => setTimeout(resolve, 300))
      return real.ask(...all)
    },
  }))
  const [first, second] = [ask('what causes the tides?'), ask('what causes the tides?')]
  expect(textOf(await second.response())).toContain('answering this already')
  expect(isCard(await first.response(isCard))).toBe(true)
  expect(asked).toBe(1)
  expect(isCard(await ask('what causes the tides?', {}, { userId: room.place.ANN }).response(isCard))).toBe(
    true,
  )
})
