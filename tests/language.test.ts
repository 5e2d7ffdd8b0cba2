/** The promises of the catalogues: whole, well-formed, used, within Discord's limits, and right in each language. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { commandsOf } from '../commands/index.ts'
import type { FallbackReason } from '../src/brief/writer.ts'
import type { Ending } from '../src/chat/jobs.ts'
import type { Stage } from '../src/command/context.ts'
import type { Option } from '../src/command/option.ts'
import { suggestSince } from '../src/command/options/moment.ts'
import { optionsOf } from '../src/discord/values.ts'
import type { ItemOutcome } from '../src/ingest/item.ts'
import { CHOSEN_KINDS } from '../src/locales/answer.ts'
import { commandText, optionText } from '../src/locales/commands.ts'
import {
  age,
  type Catalogue,
  catalogues,
  english,
  type Key,
  type LanguageCode,
  languageFor,
  type TextValues,
} from '../src/locales/language.ts'

type Part = ReturnType<IntlMessageFormat['getAst']>[number]
type Blank = { name: string; kind: string; cases: string[] }

const codes = Object.keys(catalogues) as LanguageCode[]
const translations = codes.filter((code) => code !== 'en')
const keys = Object.keys(catalogues.en) as Key[]
const entriesOf = (code: LanguageCode) => Object.entries<string>(catalogues[code]) as [Key, string][]

/** As the parser numbers them. */
const KINDS = ['literal', 'text', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag']

function blanksOf(parts: Part[]): Blank[] {
  return parts.flatMap((part): Blank[] => {
    const kind = KINDS[part.type] ?? 'unknown'
    if (kind === 'literal' || kind === 'pound' || !('value' in part)) return []
    const name = String(part.value)
    if (!('options' in part)) return [{ name, kind, cases: [] }]
    const inner = Object.values(part.options).flatMap((option) => blanksOf(option.value))
    return [{ name, kind, cases: Object.keys(part.options) }, ...inner]
  })
}

/** Throws when the message is not well-formed. */
const parsed = (message: string, code: LanguageCode) =>
  blanksOf(new IntlMessageFormat(message, code, undefined, { ignoreTag: true }).getAst())
const named = (blanks: Blank[]) => [...new Set(blanks.map(({ name, kind }) => `${name}: ${kind}`))].sort()

/** What the language tells apart among whole numbers, with the case that every message must have. */
function pluralCases(code: LanguageCode): string[] {
  const rules = new Intl.PluralRules(code)
  return [...new Set([...Array.from({ length: 101 }, (_, count) => rules.select(count)), 'other'])].sort()
}

/** A command's name with the groups that it stands in: `corpus`, `corpus feeds`, `corpus feeds add`. */
function startsOf(name: string): string[] {
  const words = name.split(' ')
  return words.map((_, at) => words.slice(0, at + 1).join(' '))
}

/** Entries of a message's menu, which may have capitals and spaces. */
const commands = commandsOf('chat')
const menuNames = commands.filter(({ onMessage }) => onMessage).map(({ name }) => `command.${name}.name`)

/** Every number blank holds `count`, every other one its own name. */
const filled = (blanks: Blank[], count: number): TextValues =>
  Object.fromEntries(blanks.map(({ name, kind }) => [name, kind === 'text' ? name : count]))

describe.each(codes)('the catalogue %s', (code) => {
  const catalogue: Catalogue = catalogues[code]
  const language = languageFor(code)

  test('has the English keys, in the English order', () => {
    expect(Object.keys(catalogue)).toEqual(keys)
  })

  test('has well-formed messages with the English blanks', () => {
    for (const [key, message] of entriesOf(code))
      expect(named(parsed(message, code)), key).toEqual(named(parsed(catalogues.en[key], 'en')))
  })

  test('has the plural forms that the language tells apart, and the exact cases of the English one', () => {
    for (const [key, message] of entriesOf(code)) {
      const exact = parsed(catalogues.en[key], 'en').flatMap(({ cases }) =>
        cases.filter((one) => one[0] === '='),
      )
      for (const { cases } of parsed(message, code).filter(({ kind }) => kind === 'plural'))
        expect([...cases].sort(), key).toEqual([...exact, ...pluralCases(code)].sort())
    }
  })

  test.each([0, 1, 2, 5, 21])('holds the number %i wherever it counts', (count) => {
    for (const [key, message] of entriesOf(code)) {
      const blanks = parsed(message, code)
      const said = language.say(key, filled(blanks, count))
      expect(said.trim(), key).not.toBe('')
      if (blanks.some(({ kind }) => kind === 'plural')) expect(said, key).toContain(String(count))
    }
  })

  test('has no ASCII apostrophe, which would hide a blank, and no space at the end', () => {
    for (const [key, message] of entriesOf(code)) {
      expect(message, key).not.toContain("'")
      expect(message, key).toBe(message.trimEnd())
    }
  })

  test('names the words and commands that people are to type', () => {
    for (const span of ['today', 'week', 'month', 'year'] as const)
      expect(catalogue['error.since']).toContain(catalogue[`since.${span}`])
    expect(catalogue['reply.gone']).toContain(`/${catalogue['command.ask.name']}`)
    expect(catalogue['reply.unknownControl']).toContain(`/${catalogue['command.ask.name']}`)
    expect(catalogue['reply.unknownCommand']).toContain(`/${catalogue['command.help.name']}`)
    expect(catalogue['error.confirmLate']).toContain(`/${commandText('corpus remove', language).name}`)
    expect(catalogue['feeds.unknown']).toContain(`/${commandText('corpus feeds list', language).name}`)
  })

  test('has words for “since” that are compared in lower case', () => {
    for (const [key, message] of entriesOf(code).filter(([key]) => key.startsWith('since.')))
      expect(message, key).toBe(message.toLowerCase())
  })

  test('names commands and options as Discord takes them', () => {
    for (const [key, message] of entriesOf(code).filter(([key]) =>
      /^(?:command|option)\..*name$/.test(key),
    )) {
      expect(message.length, key).toBeLessThanOrEqual(32)
      if (menuNames.includes(key)) continue
      expect(message, key).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u)
      expect(message, key).toBe(message.toLowerCase())
    }
  })

  test('tells the commands apart, and the options of each', () => {
    const distinct = (names: string[]) => expect(names).toEqual([...new Set(names)])
    const names = [...new Set(commands.flatMap(({ name }) => startsOf(name)))]
    distinct(names.map((name) => commandText(name, language).name))
    for (const command of commands) {
      // In a message's menu nobody sees options; some there only have another's texts.
      const shown = optionsOf(command).filter(([, { text }]) => !command.onMessage || text === undefined)
      distinct(shown.map(([name, { text }]) => optionText(text ?? name, language).name))
    }
  })

  test.each([
    [/^(?:command|option)\..*description$/, 100],
    [/^quote\.menu$/, 150],
    [/^(?:button\..*|quote\.open|quotations\.(?:earlier|later))$/, 38],
    [/^(?:followUp|feedback)\.(?:title|label)$/, 45],
    [/^followUp\.placeholder$/, 100],
  ])('keeps %s within %i characters', (family, limit) => {
    const texts = entriesOf(code).filter(([key]) => family.test(key))
    expect(texts).not.toEqual([])
    for (const [key, message] of texts) {
      expect(message.length, key).toBeGreaterThan(0)
      expect(message.length, key).toBeLessThanOrEqual(limit)
    }
  })
})

