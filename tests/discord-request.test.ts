/** A request on the wire, whatever happens to it: real discord.js against a strict Discord. */
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { commandsOf } from '../commands/index.ts'
import { type Services, UserError } from '../src/command/context.ts'
import { runDiscord } from '../src/discord/client.ts'
import { type BotOptions, controlOf, type Replace } from './fakes/bot.ts'
import { type Message, textOf } from './fakes/discord.ts'
import { HARBOUR, SERVERS, useNewsroom } from './fakes/newsroom.ts'
import { PATIENCE_MS } from './fakes/patience.ts'

const room = useNewsroom({ own: false })
const QUESTION = 'what causes the tides?'
const start = (replace: Replace = () => ({}), more: Partial<BotOptions> = {}) =>
  room.open({ replace, ...more })
const ask = (options: Record<string, string | boolean> = {}, who = {}) =>
  room.bot.fake.interact.command({ name: 'ask', options: { question: QUESTION, ...options }, ...who })
const answered = (message: Message) => textOf(message).includes('Searched')
const outcomes = () => room.bot.logged('outcome').map(({ outcome }) => outcome)
/** An answer that takes its time: `steps` are pauses between the stages, in milliseconds. */
const slowly =
  (...steps: number[]) =>
  (real: Services): Partial<Services> => ({
    ask: async (question, scope, context, previous) => {
      for (const [at, stage] of (['search', 'read', 'write', 'verify'] as const).entries()) {
        context.progress(stage)
        if (steps[at]) await wait(steps[at])
      }
      return real.ask(question, scope, { ...context, progress: () => {} }, previous)
    },
  })

describe('commands are registered', () => {
  test('in six languages, once, and not again when Discord has them already', async () => {
    const fake = await start()
    expect(fake.commandPuts).toBe(1)
    const named = (name: string) => fake.commands().find((command) => command.name === name)
    expect(named('ask')).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] })
    expect(named('ask')?.name_localizations).toMatchObject({ de: 'frage', 'es-419': 'preguntar' })
    expect(named('corpus')).toMatchObject({ default_member_permissions: '32', contexts: [0] })
    expect(named('Check against the corpus')).toMatchObject({ type: 3 })
    await room.bot.restart()
    expect(fake.commandPuts).toBe(1)
  })

  test('and a registration that fails leaves the bot answering, with one line in the log', async () => {
    const fake = await start()
    await room.bot.stop()
    await fake.disconnected()
    fake.failNext({ method: 'GET', path: /commands$/, status: 403, code: 50001 })
    await room.bot.restart()
    expect(room.bot.log()).toContain('could not be registered')
    expect(answered(await ask().response(answered))).toBe(true)
  })

  test('a wrong token is said in one sentence', async () => {
    room.mayBeRefused = true
    const fake = await start()
    const log = pino({ level: 'silent' })
    const options = {
      apiUrl: fake.url,
      commands: commandsOf('chat'),
      services: room.bot.services,
      log,
      questionsPerMinute: 20,
    }
    await expect(runDiscord({ token: 'wrong', ...options })).rejects.toThrow('does not accept DISCORD_TOKEN')
  })
})

describe('a question', () => {
  test('is acknowledged, shows its stages in place, one edit at a time, then the card', async () => {
    const fake = await start(slowly(1500, 0, 300))
    const handle = ask()
    expect(await handle.acknowledged()).toEqual({ type: 5, flags: 0 })
    const message = await handle.response(answered)
    expect(textOf(message)).toContain('**Bottom line:** The Moon causes the tides twice a day. **[1]**')
    const shown = handle.edits.map((edit) => textOf(edit).split('\n').at(-1))
    expect(shown[0]).toBe('**Searching the corpus…**')
    expect(shown[1]).toMatch(/Reading|Writing/)
    expect(shown.at(-1)).toContain('Extractive')
    expect(handle.edits.every(({ id }) => id === message.id)).toBe(true)
    await expect.poll(() => room.bot.logged('outcome')).toHaveLength(1)
    expect(room.bot.logged('outcome')[0]).toMatchObject({ command: 'ask', outcome: 'answered' })
    expect(room.bot.log()).not.toContain(fake.token)
    expect(room.bot.log()).not.toContain(handle.token)
  })

  test('asked in private is hidden from the first moment', async () => {
    await room.share()
    const handle = ask({ private: true })
    expect(await handle.acknowledged()).toEqual({ type: 5, flags: 64 })
    expect((await handle.response(answered)).flags & 64).toBe(64)
  })

  test('with a source, topic or time that is none is told so, with what to do', async () => {
    await room.share()
    const said = async (options: Record<string, string>) => textOf(await ask(options).response())
    expect(await said({ source: 'Nobody' })).toContain('choose one from the list')
    expect(await said({ about: 'nothing' })).toContain('choose one from the list')
    expect(await said({ since: 'soon' })).toContain('write today, a week, a month')
  })
})

