/** The fake Discord: an unmodified discord.js works with it, and what Discord refuses, it refuses. */
import { once } from 'node:events'
import { Client, Events, GatewayIntentBits, MessageFlags, REST, Routes } from 'discord.js'
import { afterEach, describe, expect, test } from 'vitest'
import { type FakeDiscord, GUILD, startFakeDiscord, textOf } from './fakes/discord.ts'
import { checkRequest } from './fakes/discord-contract.ts'
import { checkAnswer, hasSpec } from './fakes/discord-spec.ts'

const quiet = { parse: [] }
const text = (content: string) => ({ type: 10, content })
const row = (...components: object[]) => ({ type: 1, components })
const button = (custom_id: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Go',
  custom_id,
  ...more,
})
const select = (count: number) => ({
  type: 3,
  custom_id: 'pick',
  options: Array.from({ length: count }, (_, index) => ({ label: `${index}`, value: `${index}` })),
})
const v2 = (...components: object[]) => ({ flags: 32768, components, allowed_mentions: quiet })
const plain = (content: string, more: object = {}) => ({ content, allowed_mentions: quiet, ...more })
const reply = (data: object, type = 4) => ({ type, data })
const file = { field: 'files[0]', name: 'brief.md', type: 'text/plain', size: 2, bytes: new Uint8Array(2) }

const post = ['POST', '/channels/700000000000000001/messages'] as const
const edit = ['PATCH', '/webhooks/800000000000000001/token/messages/@original'] as const
const answer = ['POST', '/interactions/900000000000000009/token/callback'] as const
const register = ['PUT', '/applications/800000000000000001/commands'] as const

describe('an illegal request is refused with its reason', () => {
  const option = (name: string, required: boolean) => ({ name, description: 'x', type: 3, required })
  const command = (more: object) => [{ name: 'ask', description: 'Ask', ...more }]
  const label = (id: string) => ({ type: 18, label: 'Why', component: { type: 4, custom_id: id, style: 1 } })
  const modal = (count: number) =>
    reply(
      { custom_id: 'm', title: 'T', components: Array.from({ length: count }, (_, n) => label(`f${n}`)) },
      9,
    )
  const choices = (count: number, name = 'a') =>
    reply({ choices: Array.from({ length: count }, (_, n) => ({ name, value: `${n}` })) }, 8)
  const container = { type: 17, components: Array.from({ length: 40 }, () => text('a')) }
  test.each([
    ['2001 characters of content', post, plain('a'.repeat(2001)), 'content has 2001'],
    ['an empty message', post, plain(''), 'is empty'],
    ['content beside components V2', answer, reply({ ...v2(text('a')), content: 'b' }), 'excludes content'],
    ['41 components, nested ones counted', post, v2(container), '41 components'],
    ['4001 characters in two Text Displays', post, v2(text('a'.repeat(4000)), text('b')), '4001 characters'],
    [
      'embeds of 6001 characters together',
      post,
      plain('', { embeds: Array(3).fill({ description: 'a'.repeat(2001) }) }),
      '6003',
    ],
    ['a custom_id twice', post, v2(row(button('a'), button('a'))), 'used twice'],
    ['a custom_id of 101 characters', post, v2(row(button('a'.repeat(101)))), 'custom_id has 101'],
    [
      'a link button with a custom_id',
      post,
      v2(row(button('a', { style: 5, url: 'https://a.org' }))),
      'link button',
    ],
    [
      'a javascript link',
      post,
      v2(row({ type: 2, style: 5, label: 'x', url: 'javascript:1' })),
      'is not http',
    ],
    ['six buttons in a row', post, v2(row(...'abcdef'.split('').map((id) => button(id)))), '6 buttons'],
    ['a button beside a select', post, v2(row(select(2), button('a'))), 'alone'],
    ['26 options', post, v2(row(select(26))), '1 to 25 options'],
    [
      'a Text Display without components V2',
      post,
      { components: [text('a')], allowed_mentions: quiet },
      'cannot stand',
    ],
    [
      'a reference to a file that is not there',
      post,
      v2({ type: 13, file: { url: 'attachment://b.md' } }),
      'names no file',
    ],
    ['a deferral that is more than ephemeral', answer, reply({ flags: 32768 + 64 }, 5), 'only EPHEMERAL'],
    ['an edit that would hide a message', edit, plain('a', { flags: 64 }), 'flags 64'],
    ['a modal of six parts', answer, modal(6), '1 to 5'],
    ['26 completions', answer, choices(26), '26 choices'],
    ['a completion of 101 characters', answer, choices(1, 'a'.repeat(101)), 'choice name has 101'],
    ['a command name in upper case', register, command({ name: 'Ask' }), "'Ask' is not allowed"],
    [
      'a required option after an optional one',
      register,
      command({ options: [option('a', false), option('b', true)] }),
      'come first',
    ],
    [
      'a description of 101 characters',
      register,
      command({ description: 'a'.repeat(101) }),
      '101 characters',
    ],
    ['a message that leaves mentions open', post, { content: '@everyone' }, 'could ping'],
    [
      'a message that asks to ping',
      post,
      { content: 'a', allowed_mentions: { parse: ['everyone'] } },
      'could ping',
    ],
  ])('%s', (_, [method, path], body, reason) => {
    expect(checkRequest(method, path, body).join('\n')).toContain(reason)
  })

  test('an uploaded file that no component shows', () => {
    expect(checkRequest(...post, v2(text('a')), [file]).join()).toContain('no component shows it')
  })

  test.skipIf(!hasSpec)(
    'a misspelt field, by the published description (skipped where that is absent)',
    () => {
      expect(
        checkRequest(...post, v2(row({ type: 2, style: 1, label: 'a', customId: 'a' }))).join(),
      ).toContain('customId')
    },
  )

  test('and legal ones pass', () => {
    const shown = v2({
      type: 17,
      components: [
        text('a'),
        row(button('a')),
        row(select(25)),
        { type: 13, file: { url: 'attachment://brief.md' } },
      ],
    })
    expect(checkRequest(...post, shown, [file])).toEqual([])
    expect(checkRequest(...answer, modal(5))).toEqual([])
    expect(checkRequest(...answer, choices(25))).toEqual([])
    expect(checkRequest(...answer, reply({ flags: 64 }, 5))).toEqual([])
    expect(checkRequest(...register, command({ options: [option('a', true), option('b', false)] }))).toEqual(
      [],
    )
  })
})

