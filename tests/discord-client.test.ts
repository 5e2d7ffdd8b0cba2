/** The bot on the wire: real discord.js against a strict Discord, with services that hold a small corpus. */
import { setTimeout as wait } from 'node:timers/promises'
import pino from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import type { Briefing, QuoteInContext } from '../src/brief/briefing.ts'
import { type Command, type Context, type Services, UserError } from '../src/command.ts'
import { runDiscord } from '../src/discord/client.ts'
import { createJobs, Ended } from '../src/discord/jobs.ts'
import { createEditor, stageCard } from '../src/discord/stages.ts'
import {
  componentsOf,
  type FakeDiscord,
  GUILD,
  type Message,
  startFakeDiscord,
  textOf,
} from './fakes/discord.ts'

const HASH = 'ab12'.repeat(16)
const ANSWER = '01JDABCDEFGHJKMNPQRSTVWXYZ'
const HOSTILE =
  '@everyone <@123456789012345678> [win](https://evil.example) discord.gg/evil\n# Big\n> quoted\n```js\nx```'

function briefing(question: string, text: string): Briefing {
  const info = { id: 'a.md', collection: 'shared', title: 'Steel', source: 'Gazette', author: null }
  const document = { ...info, url: 'https://gazette.example/steel', date: '2024-05-16', added: '2026-01-01' }
  return {
    question,
    status: 'answered',
    points: [{ text, quotes: [0] }],
    disagreements: [],
    unsaid: [],
    quotes: [{ document: 'a.md', hash: HASH, start: 0, end: text.length, text }],
    documents: [{ ...document, language: 'en', topics: [], hash: HASH }],
    nearest: [],
    coverage: { documents: 3, passages: 9, oldest: '2024-01-01', newest: '2024-05-16' },
    confidence: 1,
    receipt: {
      writer: 'extract',
      model: null,
      promptVersion: null,
      inputTokens: 0,
      outputTokens: 0,
      milliseconds: 1,
      droppedCitations: 0,
      droppedPoints: 0,
      fallback: null,
      incomplete: false,
    },
  }
}

/** What the corpus says; each test replaces the part it is about. */
function services(more: Partial<Services> = {}): Services {
  return {
    ask: async (question, _filter, context) => {
      for (const stage of ['search', 'read', 'write', 'verify'] as const) context.progress(stage)
      const { person, collections } = context
      return { id: ANSWER, asked: '', person, collections, briefing: briefing(question, 'Steel rose.') }
    },
    quotations: async () => [],
    search: async () => [],
    quoteInContext: async (id, index): Promise<QuoteInContext | undefined> => {
      const { quotes, documents } = briefing('', 'Steel rose.')
      const [quote, document] = [quotes[index], documents[0]]
      if (id !== ANSWER || !quote || !document) return undefined
      return { quote, document, before: 'It was May.', after: 'Coal fell.', verified: true }
    },
    sources: async (typed) => Array.from({ length: 40 }, (_, index) => `${typed} Gazette ${index}`),
    status: async () => ({
      coverage: { documents: 3, passages: 9, oldest: null, newest: null },
      sources: [{ source: 'Gazette', documents: 3 }],
      refused: [],
      busy: false,
    }),
    ...more,
  }
}

const commands: Command[] = [
  {
    name: 'ask',
    description: 'Ask the corpus',
    options: [
      { name: 'question', description: 'The question', type: 'string', required: true, maxLength: 500 },
      {
        name: 'source',
        description: 'Only this publisher',
        type: 'string',
        complete: (typed, { sources }, context) => sources(typed, context),
      },
      { name: 'private', description: 'Show it only to me', type: 'boolean' },
    ],
    isPrivate: (values) => values.private === true,
    run: async (values, { ask }, context) => ({
      kind: 'answer',
      answer: await ask(String(values.question), {}, context),
      private: values.private === true,
    }),
  },
  {
    name: 'corpus status',
    description: 'What the corpus holds',
    options: [],
    isPrivate: () => true,
    run: async (_values, { status }, context) => ({
      kind: 'status',
      status: await status(context),
      private: true,
    }),
  },
]

