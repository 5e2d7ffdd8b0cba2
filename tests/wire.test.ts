import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeClaude, startFakeClaude } from './fakes/claude.ts'
import { componentsOf, type FakeDiscord, type Message, startFakeDiscord, textOf } from './fakes/discord.ts'

let home: string
let discord: FakeDiscord
let claude: FakeClaude | undefined
let bot: ChildProcess | undefined
let log = ''

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'wire-'))
  await cp('corpus', join(home, 'corpus'), { recursive: true })
  discord = await startFakeDiscord()
  log = ''
})
afterEach(async () => {
  bot?.kill('SIGKILL')
  await claude?.stop()
  claude = undefined
  await discord.stop()
  await rm(home, { recursive: true, force: true, maxRetries: 3 })
})

/** Starts the whole program as the operator would. */
async function start(settings: Record<string, string> = {}): Promise<void> {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: join(home, 'data'),
    CORPUS_DIR: join(home, 'corpus'),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    ANTHROPIC_API_KEY: '',
    ...settings,
  }
  bot = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  bot.stderr?.on('data', (chunk) => {
    log += chunk
  })
  await discord.connected(20_000)
  const deadline = Date.now() + 10_000
  while (discord.commands().length === 0 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50))
}

async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  const running = bot
  if (!running || running.exitCode !== null) return running?.exitCode ?? null
  const exit = once(running, 'exit')
  running.kill(signal)
  const [code] = await exit
  return code
}

const isCard = (message: Message) => /Searched \d+/.test(textOf(message))
const ask = (question: string, options = {}) =>
  discord.interact.command({ name: 'ask', options: { question, ...options } })

test('a question gets its cited card, and its quotations open after a kill and a restart', async () => {
  await start()
  const asked = ask('what does China gain?')
  const card = await asked.response(isCard)
  expect(textOf(card)).toMatch(/China.*gain/s)
  await stop('SIGKILL')
  await start()
  const menu = componentsOf(card).find((component) => component.type === 3)
  const options = menu?.options ?? []
  expect(options.length).toBeGreaterThanOrEqual(3)
  const opened = discord.interact.select({
    message: card,
    customId: menu?.custom_id ?? '',
    values: [options[0]?.value ?? ''],
  })
  const quotation = await opened.response((message) =>
    /identical to the stored source/i.test(textOf(message)),
  )
  expect(textOf(quotation)).toContain('Starter')
  expect((await opened.acknowledged()).flags & 64).toBe(64)
  expect(discord.commandPuts).toBe(1)
  expect(discord.violations).toEqual([])
})

test('a document dropped into the folder while the bot runs is quoted', async () => {
  await start()
  await writeFile(
    join(home, 'corpus', 'new.md'),
    '---\ntitle: Ferry\nsource: Harbour News\n---\nThe ferry to Zanzibar sails at dawn.',
  )
  for (;;) {
    const card = await ask('when does the ferry to Zanzibar sail?').response((message) =>
      /Searched \d+|does not answer/.test(textOf(message)),
    )
    if (/sails at dawn/.test(textOf(card))) break
  }
  expect(discord.violations).toEqual([])
})

test('a document full of mentions, links, Markdown and fences is shown inert', async () => {
  const hostile =
    'Otters swim @everyone <@1> [free](https://evil.example) ||x|| `code` # not a heading ```js boom``` https://evil.example/x discord.gg/abc.'
  await writeFile(join(home, 'corpus', 'hostile.txt'), hostile)
  await start()
  const card = await ask('where do otters swim?').response((message) => /Otters/.test(textOf(message)))
  expect(textOf(card)).not.toMatch(/(?<!\\)@everyone|(?<!\\)<@1>|\]\(https:\/\/evil|(?<!\\)```/)
  expect(discord.violations).toEqual([])
})

test('a private answer is shown to its person only, and sources are completed from the corpus', async () => {
  await start()
  const asked = ask('what about Ukraine?', { private: true })
  expect((await asked.acknowledged()).flags & 64).toBe(64)
  await asked.response(isCard)
  const typing = discord.interact.autocomplete({
    name: 'ask',
    options: {},
    focused: { name: 'source', value: 'wire' },
  })
  expect(await typing.choices()).toEqual([{ name: 'Starter Wire', value: 'Starter Wire' }])
  expect(discord.violations).toEqual([])
})

test('a writer that invents quotations shows nothing invented', async () => {
  claude = await startFakeClaude({ invents: true })
  await start({ ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: claude.url })
  const card = await ask('what does China gain?').response((message) =>
    /Searched \d+|does not answer/.test(textOf(message)),
  )
  const menu = componentsOf(card).find((component) => component.type === 3)
  for (const [at, option] of (menu?.options ?? []).entries()) {
    const opened = discord.interact.select({
      message: card,
      customId: menu?.custom_id ?? '',
      values: [option.value],
    })
    const shown = await opened.response(() => true)
    expect(textOf(shown), `quotation ${at}`).toMatch(/identical to the stored source/i)
  }
  expect(log).not.toContain('test-key')
  expect(log).not.toContain(discord.token)
  expect(discord.violations).toEqual([])
})

test('a token that Discord takes back ends the process with the fix, and a code that a supervisor sees', async () => {
  await start()
  const ended = once(bot as ChildProcess, 'exit')
  discord.disconnect(4004)
  expect((await ended)[0]).toBe(1)
  expect(log).toContain('copy a new token')
})

test('SIGTERM in the middle of an answer: it finishes or says so, and the process ends cleanly', async () => {
  claude = await startFakeClaude()
  claude.script([{ kind: 'silence' }])
  await start({ ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: claude.url })
  const asked = ask('what does China gain?')
  await asked.acknowledged()
  await asked.response((message) => textOf(message) !== '')
  const ended = stop()
  const last = await asked.response((message) => /restarting/.test(textOf(message)), 15_000)
  expect(textOf(last)).toMatch(/ask again/)
  expect(await ended).toBe(0)
  expect(discord.violations).toEqual([])
})
