/** What people type becomes a day, a command and its values; every command has its words in every language. */
import { describe, expect, test } from 'vitest'
import { commandsOf } from '../commands/index.ts'
import type { Command, Reply } from '../src/command/command.ts'
import { type Context, type Services, type Settings, UserError } from '../src/command/context.ts'
import type { GivenValues } from '../src/command/option.ts'
import { sinceDate, suggestSince } from '../src/command/options/moment.ts'
import { runCommand } from '../src/command/run-command.ts'
import { optionsOf } from '../src/discord/values.ts'
import { commandText, optionText } from '../src/locales/commands.ts'
import { catalogues, type Key, type LanguageCode, languageFor } from '../src/locales/language.ts'
import { parseWords, splitLine } from '../src/terminal/line.ts'
import { typedCommands } from '../src/terminal/terminal.ts'

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

const commands = commandsOf('chat')
const known = typedCommands

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
    expect(names(['help', 'corpus', 'feeds'])).toEqual([
      'corpus feeds add',
      'corpus feeds list',
      'corpus feeds remove',
    ])
    expect(names(['ask', '--help'])).toEqual(['ask'])
    expect(() => parseWords(['corpus'], known)).toThrow('write corpus status')
  })

  test('knows every command but those whose subject is a server, and no option that cannot be typed', () => {
    expect(known.map(({ name }) => name)).toEqual([
      'ask',
      'quote',
      'check',
      'search',
      'daily now',
      'corpus status',
      'corpus add',
      'corpus list',
      'corpus remove',
      'corpus import',
      'corpus feeds add',
      'corpus feeds list',
      'corpus feeds remove',
      'help',
    ])
    expect(known.find(({ name }) => name === 'corpus add')?.options.map(({ name }) => name)).toEqual([
      'items',
    ])
    expect(() => parseWords(['settings', 'show'], known)).toThrow(UserError)
  })

  test('may leave out the last word of a group’s usual command', () => {
    const named = (words: string[]) => {
      const request = parseWords(words, known)
      return request.kind === 'run' ? request.command.name : request.kind
    }
    expect(named(['daily'])).toBe('daily now')
    expect(named(['daily', '--since', 'week'])).toBe('daily now')
    expect(named(['corpus', 'feeds'])).toBe('corpus feeds list')
    expect(named(['corpus', 'feeds', 'add', 'https://a.example'])).toBe('corpus feeds add')
  })

  test.each([
    ['aks why?', 'did you mean ask?'],
    ['corpus lsit', 'did you mean corpus list?'],
    ['ask why --sinc week', 'did you mean --since?'],
    ['search x --limit many', '--limit many is not a whole number'],
    ['xyzzy', 'help lists the commands'],
  ])('%s is told what was meant', (line, sentence) =>
    expect(() => parseWords(splitLine(line), known)).toThrow(sentence),
  )
})

const nothing = {} as Services
const context = { language: languageFor('de'), server: 'guild', maySee: (_) => true } as Context
function commandNamed(name: string): Command {
  const found = commands.find((one) => one.name === name)
  if (!found) throw new Error(`There is no command ${name}.`)
  return found
}
const run = (name: string, values: GivenValues, services: Services): Promise<Reply> =>
  runCommand(commandNamed(name), values, services, context)

describe('a command', () => {
  test.each([
    ['ask', { question: 'Why?', since: 'soon' }],
    ['quote', { topic: 'trade', since: '2023-02-29' }],
  ])('%s refuses a since that is no time before any work starts', async (name, values) => {
    await expect(run(name, values, nothing)).rejects.toThrow(UserError)
  })

  test('reads a moment, names and an empty list the same way everywhere', async () => {
    const wanted: unknown[] = []
    const services = {
      daily: { now: async (scope: unknown) => wanted.push(scope) },
    } as unknown as Services
    const since = '2024-05-28 10:00'
    await run('daily now', { since, topics: 'a; b', sources: 'Wire, Post' }, services)
    await run('daily now', { until: '2024-05-22' }, services)
    expect(wanted).toEqual([
      { since: '2024-05-28T10:00:00.000Z', topics: ['a', 'b'], sources: ['Wire', 'Post'] },
      { since: '2024-05-21T00:00:00.000Z', until: '2024-05-22', topics: [], sources: [] },
    ])
    const backwards = { since: '2024-05-22', until: '2024-05-20' }
    await expect(run('daily now', backwards, services)).rejects.toThrow(UserError)
    await expect(run('daily now', { topics: ',' }, services)).rejects.toThrow('holds no name')
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

  test('asks for a kind of answer by its name in the person’s language or in English', async () => {
    const kinds: unknown[] = []
    const services = { ask: async (...words: unknown[]) => kinds.push(words[4]) } as unknown as Services
    for (const as of ['timeline', 'For and against', 'who said what', ''])
      await run('ask', { question: 'Why?', as }, services)
    expect(kinds).toEqual(['timeline', 'comparison', 'said', undefined])
    await expect(run('ask', { question: 'Why?', as: 'poem' }, services)).rejects.toThrow(
      'write one of these: Zusammenfassung, Chronologie, Für und Wider, Liste, wer was sagte.',
    )
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
      const canChoose = 'private' in options && !forManagers
      expect(visibility === 'chosen', name).toBe(canChoose)
      if (forManagers) expect(visibility, name).toBe('own')
    }
  })

  test('is for managers where it changes or shows what is theirs, and counts as a question where it costs work', () => {
    const names = (of: 'forManagers' | 'isQuestion') =>
      commands.filter((command) => command[of]).map(({ name }) => name)
    const settings = ['show', 'privacy', 'channel', 'allowance', 'topics'].map((one) => `settings ${one}`)
    const feeds = ['corpus feeds add', 'corpus feeds list', 'corpus feeds remove']
    const library = ['corpus add', 'corpus list', 'corpus remove', ...feeds, 'add']
    expect(names('forManagers')).toEqual(['corpus status', ...library, ...settings])
    expect(names('isQuestion')).toEqual(['ask', 'quote', 'check', 'daily now', 'daily preview'])
  })

  test.each(CODES)('has a name and a description in %s, and so has every option', (code) => {
    const language = languageFor(code)
    for (const command of commands) {
      const text = commandText(command.name, language)
      expect(text.name.split(' ')).not.toContain('')
      expect(text.description).not.toBe('')
      for (const [option, { text }] of optionsOf(command)) {
        const { name, description } = optionText(text ?? option, language)
        expect([name, description], option).not.toContain('')
      }
    }
  })
})

describe('the settings', () => {
  let settings: Settings = { private: false, channels: [], person: null, server: null, topics: [] }
  const services = {
    changeSettings: async (change: (chosen: Settings) => Partial<Settings>) => {
      settings = { ...settings, ...change(settings) }
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
    const command = commandNamed(`settings ${name}`)
    const reply = await runCommand(command, values, services, { ...context, settings })
    expect(reply).toMatchObject({ kind: 'settings', settings: expected })
  })
})