type Running = { stop: () => Promise<void> }
const running: Running[] = []
afterEach(async () => {
  for (const part of running.splice(0).reverse()) await part.stop()
})

async function start(more: Partial<Services> = {}, options: Parameters<typeof startFakeDiscord>[0] = {}) {
  const fake = await startFakeDiscord(options)
  running.push(fake)
  return { fake, ...(await connect(fake, more)) }
}

async function connect(fake: FakeDiscord, more: Partial<Services> = {}) {
  const lines: string[] = []
  const bot = await runDiscord({
    token: fake.token,
    apiUrl: fake.url,
    commands,
    services: services(more),
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    fastIdentify: true,
  })
  running.push(bot)
  await bot.ready
  const logged = (key: string) => lines.map((line) => JSON.parse(line)).filter((line) => key in line)
  return { bot, lines, logged }
}

const ask = (fake: FakeDiscord, options: Record<string, string | boolean> = {}, guildId?: string | null) =>
  fake.interact.command({ name: 'ask', options: { question: 'what rose?', ...options }, guildId })
const answered = (message: Message) => textOf(message).includes('Searched')
const picked = (fake: FakeDiscord, message: Message) =>
  fake.interact.select({ message, customId: `1:quote:${ANSWER}`, values: ['0'] })

describe('commands are registered', () => {
  test('once, and not again when Discord has them already', async () => {
    const { fake, bot } = await start()
    expect(fake.commandPuts).toBe(1)
    const [first, second] = fake.commands()
    expect(first).toMatchObject({ name: 'ask', contexts: [0, 1, 2], integration_types: [0, 1] })
    expect(second).toMatchObject({ name: 'corpus', default_member_permissions: '32' })
    expect(second?.options?.[0]).toMatchObject({ name: 'status', type: 1 })
    await bot.stop()
    await fake.disconnected()
    await connect(fake)
    expect(fake.commandPuts).toBe(1)
    expect(fake.violations).toEqual([])
  })

  test('and a registration that fails leaves the bot answering, with one line in the log', async () => {
    const fake = await startFakeDiscord()
    running.push(fake)
    fake.failNext({ method: 'GET', path: /commands$/, status: 403, code: 50001 })
    const { lines } = await connect(fake)
    expect(lines.join('')).toContain('could not be registered')
    expect(answered(await ask(fake).response(answered))).toBe(true)
  })

  test('a wrong token is said in one sentence', async () => {
    const fake = await startFakeDiscord()
    running.push(fake)
    await expect(
      runDiscord({
        token: 'wrong',
        apiUrl: fake.url,
        commands,
        services: services(),
        log: pino({ level: 'silent' }),
      }),
    ).rejects.toThrow('Discord does not accept DISCORD_TOKEN')
  })
})

