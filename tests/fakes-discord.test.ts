/** The fake Discord: an unmodified discord.js works with it, and what Discord refuses, it refuses. */
import { once } from 'node:events'
import {
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  Partials,
  PermissionFlagsBits,
  PermissionsBitField,
  REST,
  Routes,
} from 'discord.js'
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
const thread = ['POST', '/channels/700000000000000001/messages/800000000000000002/threads'] as const
const register = ['PUT', '/applications/800000000000000001/commands'] as const

describe('an illegal request is refused with its reason', () => {
  const option = (name: string, required: boolean) => ({ name, description: 'x', type: 3, required })
  const chosen = (de: string) => ({
    ...option('a', true),
    choices: [{ name: 'a', value: 'a', name_localizations: { de } }],
  })
  const menu = (more: object) => [{ name: 'Check this Claim', type: 3, ...more }]
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
    [
      'a menu command whose translated name is too long',
      register,
      menu({ name_localizations: { de: 'a'.repeat(33) } }),
      '1 to 32',
    ],
    ['a locale that Discord does not know', register, menu({ name_localizations: { en: 'A' } }), 'no locale'],
    [
      'a translated description in an unknown locale',
      register,
      command({ description_localizations: { 'de-DE': 'Frage' } }),
      'no locale',
    ],
    [
      'a choice of 101 translated characters',
      register,
      command({ options: [chosen('a'.repeat(101))] }),
      'over 100',
    ],
    [
      'a length on an integer option',
      register,
      command({ options: [{ ...option('a', true), type: 4, max_length: 5 }] }),
      'no max_length',
    ],
    ['a thread name of 101 characters', thread, { name: 'a'.repeat(101) }, 'thread name has 101'],
    [
      'a thread that is archived after 30 minutes',
      thread,
      { name: 'a', auto_archive_duration: 30 },
      'after 30 minutes',
    ],
    [
      'a reply that pings its author',
      post,
      { content: 'a', allowed_mentions: { parse: [], replied_user: true } },
      'could ping',
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
    expect(checkRequest(...register, menu({ name_localizations: { 'es-419': 'Comprobar esto' } }))).toEqual(
      [],
    )
    expect(checkRequest(...thread, { name: 'a', auto_archive_duration: 10080, type: 11 })).toEqual([])
  })
})

