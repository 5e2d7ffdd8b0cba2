/** "Check against the corpus" in a message's menu. */
import { afterEach, expect, test } from 'vitest'
import { controlOf } from './fakes/bot.ts'
import { type FakeClaude, startFakeClaude } from './fakes/claude.ts'
import { type Message, textOf } from './fakes/discord.ts'
import { useNewsroom } from './fakes/newsroom.ts'

let claude: FakeClaude | undefined
const room = useNewsroom({ own: false })
afterEach(async () => {
  await claude?.stop()
  claude = undefined
})

const isCheck = (message: Message) => textOf(message).includes('Checked against the corpus')
const check = (content: string) =>
  room.bot.fake.interact.messageCommand({ name: 'Check against the corpus', content })
const CLAIM = 'The price of bread rose by 12 percent in April.'

test('without Claude each claim gets the closest quotations and no verdict, for its reader only', async () => {
  const fake = await room.share()
  const asked = check(`lol! ${CLAIM} Who knows? Dragons live in Kassel castle since 1620.`)
  expect((await asked.acknowledged()).flags & 64).toBe(64)
  const card = await asked.response(isCheck)
  const text = textOf(card)
  expect(text).toContain(
    `**1.** ${CLAIM}\n**Closest quotations, no verdict**\n> “${CLAIM}” — Valley Post, 2024-05-01`,
  )
  expect(text).toContain('Dragons live in Kassel castle since 1620.\n**Nothing in the corpus comes near.**')
  expect(text).not.toContain('lol')
  const chosen = fake.interact.select({ message: card, customId: controlOf(card, 'quote'), values: ['0'] })
  expect(textOf(await chosen.response())).toContain('identical to the stored source')
})

test('its person may share it with everybody', async () => {
  const fake = await room.share()
  const card = await check(CLAIM).response(isCheck)
  const before = fake.visibleIn(fake.channelOf(room.place.HARBOUR)).length
  const shared = await fake.interact
    .button({ message: card, customId: controlOf(card, 'share') })
    .response(isCheck)
  expect(shared.flags & 64).toBe(0)
  expect(fake.visibleIn(fake.channelOf(room.place.HARBOUR))).toHaveLength(before + 1)
})

test('with Claude each claim gets a verdict with its quotations, and none without', async () => {
  claude = await startFakeClaude()
  claude.script([
    {
      kind: 'write',
      blocks: [
        { text: '1 SUPPORTED The report says the same.', cites: [{ result: 0, start: 0, end: 1 }] },
        { text: '\n2 CONTRADICTED It is not so.' },
      ],
    },
  ])
  await room.open({ claude: claude.url })
  const card = await check(`${CLAIM} Flour became cheaper in the valley in April.`).response(isCheck)
  expect(textOf(card)).toMatch(/✅ \*\*Supported\*\*: The report says the same\.\n> “/)
  // A verdict that does not verify denies nothing: what comes near is shown, here what says otherwise.
  expect(textOf(card)).toContain('**Closest quotations, no verdict**')
  expect(textOf(card)).toContain('Baker Tom Hill said that flour became dearer.')
  expect(textOf(card)).not.toContain('Not in the corpus')
  expect(textOf(card)).not.toContain('Contradicted')
  expect(textOf(card)).toContain('Written by')
})

test('a message that states nothing, or holds no text, is told so', async () => {
  await room.share()
  expect(textOf(await check('lol').response(isCheck))).toContain('holds no claim that can be checked')
  const empty = check('')
  expect(textOf(await empty.response())).toContain('holds no text')
})
