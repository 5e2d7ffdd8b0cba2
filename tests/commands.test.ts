/** What people type becomes a day, a command and its values; every command has its words in every language. */
import { describe, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { sinceDate, suggestSince } from '../commands/since.ts'
import {
  type Context,
  type Reply,
  type Services,
  type Settings,
  UserError,
  type Values,
} from '../src/command.ts'
import { commandText, optionText } from '../src/language/commands.ts'
import { catalogues, english, type Key, type LanguageCode, languageFor } from '../src/language/language.ts'
import { describe as describeForTerminal, parseWords, splitLine } from '../src/terminal/line.ts'

const NOW = Date.parse('2024-05-16T12:00:00Z')
const CODES = Object.keys(catalogues) as LanguageCode[]
const since = (locale: string, text: string) => sinceDate(text, languageFor(locale), NOW)

describe('since', () => {
  test.each([
    ['en-US', 'today', '2024-05-16'],
    ['en-US', 'Week', '2024-05-09'],
    ['en-US', '2024-02-29', '2024-02-29'],
    ['en-US', ' March 2023 ', '2023-03-01'],
    ['en-US', '2023', '2023-01-01'],
    ['en-US', '3 weeks ago', '2024-04-25'],
    ['de', '12. März', '2024-03-12'],
    ['de', '3. April 2024', '2024-04-03'],
    ['de', '16.5.2024', '2024-05-16'],
    ['es-ES', '12 de mayo de 2024', '2024-05-12'],
    ['es-419', 'ayer', '2024-05-15'],
    ['fr', '12 mars', '2024-03-12'],
    ['fr', '1er mai', '2024-05-01'],
    ['fr', 'aujourd’hui', '2024-05-16'],
    ['fr', "aujourd'hui", '2024-05-16'],
    ['ru', 'вчера', '2024-05-15'],
    ['ru', '12 марта 2023', '2023-03-12'],
    ['zh-CN', '2024年5月16日', '2024-05-16'],
    ['zh-CN', '昨天', '2024-05-15'],
  ])('in %s, “%s” is %s', async (locale, text, day) => expect(await since(locale, text)).toBe(day))

  test('is read as people of that country write it', async () => {
    expect(await since('en-US', '03/04/2024')).toBe('2024-03-04')
    expect(await since('en-GB', '03/04/2024')).toBe('2024-04-03')
    expect(await since('fr', '03/04/2024')).toBe('2024-04-03')
  })

  test.each([
    ['en-US', 'May 20'],
    ['en-GB', '20 May'],
    ['de', '20. Mai'],
    ['es-ES', '20 de mayo'],
    ['fr', '20 mai'],
    ['ru', '20 мая'],
    ['zh-CN', '5月20日'],
  ])('a day without a year that lies ahead is that of the year before: in %s, “%s”', async (locale, text) =>
    expect(await since(locale, text)).toBe('2023-05-20'),
  )

  test.each(CODES)('takes the words of %s, and the English ones', async (code) => {
    const days = { today: '2024-05-16', week: '2024-05-09', month: '2024-04-16', year: '2023-05-17' }
    for (const [word, day] of Object.entries(days)) {
      expect(await since(code, languageFor(code).say(`since.${word}` as Key))).toBe(day)
      expect(await since(code, word)).toBe(day)
    }
  })

  test.each([
    '2023-02-29',
    '2024-13-01',
    '30 February 2024',
    'soon',
    '12',
    '',
    ' ',
    'the war of March 2023, they say',
  ])('“%s” is refused with what to write', async (text) => {
    for (const code of CODES) await expect(since(code, text)).rejects.toThrow(UserError)
    await expect(since('en', text)).rejects.toThrow('is no time; write')
  })

  test.each(['2024-05-17', 'tomorrow', '1 June 2024', '2025'])(
    '“%s” lies ahead and is refused',
    async (text) => {
      await expect(since('en', text)).rejects.toThrow('lies ahead')
    },
  )

  test('is nothing when nothing was typed', async () => {
    expect(await sinceDate(undefined, english, NOW)).toBeUndefined()
  })
})

describe('suggestions for since', () => {
  const suggest = (locale: string, typed: string) => suggestSince(typed, languageFor(locale), NOW)

  test.each(CODES)('are all the words of %s before anything is typed', async (code) => {
    const { say } = languageFor(code)
    const words = ['today', 'week', 'month', 'year']
    expect(await suggest(code, '')).toEqual(
      words.map((value) => ({ name: say(`since.${value}` as Key), value })),
    )
  })

  test('show the day that is understood, in the person’s words', async () => {
    expect(await suggest('de', '12. März')).toEqual([{ name: '12. März 2024', value: '2024-03-12' }])
    expect(await suggest('en-GB', '03/04/2024')).toEqual([{ name: '3 April 2024', value: '2024-04-03' }])
    expect(await suggest('fr', "aujourd'hui")).toContainEqual({ name: 'aujourd’hui', value: 'today' })
  })

  test.each(['soon', '2023-02-29', 'tomorrow'])('have no day for “%s”', async (typed) =>
    expect(await suggest('en', typed)).toEqual([]),
  )

  test('are all taken when they are chosen', async () => {
    for (const code of CODES)
      for (const typed of ['', 'e', '2023', '2024-01-02'])
        for (const { value } of await suggest(code, typed))
          expect(await since(code, value)).toMatch(/^\d{4}(-\d\d){2}$/)
  })
})

const known = commands.flatMap((command) => describeForTerminal(command) ?? [])

describe('a typed line', () => {
  test('becomes the command and its values', () => {
    const words = splitLine('quote "trade in oil" --speaker "Xi Jinping" --private')
    expect(parseWords(words, known)).toMatchObject({
      kind: 'run',
      command: { name: 'quote' },
      values: { topic: 'trade in oil', speaker: 'Xi Jinping', private: true },
      json: false,
    })
    expect(parseWords(['corpus', 'status', '--json'], known)).toMatchObject({ json: true })
    expect(parseWords(['check', 'Exports', 'rose.'], known)).toMatchObject({
      values: { text: 'Exports rose.' },
    })
  })

  test('asks for help on all commands, one, or a group; an unfinished name is told what it lacks', () => {
    const names = (words: string[]) => {
      const request = parseWords(words, known)
      return request.kind === 'help' ? request.shown.map(({ name }) => name) : []
    }
    expect(names(['help'])).toEqual(known.map(({ name }) => name))
    expect(names(['--help'])).toEqual(names(['-h']))
    expect(names(['help', 'corpus'])).toEqual(['corpus status'])
    expect(names(['ask', '--help'])).toEqual(['ask'])
    expect(() => parseWords(['corpus'], known)).toThrow('write corpus status')
  })

  test('knows no command whose subject is a server, and no option of a kind that cannot be typed', () => {
    expect(known.map(({ name }) => name)).toEqual([
      'ask',
      'quote',
      'check',
      'daily now',
      'corpus status',
      'help',
    ])
    for (const { options } of known)
      for (const { type } of options) expect(['string', 'boolean']).toContain(type)
    expect(() => parseWords(['settings', 'show'], known)).toThrow(UserError)
  })
})

const nothing = {} as Services
const context = { language: languageFor('de'), server: 'guild' } as Context
const run = (name: string, values: Values, services: Services): Promise<Reply | undefined> =>
  Promise.resolve(commands.find((one) => one.name === name)?.run(values, services, context))

describe('a command', () => {
  test.each([
    ['ask', { question: 'Why?', since: 'soon' }],
    ['quote', { topic: 'trade', since: '2023-02-29' }],
  ])('%s refuses a since that is no time before any work starts', async (name, values) => {
    await expect(run(name, values, nothing)).rejects.toThrow(UserError)
  })

  test('asks within what its options say, and leaves out what they do not', async () => {
    const asked: unknown[] = []
    const services = {
      ask: async (...words: unknown[]) => asked.push(words.slice(0, 2)),
      quotations: async (...words: unknown[]) => asked.push(words.slice(0, 2)),
    } as unknown as Services
    await run('ask', { question: 'Why?', source: ' Gazette ', about: '', since: '2024-05-16' }, services)
    await run('quote', { topic: 'steel', speaker: 'Ann', about: 'trade', private: true }, services)
    expect(asked).toEqual([
      ['Why?', { source: 'Gazette', since: '2024-05-16' }],
      ['steel', { speaker: 'Ann', topic: 'trade' }],
    ])
  })

  test('shows its answer to whom it should', () => {
    const seen = Object.fromEntries(commands.map(({ name, visibility }) => [name, visibility]))
    expect(seen).toMatchObject({
      ask: 'chosen',
      quote: 'chosen',
      check: 'own',
      help: 'own',
      'corpus status': 'own',
    })
    for (const { name, visibility, options, forManagers } of commands) {
      const canChoose = options.some((option) => option.name === 'private' && !forManagers)
      expect(visibility === 'chosen', name).toBe(canChoose)
      if (forManagers) expect(visibility, name).toBe('own')
    }
  })

  test('is for managers where it changes or shows what is theirs, and counts as a question where it costs work', () => {
    const names = (of: 'forManagers' | 'isQuestion' | 'onlyOnDiscord') =>
      commands.filter((command) => command[of]).map(({ name }) => name)
    const settings = ['show', 'privacy', 'channel', 'allowance', 'topics'].map((one) => `settings ${one}`)
    const orders = ['subscribe', 'list', 'unsubscribe', 'preview', 'resume'].map((one) => `daily ${one}`)
    const feeds = ['corpus feeds add', 'corpus feeds list', 'corpus feeds remove']
    const library = ['corpus add', 'corpus list', 'corpus remove', ...feeds, 'add']
    expect(names('forManagers')).toEqual(['corpus status', ...library, ...settings])
    expect(names('onlyOnDiscord')).toEqual([...orders, ...library, ...settings])
    expect(names('isQuestion')).toEqual(['ask', 'quote', 'check', 'daily now', 'daily preview'])
  })

  test.each(CODES)('has a name and a description in %s, and so has every option', (code) => {
    const language = languageFor(code)
    for (const { name, options } of commands) {
      const text = commandText(name, language)
      expect(text.name.split(' ')).not.toContain('')
      expect(text.description).not.toBe('')
      for (const option of options) {
        const { name, description } = optionText(option.text ?? option.name, language)
        expect([name, description], option.name).not.toContain('')
      }
    }
  })
})

describe('the settings', () => {
  let settings: Settings = { private: false, channels: [], person: null, server: null, topics: [] }
  const services = {
    settings: async () => settings,
    changeSettings: async (change: Partial<Settings>) => {
      settings = { ...settings, ...change }
      return settings
    },
  } as unknown as Services

  test.each([
    ['show', {}, {}],
    ['privacy', { private: true }, { private: true }],
    ['channel', { channel: '1', allowed: true }, { channels: ['1'] }],
    ['channel', { channel: '2', allowed: true }, { channels: ['1', '2'] }],
    ['channel', { channel: '1', allowed: true }, { channels: ['2', '1'] }],
    ['channel', { channel: '2', allowed: false }, { channels: ['1'] }],
    ['allowance', { person: 3 }, { person: 3, server: null }],
    ['allowance', { server: 0 }, { person: null, server: 0 }],
    ['topics', { topics: 'trade, Asia,  trade' }, { topics: ['trade', 'Asia'] }],
    ['topics', { topics: 'Steel, Ltd; trade' }, { topics: ['Steel, Ltd', 'trade'] }],
    ['topics', {}, { topics: [] }],
    ['privacy', { private: false }, { private: false, channels: ['1'], server: 0 }],
  ])('%s with %j makes them %j', async (name, values, expected) => {
    const reply = await run(`settings ${name}`, values, services)
    expect(reply).toMatchObject({ kind: 'settings', settings: expected })
  })
})