test.each(translations)('%s is a translation: at most one message in twenty is the English one', (code) => {
  const same = entriesOf(code).filter(([key, message]) => message === catalogues.en[key])
  expect(same.length, same.map(([key]) => key).join(', ')).toBeLessThanOrEqual(keys.length / 20)
})

async function readSources(): Promise<Map<string, string>> {
  const found = await Promise.all(
    ['src', 'commands'].map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  )
  const paths = found
    .flat()
    .filter(({ name }) => name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)))
}

const sources = await readSources()
const families = [...new Set(keys.map((key) => key.split('.')[0] ?? ''))]

/** Words in quotes that are a key by their look: `family.word`, no file, and no column of the ledger's tables. */
function quotedKeys(): string[] {
  const key = new RegExp(`['"]((?:${families.join('|')})\\.[a-zA-Z_.]+)['"]`, 'g')
  const texts = [...sources].filter(([path]) => !path.startsWith('src/ledger/')).map(([, text]) => text)
  const words = texts.flatMap((text) => [...text.matchAll(key)].map(([, word]) => word ?? ''))
  return words.filter((word) => !/\.(?:md|opml|sqlite)$/.test(word))
}

function commandKeys(name: string): string[] {
  const starts = startsOf(name).map((start) => start.replaceAll(' ', '.'))
  return starts.flatMap((start) => [`command.${start}.name`, `command.${start}.description`])
}

const optionKeys = ([name, { text = name }]: [string, Option]) => [
  `option.${text}.name`,
  `option.${text}.description`,
]

const STAGES = { search: true, read: true, write: true, verify: true, add: true } satisfies Record<
  Stage,
  true
>
const ENDINGS = { deadline: true, restart: true } satisfies Record<Ending, true>
const OUTCOMES = {
  added: true,
  updated: true,
  unchanged: true,
  removed: true,
  refused: true,
} satisfies Record<ItemOutcome['kind'], true>
const FALLBACKS = {
  allowance: true,
  broke_off: true,
  cut_short: true,
  declined: true,
  overloaded: true,
  rate_limited: true,
  rejected_key: true,
  rejected_request: true,
  spending_limit: true,
  stopped: true,
  timeout: true,
  too_large: true,
  unavailable: true,
  unfinished: true,
  unknown_model: true,
  unreachable: true,
} satisfies Record<FallbackReason, true>

