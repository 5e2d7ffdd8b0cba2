/** Daily briefings on the wire: asked for, ordered, listed, ended, and asked about, by managers and by everybody else. */
import { describe, expect, test } from 'vitest'
import type { Previous } from '../src/command/context.ts'
import type { PauseReason, Subscription } from '../src/ledger/subscription.ts'
import { languageFor } from '../src/locales/language.ts'
import { conversation } from '../src/services/conversation.ts'
import { type BotOptions, controlOf } from './fakes/bot.ts'
import { componentsOf, type Message, textOf } from './fakes/discord.ts'
import { DOCUMENTS, HARBOUR, SERVERS, useNewsroom } from './fakes/newsroom.ts'

const member = () => ({ userId: room.place.BEN, permissions: '0' })
const HOUR = 60 * 60_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()
const news = (_id: string, title: string, source: string, hours: number, text: string, topic = 'sea') => ({
  _id,
  title,
  text,
  metadata: { source, date: hoursAgo(hours), topics: [topic], url: `https://${_id}.example/story` },
})
const FERRY =
  'The ferry Aurora ran aground on the sandbank off Zanzibar on Tuesday morning. All forty passengers of the Aurora were brought ashore. The harbour board will ask why the pilot left the channel.'
const NEWS = {
  ...DOCUMENTS,
  shared: [
    ...(DOCUMENTS.shared ?? []),
    news('aground', 'Ferry Aurora runs aground off Zanzibar', 'Coast News', 3, FERRY),
    news(
      'aground-2',
      'Forty rescued from the ferry Aurora',
      'Island Post',
      2,
      'Forty passengers were rescued from the ferry Aurora, which ran aground off Zanzibar. The pilot said that the sandbank is on no chart of the harbour.',
    ),
    news(
      'bank',
      'Central bank keeps its rate at four percent',
      'Valley Post',
      5,
      'The central bank kept its rate at four percent. Governor Lena Moss said that prices still rise too fast.',
    ),
  ],
}
const room = useNewsroom({
  documents: NEWS,
  discord: { guilds: SERVERS.map((server) => ({ ...server, channels: 2 })) },
})
const daily = (subcommand: string, options: Record<string, string | boolean> = {}, who = {}) =>
  room.bot.fake.interact.command({ name: 'daily', subcommand, options, ...who })
const isBriefing = (message: Message) => /What is new since/.test(textOf(message))
const said = async (subcommand: string, options: Record<string, string | boolean> = {}, who = {}) =>
  textOf(await daily(subcommand, options, who).response())
const completed = async (subcommand: string, name: string, value: string, who = {}) =>
  await room.bot.fake.interact
    .autocomplete({ name: 'daily', subcommand, focused: { name, value }, ...who })
    .choices()
const optionsOf = (message: Message, act: string) =>
  componentsOf(message).find(({ custom_id }) => custom_id?.startsWith(`1:${act}:`))?.options ?? []
const fileNamed = (message: Message, name: string) =>
  message.attachments.find(({ filename }) => filename === name)
/** Pauses a subscription as the posting of it would. */
async function pause({ id, next }: Pick<Subscription, 'id' | 'next'>, reason: PauseReason) {
  const lease = { owner: 'test', lease: hoursAgo(-1) }
  const due = { subscription: id, due: next, since: hoursAgo(24), expected: next, next: hoursAgo(-24) }
  const [delivery] = await room.bot.ledger.claimDue([due], hoursAgo(0), lease)
  if (delivery) await room.bot.ledger.recordFailed(delivery, 'refused', { reason, tell: false })
}

