/** A bot whose search index is damaged starts, says how far the new one is, and then answers. */
import { readdir, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openLock } from '../src/sqlite/database.ts'
import { type Bot, startBot } from './fakes/bot.ts'
import { textOf } from './fakes/discord.ts'
import { DOCUMENTS, SERVERS } from './fakes/newsroom.ts'
import { PATIENCE_MS } from './fakes/patience.ts'

let bot: Bot
afterEach(() => bot.end())

const said = async (name: string, more = {}) =>
  textOf(
    await bot.fake.interact
      .command({ name, ...more })
      .response((message) => /Searched \d|rebuil|Suchindex|wrong|Corpus/.test(textOf(message))),
  )
const ask = (locale = 'en-US') =>
  said('ask', { options: { question: 'what does the harbour have?' }, locale })

async function damageIndex(): Promise<void> {
  const entries = await readdir(bot.home, { recursive: true, withFileTypes: true })
  for (const entry of entries)
    if (entry.isFile() && /passages.*\.lance.*data$/.test(entry.parentPath))
      await truncate(join(entry.parentPath, entry.name), 0)
}

test('people are told that the index is being rebuilt, in their language, and are answered afterwards', async () => {
  bot = await startBot({ documents: DOCUMENTS, discord: { guilds: SERVERS } })
  expect(await ask()).toMatch(/Searched \d/)
  await bot.stop()
  await damageIndex()
  // Another process is about to fill the new index, and takes its time.
  const filling = openLock(join(bot.home, 'corpus.sqlite.filling'))
  filling.keep()
  await bot.restart()
  expect(await ask()).toMatch(/^I’m rebuilding my search index \\\(\d+ % done/)
  expect(await ask('de')).toContain('Ich baue gerade meinen Suchindex neu auf')
  expect(await said('corpus', { subcommand: 'status' })).toMatch(/index is being rebuilt: \d+ % done/)
  const notices = bot
    .log()
    .split('\n')
    .filter((line) => line.includes('damaged-index'))
  expect(notices).toHaveLength(1)
  expect(bot.log()).not.toContain('/usr/local/cargo')
  filling.close()
  await vi.waitFor(async () => expect(await ask()).toMatch(/Searched \d/), { timeout: PATIENCE_MS })
  expect(bot.fake.violations).toEqual([])
})
