import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

test('without any setting everything has its default, and an empty one counts as not set', () => {
  expect(readConfig({ DISCORD_TOKEN: '', ATTACHE_MODEL: ' ' })).toEqual({
    corpusDir: 'corpus',
    dataDir: 'data',
    discordToken: undefined,
    discordApiUrl: undefined,
    anthropicApiKey: undefined,
    anthropicBaseUrl: undefined,
    model: 'claude-haiku-5-5',
    effort: undefined,
    claudeDailyTokens: 2_000_000,
    claudeDailyAnswers: null,
    questionsPerMinute: 60,
    logLevel: undefined,
  })
})

test.each([
  ['DISCORD_API_URL', 'localhost'],
  ['CLAUDE_DAILY_TOKENS', 'many'],
  ['ATTACHE_EFFORT', 'huge'],
  ['LOG_LEVEL', 'loud'],
  ['ANTHROPIC_API_KEY', 'sk-1 and a comment'],
])('a broken %s stops the start, is named, and its value is not shown', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(name)
  expect(() => readConfig({ [name]: value })).not.toThrow(value)
})

test('.env.example lists every setting', async () => {
  const example = await readFile('.env.example', 'utf8')
  const source = await readFile('src/config.ts', 'utf8')
  const names = [...source.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(8)
  expect([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).toSorted()).toEqual(names.toSorted())
})