/** The keys that the program puts together, by their families. */
const composed: Record<string, string[]> = {
  command: commands.flatMap(({ name }) => commandKeys(name)),
  option: commands.flatMap((command) => optionsOf(command).flatMap(optionKeys)),
  since: (await suggestSince('', english)).map(({ value }) => `since.${value}`),
  stage: Object.keys(STAGES).map((stage) => `stage.${stage}`),
  library: Object.keys(OUTCOMES).map((kind) => `library.${kind}`),
  reply: Object.keys(ENDINGS).map((ending) => `reply.${ending}`),
  fallback: Object.keys(FALLBACKS).map((reason) => `fallback.${reason}`),
  kind: CHOSEN_KINDS.map((kind) => `kind.${kind}`),
}
const used = new Set([...quotedKeys(), ...Object.values(composed).flat()])

test('every message is used', () => {
  expect(keys.filter((key) => !used.has(key))).toEqual([])
})

test('every message that the program says exists', () => {
  expect([...used].filter((key) => !keys.includes(key as Key))).toEqual([])
})

test('only known families of keys are put together', () => {
  const head = new RegExp(`\`(${families.join('|')})\\.\\$\\{`, 'g')
  const heads = [...sources.values()].flatMap((text) =>
    [...text.matchAll(head)].map(([, word]) => word ?? ''),
  )
  expect([...new Set(heads)].sort()).toEqual(Object.keys(composed).sort())
})

test.each([
  ['es-419', 'es'],
  ['zh-CN', 'zh-CN'],
  ['en-GB', 'en'],
  ['pl', 'en'],
])('a person whose locale is %s is spoken to in %s', (locale, code) => {
  expect(languageFor(locale).code).toBe(code)
})

const searched = (documents: number) => ({ documents, span: '', quoted: 1 })

test.each<[LanguageCode, Key, TextValues, string]>([
  ['en', 'card.coverage', searched(1), 'Searched 1 document, quoted 1.'],
  ['en', 'settings.person', { count: -1 }, 'No limit of Claude answers for each person.'],
  [
    'en',
    'error.longTopic',
    { length: 1200, limit: 1000 },
    'The topic has 1,200 characters and may have 1,000; shorten it.',
  ],
  ['de', 'card.coverage', searched(1), '1 Dokument durchsucht, 1 zitiert.'],
  ['de', 'card.coverage', searched(1200), '1.200 Dokumente durchsucht, 1 zitiert.'],
  ['de', 'settings.person', { count: -1 }, 'Pro Person unbegrenzt viele Antworten von Claude.'],
  [
    'de',
    'error.unknownSource',
    { source: 'BBC' },
    'Keine Quelle hier heißt „BBC“; wähle eine aus der Liste, die sich beim Tippen öffnet.',
  ],
  ['es', 'card.coverage', searched(1), 'Búsqueda en 1 documento; citados: 1.'],
  [
    'es',
    'reply.wait',
    { seconds: 1 },
    'Son más preguntas de las que puedo responder a una persona en un minuto; inténtalo de nuevo en 1 segundo.',
  ],
  ['es', 'thread.opened', { thread: '<#7>' }, 'La conversación sigue en <#7>.'],
  ['fr', 'card.coverage', searched(0), 'Recherche dans 0 document\u{a0}; cités\u{a0}: 1.'],
  ['fr', 'card.coverage', searched(2), 'Recherche dans 2 documents\u{a0}; cités\u{a0}: 1.'],
  ['fr', 'settings.server', { count: -1 }, 'Réponses de Claude sans limite pour le serveur.'],
  ['ru', 'card.coverage', searched(1), 'Просмотрено: 1 документ, процитировано: 1.'],
  ['ru', 'card.coverage', searched(2), 'Просмотрено: 2 документа, процитировано: 1.'],
  ['ru', 'card.coverage', searched(5), 'Просмотрено: 5 документов, процитировано: 1.'],
  ['ru', 'card.coverage', searched(21), 'Просмотрено: 21 документ, процитировано: 1.'],
  ['ru', 'check.moreClaims', { count: 22 }, 'Ещё 22 утверждения не проверены.'],
  ['zh-CN', 'card.coverage', searched(1), '搜索了 1 份文档，引用了 1 份。'],
  ['zh-CN', 'card.span', { oldest: '2024-01-01', newest: '2024-06-05' }, '（2024-01-01 – 2024-06-05）'],
  ['zh-CN', 'settings.person', { count: 5 }, '每人每天 5 次 Claude 回答。'],
])('%s %s with %o', (code, key, values, said) => {
  expect(languageFor(code).say(key, values)).toBe(said)
})

const now = new Date('2024-05-16T12:00:00Z')

test.each<[LanguageCode, string | null, string]>([
  ['en', '2024-05-16', 'today'],
  ['en', '2024-05-15', '1 day ago'],
  ['en', '2023-11-10', '6 months ago'],
  ['en', '2021-05-01', '3 years ago'],
  ['en', '2024-05-17', ''],
  ['en', 'soon', ''],
  ['en', null, ''],
  ['de', '2024-05-16', 'heute'],
  ['es', '2024-05-14', 'hace 2 días'],
  ['fr', '2023-11-10', 'il y a 6 mois'],
  ['ru', '2024-04-25', '21 день назад'],
  ['zh-CN', '2021-05-01', '3年前'],
])('%s says how long ago %s was: “%s”', (code, date, said) => {
  expect(age(languageFor(code), date, now)).toBe(said)
})
