/** The beginning of an interaction: the bot is told, and its person gets a handle. */
import type { CommandBody } from './discord-commands.ts'
import { filledIn } from './discord-forms.ts'
import { type Fields, handle, type InteractionHandle } from './discord-handle.ts'
import { ownersOf } from './discord-offered.ts'
import { place } from './discord-payloads.ts'
import type { Who } from './discord-places.ts'
import { type Channel, type Interaction, snowflake, type World } from './discord-world.ts'

export type Beginning = {
  /** Discord's interaction type. */
  kind: number
  data: object
  who: Who
  channel: Channel
  command?: CommandBody | undefined
  /** The message that was clicked. */
  clicked?: string | undefined
  opener?: Interaction
}

export function begin(world: World, beginning: Beginning): InteractionHandle {
  const { kind, data, who, channel, command, clicked, opener } = beginning
  const userId = who.userId ?? channel.recipientId ?? world.person
  if (channel.recipientId && channel.recipientId !== userId)
    throw new Error(`The direct channel ${channel.id} is not one of person ${userId}.`)
  const interaction: Interaction = {
    id: snowflake(world),
    token: `interaction-${snowflake(world)}`,
    kind,
    createdAt: world.clock(),
    channelId: channel.id,
    guildId: channel.guildId,
    userId,
    owners: opener?.owners ?? ownersOf(command, channel, userId),
    ...(clicked ? { clicked, originalId: clicked } : {}),
    ...(opener ? { opener } : {}),
    pending: false,
    followUps: [],
    edits: [],
  }
  world.interactions.set(interaction.token, interaction)
  const message = clicked ? world.messages.get(clicked) : undefined
  const payload = { ...place(world, interaction, channel, who), data, ...(message ? { message } : {}) }
  if (!world.dispatch('INTERACTION_CREATE', payload, 0))
    throw new Error('No bot is connected: await connected() first.')
  return handle(world, interaction, (fields) => submit(world, beginning, interaction, fields))
}

function submit(world: World, from: Beginning, opener: Interaction, fields: Fields): InteractionHandle {
  if (!opener.modal) throw new Error(`Interaction ${opener.id} has shown no modal: await shownModal() first.`)
  const data = filledIn(opener.modal, fields)
  const { who, channel } = from
  return begin(world, { kind: 5, data, who, channel, clicked: opener.clicked, opener })
}