describe('completions', () => {
  const type = (name: string, value: string, who = {}) =>
    room.bot.fake.interact.autocomplete({ name: 'ask', focused: { name, value }, ...who }).choices()

  test('come from the corpus: sources, topics, and times in the person’s language', async () => {
    await room.share()
    expect(await type('source', 'val')).toEqual([{ name: 'Valley Post', value: 'Valley Post' }])
    expect(await type('about', 'fo')).toEqual([{ name: 'food', value: 'food' }])
    expect(await type('since', '16. Mai 2024', { locale: 'de' })).toEqual([
      { name: '16. Mai 2024', value: '2024-05-16' },
    ])
    expect((await type('since', '', { locale: 'de' })).map(({ value }) => value)).toEqual([
      'today',
      'week',
      'month',
      'year',
    ])
  })

  test('are at most 25, and leave out what Discord would refuse', async () => {
    const names = ['x'.repeat(101), '', ...Array.from({ length: 40 }, (_, at) => `Gazette ${at}`)]
    await room.share(() => ({ sources: async () => names }))
    const choices = await type('source', '')
    expect(choices).toHaveLength(25)
    expect(choices[0]).toEqual({ name: 'Gazette 0', value: 'Gazette 0' })
  })

  test('are none when the service fails or takes too long', async () => {
    await room.share(() => ({
      sources: () => Promise.reject(new Error('closed')),
      topics: () => new Promise(() => {}),
    }))
    expect(await type('source', '')).toEqual([])
    expect(await type('about', '')).toEqual([])
  })
})

test('a control of another version is answered with a sentence for its reader only', async () => {
  const fake = await room.share()
  const handle = fake.interact.modal({ customId: '0:old', fields: {} })
  expect(textOf(await handle.response())).toContain('another version')
  expect((await handle.acknowledged()).flags & 64).toBe(64)
})

describe('a failure reaches the person', () => {
  test('as it stands, inert, when it is a fault of the request', async () => {
    await room.share(() => ({
      ask: () => Promise.reject(new UserError({ plain: 'Ask about one thing (*one*).' })),
    }))
    expect(textOf(await ask().response()).replaceAll('\\', '')).toBe('Ask about one thing (*one*).')
  })

  test('as one sentence with an id that stands in the log when it is ours', async () => {
    await start(() => ({ ask: () => Promise.reject(new Error('disk full')) }))
    const shown = textOf(await ask().response())
    expect(shown).toContain('Something went wrong while answering.')
    await expect.poll(() => room.bot.logged('outcome')).toHaveLength(1)
    const [line] = room.bot.logged('outcome')
    expect(shown.replaceAll('\\', '')).toContain(line?.requestId)
    expect(room.bot.logged('error')[0]).toMatchObject({
      requestId: line?.requestId,
      error: { message: 'disk full' },
    })
    expect(shown).not.toContain('disk')
  })

  test('also when it happens before the acknowledgement', async () => {
    await room.share(() => ({ settings: () => Promise.reject(new Error('disk full')) }))
    const handle = ask()
    expect(textOf(await handle.response())).toContain('Something went wrong')
    expect((await handle.acknowledged()).flags & 64).toBe(64)
  })

  test.each([
    ['the answer to the acknowledgement is lost', { status: 502, afterApplying: true }],
    ['Discord is said to have been answered before', { status: 400, code: 40060, afterApplying: true }],
    ['Discord wrongly calls it unknown', { status: 404, code: 10062, afterApplying: true }],
  ])('or the answer does, although %s', async (_, failure) => {
    const fake = await room.share()
    fake.failNext({ method: 'POST', path: /callback$/, ...failure })
    expect(answered(await ask().response(answered))).toBe(true)
  })

  test('and an interaction that is truly lost starts no work', async () => {
    let asked = 0
    const fake = await start(() => ({
      ask: async () => {
        asked += 1
        throw new Error('never')
      },
    }))
    fake.failNext({ method: 'POST', path: /callback$/, status: 404, code: 10062 })
    const { token } = ask()
    await expect.poll(outcomes).toEqual(['undelivered'])
    expect(asked).toBe(0)
    expect(room.bot.log()).toContain('10062')
    expect(room.bot.log()).not.toContain(token)
  })

  test.each([
    ['a rate limit', { status: 429, headers: { 'retry-after': '0.1' } }],
    ['a failing Discord', { status: 503, times: 6 }],
    ['a cut connection', { status: 0 }],
  ])('after %s the answer is sent all the same', async (_, failure) => {
    const fake = await room.share((real) => ({
      ask: (question, scope, context) => real.ask(question, scope, { ...context, progress: () => {} }),
    }))
    fake.failNext({ method: 'PATCH', path: /@original$/, ...failure })
    expect(answered(await ask().response(answered))).toBe(true)
  })
})

