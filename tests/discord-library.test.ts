/** Managers add to their server's documents, see them and take them out: files, links, messages and feeds. */
import { describe, expect, test } from 'vitest'
import { controlOf } from './fakes/bot.ts'
import { type Message, textOf } from './fakes/discord.ts'
import { HARBOUR, useNewsroom } from './fakes/newsroom.ts'

const room = useNewsroom({ own: false })

const corpus = (subcommand: string, options = {}, who = {}) =>
  room.bot.fake.interact.command({ name: 'corpus', subcommand, options, ...who })
const isDone = (message: Message) =>
  /Result|Documents|Feeds|Remove “|There|can’t|followed/.test(textOf(message))
const ask = async (question: string, who = {}) => {
  const asked = room.bot.fake.interact.command({ name: 'ask', options: { question }, ...who })
  return textOf(await asked.response((message) => /Searched \d/.test(textOf(message))))
}
const FERRY = { file: 'ferry.txt', text: 'The ferry to Zanzibar sails at dawn from the old quay.' }

describe('/corpus add', () => {
  test('reads an attached file into the server’s own documents, and into nobody else’s', async () => {
    await room.share()
    const added = corpus('add', { file: FERRY })
    expect((await added.acknowledged()).flags & 64).toBe(64)
    expect(textOf(await added.response(isDone))).toContain('✅ **ferry** added')
    expect(await ask('when does the ferry to Zanzibar sail?')).toContain('sails at dawn')
    expect(await ask('when does the ferry to Zanzibar sail?', { guildId: room.place.VALLEY })).not.toContain(
      'dawn',
    )
    const again = corpus('add', { file: FERRY })
    expect(textOf(await again.response(isDone))).toContain('➖ **ferry** unchanged')
    const changed = corpus('add', { file: { ...FERRY, text: 'The ferry to Zanzibar sails at noon.' } })
    expect(textOf(await changed.response(isDone))).toContain('🔄 **ferry** updated')
    expect(await ask('when does the ferry to Zanzibar sail?')).toContain('sails at noon')
  })

  test('says of each thing why it was refused, and goes on with the others', async () => {
    await room.share()
    const both = corpus('add', {
      file: { file: 'cat.png', text: '\u0089PNG\r\n\u001a\n' },
      link: 'http://169.254.169.254/latest',
    })
    const said = textOf(await both.response(isDone))
    expect(said).toMatch(/⚠️ \*\*cat\\?\.png\*\* refused\. It is a binary file/)
    expect(said).toMatch(/169.*refused\. The address leads to a private network/)
    expect(textOf(await corpus('add').response(isDone))).toContain('attach a file or give a link')
  })

  test('tells a German person in German why a broken PDF and a feed were refused', async () => {
    await room.share()
    const added = corpus('add', { file: { file: 'kaputt.pdf', text: '%PDF-1.4 nothing' } }, { locale: 'de' })
    expect(textOf(await added.response((message) => /kaputt/.test(textOf(message))))).toContain(
      'abgelehnt. Die Datei ist beschädigt und lässt sich nicht als PDF öffnen; speichere sie neu',
    )
    const followed = corpus('feeds add', { link: 'http://127.0.0.1/feed.xml' }, { locale: 'de' })
    const isSaid = (message: Message) => /verfolgen/.test(textOf(message))
    expect(textOf(await followed.response(isSaid))).toContain('Die Adresse führt in ein privates Netz')
  })
})

test('“Add to the corpus” takes a message’s words and what it carries', async () => {
  const fake = await room.share()
  const used = fake.interact.messageCommand({
    name: 'Add to the corpus',
    content: 'The lighthouse keeper Mary Rock leaves in May.',
    uploads: [FERRY],
  })
  const said = textOf(await used.response(isDone))
  expect(said).toContain('✅ **The lighthouse keeper Mary Rock leaves in May.** added')
  expect(said).toContain('✅ **ferry** added')
  expect(await ask('when does the lighthouse keeper leave?')).toContain('leaves in May')
})

test('/corpus list shows the documents page by page, and turns in place', async () => {
  const many = Array.from({ length: 12 }, (_, at) => ({
    _id: `note-${at}`,
    title: `Note ${at}`,
    text: `Note number ${at} is about ships.`,
    metadata: { source: 'Log', language: 'en' },
  }))
  const fake = await room.open({ documents: { [HARBOUR]: many } })
  const first = await corpus('list').response(isDone)
  expect(textOf(first)).toContain('Page 1 of 2, 12 documents in all.')
  const turned = fake.interact.button({ message: first, customId: controlOf(first, 'documents') })
  const second = await turned.response((message) => textOf(message).includes('Page 2 of 2'))
  expect(second.id).toBe(first.id)
})