describe('a question', () => {
  test('is acknowledged, shows its stages in place, then the card', async () => {
    const { fake, logged, lines } = await start({
      ask: async (question, filter, context) => {
        context.progress('search')
        await wait(1500)
        context.progress('read')
        context.progress('write')
        await wait(300)
        return services().ask(question, filter, { ...context, progress: () => {} })
      },
    })
    const handle = ask(fake)
    expect(await handle.acknowledged()).toEqual({ type: 5, flags: 0 })
    const message = await handle.response(answered)
    expect(textOf(message)).toContain('**1.** Steel rose. **[1]**')
    expect(handle.edits.map((edit) => textOf(edit).split('\n').at(-1))).toEqual([
      '**Searching the corpus…**',
      expect.stringMatching(/Reading|Writing/),
      ...(handle.edits.length > 3 ? ['**Writing the points…**'] : []),
      expect.stringContaining('Extractive'),
    ])
    await expect.poll(() => logged('outcome')).toHaveLength(1)
    expect(logged('outcome')[0]).toMatchObject({ command: 'ask', outcome: 'answered' })
    expect(Object.keys(logged('outcome')[0].stages)).toEqual(['search', 'read', 'write'])
    expect(lines.join('')).not.toContain(fake.token)
    expect(lines.join('')).not.toContain(handle.token)
    expect(fake.violations).toEqual([])
  })

  test('reads the shared collection and the server’s own, and outside a server only the shared one', async () => {
    const seen: Context[] = []
    const { fake } = await start({
      ask: async (question, filter, context) => {
        seen.push(context)
        return services().ask(question, filter, context)
      },
    })
    await ask(fake).response(answered)
    await ask(fake, {}, null).response(answered)
    expect(seen.map(({ collections }) => collections)).toEqual([['shared', GUILD], ['shared']])
    expect(seen[0]?.person).toBe('100000000000000001')
    expect(fake.violations).toEqual([])
  })

  test('asked in private is hidden from the first moment', async () => {
    const { fake } = await start()
    const handle = ask(fake, { private: true })
    expect(await handle.acknowledged()).toEqual({ type: 5, flags: 64 })
    expect((await handle.response(answered)).flags & 64).toBe(64)
    const status = fake.interact.command({ name: 'corpus', subcommand: 'status' })
    expect(textOf(await status.response())).toContain('3 documents')
    expect(fake.violations).toEqual([])
  })

  test('about a hostile document gives a message in which nothing is live', async () => {
    const { fake } = await start({
      ask: async (question, _filter, { person, collections }) => {
        const made = briefing(question, HOSTILE)
        for (const document of made.documents) document.title = HOSTILE
        return { id: ANSWER, asked: '', person, collections, briefing: made }
      },
    })
    const message = await ask(fake, { question: HOSTILE }).response(answered)
    const shown = textOf(message).replace(/\\./g, '')
    expect(shown).not.toMatch(/@|<|https?:\/\/|discord\.gg|```|^# |^> /m)
    expect(textOf(message)).toContain('evil')
    expect(fake.violations).toEqual([])
  })
})

describe('the menu of quotations', () => {
  test('shows one in its place to its reader only, also after a restart', async () => {
    const { fake, bot } = await start()
    const message = await ask(fake).response(answered)
    await bot.stop()
    await fake.disconnected()
    await connect(fake)
    const handle = picked(fake, message)
    expect(await handle.acknowledged()).toEqual({ type: 5, flags: 64 })
    const shown = await handle.response()
    expect(textOf(shown).split('\n')).toEqual([
      'It was May.',
      '> “Steel rose.”',
      'Coal fell.',
      '-# Steel, Gazette · 2024-05-16',
      '-# Verified: identical to the stored source ab12ab12ab12',
    ])
    expect(componentsOf(shown).find(({ style }) => style === 5)?.url).toBe('https://gazette.example/steel')
    expect(fake.violations).toEqual([])
  })

  test('says so kindly when the answer is gone', async () => {
    const { fake } = await start({ quoteInContext: async () => undefined })
    const handle = picked(fake, await ask(fake).response(answered))
    expect(textOf(await handle.response())).toContain('no longer to be found')
    expect(fake.violations).toEqual([])
  })
})

test('a control of another version is answered with a sentence for its reader only', async () => {
  const { fake } = await start()
  const handle = fake.interact.modal({ customId: '0:old', fields: {} })
  expect(textOf(await handle.response())).toContain('another version')
  expect((await handle.acknowledged()).flags & 64).toBe(64)
  expect(fake.violations).toEqual([])
})

describe('completions', () => {
  const type = (fake: FakeDiscord, value: string) =>
    fake.interact.autocomplete({ name: 'ask', focused: { name: 'source', value } })

  test('are at most 25', async () => {
    const { fake } = await start()
    const choices = await type(fake, 'The').choices()
    expect(choices).toHaveLength(25)
    expect(choices[0]).toEqual({ name: 'The Gazette 0', value: 'The Gazette 0' })
    expect(fake.violations).toEqual([])
  })

  test('leave out what Discord would refuse', async () => {
    const { fake } = await start({ sources: async () => ['x'.repeat(101), '', 'Gazette', 'Gazette'] })
    expect(await type(fake, '').choices()).toEqual([{ name: 'Gazette', value: 'Gazette' }])
    expect(fake.violations).toEqual([])
  })

  test('are none when the service fails or takes too long', async () => {
    const { fake } = await start({ sources: () => Promise.reject(new Error('closed')) })
    expect(await type(fake, '').choices()).toEqual([])
    const slow = await start({ sources: () => new Promise(() => {}) })
    expect(await type(slow.fake, '').choices()).toEqual([])
    expect([...fake.violations, ...slow.fake.violations]).toEqual([])
  })
})

describe('a failure reaches the person', () => {
  test('as it stands when it is a fault of the request', async () => {
    const { fake } = await start({ ask: () => Promise.reject(new UserError('Ask about one thing (*one*).')) })
    expect(textOf(await ask(fake).response()).replaceAll('\\', '')).toBe('Ask about one thing (*one*).')
  })

  test('as one sentence with an id that stands in the log when it is ours', async () => {
    const { fake, logged } = await start({ ask: () => Promise.reject(new Error('disk full')) })
    const shown = textOf(await ask(fake).response())
    expect(shown).toContain('Something went wrong while answering.')
    await expect.poll(() => logged('outcome')).toHaveLength(1)
    const [line] = logged('outcome')
    expect(shown.replaceAll('\\', '')).toContain(line.requestId)
    expect(logged('error')[0]).toMatchObject({ requestId: line.requestId, error: { message: 'disk full' } })
    expect(shown).not.toContain('disk')
  })

  test.each([
    ['the answer to the acknowledgement is lost', { status: 502, afterApplying: true }],
    ['Discord is said to have been answered before', { status: 400, code: 40060, afterApplying: true }],
    ['Discord wrongly calls it unknown', { status: 404, code: 10062, afterApplying: true }],
  ])('or the answer does, although %s', async (_, failure) => {
    const { fake } = await start()
    fake.failNext({ method: 'POST', path: /callback$/, ...failure })
    expect(answered(await ask(fake).response(answered))).toBe(true)
    expect(fake.violations).toEqual([])
  })

  test('and an interaction that is truly lost starts no work', async () => {
    let asked = 0
    const { fake, logged, lines } = await start({
      ask: async () => {
        asked += 1
        throw new Error('never')
      },
    })
    fake.failNext({ method: 'POST', path: /callback$/, status: 404, code: 10062 })
    const { token } = ask(fake)
    await expect.poll(() => logged('outcome')[0]?.outcome).toBe('undelivered')
    expect(asked).toBe(0)
    expect(lines.join('')).toContain('10062')
    expect(lines.join('')).not.toContain(token)
  })

  test.each([
    ['a rate limit', { status: 429, headers: { 'retry-after': '0.1' } }],
    ['a failing Discord', { status: 503, times: 6 }],
    ['a cut connection', { status: 0 }],
  ])('after %s the answer is sent all the same', async (_, failure) => {
    const { fake } = await start({
      ask: (question, filter, context) =>
        services().ask(question, filter, { ...context, progress: () => {} }),
    })
    fake.failNext({ method: 'PATCH', path: /@original$/, ...failure })
    expect(answered(await ask(fake).response(answered))).toBe(true)
    expect(fake.violations).toEqual([])
  })

  test('an expired interaction is answered in the channel, unless it was private', async () => {
    const { fake, logged } = await start()
    const expire = () =>
      fake.failNext({ method: 'PATCH', path: /@original$/, status: 401, code: 50027, times: 2 })
    expire()
    ask(fake)
    const posts = () => fake.messagesIn(fake.channelOf(GUILD)).filter(answered)
    await expect.poll(posts).toHaveLength(1)
    expire()
    ask(fake, { private: true })
    await expect.poll(() => logged('outcome').map(({ outcome }) => outcome)).toContain('undelivered')
    expect(posts()).toHaveLength(1)
    expect(fake.violations).toEqual([])
  })

  test.each([10008, 50013])(
    'a reply that cannot be edited (%i) ends in the log, and the bot goes on',
    async (code) => {
      const { fake, logged } = await start()
      fake.failNext({
        method: 'PATCH',
        path: /@original$/,
        status: code === 50013 ? 403 : 404,
        code,
        times: 2,
      })
      ask(fake)
      await expect.poll(() => logged('outcome')[0]?.outcome).toBe('undelivered')
      expect(answered(await ask(fake).response(answered))).toBe(true)
    },
  )
})

test('a server in an outage at the start does not keep others waiting', async () => {
  const away = { id: '900000000000000002', name: 'Away', unavailable: true }
  const fake = await startFakeDiscord({ guilds: [{ id: GUILD, name: 'Newsroom' }, away] })
  running.push(fake)
  const connecting = connect(fake)
  await fake.connected()
  const handle = ask(fake)
  await handle.acknowledged(3000)
  expect(handle.deferredMs).toBeLessThan(1500)
  expect(answered(await handle.response(answered))).toBe(true)
  await connecting
  expect(fake.violations).toEqual([])
})

describe('stopping', () => {
  test('lets an open answer end', async () => {
    const { fake, bot } = await start({
      ask: async (question, filter, context) => {
        await wait(500)
        return services().ask(question, filter, context)
      },
    })
    const handle = ask(fake)
    await handle.acknowledged()
    const stopping = bot.stop()
    expect(answered(await handle.response(answered))).toBe(true)
    await stopping
    await fake.disconnected()
    expect(fake.violations).toEqual([])
  })

  test('tells the person whose answer would take longer, aborts it, and takes no new work', async () => {
    let signal: AbortSignal | undefined
    const { fake, bot } = await start({
      ask: (_question, _filter, context) => {
        signal = context.signal
        return new Promise(() => {})
      },
    })
    const handle = ask(fake)
    await handle.acknowledged()
    const stopping = bot.stop()
    const late = ask(fake)
    expect(textOf(await late.response())).toBe('The bot is restarting; please ask again.')
    expect((await late.acknowledged()).flags & 64).toBe(64)
    await stopping
    expect(textOf(await handle.response())).toBe('The bot is restarting; please ask again.')
    expect(signal?.aborted).toBe(true)
    expect(fake.violations).toEqual([])
  })
})

describe('requests', () => {
  test('an interaction that is delivered twice is taken once', () => {
    const jobs = createJobs()
    expect([jobs.claim('1'), jobs.claim('2'), jobs.claim('1')]).toEqual([true, true, false])
  })

  test('end at their deadline, even when the work does not listen', async () => {
    const jobs = createJobs(20)
    const result = jobs.run(async ({ race, signal }) => {
      await expect(race(new Promise(() => {}))).rejects.toMatchObject({ ending: 'deadline' })
      expect(signal.reason).toBeInstanceOf(Ended)
    })
    await result
  })
})

describe('stages in one message', () => {
  test('never overlap, keep their distance, and skip what is out of date', async () => {
    const sent: { text: string; at: number }[] = []
    let open = 0
    const editor = createEditor(
      async (card) => {
        open += 1
        expect(open).toBe(1)
        sent.push({ text: textOf(card as never), at: performance.now() })
        await wait(30)
        open -= 1
      },
      () => {},
      100,
    )
    editor.push(stageCard('search'))
    await wait(10)
    editor.push(stageCard('read'))
    editor.push(stageCard('write'))
    await wait(200)
    editor.push(stageCard('verify'))
    await editor.close()
    expect(open).toBe(0)
    await wait(150)
    expect(sent.map(({ text }) => text.split('\n').at(-1))).toEqual([
      '**Searching the corpus…**',
      '**Writing the points…**',
      ...(sent.length === 3 ? ['**Checking every quotation…**'] : []),
    ])
    expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(125)
  })

  test('a state that cannot be shown is reported and stops nothing', async () => {
    const faults: unknown[] = []
    const editor = createEditor(
      () => Promise.reject(new Error('no')),
      (error) => faults.push(error),
      1,
    )
    editor.push(stageCard('search'))
    await editor.close()
    expect(faults).toHaveLength(1)
  })
})