describe('an answer that does not reach its person', () => {
  /** The stages' edits may meet the failures too: there are enough for all. */
  const expire = (code: number, status: number, times = 5) =>
    room.bot.fake.failNext({ method: 'PATCH', path: /@original$/, status, code, times })
  const quietly = (real: Services): Partial<Services> => ({
    ask: (question, scope, context) => real.ask(question, scope, { ...context, progress: () => {} }),
  })

  test('after 15 minutes goes to the channel where the bot may write', async () => {
    const fake = await room.share(quietly)
    expire(50027, 401, 1)
    ask()
    const posts = () => fake.visibleIn(fake.channelOf(room.place.HARBOUR)).filter(answered)
    await expect.poll(posts).toHaveLength(1)
    expect(textOf(posts()[0] as Message)).toContain('The Moon causes the tides')
  })

  test.each([
    ['private', { private: true }, {}, 50027, 401],
    ['deleted by somebody', {}, {}, 10008, 404],
    ['in a channel where the bot may not write', {}, { botPermissions: '1024' }, 50027, 401],
  ])(
    'because it was %s is kept, also over a restart, and offered by the next /ask',
    async (_, options, channel, code, status) => {
      room.mayBeRefused = true
      const fake = await start(quietly)
      const channelId = fake.addChannel(HARBOUR, channel)
      expire(code, status, 1)
      ask(options, { channelId })
      await expect.poll(outcomes).toEqual(['undelivered'])
      await room.bot.restart()
      const next = fake.interact.command({
        name: 'ask',
        options: { question: 'what does bread cost?', private: true },
      })
      await next.response(answered)
      const offer = await next.followUp()
      expect(offer.flags & 64).toBe(64)
      expect(textOf(offer)).toContain(QUESTION)
      const shown = fake.interact.button({ message: offer, customId: controlOf(offer, 'show') })
      expect(textOf(await shown.response(answered))).toContain('The Moon causes the tides')
      const third = ask()
      await third.response(answered)
      await expect.poll(() => outcomes().length).toBe(4)
      expect(third.followUps).toEqual([])
    },
  )
})

describe('the connection', () => {
  test('is resumed after a cut, and a question meanwhile is answered', async () => {
    const fake = await start()
    fake.disconnect(4000)
    await fake.connected()
    expect(answered(await ask().response(answered))).toBe(true)
    expect(fake.identifies).toBe(1)
  })

  test('is begun anew after an invalid session', async () => {
    const fake = await start()
    await fake.invalidateSession(false)
    await expect.poll(() => fake.identifies, { timeout: PATIENCE_MS }).toBe(2)
    await fake.connected()
    expect(answered(await ask().response(answered))).toBe(true)
  })

  test('with a server in an outage at the start does not keep others waiting', async () => {
    const away = { id: '900000000000000009', name: 'Away', unavailable: true }
    const fake = await start(() => ({}), { discord: { guilds: [...SERVERS, away] } })
    const handle = ask()
    await handle.acknowledged()
    expect(answered(await handle.response(answered))).toBe(true)
    expect(fake.violations).toEqual([])
  })
})

describe('stopping', () => {
  test('lets ten open answers end', async () => {
    const fake = await start(slowly(500))
    const handles = Array.from({ length: 10 }, (_, at) => ask({ question: `${QUESTION} ${at}` }))
    await Promise.all(handles.map((handle) => handle.acknowledged()))
    const stopping = room.bot.stop()
    for (const handle of handles) expect(answered(await handle.response(answered))).toBe(true)
    await stopping
    await fake.disconnected()
  })

  test('tells ten people whose answers would take longer, aborts the work, and takes no new', async () => {
    const signals: AbortSignal[] = []
    await start(() => ({
      ask: (_question, _scope, context) => {
        signals.push(context.signal)
        return new Promise(() => {})
      },
    }))
    const handles = Array.from({ length: 10 }, (_, at) => ask({ question: `${QUESTION} ${at}` }))
    await Promise.all(handles.map((handle) => handle.acknowledged()))
    const stopping = room.bot.stop()
    const late = ask()
    expect(textOf(await late.response())).toBe('The bot is restarting; please ask again.')
    expect((await late.acknowledged()).flags & 64).toBe(64)
    await stopping
    for (const handle of handles) {
      const said = textOf(await handle.response((message) => textOf(message).includes('restarting')))
      expect(said).toBe('The bot is restarting; please ask again.')
    }
    expect(signals.every(({ aborted }) => aborted)).toBe(true)
  })
})