describe('with discord.js', () => {
  const running: { fake?: FakeDiscord; client?: Client } = {}
  afterEach(async () => {
    await running.client?.destroy()
    await running.fake?.stop()
  })

  async function start(options: Parameters<typeof startFakeDiscord>[0] = {}) {
    const fake = await startFakeDiscord(options)
    running.fake = fake
    return { fake, client: await login(fake) }
  }

  async function login(fake: FakeDiscord) {
    const client = new Client({
      intents: [GatewayIntentBits.Guilds],
      waitGuildTimeout: 300,
      allowedMentions: quiet as never,
      rest: { api: fake.url, retries: 0 },
      ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    })
    running.client = client
    client.on(Events.Error, () => {})
    const ready = once(client, Events.ClientReady)
    await client.login(fake.token)
    await ready
    return client
  }

  const page = (content: string, id = 'next') =>
    ({ flags: MessageFlags.IsComponentsV2, components: [text(content), row(button(id))] }) as never

  test('a deferred reply is edited, followed up and deleted without a fault', async () => {
    const { fake, client } = await start()
    await fake.connected()
    client.once(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply({ flags: MessageFlags.Ephemeral })
      await interaction.editReply(page(`one ${interaction.options.getString('topic')}`))
      const files = [{ attachment: Buffer.from('# hello'), name: 'brief.md' }]
      const shown = [text('two'), { type: 13, file: { url: 'attachment://brief.md' } }]
      await interaction.editReply({ components: shown as never, files })
      await interaction.followUp(page('three'))
    })
    const handle = fake.interact.command({ name: 'ask', options: { topic: 'steel' } })
    expect(await handle.acknowledged()).toEqual({ type: 5, flags: 64 })
    const message = await handle.response((shown) => textOf(shown) === 'two')
    expect(message.flags & 64).toBe(64)
    expect(fake.fileText(message.attachments[0]?.url ?? '')).toBe('# hello')
    expect(textOf(await handle.followUp())).toBe('three')
    expect(handle.edits.map(textOf)).toEqual(['one steel', 'two'])
    expect(fake.violations).toEqual([])
    expect(client.guilds.cache.get(GUILD)?.name).toBe('Newsroom')
  })

  test('a button made by one process works in the next', async () => {
    const { fake, client } = await start()
    const channel = await client.channels.fetch(fake.channelOf(GUILD))
    if (!channel?.isSendable()) throw new Error('not sendable')
    const twice = { ...(page('first') as object), nonce: 'daily-1', enforceNonce: true } as never
    const sent = [await channel.send(twice), await channel.send(twice)]
    expect(sent[0]?.id).toBe(sent[1]?.id)
    await client.destroy()
    await fake.disconnected()
    const second = await login(fake)
    second.once(Events.InteractionCreate, async (interaction) => {
      if (interaction.isButton()) await interaction.update(page('second'))
    })
    const [message] = fake.messagesIn(fake.channelOf(GUILD))
    if (!message) throw new Error('no message')
    const handle = fake.interact.button({ message, customId: 'next' })
    expect(textOf(await handle.response())).toBe('second')
    expect(await handle.acknowledged()).toMatchObject({ type: 7 })
    expect(fake.identifies).toBe(2)
    expect(fake.violations).toEqual([])
  })

  test('registration, completion, selection and a form', async () => {
    const { fake, client } = await start()
    const topic = { name: 'topic', description: 'About', type: 3, required: true, autocomplete: true }
    const rest = new REST({ api: fake.url }).setToken(fake.token)
    await rest.put(Routes.applicationCommands(fake.applicationId), {
      body: [{ name: 'ask', description: 'Ask', default_member_permissions: '0', options: [topic] }],
    })
    expect(fake.commandPuts).toBe(1)
    expect(fake.commands()[0]?.name).toBe('ask')
    expect(() => fake.interact.command({ name: 'ask', options: {} })).toThrow('topic')
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'x' }])
      if (interaction.isChatInputCommand())
        await interaction.reply({ flags: MessageFlags.IsComponentsV2, components: [row(select(3))] as never })
      if (interaction.isStringSelectMenu())
        await interaction.showModal({
          customId: 'form',
          title: interaction.values.join(),
          components: [{ type: 18, label: 'Why', component: { type: 4, customId: 'why', style: 1 } }],
        } as never)
      if (interaction.isModalSubmit())
        await interaction.reply(page(interaction.fields.getTextInputValue('why')))
    })
    const completion = fake.interact.autocomplete({ name: 'ask', focused: { name: 'topic', value: 'st' } })
    expect(await completion.choices()).toEqual([{ name: 'st!', value: 'x' }])
    const menu = await fake.interact
      .command({ name: 'ask', options: { topic: 'x' }, guildId: null })
      .response()
    const form = await fake.interact.select({ message: menu, customId: 'pick', values: ['2'] }).shownModal()
    expect(form.title).toBe('2')
    const last = fake.interact.modal({ customId: form.custom_id, fields: { why: 'because' } })
    expect(textOf(await last.response())).toBe('because')
    expect(fake.violations).toEqual([])
  })

  test('second answers, late answers and dead tokens get Discord’s own codes', async () => {
    let now = Date.now()
    const { fake, client } = await start({ clock: () => now })
    const codes: unknown[] = []
    const attempt = (work: Promise<unknown>) =>
      work.then(
        () => codes.push('ok'),
        (error: { code?: unknown }) => codes.push(error.code),
      )
    const rest = new REST({ api: fake.url, retries: 0 }).setToken(fake.token)
    const defer = (id: string, token: string) =>
      attempt(rest.post(Routes.interactionCallback(id, token), { body: { type: 5 }, auth: false }))
    const change = (token: string) =>
      attempt(
        rest.patch(Routes.webhookMessage(client.application?.id ?? '', token), {
          body: plain('a'),
          auth: false,
        }),
      )
    const first = fake.interact.command({ name: 'ask' })
    await change(first.token)
    await defer(first.id, first.token)
    await defer(first.id, first.token)
    await change(first.token)
    now += 15 * 60_000 + 1
    await change(first.token)
    const late = fake.interact.command({ name: 'ask' })
    now += 3001
    await defer(late.id, late.token)
    expect(codes).toEqual([10015, 'ok', 40060, 'ok', 50027, 10062])
    expect(first.deferredMs).toBe(0)
    expect(fake.violations).toEqual([])
  })

  test('scripted failures, a lost answer, a resumed connection and an outage', async () => {
    const other = { id: '900000000000000002', name: 'Away', unavailable: true }
    const { fake, client } = await start({ guilds: [{ id: GUILD, name: 'Newsroom' }, other] })
    fake.failNext({ method: 'POST', path: /callback$/, status: 502, afterApplying: true })
    const failed = new Promise((resolve) => {
      client.once(Events.InteractionCreate, (interaction) => {
        if (interaction.isChatInputCommand()) interaction.deferReply().catch(resolve)
      })
    })
    const handle = fake.interact.command({ name: 'ask' })
    expect(await failed).toMatchObject({ status: 502 })
    expect(await handle.acknowledged()).toEqual({ type: 5, flags: 0 })

    const resumed = once(client, Events.ShardResume)
    fake.disconnect(4000)
    await fake.disconnected()
    const seen = once(client, Events.InteractionCreate)
    fake.interact.command({ name: 'ask' })
    await Promise.all([resumed, seen])
    expect(fake.identifies).toBe(1)

    const back = once(client, Events.GuildAvailable)
    fake.restoreGuild(other.id)
    expect((await back)[0]).toMatchObject({ id: other.id, name: 'Away' })
    expect(fake.violations).toEqual([])
  })

  test.skipIf(!hasSpec)(
    'the fake itself answers as described (skipped where the description is absent)',
    async () => {
      const { fake } = await start()
      const rest = new REST({ api: fake.url, retries: 0 }).setToken(fake.token)
      const link = { type: 2, style: 5, label: 'Open', url: 'https://a.org' }
      const section = { type: 9, components: [text('b')], accessory: button('b') }
      const dossier = { type: 13, file: { url: 'attachment://brief.md' } }
      const card = {
        type: 17,
        components: [text('a'), section, { type: 14 }, row(button('a'), link), row(select(2)), dossier],
      }
      const files = [{ name: 'brief.md', data: 'hello' }]
      const message = await rest.post(Routes.channelMessages(fake.channelOf(GUILD)), {
        body: v2(card),
        files,
      })
      expect(checkAnswer('MessageResponse', message)).toEqual([])
      const body = [{ name: 'ask', description: 'Ask', options: [{ name: 'a', description: 'b', type: 3 }] }]
      const [command] = (await rest.put(Routes.applicationCommands(fake.applicationId), {
        body,
      })) as unknown[]
      expect(checkAnswer('ApplicationCommandResponse', command)).toEqual([])
      expect(checkAnswer('GatewayBotResponse', await rest.get(Routes.gatewayBot()))).toEqual([])
      expect(fake.violations).toEqual([])
    },
  )

  test('a rate limit is waited for, and a removed message is unknown', async () => {
    const { fake, client } = await start()
    const channel = await client.channels.fetch(fake.channelOf(GUILD))
    if (!channel?.isSendable()) throw new Error('not sendable')
    fake.failNext({ method: 'POST', path: /messages$/, status: 429, headers: { 'Retry-After': '0.1' } })
    const message = await channel.send(page('late'))
    expect(
      fake.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages')),
    ).toHaveLength(2)
    fake.removeMessage(message.id)
    await expect(message.edit(page('gone'))).rejects.toMatchObject({ code: 10008 })
    expect(fake.violations).toEqual([])
  })

  test('an illegal body is answered with 50035 and recorded', async () => {
    const { fake } = await start()
    const rest = new REST({ api: fake.url, retries: 0 }).setToken(fake.token)
    const body = { content: 'a'.repeat(2001), allowed_mentions: quiet }
    await expect(rest.post(Routes.channelMessages(fake.channelOf(GUILD)), { body })).rejects.toMatchObject({
      code: 50035,
    })
    expect(fake.violations.join()).toContain('content has 2001 characters')
  })
})