describe('/daily now', () => {
  test('tells what is new as stories, each with a quotation, its source to open, and a chart in words too', async () => {
    const fake = await room.share()
    const asked = daily('now')
    const card = await asked.response(isBriefing)
    expect((await asked.acknowledged()).flags & 64).toBe(0)
    const shown = textOf(card)
    expect(shown).toMatch(/^### What is new since <t:\d+:f>\n\*\*1\. /)
    expect(shown).toContain('-# 2 independent sources, 2 articles')
    expect(shown).toMatch(/> “[^”]+” — (?:Coast News|Island Post|Valley Post), <t:\d+:f> \*\*\[\d\]\*\*/)
    expect(shown).toMatch(/-# 3 new documents of 7 in all .*; quoted: \d\./)
    const links = componentsOf(card).filter(({ style }) => style === 5)
    expect(links).toHaveLength(2)
    for (const { url } of links) expect(url).toMatch(/^https:\/\/(?:aground|aground-2|bank)\.example\/story$/)
    const pictures = componentsOf(card).flatMap(({ items }) => (items ?? []) as { description: string }[])
    expect(pictures[0]?.description).toMatch(
      /^Articles a day for each story, .*\n1\. .*Aurora.*: (?:\d, ){6}\d\n2\. Central bank/,
    )
    const png = fileNamed(card, 'stories.png')
    expect(fake.fileText(png?.url ?? '').slice(1, 4)).toBe('PNG')
  })

  test('is limited as it was asked: by time, by several topics and sources, and privately', async () => {
    const fake = await room.share()
    const asked = daily('now', { sources: 'valley post, Island Post', since: hoursAgo(2.5), private: true })
    const card = await asked.response(isBriefing)
    expect((await asked.acknowledged()).flags & 64).toBe(64)
    expect(textOf(card)).toContain('-# Only Valley Post, Island Post')
    expect(textOf(card)).toContain('-# 1 new document of')
    expect(optionsOf(card, 'stories').map(({ label }) => label)).toEqual([
      '1. Forty rescued from the ferry Aurora',
    ])
    const click = fake.interact.button({ message: card, customId: controlOf(card, 'share') })
    const shared = await click.response(isBriefing)
    expect(shared.flags & 64).toBe(0)
    expect(fileNamed(shared, 'stories.png')).toBeDefined()
    for (const options of [{ since: '2024-05-16', until: '2024-05-10' }, { until: '2024-05-16T25:00' }])
      expect(await said('now', options)).toMatch(/must be later than|is no time/)
    expect(await said('now', { topics: 'sea, nonsense' })).toContain('No topic here is called “nonsense”')
  })

  test('says of a quiet day that it is quiet, and how old the newest document is', async () => {
    await room.open({ documents: DOCUMENTS })
    const card = await daily('now').response(isBriefing)
    expect(textOf(card)).toContain('**All is quiet: there is nothing new to tell.**')
    expect(textOf(card)).toMatch(/The newest document here: 2024-06-01 \(\d+ \w+ ago\)\./)
    expect(controlOf(card, 'stories')).toBe('no stories')
    expect(card.attachments).toEqual([])
  })

  test('reads in the person’s language', async () => {
    await room.share()
    const card = await daily('now', {}, { locale: 'de' }).response((message) =>
      /Was es seit/.test(textOf(message)),
    )
    expect(textOf(card)).toContain('-# 2 unabhängige Quellen, 2 Artikel')
    expect(textOf(card)).toMatch(/-# 3 neue Dokumente von insgesamt 7 .*; zitiert: \d\./)
  })
})

describe('a briefing that was posted to many', () => {
  /** Entries that a clock made belong to no server and no channel. */
  const scheduled: Partial<BotOptions> = {
    replace: (real) => ({
      daily: {
        ...real.daily,
        now: (wanted, context) =>
          real.daily.now(wanted, {
            ...context,
            server: null,
            channel: null,
            collections: ['shared'],
            person: '7',
          }),
      },
    }),
  }

  test('can be asked about, story by story, by everybody and after a restart', async () => {
    const fake = await room.open(scheduled)
    const card = await daily('now').response(isBriefing)
    await room.bot.restart()
    const stories = optionsOf(card, 'stories')
    expect(stories.map(({ value }) => value)).toEqual(['0', '1'])
    const customId = controlOf(card, 'stories')
    const chosen = fake.interact.select({ message: card, customId, values: ['1'], ...member() })
    const { title, custom_id } = await chosen.shownModal()
    expect([title, custom_id]).toEqual(['Ask a follow-up', expect.stringMatching(/^1:story:[\w-]+:1$/)])
    const answer = await chosen
      .submit({ text: 'what did the governor say?' })
      .response((message) => /Searched \d/.test(textOf(message)))
    expect(textOf(answer)).toContain('prices still rise too fast')
    await expect.poll(() => room.bot.logged('earlier').at(-1)?.earlier).toBe(1)
    const asked = await room.bot.ledger.entry(controlOf(answer, 'follow').split(':')[2] ?? '')
    expect(asked).toMatchObject({ previous: customId.split(':')[2], story: 1 })
    const again = fake.interact.button({ message: answer, customId: controlOf(answer, 'follow') })
    await again.shownModal()
    await again.submit({ text: 'and the central bank?' }).response((one) => /Searched \d/.test(textOf(one)))
    await expect.poll(() => room.bot.logged('earlier').at(-1)?.earlier).toBe(2)
  })

  test('shows each quotation, the whole of it as a file, and takes votes, after a restart', async () => {
    const fake = await room.open(scheduled)
    const card = await daily('now').response(isBriefing)
    await room.bot.restart()
    const select = { message: card, customId: controlOf(card, 'quote'), values: ['0'], ...member() }
    expect(textOf(await fake.interact.select(select).response())).toContain('identical to the stored source')
    const press = (act: string) =>
      fake.interact.button({ message: card, customId: controlOf(card, act), ...member() }).response()
    const [file] = (await press('dossier')).attachments
    const whole = fake.fileText(file?.url ?? '')
    for (const part of ['## 1. ', '## 2. ', 'SHA-256', '"writer": "extract"', '```text\n'])
      expect(whole).toContain(part)
    expect(textOf(await press('up'))).toContain('👍')
    expect(controlOf(card, 'share')).toBe('no share')
  })

  test('is nothing for those who may not read what it quotes', async () => {
    const text = 'The pilot boats get a new berth.'
    const own = news('berth', 'A new berth for the pilot boats', 'Harbour Board', 1, text)
    await room.open({ documents: { ...NEWS, [HARBOUR]: [own] } })
    const card = await daily('now').response(isBriefing)
    expect(textOf(card)).toContain('A new berth')
    const id = controlOf(card, 'dossier').split(':')[2] ?? ''
    const reader = { person: room.place.BEN, collections: ['shared', 'another server'] }
    expect(await room.bot.services.recall(id, reader)).toBeUndefined()
    const { signal } = new AbortController()
    const question = { ...reader, language: languageFor('en'), note: () => {}, progress: () => {}, signal }
    const asked = await room.bot.services.ask('what is new?', undefined, question as never, { id, story: 0 })
    expect(asked.previous).toBeNull()
  })

  test('is followed by a reply to it, and in a thread below it', async () => {
    const fake = await room.open()
    const channelId = fake.channelOf(room.place.HARBOUR)
    const card = await daily('now').response(isBriefing)
    const isAnswer = (message: Message) => /Searched \d/.test(textOf(message))
    const reply = fake.interact.say({ content: 'what did the pilot say?', channelId, replyTo: card })
    expect(textOf(await reply.answer(isAnswer))).toContain('sandbank is on no chart')
    await expect.poll(() => room.bot.logged('earlier').at(-1)?.earlier).toBe(1)
    const thread = fake.openThread(card.id, 'The ferry')
    const below = fake.interact.say({ content: 'why did it happen?', channelId: thread, mentionsBot: true })
    await below.answer(isAnswer)
    await expect.poll(() => room.bot.logged('earlier').map(({ earlier }) => earlier)).toEqual([1, 1])
  })

  test('makes one form of a double click', async () => {
    const fake = await room.share((real) => ({
      recall: async (...all) => {
        await new Promise((resolve) => setTimeout(resolve, 300))
        return real.recall(...all)
      },
    }))
    const card = await daily('now').response(isBriefing)
    const click = { message: card, customId: controlOf(card, 'dossier') }
    const [first, second] = [fake.interact.button(click), fake.interact.button(click)]
    expect((await second.acknowledged()).type).toBe(6)
    expect((await first.response()).attachments).toHaveLength(1)
    const pick = { message: card, customId: controlOf(card, 'stories'), values: ['0'] }
    const picks = [fake.interact.select(pick), fake.interact.select(pick)]
    const types = await Promise.all(picks.map(async (one) => (await one.acknowledged()).type))
    expect(types.toSorted()).toEqual([6, 9])
  })
})

test('a question about a story knows its headline, and so does the one after it', async () => {
  const digest = { stories: [{ headline: 'Ferry aground' }, { headline: 'Rate kept' }] }
  const entries: Record<string, object> = {
    briefing: { kind: 'daily', digest },
    first: { kind: 'answer', previous: 'briefing', story: 1, scope: {}, briefing: { question: 'Why?' } },
    second: { kind: 'answer', previous: 'first', scope: { source: 'A' }, briefing: { question: 'And now?' } },
  }
  const recall = async (id: string) => entries[id] as never
  const before = (previous: Previous) => conversation(previous, {} as never, recall)
  expect(await before({ id: 'second' })).toEqual({
    questions: ['Rate kept', 'Why?', 'And now?'],
    scope: { source: 'A' },
    previous: { id: 'second' },
    answer: { question: 'And now?' },
  })
  const last = { id: 'briefing', story: 1 }
  expect(await before(last)).toEqual({ questions: ['Rate kept'], scope: {}, previous: last })
  expect((await before({ id: 'briefing' })).questions).toEqual(['Ferry aground'])
  expect(await before({ id: 'gone' })).toEqual({ questions: [], scope: {}, previous: undefined })
})

describe('/daily subscribe', () => {
  test('takes a channel from a manager, a list and a label show it, and it survives a restart', async () => {
    const fake = await room.open()
    const [, channel = ''] = fake.channelsOf(room.place.HARBOUR)
    const order = {
      channel,
      time: '7:30',
      zone: 'berlin',
      days: 'mon-fri',
      sources: 'coast news',
      language: 'Deutsch',
    }
    const confirmed = await said('subscribe', order)
    expect(confirmed.split('\n')).toEqual([
      '### This briefing comes from now on',
      `**<#${channel}>**, 07:30 Europe/Berlin, Monday to Friday`,
      '-# Only Coast News · Deutsch',
      expect.stringMatching(/^-# next: <t:\d+:f>$/),
    ])
    await room.bot.restart()
    expect((await said('list')).split('\n').slice(0, 3)).toEqual([
      '### Briefings',
      `**<#${channel}>**, 07:30 Europe/Berlin, Monday to Friday`,
      '-# Only Coast News · Deutsch',
    ])
    const choices = await completed('unsubscribe', 'subscription', '')
    expect(choices.map(({ name }) => name)).toEqual(['#news, 07:30 Europe/Berlin, Monday to Friday'])
    const [ended] = choices
    expect(await said('unsubscribe', { subscription: String(ended?.value) })).toBe(
      'No more briefing: \\#news, 07\\:30 Europe/Berlin, Monday to Friday.',
    )
    expect(await said('list')).toContain('There is no briefing here yet; /daily subscribe orders one.')
  })

  test('takes only their own direct messages from everybody else', async () => {
    const fake = await room.share()
    const channel = fake.channelOf(room.place.HARBOUR)
    expect(await said('subscribe', { channel, zone: 'UTC' }, member())).toContain(
      'Only those who manage this server',
    )
    expect(await said('subscribe', { zone: 'UTC' }, member())).toContain(
      '**direct message**, 08:00 UTC, every day',
    )
    await said('subscribe', { channel, zone: 'UTC' })
    const listed = await said('list', {}, member())
    expect(listed).toContain(`**<#${channel}>**`)
    expect(listed).toContain('**direct message**')
    const own = await completed('unsubscribe', 'subscription', '', member())
    expect(own.map(({ name }) => name)).toEqual(['direct message, 08:00 UTC, every day'])
    const [other] = (
      await room.bot.services.daily.subscriptions({
        server: room.place.HARBOUR,
        person: room.place.ANN,
        maySee: () => true,
      } as never)
    ).filter(({ channel }) => channel !== null)
    for (const name of ['unsubscribe', 'resume'])
      expect(await said(name, { subscription: other?.id ?? '' }, member())).toContain(
        'no such briefing that you may change',
      )
    expect(await said('list', {}, { guildId: null, userId: room.place.BEN })).toContain('**direct message**')
  })

  test('in a direct message is always one’s own', async () => {
    await room.share()
    const here = { guildId: null, userId: room.place.BEN, locale: 'fr' }
    expect(await said('subscribe', { zone: 'Paris', days: 'lundi' }, here)).toContain(
      '**message privé**, 08:00 Europe/Paris, lundi\n-# français',
    )
    expect(await said('list', {}, { userId: room.place.ANN })).toContain('no briefing here yet')
  })

  test('refuses a channel where the bot may not post, with what to change', async () => {
    const fake = await room.share()
    const channel = fake.channelOf(room.place.HARBOUR)
    // View, send and read, but not attach.
    fake.setBotPermissions(channel, String((1n << 10n) | (1n << 11n) | (1n << 16n)))
    await expect
      .poll(() => said('subscribe', { channel, zone: 'UTC' }))
      .toContain('I cannot post there; choose a text')
    expect(await said('list')).toContain('no briefing here yet')
  })

  test('asks for a zone while none is known, and then takes what was chosen last', async () => {
    await room.share()
    expect(await said('subscribe')).toContain('Discord does not tell me where you are')
    await said('subscribe', { zone: 'Asia/Tokyo', time: '6 am', language: 'fr' })
    expect(await said('subscribe', { days: 'Sunday' })).toContain(
      '**direct message**, 06:00 Asia/Tokyo, Sunday\n-# français',
    )
  })

  test.each([
    [{ time: 'soon' }, '“soon” is no time of day'],
    [{ zone: 'Atlantis' }, 'I know no time zone “Atlantis”'],
    [{ zone: 'UTC', days: 'never' }, '“never” names no days'],
    [{ zone: 'UTC', language: 'Klingon' }, 'I do not speak “Klingon”'],
    [{ zone: 'UTC', topics: 'nonsense' }, 'No topic here is called “nonsense”'],
    [{ zone: 'UTC', sources: 'Harbour Board' }, 'No source here is called “Harbour Board”'],
  ])('refuses %j in one sentence', async (options, sentence) => {
    await room.share()
    expect(await said('subscribe', options)).toContain(sentence)
  })

  test('completes zones, days, languages, and the last of several sources', async () => {
    await room.share()
    const values = async (name: string, typed: string, who = {}) =>
      (await completed('subscribe', name, typed, who)).map(({ value }) => value)
    expect(await values('zone', 'berl')).toEqual(['Europe/Berlin'])
    expect(await values('sources', 'Coast News, isl')).toEqual(['Coast News, Island Post'])
    expect(await values('topics', 'food, ')).not.toContain('food, food')
    expect((await completed('subscribe', 'days', '', { locale: 'de' })).map(({ name }) => name)).toEqual([
      'täglich',
      'Montag bis Freitag',
      'Montag',
      'Dienstag',
      'Mittwoch',
      'Donnerstag',
      'Freitag',
      'Samstag',
      'Sonntag',
    ])
    expect(await completed('subscribe', 'days', 'mo, do', { locale: 'de' })).toEqual([
      { name: 'Montag und Donnerstag', value: '1,4' },
    ])
    expect(await completed('subscribe', 'language', '')).toContainEqual({ name: 'русский', value: 'ru' })
    expect(await values('time', '6:15')).toEqual(['06:15'])
    await said('subscribe', { zone: 'Asia/Tokyo', days: '1,4' })
    expect((await values('zone', ''))[0]).toBe('Asia/Tokyo')
  })
})

describe('a subscription', () => {
  test('that is paused says why and goes on when it may', async () => {
    const fake = await room.share()
    const channel = fake.channelOf(room.place.HARBOUR)
    await said('subscribe', { channel, zone: 'UTC' })
    const [choice] = await completed('preview', 'subscription', '')
    const id = String(choice?.value)
    expect(await completed('resume', 'subscription', '')).toEqual([])
    const found = await room.bot.ledger.subscription(id)
    if (found) await pause(found, 'no_permission')
    expect(await said('list')).toContain(
      '⚠ Paused: I may not see the channel or not write in it; /daily resume posts it again.',
    )
    expect(await completed('resume', 'subscription', '')).toEqual([choice])
    expect(await said('resume', { subscription: id })).toContain('### This briefing comes from now on')
    expect(await said('list')).not.toContain('Paused')
  })

  test('is shown in advance to the person only, as it will be', async () => {
    await room.share()
    await said('subscribe', { zone: 'UTC', sources: 'Valley Post' }, member())
    const [choice] = await completed('preview', 'subscription', '', member())
    const asked = daily('preview', { subscription: String(choice?.value) }, member())
    const card = await asked.response(isBriefing)
    expect((await asked.acknowledged()).flags & 64).toBe(64)
    expect(textOf(card)).toContain('Only Valley Post')
    expect(textOf(card)).toContain('Central bank keeps its rate')
    expect(await said('preview', { subscription: 'nonsense' }, member())).toContain('no such briefing')
  })
})

test('/settings topics names what a server is about, and /settings show says so', async () => {
  const fake = await room.share()
  const settings = async (subcommand: string, options: Record<string, string> = {}) =>
    textOf(await fake.interact.command({ name: 'settings', subcommand, options }).response())
  expect(await settings('topics', { topics: 'sea, trade' })).toContain('come first in briefings: sea, trade.')
  expect(await settings('show')).toContain('come first in briefings: sea, trade.')
  const typing = { name: 'settings', subcommand: 'topics', focused: { name: 'topics', value: 'trade, se' } }
  expect(await fake.interact.autocomplete(typing).choices()).toEqual([
    { name: 'trade, sea', value: 'trade, sea' },
  ])
  expect(await settings('topics')).toContain('No topic comes first in briefings.')
})

test('/settings topics puts stories on them first in /daily now', async () => {
  const rate =
    'The central bank kept its rate at four percent. Governor Lena Moss said that prices still rise.'
  const bank = news('bank', 'Central bank keeps its rate', 'Valley Post', 5, rate, 'money')
  const shared = [...NEWS.shared.filter(({ _id }) => _id !== 'bank'), bank]
  const fake = await room.open({ documents: { ...NEWS, shared } })
  const order = async () => {
    const told = textOf(await daily('now').response(isBriefing))
    return ['Aurora', 'Central bank'].toSorted((one, other) => told.indexOf(one) - told.indexOf(other))
  }
  expect(await order()).toEqual(['Aurora', 'Central bank'])
  const chosen = { name: 'settings', subcommand: 'topics', options: { topics: 'money' } }
  await fake.interact.command(chosen).response()
  expect(await order()).toEqual(['Central bank', 'Aurora'])
})