describe('with discord.js', () => {
  const running: { fake?: FakeDiscord; client?: Client } = {}
  afterEach(async () => {
    await running.client?.destroy()
    await running.fake?.stop()
  })

  async function start(options: Parameters<typeof startFakeDiscord>[0] = {}, intents?: GatewayIntentBits[]) {
    const fake = await startFakeDiscord(options)
    running.fake = fake
    return { fake, client: await login(fake, intents) }
  }

  async function login(fake: FakeDiscord, intents = [GatewayIntentBits.Guilds]) {
    const client = new Client({
      intents,
      partials: [Partials.Channel],
      waitGuildTimeout: 300,
      allowedMentions: quiet as never,
      rest: { api: fake.url, retries: 0, globalRequestsPerSecond: 5000 },
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

  const option = (name: string, type: number, more: object = {}) => ({
    name,
    description: 'x',
    type,
    ...more,
  })

  async function register(fake: FakeDiscord, ...body: object[]) {
    const rest = new REST({ api: fake.url }).setToken(fake.token)
    await rest.put(Routes.applicationCommands(fake.applicationId), { body })
  }

  const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] }
  const ask = (more: object = {}) => ({ name: 'ask', description: 'Ask', ...everywhere, ...more })
  const next = async (client: Client) => (await once(client, Events.InteractionCreate))[0] as Interaction
  const bits = (...removed: bigint[]) =>
    String(new PermissionsBitField(2248473465835073n).remove(removed).bitfield)

  describe('commands', () => {
    test('a message command brings the whole message, whoever wrote it', async () => {
      const { fake, client } = await start()
      await register(fake, { name: 'Check this', type: 3, ...everywhere })
      for (const context of ['guild', 'userInstalledGuild', 'botDm', 'privateChannel'] as const) {
        const seen = next(client)
        const handle = fake.interact.messageCommand({ name: 'Check this', content: 'Steel rose.', context })
        const interaction = await seen
        if (!interaction.isMessageContextMenuCommand()) throw new Error('no message command')
        expect(interaction.targetMessage.content).toBe('Steel rose.')
        expect(interaction.targetMessage.author.id === interaction.user.id).toBe(context === 'botDm')
        await interaction.reply(page('checked'))
        expect(textOf(await handle.response())).toBe('checked')
      }
      const [message] = fake.messagesIn(fake.channelOf(GUILD))
      if (!message) throw new Error('no message')
      fake.interact.messageCommand({ name: 'Check this', message })
      expect(() => fake.interact.messageCommand({ name: 'ask', message })).toThrow('registered')
      expect(() => fake.interact.command({ name: 'Check this' })).toThrow('registered')
      fake.removeMessage(message.id)
      expect(() => fake.interact.messageCommand({ name: 'Check this', message })).toThrow('gone')
      expect(fake.violations).toEqual([])
    })

    test('options arrive in their types, and what a client refuses is never sent', async () => {
      const { fake, client } = await start({ guilds: [{ id: GUILD, name: 'Newsroom', channels: 2 }] })
      const options = [
        option('topic', 3, { max_length: 5, required: true }),
        option('count', 4, { min_value: 1, max_value: 9 }),
        option('open', 5),
        option('where', 7, { channel_types: [0] }),
        option('thread', 7, { channel_types: [11] }),
        option('kind', 3, { choices: [{ name: 'News', value: 'news' }] }),
      ]
      await register(fake, ask({ options }))
      const [first = '', second = ''] = fake.channelsOf(GUILD)
      const seen = next(client)
      const typed = { topic: 'steel', count: 3, open: true, where: second, kind: 'news' }
      fake.interact.command({ name: 'ask', options: typed, channelId: first })
      const interaction = await seen
      if (!interaction.isChatInputCommand()) throw new Error('no command')
      expect(interaction.options.getInteger('count')).toBe(3)
      expect(interaction.options.getBoolean('open')).toBe(true)
      expect(interaction.options.getChannel('where')?.id).toBe(second)
      expect(interaction.channelId).toBe(first)
      const send = (more: object) => () =>
        fake.interact.command({ name: 'ask', options: { topic: 'a', ...more } })
      expect(send({ topic: 'copper' })).toThrow('6 characters')
      expect(send({ count: 10 })).toThrow('not between')
      expect(send({ count: 1.5 })).toThrow('type 4')
      expect(send({ kind: 'gossip' })).toThrow('no choice')
      expect(send({ thread: second })).toThrow('channel of type 0')
      expect(send({ where: '123' })).toThrow('no channel')
      expect(send({ other: 'x' })).toThrow('no option')
    })

    test('a completion brings what was typed before, however wrong', async () => {
      const { fake, client } = await start()
      const options = [option('topic', 3, { max_length: 2, autocomplete: true }), option('count', 4)]
      await register(fake, ask({ options }))
      const seen = next(client)
      const focused = { name: 'topic', value: 'steel' }
      fake.interact.autocomplete({ name: 'ask', options: { count: 3 }, focused })
      const interaction = await seen
      if (!interaction.isAutocomplete()) throw new Error('no completion')
      expect(interaction.options.getInteger('count')).toBe(3)
      expect(interaction.options.getFocused()).toBe('steel')
      expect(() =>
        fake.interact.autocomplete({ name: 'ask', focused: { name: 'count', value: '1' } }),
      ).toThrow('no autocomplete')
    })

    test('a subcommand in a group is found, and a command that has some is not sent bare', async () => {
      const { fake, client } = await start()
      const group = option('source', 2, { options: [option('add', 1, { options: [option('url', 3)] })] })
      await register(fake, ask({ options: [group] }))
      const seen = next(client)
      fake.interact.command({ name: 'ask', subcommand: 'source add', options: { url: 'a.org' } })
      const interaction = await seen
      if (!interaction.isChatInputCommand()) throw new Error('no command')
      expect(interaction.options.getSubcommandGroup()).toBe('source')
      expect(interaction.options.getString('url')).toBe('a.org')
      expect(() => fake.interact.command({ name: 'ask' })).toThrow('subcommands')
      expect(() => fake.interact.command({ name: 'ask', subcommand: 'gone' })).toThrow('no subcommand')
    })

    test('a command is offered only in its places and to those who may use it', async () => {
      const { fake } = await start()
      await register(
        fake,
        { name: 'inside', description: 'x', contexts: [0], integration_types: [0] },
        { name: 'direct', description: 'x', contexts: [1], integration_types: [0] },
        { name: 'managed', description: 'x', default_member_permissions: '32' },
        { name: 'personal', description: 'x', integration_types: [1] },
        { name: 'closed', description: 'x', default_member_permissions: '0' },
      )
      const use = (name: string, who: object) => () => fake.interact.command({ name, ...who })
      expect(use('inside', { guildId: null })).toThrow('contexts')
      expect(use('direct', {})).toThrow('contexts')
      expect(use('inside', { context: 'userInstalledGuild' })).toThrow('cannot install')
      expect(use('managed', { context: 'privateChannel' })).toThrow('cannot install')
      expect(use('managed', { permissions: bits() })).toThrow('permissions 32')
      expect(use('closed', { permissions: '32' })).toThrow('permissions 0')
      expect(use('personal', {})).toThrow('not for servers')
      use('personal', { context: 'userInstalledGuild' })()
      use('managed', { permissions: '32' })()
      use('closed', { permissions: '8' })()
      use('managed', { guildId: null })()
    })
  })

  describe('where the bot is not installed', () => {
    test('it knows only what the interaction says, and may follow up five times', async () => {
      const { fake, client } = await start()
      await register(fake, ask())
      const seen = next(client)
      const handle = fake.interact.command({
        name: 'ask',
        context: 'userInstalledGuild',
        userId: '100000000000000005',
        guildLocale: 'fr',
        locale: 'de',
      })
      const interaction = await seen
      if (!interaction.isChatInputCommand()) throw new Error('no command')
      const { guild, channel, locale, guildLocale, context, authorizingIntegrationOwners } = interaction
      expect({ guild, channel, locale, guildLocale, context }).toEqual({
        guild: null,
        channel: null,
        locale: 'de',
        guildLocale: 'fr',
        context: 0,
      })
      const { guildId, userId } = authorizingIntegrationOwners
      expect({ guildId, userId }).toEqual({ guildId: null, userId: '100000000000000005' })
      expect(interaction.inRawGuild()).toBe(true)
      await interaction.reply(page('one'))
      for (let count = 0; count < 5; count += 1) await interaction.followUp(page('more'))
      await expect(interaction.followUp(page('six'))).rejects.toMatchObject({ code: 40094 })
      expect(fake.violations.join()).toContain('at most 5 follow-ups')
      const post = client.rest.post(Routes.channelMessages(interaction.channelId), { body: plain('a') })
      await expect(post).rejects.toMatchObject({ code: 50001 })
      const clicked = next(client)
      fake.interact.button({
        message: await handle.response(),
        customId: 'next',
        userId: '100000000000000005',
      })
      expect((await clicked).guildId).toBe(interaction.guildId)
    })

    test('a private channel between people is context 2', async () => {
      const { fake, client } = await start()
      await register(fake, ask())
      const seen = next(client)
      fake.interact.command({ name: 'ask', context: 'privateChannel', appPermissions: '0' })
      const { context, guildId, appPermissions } = await seen
      expect([context, guildId, appPermissions.bitfield]).toEqual([2, null, 0n])
      const own = next(client)
      fake.interact.command({ name: 'ask', context: 'botDm' })
      expect((await own).context).toBe(1)
    })
  })

  describe('permissions', () => {
    test('are enforced in each channel just as discord.js computes them', async () => {
      const { fake, client } = await start({
        guilds: [{ id: GUILD, name: 'Newsroom', locale: 'de', channels: 2, botPermissions: bits() }],
      })
      const { ViewChannel, SendMessages } = PermissionFlagsBits
      const hidden = fake.addChannel(GUILD, { botPermissions: bits(ViewChannel) })
      const mute = fake.addChannel(GUILD, { name: 'quiet', botPermissions: bits(SendMessages) })
      const [open = ''] = fake.channelsOf(GUILD)
      expect(fake.channelsOf(GUILD)).toHaveLength(4)
      const may = (id: string, flag: bigint) => {
        const channel = client.channels.cache.get(id)
        return (
          channel?.isTextBased() &&
          !channel.isDMBased() &&
          channel.permissionsFor(channel.client.user)?.has(flag)
        )
      }
      await expect.poll(() => client.channels.cache.has(mute)).toBe(true)
      expect([may(open, SendMessages), may(hidden, ViewChannel), may(mute, SendMessages)]).toEqual([
        true,
        false,
        false,
      ])
      const send = (id: string) => client.rest.post(Routes.channelMessages(id), { body: plain('a') })
      await send(open)
      await expect(send(hidden)).rejects.toMatchObject({ code: 50001, status: 403 })
      await expect(send(mute)).rejects.toMatchObject({ code: 50013, status: 403 })
      await expect(client.rest.post(Routes.channelTyping(mute))).rejects.toMatchObject({ code: 50013 })
      expect(fake.refusals.join()).toContain(`POST /channels/${mute}/messages: 403 50013`)
      fake.setBotPermissions(open, bits(PermissionFlagsBits.AttachFiles))
      const files = [{ name: 'brief.md', data: 'hello' }]
      const upload = client.rest.post(Routes.channelMessages(open), { body: plain('a'), files })
      await expect(upload).rejects.toMatchObject({ code: 50013 })
      fake.setBotPermissions(mute, bits())
      await expect.poll(() => may(mute, SendMessages)).toBe(true)
      await send(mute)
      await client.rest.post(Routes.channelTyping(mute))
      fake.removeChannel(mute)
      await expect(send(mute)).rejects.toMatchObject({ code: 10003 })
      const seen = next(client)
      fake.interact.command({ name: 'ask' })
      expect((await seen).guildLocale).toBe('de')
      expect(fake.violations).toEqual([])
    })

    test('a person who takes no direct messages gets none', async () => {
      const { fake, client } = await start()
      const person = await client.users.fetch('100000000000000001')
      const sent = await person.send(page('hello'))
      const thread = client.rest.post(Routes.threads(sent.channelId, sent.id), { body: { name: 'b' } })
      await expect(thread).rejects.toMatchObject({ code: 50024 })
      fake.closeDirect(person.id)
      await expect(person.send(page('hello'))).rejects.toMatchObject({ code: 50007 })
      expect(fake.refusals).toEqual([
        `POST /channels/${sent.channelId}/messages/${sent.id}/threads: 400 50024`,
        `POST /channels/${sent.channelId}/messages: 403 50007`,
      ])
      const stranger = { channelId: sent.channelId, userId: '100000000000000002', name: 'ask' }
      expect(() => fake.interact.command(stranger)).toThrow('not one of person')
    })
  })

  describe('threads', () => {
    async function posted(options: Parameters<typeof startFakeDiscord>[0] = {}) {
      const { fake, client } = await start(options)
      const channel = await client.channels.fetch(fake.channelOf(GUILD))
      if (!channel?.isSendable()) throw new Error('not sendable')
      return { fake, client, message: await channel.send(page('start')) }
    }

    test('start from a message, once, and are places of their own', async () => {
      const { fake, client, message } = await posted()
      const created = once(client, Events.ThreadCreate)
      const thread = await message.startThread({ name: 'Steel', autoArchiveDuration: 60 })
      expect((await created)[0].id).toBe(message.id)
      expect(thread).toMatchObject({ id: message.id, parentId: message.channelId })
      expect(fake.threadsOf(message.channelId)).toEqual([{ id: message.id, name: 'Steel' }])
      const sent = await thread.send(page('inside'))
      const [shown] = fake.messagesIn(thread.id)
      expect(shown?.id).toBe(sent.id)
      if (hasSpec)
        expect(checkAnswer('ThreadResponse', await client.rest.get(Routes.channel(thread.id)))).toEqual([])
      const seen = next(client)
      fake.interact.button({ message: shown as never, customId: 'next' })
      const { channel } = await seen
      expect(channel).toMatchObject({ id: thread.id, type: 11, parentId: message.channelId })
      await message.edit(page('changed'))
      expect(fake.messagesIn(message.channelId)[0]?.flags).toBe(32768 + 32)
      const again = client.rest.post(Routes.threads(message.channelId, message.id), { body: { name: 'b' } })
      await expect(again).rejects.toMatchObject({ code: 160004, status: 400 })
      expect(fake.violations).toEqual([])
      const nested = client.rest.post(Routes.threads(thread.id, sent.id), { body: { name: 'b' } })
      await expect(nested).rejects.toMatchObject({ code: 50024 })
      expect(fake.violations.join()).toContain('no thread can be started')
    })

    test('need their own permissions', async () => {
      const { CreatePublicThreads, SendMessagesInThreads, SendMessages } = PermissionFlagsBits
      const { fake, client, message } = await posted()
      fake.setBotPermissions(message.channelId, bits(CreatePublicThreads))
      const begin = () =>
        client.rest.post(Routes.threads(message.channelId, message.id), { body: { name: 'b' } })
      await expect(begin()).rejects.toMatchObject({ code: 50013 })
      fake.setBotPermissions(message.channelId, bits(SendMessagesInThreads))
      await begin()
      const send = () => client.rest.post(Routes.channelMessages(message.id), { body: plain('a') })
      await expect(send()).rejects.toMatchObject({ code: 50013 })
      fake.setBotPermissions(message.channelId, bits(SendMessages))
      await send()
      expect(fake.violations).toEqual([])
    })
  })

  describe('messages of people', () => {
    const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits
    const listening = [Guilds, GuildMessages, DirectMessages]

    async function overheard(intents: GatewayIntentBits[]) {
      const { fake, client } = await start({}, intents)
      const heard: Message[] = []
      client.on(Events.MessageCreate, (message) => heard.push(message))
      return { fake, client, heard }
    }

    test('are empty unless they are for the bot', async () => {
      const { fake, heard } = await overheard(listening)
      const channelId = fake.channelOf(GUILD)
      const other = fake.interact.say({ channelId, content: 'between us' })
      fake.interact.say({ channelId, content: 'hello', mentionsBot: true })
      fake.interact.say({ channelId, content: 'and you?', replyTo: other.message, isBot: true })
      fake.interact.say({ guildId: null, content: 'in private' })
      await expect
        .poll(() => heard.map(({ content }) => content))
        .toEqual(['', `<@${fake.applicationId}> hello`, '', 'in private'])
      expect(heard[1]?.mentions.users.has(fake.applicationId)).toBe(true)
      expect(heard[2]).toMatchObject({ author: { bot: true }, reference: { messageId: other.message.id } })
      expect(heard[3]?.channel.isDMBased()).toBe(true)
      const read = await heard[0]?.channel.messages.fetch({ message: other.message.id, force: true })
      expect(read?.content).toBe('')
      expect(other.message.content).toBe('between us')
    })

    test('are heard only with the intents for them', async () => {
      const { fake, heard } = await overheard([Guilds, DirectMessages])
      fake.interact.say({ guildId: GUILD, content: 'hello', mentionsBot: true })
      fake.interact.say({ guildId: null, content: 'in private' })
      await expect.poll(() => heard.map(({ content }) => content)).toEqual(['in private'])
    })

    test('are not heard from a channel that the bot cannot see', async () => {
      const { fake, heard } = await overheard(listening)
      const hidden = fake.addChannel(GUILD, { botPermissions: '0' })
      fake.interact.say({ channelId: hidden, content: 'hello', mentionsBot: true })
      fake.interact.say({ guildId: GUILD, content: 'here', mentionsBot: true })
      await expect.poll(() => heard).toHaveLength(1)
      expect(heard[0]?.channelId).toBe(fake.channelOf(GUILD))
    })

    test('cannot be asked for in full', async () => {
      const fake = await startFakeDiscord()
      running.fake = fake
      await expect(login(fake, [Guilds, MessageContent])).rejects.toThrow()
      expect(fake.violations.join()).toContain('privileged intent')
    })

    test('are answered by a reply, which the person sees at its latest edit', async () => {
      const { fake, client, heard } = await overheard(listening)
      client.on(Events.MessageCreate, async (message) => {
        if (message.author.bot) return
        const sent = await message.reply(page('thinking'))
        await sent.edit(page('done'))
      })
      const said = fake.interact.say({ guildId: GUILD, content: 'hello', mentionsBot: true })
      const answered = await said.answer((message) => textOf(message) === 'done')
      expect(answered.message_reference).toMatchObject({ message_id: said.message.id })
      const reply = fake.interact.say({ guildId: GUILD, content: 'thanks', replyTo: answered })
      expect(reply.message.mentions).toHaveLength(1)
      await reply.answer((message) => textOf(message) === 'done')
      await expect(said.answer(() => false, 10)).rejects.toThrow('hello')
      const direct = fake.interact.say({ guildId: null, content: 'psst' })
      expect((await direct.answer()).channel_id).toBe(direct.message.channel_id)
      const own = heard.find(({ author }) => author.id === fake.applicationId)
      expect(own?.reference?.messageId).toBe(said.message.id)
      expect(fake.violations).toEqual([])
    })

    test('are the bot’s own to answer, not to change', async () => {
      const { fake, client } = await start()
      const channelId = fake.channelOf(GUILD)
      const { message } = fake.interact.say({ channelId, content: 'hello' })
      const reply = (message_reference: object, id = channelId) =>
        client.rest.post(Routes.channelMessages(id), { body: plain('a', { message_reference }) })
      await reply({ message_id: message.id })
      await reply({ message_id: '1', fail_if_not_exists: false })
      expect(fake.visibleIn(channelId).map(({ type }) => type)).toEqual([0, 19, 0])
      expect(fake.violations).toEqual([])
      await expect(reply({ message_id: message.id }, fake.addChannel(GUILD))).rejects.toMatchObject({
        code: 50035,
      })
      fake.setBotPermissions(channelId, bits(PermissionFlagsBits.ReadMessageHistory))
      await expect(reply({ message_id: message.id })).rejects.toMatchObject({ code: 160002 })
      const change = client.rest.patch(Routes.channelMessage(channelId, message.id), { body: plain('b') })
      await expect(change).rejects.toMatchObject({ code: 50005 })
      expect(fake.violations.join()).toContain('another author')
      const remove = client.rest.delete(Routes.channelMessage(channelId, message.id))
      await expect(remove).rejects.toMatchObject({ code: 50013 })
    })
  })

  describe('clicks and forms', () => {
    const field = (customId: string, more: object) => ({
      type: 18,
      label: 'Why',
      component: { type: 4, customId, style: 1, ...more },
    })
    const form = {
      customId: 'form',
      title: 'Form',
      components: [
        text('Tell us'),
        field('why', { minLength: 2, maxLength: 5 }),
        field('more', { required: false, value: 'preset' }),
        { type: 18, label: 'Kind', component: { ...select(2), customId: 'kind' } },
      ],
    }

    test('a shown form is sent as its client allows, from the message that it belongs to', async () => {
      const { fake, client } = await start()
      client.on(Events.InteractionCreate, async (interaction) => {
        if (interaction.isCommand()) await interaction.reply(page('one', 'open'))
        if (interaction.isButton()) await interaction.showModal(form as never)
        if (!interaction.isModalSubmit() || !interaction.isFromMessage()) return
        const { fields } = interaction
        const kind = fields.getStringSelectValues('kind').join()
        await interaction.update(
          page(`${fields.getTextInputValue('why')} ${fields.getTextInputValue('more')} ${kind}`),
        )
      })
      const command = fake.interact.command({ name: 'ask' })
      const message = await command.response()
      expect(() => command.submit()).toThrow('no modal')
      const click = fake.interact.button({ message, customId: 'open' })
      await click.shownModal()
      expect(() => click.submit({ kind: '1' })).toThrow('0 characters')
      expect(() => click.submit({ why: 'a', kind: '1' })).toThrow('1 characters')
      expect(() => click.submit({ why: 'abcdef', kind: '1' })).toThrow('6 characters')
      expect(() => click.submit({ why: 'abc', kind: '7' })).toThrow('no option')
      expect(() => click.submit({ why: 'abc' })).toThrow('1 to 1 values')
      expect(() => click.submit({ why: 'abc', kind: '1', other: '' })).toThrow('no field')
      const sent = click.submit({ why: 'abc', kind: '1' })
      const updated = await sent.response()
      expect([updated.id, textOf(updated)]).toEqual([message.id, 'abc preset 1'])
      expect(await sent.acknowledged()).toMatchObject({ type: 7 })
      expect(textOf(await click.submit({ why: 'abc', more: '', kind: '1' }).response())).toBe('abc  1')
      expect(fake.violations).toEqual([])
    })

    test.each([
      ['deferUpdate', true],
      ['update', true],
      ['deferReply', false],
      ['reply', false],
    ] as const)('after %s the original is the clicked message: %s', async (method, same) => {
      const { fake, client } = await start()
      client.on(Events.InteractionCreate, async (interaction) => {
        if (interaction.isCommand()) await interaction.reply(page('one'))
        if (!interaction.isButton()) return
        const flags = { flags: MessageFlags.Ephemeral } as const
        if (method === 'deferUpdate') await interaction.deferUpdate()
        if (method === 'update') await interaction.update(page('two'))
        if (method === 'deferReply') await interaction.deferReply(flags)
        if (method === 'reply') await interaction.reply({ ...(page('two') as object), flags: 32768 + 64 })
        await interaction.editReply(page('three'))
      })
      const message = await fake.interact.command({ name: 'ask' }).response()
      const click = fake.interact.button({ message, customId: 'next' })
      const shown = await click.response((state) => textOf(state) === 'three')
      expect(shown.id === message.id).toBe(same)
      expect(fake.visibleIn(message.channel_id).map(textOf)).toEqual([same ? 'three' : 'one'])
      expect(fake.messagesIn(message.channel_id)).toHaveLength(same ? 1 : 2)
      expect(fake.violations).toEqual([])
    })

    test('an ephemeral message is only for its person, in every way', async () => {
      const { Guilds, GuildMessages } = GatewayIntentBits
      const { fake, client } = await start({}, [Guilds, GuildMessages])
      client.on(Events.MessageCreate, () => fake.violations.push('heard'))
      client.on(Events.InteractionCreate, async (interaction) => {
        if (interaction.isCommand())
          await interaction.reply({ ...(page('one') as object), flags: 32768 + 64 })
      })
      const [userId, channelId] = ['100000000000000007', fake.channelOf(GUILD)]
      const message = await fake.interact.command({ name: 'ask', userId }).response()
      if (hasSpec) expect(checkAnswer('MessageResponse', message)).toEqual([])
      expect([fake.visibleIn(channelId), fake.messagesIn(channelId).length]).toEqual([[], 1])
      expect(() => fake.interact.button({ message, customId: 'next' })).toThrow('visible only')
      fake.interact.button({ message, customId: 'next', userId })
      const read = client.rest.get(Routes.channelMessage(channelId, message.id))
      await expect(read).rejects.toMatchObject({ code: 10008 })
      expect(fake.violations).toEqual([])
    })

    test('a menu takes as many values as it says', async () => {
      const { fake, client } = await start()
      const channel = await client.channels.fetch(fake.channelOf(GUILD))
      if (!channel?.isSendable()) throw new Error('not sendable')
      await channel.send({ flags: MessageFlags.IsComponentsV2, components: [row(select(3))] as never })
      const [message] = fake.visibleIn(channel.id)
      if (!message) throw new Error('no message')
      const pick =
        (...values: string[]) =>
        () =>
          fake.interact.select({ message, customId: 'pick', values })
      expect(pick('0', '1')).toThrow('1 to 1 values')
      expect(pick('9')).toThrow('no option')
      pick('1')()
    })
  })

  test('a late request is done late, and a limit says how long it lasts', async () => {
    const { fake, client } = await start()
    const send = () => client.rest.post(Routes.channelMessages(fake.channelOf(GUILD)), { body: plain('a') })
    const began = performance.now()
    fake.failNext({ method: 'POST', path: /messages$/, delayMs: 60, times: 2 })
    await send()
    await send()
    expect(performance.now() - began).toBeGreaterThan(110)
    fake.failNext({ method: 'POST', path: /messages$/, status: 502, delayMs: 300, afterApplying: true })
    const asked = performance.now()
    await expect(send()).rejects.toMatchObject({ status: 502 })
    expect(performance.now() - asked).toBeGreaterThan(290)
    expect(fake.visibleIn(fake.channelOf(GUILD))).toHaveLength(3)
    fake.failNext({ method: 'POST', path: /messages$/, status: 429, retryAfter: 0.2 })
    const limited = await fetch(`${fake.url}/v10/channels/${fake.channelOf(GUILD)}/messages`, {
      method: 'POST',
    })
    expect([limited.headers.get('retry-after'), await limited.json()]).toMatchObject([
      '0.2',
      { retry_after: 0.2 },
    ])
    expect(fake.violations).toEqual([])
  })

  test('a session is resumed after op 7 and op 9, or begun anew', async () => {
    const { fake, client } = await start()
    const works = async () => {
      const seen = next(client)
      fake.interact.command({ name: 'ask' })
      await seen
    }
    for (const interrupt of [fake.reconnect, () => fake.invalidateSession(true)]) {
      const resumed = once(client, Events.ShardResume)
      await interrupt()
      await resumed
      await works()
    }
    fake.disconnect(4000)
    await fake.disconnected()
    await fake.connected()
    expect(fake.identifies).toBe(1)
    const ready = once(client, Events.ShardReady)
    await fake.invalidateSession(false)
    await ready
    await works()
    expect(fake.identifies).toBe(2)
  })
})