test('/corpus remove asks once more; the document is found no longer, and old answers still open', async () => {
  const fake = await room.share()
  await corpus('add', { file: FERRY }).response(isDone)
  const asked = fake.interact.command({
    name: 'ask',
    options: { question: 'when does the ferry to Zanzibar sail?' },
  })
  const card = await asked.response((message) => /Searched \d/.test(textOf(message)))
  const typing = fake.interact.autocomplete({
    name: 'corpus',
    subcommand: 'remove',
    focused: { name: 'document', value: 'zanzibar' },
  })
  expect(await typing.choices()).toEqual([{ name: 'ferry, Unknown source', value: 'ferry.txt' }])
  const question = await corpus('remove', { document: 'ferry.txt' }).response(isDone)
  expect(textOf(question)).toContain('Remove “ferry”?')
  const removed = fake.interact.button({ message: question, customId: controlOf(question, 'remove') })
  expect(textOf(await removed.response(isDone))).toContain('🗑️ **ferry** removed')
  expect(await ask('when does the ferry to Zanzibar sail?')).not.toContain('sails at dawn')
  const opened = fake.interact.select({ message: card, customId: controlOf(card, 'quote'), values: ['0'] })
  expect(textOf(await opened.response())).toContain('identical to the stored source')
  const other = corpus('remove', { document: 'tides' })
  expect(textOf(await other.response(isDone))).toContain('There is no document “tides” here')
})

test('/corpus feeds are the server’s own, and an address that gives none is refused with the reason', async () => {
  await room.share()
  expect(textOf(await corpus('feeds list').response(isDone))).toContain('No feed is followed here.')
  const refused = corpus('feeds add', { link: 'http://127.0.0.1/feed.xml' })
  expect(textOf(await refused.response(isDone)).replaceAll('\\', '')).toContain(
    'The address leads to a private network',
  )
  const unknown = corpus('feeds remove', { link: 'https://example.org/feed.xml' })
  expect(textOf(await unknown.response(isDone))).toContain('is not followed here')
})

test('the same text from two publishers is told as a duplicate when it is added, and as one source when it is quoted', async () => {
  const story =
    'The Zanzibar ferry company will buy two new ships next year, its director said on Monday. The ships carry four hundred people each, and sail from the old quay at dawn. The company paid for them with a loan of the port bank, which the harbour board had asked for in spring, when the old ships failed the yearly test.'
  const line = (source: string) => ({
    _id: source,
    title: `Ferries in the ${source}`,
    text: story,
    metadata: { source, date: '2024-06-01', language: 'en' },
  })
  await room.open({ documents: { [HARBOUR]: [line('Coast News'), line('Island Post')] } })
  const added = corpus('add', { file: { file: 'ferries.txt', text: story } })
  expect(textOf(await added.response(isDone))).toContain('added, with the same text as Coast News')
  const answer = await ask('what will the Zanzibar ferry company buy next year?')
  expect(answer).toMatch(
    /-# \[1\] Ferries in the Coast News.* · also in (?:Island Post|Unknown source), (?:Island Post|Unknown source)/,
  )
  expect(answer).toContain('quoted 1.')
})

test('no document tells that another server has one of its name', async () => {
  const fake = await room.share()
  const text = 'The Zanzibar council dismisses nobody this year.'
  for (const guildId of [room.place.HARBOUR, room.place.VALLEY])
    await corpus(
      'add',
      { file: { file: 'minutes.txt', text: `${text} So ${guildId} was told.` } },
      { guildId },
    ).response(isDone)
  const isAnswer = (message: Message) => textOf(message).includes('Zanzibar council dismisses nobody')
  const seen = async (guildId: string) => {
    const options = { question: 'whom does the Zanzibar council dismiss?' }
    const card = await fake.interact.command({ name: 'ask', options, guildId }).response(isAnswer)
    const click = { message: card, customId: controlOf(card, 'dossier'), guildId }
    const [dossier] = (await fake.interact.button(click).response()).attachments
    const focused = { name: 'document', value: '' }
    const typing = { name: 'corpus', subcommand: 'remove', focused, guildId }
    const [choice] = await fake.interact.autocomplete(typing).choices()
    const again = { file: { file: 'copy.txt', text: `${text} So ${guildId} was told.` } }
    const outcome = textOf(await corpus('add', again, { guildId }).response(isDone))
    return { file: fake.fileText(dossier?.url ?? ''), choice: String(choice?.value), outcome }
  }
  for (const guildId of [room.place.HARBOUR, room.place.VALLEY]) {
    const { file, choice, outcome } = await seen(guildId)
    expect(file).toContain('minutes.txt')
    expect(file).not.toContain(`${guildId}/`)
    expect(choice).toBe('minutes.txt')
    expect(outcome).toMatch(/same text as minutes/)
  }
  const remove = corpus('remove', { document: 'minutes.txt' }, { guildId: room.place.VALLEY })
  const asked = await remove.response()
  expect(textOf(asked)).toContain('Remove “minutes”')
  const click = { message: asked, customId: controlOf(asked, 'remove'), guildId: room.place.VALLEY }
  expect(textOf(await fake.interact.button(click).response())).toContain('removed')
})
