/** Documents of two servers and of everybody, for tests of the whole bot. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, expect } from 'vitest'
import { type Bot, type BotOptions, type Replace, startBot } from './bot.ts'
import type { FakeDiscord } from './discord.ts'
import type { GuildOptions } from './discord-guild.ts'
import type { Collections } from './prepared.ts'

export const HARBOUR = '900000000000000001'
export const VALLEY = '900000000000000002'

export const SERVERS = [
  { id: HARBOUR, name: 'Harbour' },
  { id: VALLEY, name: 'Valley', locale: 'de' },
]

const line = (_id: string, title: string, source: string, date: string, topics: string[], text: string) => ({
  _id,
  title,
  text,
  metadata: {
    source,
    date,
    topics,
    url: `https://${source.toLowerCase().replace(/\W/g, '')}.example/${_id}`,
  },
})

export const DOCUMENTS: Collections = {
  shared: [
    line(
      'tides',
      'What the Moon does to the sea',
      'Harbour Gazette',
      '2024-03-01',
      ['sea'],
      'The Moon causes the tides twice a day. Harbour master Ann Brook said that storms raise the waves. The Sun adds a little to the tides. Fishing boats wait for the flood tide before they leave.',
    ),
    line(
      'bread',
      'Bread prices in the valley',
      'Valley Post',
      '2024-05-01',
      ['food', 'economy'],
      'The price of bread rose by 12 percent in April. Baker Tom Hill said that flour became dearer. The bakery in the valley opens at five in the morning.',
    ),
    line(
      'bread-2',
      'No, bread is no dearer',
      'Harbour Gazette',
      '2024-05-03',
      ['food', 'economy'],
      'The price of bread did not rise in April. The town council published the figures of ten bakeries.',
    ),
  ],
  [HARBOUR]: [
    line(
      'secret-pier',
      'The new pier',
      'Harbour Board',
      '2024-06-01',
      ['pier'],
      'The new pier will cost four million crowns. Harbour master Ann Brook said that the pier opens in July.',
    ),
  ],
  [VALLEY]: [
    line(
      'secret-mill',
      'The old mill',
      'Valley Council',
      '2024-06-02',
      ['mill'],
      'The old mill will be sold to a brewery from Kassel. Miller Jane Rook said that the mill wheel turns again.',
    ),
  ],
}

/** The servers and two people of one test: the ids that were HARBOUR, VALLEY, and the person who acts, and another. */
type Place = { HARBOUR: string; VALLEY: string; ANN: string; BEN: string }
const FIRST: Place = { HARBOUR, VALLEY, ANN: '100000000000000001', BEN: '100000000000000002' }
const moves = new WeakMap<Bot, number>()

/** Gives a running bot the real services again, and new servers and people, to whom no earlier test has done anything. */
async function moveOn(bot: Bot, guilds: GuildOptions[], documents: Collections): Promise<Place> {
  const move = (moves.get(bot) ?? 0) + 1
  moves.set(bot, move)
  const idOf = (first: string) => String(BigInt(first) + BigInt(move) * 1000n)
  const people = { ANN: idOf(FIRST.ANN), BEN: idOf(FIRST.BEN) }
  bot.replace(() => ({}))
  bot.fake.move(
    guilds.map((guild) => ({ ...guild, id: idOf(guild.id) })),
    people.ANN,
  )
  for (const server of [HARBOUR, VALLEY]) {
    const lines = documents[server]
    if (lines) await importLines(bot, idOf(server), lines)
  }
  return { HARBOUR: idOf(HARBOUR), VALLEY: idOf(VALLEY), ...people }
}

async function importLines({ corpus, home }: Bot, collection: string, lines: object[]): Promise<void> {
  const file = join(home, `${collection}.jsonl`)
  await writeFile(file, lines.map((one) => JSON.stringify(one)).join('\n'))
  await corpus.importJsonl(file, collection)
}

export type Newsroom = {
  /** The bot of the test that runs, and where it is. */
  bot: Bot
  place: Place
  /** Set by tests that provoke Discord: it may have refused something. */
  mayBeRefused: boolean
  /** Starts a bot for one test: to restart it, to read its log, or with other options. */
  open: (more?: Partial<BotOptions>) => Promise<FakeDiscord>
  /** Takes the bot of the file, which is started once, to servers and people of the test's own. */
  share: (replace?: Replace) => Promise<FakeDiscord>
}

/** The bots of a file's tests, which end with them. `own` has the servers' own documents wherever the shared bot goes. */
export function useNewsroom({
  own = true,
  ...usual
}: Partial<BotOptions> & { own?: boolean } = {}): Newsroom {
  const options: BotOptions = { documents: DOCUMENTS, discord: { guilds: SERVERS }, ...usual }
  let shared: Bot | undefined
  let bot: Bot | undefined
  const room: Newsroom = {
    get bot() {
      if (!bot) throw new Error('No bot has been started.')
      return bot
    },
    place: FIRST,
    mayBeRefused: false,
    open: async (more = {}) => {
      bot = await startBot({ ...options, ...more })
      room.place = FIRST
      return bot.fake
    },
    share: async (replace = () => ({})) => {
      shared ??= await startBot(options)
      bot = shared
      room.place = await moveOn(bot, options.discord?.guilds ?? [], own ? options.documents : {})
      bot.replace(replace)
      return bot.fake
    },
  }
  afterEach(async () => {
    const { violations } = bot?.fake ?? { violations: [] }
    if (bot !== shared) await bot?.end()
    bot = undefined
    if (!room.mayBeRefused) expect(violations).toEqual([])
    room.mayBeRefused = false
  })
  afterAll(() => shared?.end())
  return room
}
