/** What people do in the fake Discord: commands, clicks and forms, and what comes back to them. */
import { componentsOf, type Message, textOf } from './discord-message.ts'
import { commandData, directChannel, place, type Typed, type Who } from './discord-payloads.ts'
import { type Interaction, type Modal, snowflake, until, type World } from './discord-world.ts'

/** One interaction as its person sees it. Promises reject after their timeout, in real milliseconds. */
type InteractionHandle = {
  id: string
  token: string
  /** The bot's first answer: Discord's callback type, and its flags. */
  acknowledged: (timeoutMs?: number) => Promise<{ type: number; flags: number }>
  /** From the interaction to its acknowledgement, by the fake's clock; undefined until then. */
  readonly deferredMs: number | undefined
  /** The original reply (for a click that updates: the clicked message), once it is shown and satisfies `predicate`. */
  response: (predicate?: (message: Message) => boolean, timeoutMs?: number) => Promise<Message>
  followUp: (predicate?: (message: Message) => boolean, timeoutMs?: number) => Promise<Message>
  followUps: Message[]
  choices: (timeoutMs?: number) => Promise<{ name: string; value: string | number }[]>
  shownModal: (timeoutMs?: number) => Promise<Modal>
  /** Every state of the original reply that was shown, in order. */
  edits: Message[]
}

export type People = {
  command: (typed: Typed) => InteractionHandle
  autocomplete: (typed: Typed & { focused: { name: string; value: string } }) => InteractionHandle
  button: (click: Who & { message: Message; customId: string }) => InteractionHandle
  select: (click: Who & { message: Message; customId: string; values: string[] }) => InteractionHandle
  modal: (
    form: Who & { customId: string; fields: Record<string, string>; message?: Message },
  ) => InteractionHandle
}

export function people(world: World): People {
  const start = (kind: number, data: object, who: Who, message?: Message) =>
    begin(world, kind, data, who, message)
  return {
    command: (typed) => start(2, commandData(world, typed, undefined), typed),
    autocomplete: (typed) => start(4, commandData(world, typed, typed.focused), typed),
    button: (click) => {
      const [message, component] = pick(world, click.message, click.customId, 2)
      return start(3, { custom_id: click.customId, component_type: 2, id: component.id ?? 1 }, click, message)
    },
    select: (click) => {
      const [message, component] = pick(world, click.message, click.customId, 3)
      for (const value of click.values)
        if (!component.options?.some((option) => option.value === value))
          throw new Error(`The menu has no option ${value}.`)
      const data = {
        custom_id: click.customId,
        component_type: 3,
        values: click.values,
        id: component.id ?? 1,
      }
      return start(3, data, click, message)
    },
    modal: (form) => {
      const fields = Object.entries(form.fields).map(([custom_id, value], index) => {
        const component = { type: 4, id: 2 * index + 2, custom_id, value }
        return { type: 18, id: 2 * index + 1, component }
      })
      return start(5, { custom_id: form.customId, components: fields }, form, form.message)
    },
  }
}

/** The message as it stands, and the component that a person would press. */
function pick(world: World, shown: Message, customId: string, type: number) {
  const message = world.messages.get(shown.id)
  if (!message) throw new Error(`Message ${shown.id} is gone, so nobody can press ${customId}.`)
  const component = componentsOf(message).find((part) => part.custom_id === customId && part.type === type)
  if (!component)
    throw new Error(`Message ${shown.id} has no component ${customId} of type ${type}: ${textOf(message)}`)
  if (component.disabled) throw new Error(`${customId} is disabled.`)
  return [message, component] as const
}

function begin(
  world: World,
  kind: number,
  data: object,
  who: Who,
  message: Message | undefined,
): InteractionHandle {
  const channel = message ? world.channels.get(message.channel_id) : undefined
  const guildId = channel
    ? channel.guildId
    : who.guildId === undefined
      ? (world.guilds[0]?.id ?? null)
      : who.guildId
  const userId = who.userId ?? '100000000000000001'
  const channelId =
    message?.channel_id ?? (guildId ? guildChannel(world, guildId) : directChannel(world, userId))
  const interaction: Interaction = {
    id: snowflake(world),
    token: `interaction-${snowflake(world)}`,
    kind,
    createdAt: world.clock(),
    channelId,
    guildId,
    fromMessage: message !== undefined,
    ...(message ? { originalId: message.id } : {}),
    pending: false,
    followUps: [],
    edits: [],
  }
  world.interactions.set(interaction.token, interaction)
  const payload = {
    ...place(interaction, userId, who.locale ?? 'en-US'),
    data,
    ...(message ? { message } : {}),
  }
  if (!world.dispatch('INTERACTION_CREATE', { ...payload, application_id: world.applicationId }))
    throw new Error('No bot is connected: await connected() first.')
  return handle(world, interaction)
}

function guildChannel(world: World, guildId: string): string {
  const guild = world.guilds.find(({ id }) => id === guildId)
  if (!guild) throw new Error(`The fake has no guild ${guildId}: pass it to startFakeDiscord.`)
  return guild.channelId
}

function handle(world: World, interaction: Interaction): InteractionHandle {
  const wait = <T>(read: () => T | undefined, timeoutMs: number, what: string) =>
    until(
      world,
      read,
      timeoutMs,
      () => `${what} of interaction ${interaction.id}; shown now: ${shownNow(interaction)}`,
    )
  const acknowledgement = () => interaction.acknowledged && { ...interaction.acknowledged }
  return {
    id: interaction.id,
    token: interaction.token,
    acknowledged: async (timeoutMs = 5000) => {
      const { type, flags } = await wait(acknowledgement, timeoutMs, 'the acknowledgement')
      return { type, flags }
    },
    get deferredMs() {
      return interaction.acknowledged && interaction.acknowledged.at - interaction.createdAt
    },
    response: (predicate = () => true, timeoutMs = 5000) =>
      wait(() => latest(interaction.edits, predicate), timeoutMs, 'the response'),
    followUp: (predicate = () => true, timeoutMs = 5000) =>
      wait(() => interaction.followUps.find(predicate), timeoutMs, 'a follow-up'),
    followUps: interaction.followUps,
    choices: (timeoutMs = 5000) => wait(() => interaction.choices, timeoutMs, 'the choices'),
    shownModal: (timeoutMs = 5000) => wait(() => interaction.modal, timeoutMs, 'the modal'),
    edits: interaction.edits,
  }
}

function latest(edits: Message[], predicate: (message: Message) => boolean): Message | undefined {
  const last = edits.at(-1)
  return last && predicate(last) ? last : undefined
}

function shownNow({ edits, acknowledged }: Interaction): string {
  const last = edits.at(-1)
  return last
    ? textOf(last).slice(0, 500)
    : acknowledged
      ? `acknowledged with type ${acknowledged.type}`
      : 'nothing'
}
