/** What people do in the fake Discord: commands, clicks, forms and messages. */
import { type Beginning, begin } from './discord-begin.ts'
import { EPHEMERAL } from './discord-contract.ts'
import { checkPicked, staleForm } from './discord-forms.ts'
import type { InteractionHandle } from './discord-handle.ts'
import { componentsOf, type Message, textOf } from './discord-message.ts'
import { offered } from './discord-offered.ts'
import { channelFor, type Who } from './discord-places.ts'
import { type Said, type Saying, say, write } from './discord-say.ts'
import { type Upload, upload } from './discord-store.ts'
import { commandData, type Focused, type Typed } from './discord-typed.ts'
import { type Channel, snowflake, type World } from './discord-world.ts'

type MessageCommand = Who & {
  name: string
  /** The message it is used on; or `content`, which `authorId` (another person) writes first. */
  message?: Message
  content?: string
  authorId?: string
  /** What the message carries. */
  uploads?: Upload[]
}
type Click = Who & { message: Message; customId: string }

export type People = {
  command: (typed: Typed) => InteractionHandle
  autocomplete: (typed: Typed & { focused: Focused }) => InteractionHandle
  /** A command of the menu of a message. */
  messageCommand: (used: MessageCommand) => InteractionHandle
  button: (click: Click) => InteractionHandle
  select: (click: Click & { values: string[] }) => InteractionHandle
  /** A form that was shown long ago; for one shown now, `submit` it on its handle. */
  modal: (
    form: Who & { customId: string; fields: Record<string, string>; message?: Message },
  ) => InteractionHandle
  /** Writes a message in a channel, of which the bot learns what its intents allow. */
  say: (said: Said) => Saying
}

const OTHER = '100000000000000002'

export function people(world: World): People {
  const start = (beginning: Beginning) => begin(world, beginning)
  const type = (kind: number, who: Typed, focused?: Focused) => {
    const channel = channelFor(world, who)
    const command = offered(world, who.name, 1, channel, who)
    return start({ kind, data: commandData(world, command, who, channel, focused), who, channel, command })
  }
  return {
    command: (typed) => type(2, typed),
    autocomplete: (typed) => type(4, typed, typed.focused),
    messageCommand: (used) => start(messageCommand(world, used)),
    button: (click) => {
      const { id = 1 } = pick(world, click, 2)
      return start(press(world, click, { custom_id: click.customId, component_type: 2, id }))
    },
    select: (click) => {
      const component = pick(world, click, 3)
      checkPicked(component, click.values)
      const { id = 1 } = component
      const data = { custom_id: click.customId, component_type: 3, values: click.values, id }
      return start(press(world, click, data))
    },
    modal: (form) => {
      const channel = channelFor(world, form, form.message)
      const data = staleForm(form.customId, form.fields)
      return start({ kind: 5, data, who: form, channel, clicked: form.message?.id })
    },
    say: (said) => say(world, said),
  }
}

function messageCommand(world: World, used: MessageCommand): Beginning {
  const channel = channelFor(world, used, used.message)
  const command = offered(world, used.name, 3, channel, used)
  const { content = '', authorId = channel.recipientId ?? OTHER } = used
  const target = used.message ?? write(world, channel, { content, userId: authorId })
  const message = world.messages.get(target.id)
  if (!message) throw new Error(`Message ${target.id} is gone.`)
  message.attachments.push(...(used.uploads ?? []).map((file) => upload(world, channel.id, file)))
  checkSeen(world, message, channel, used)
  const resolved = { messages: { [message.id]: message } }
  const data = {
    id: command?.id ?? snowflake(world),
    name: used.name,
    type: 3,
    target_id: message.id,
    resolved,
  }
  return { kind: 2, data, who: used, channel, command }
}

function press(world: World, who: Click, data: object): Beginning {
  return { kind: 3, data, who, channel: channelFor(world, who, who.message), clicked: who.message.id }
}

/** The component that a person would press, in the message as it stands. */
function pick(world: World, click: Click, type: number) {
  const { message: shown, customId } = click
  const message = world.messages.get(shown.id)
  if (!message) throw new Error(`Message ${shown.id} is gone, so nobody can press ${customId}.`)
  checkSeen(world, message, channelFor(world, click, message), click)
  const component = componentsOf(message).find((part) => part.custom_id === customId && part.type === type)
  if (!component)
    throw new Error(`Message ${shown.id} has no component ${customId} of type ${type}: ${textOf(message)}`)
  if (component.disabled) throw new Error(`${customId} is disabled.`)
  return component
}

function checkSeen(world: World, message: Message, { recipientId = world.person }: Channel, who: Who): void {
  const userId = who.userId ?? recipientId
  const owner = message.interaction_metadata?.user.id
  if ((message.flags & EPHEMERAL) !== 0 && owner && owner !== userId)
    throw new Error(`Message ${message.id} is visible only to person ${owner}.`)
}
