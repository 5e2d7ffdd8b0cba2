/** A slash command as a person types it: options of the registered types, within their limits. */
import type { CommandBody, OptionBody } from './discord-commands.ts'
import { length } from './discord-components.ts'
import { appPermissions } from './discord-permissions.ts'
import type { Who } from './discord-places.ts'
import { type Upload, upload } from './discord-store.ts'
import { type Channel, snowflake, type World } from './discord-world.ts'

type Value = string | boolean | number | Upload
export type Typed = Who & {
  name: string
  /** `group subcommand` for a subcommand in a group. */
  subcommand?: string | undefined
  /** A channel option is given as the channel's id, an attachment as the file. */
  options?: Record<string, Value> | undefined
}
export type Focused = { name: string; value: string }
type Sent = { name: string; type: number; value: Value; focused?: boolean }

/** The data of a command as typed; throws where Discord's own client would not let a person send it. */
export function commandData(
  world: World,
  command: CommandBody | undefined,
  typed: Typed,
  channel: Channel,
  focused?: Focused,
): object {
  const words = typed.subcommand?.split(' ') ?? []
  const owner = words.reduce<CommandBody | undefined>((above, word) => below(above, word), command)
  if (owner?.options?.some(({ type }) => type === 1 || type === 2))
    throw new Error(`Command ${typed.name} needs one of its subcommands.`)
  const values = Object.entries(typed.options ?? {}).filter(([name]) => name !== focused?.name)
  const sent: Sent[] = values.map(([name, value]) => ({ name, value, type: typeOf(owner, name, value) }))
  if (focused) sent.push(completing(owner, focused))
  else if (owner) checkSent(world, owner, sent, channel)
  const options = words.reduceRight<object[]>(
    (inner, name, index) => [{ name, type: index < words.length - 1 ? 2 : 1, options: inner }],
    sent,
  )
  const files = sent.flatMap(({ value }) => (typeof value === 'object' ? [value] : []))
  const attachments = files.map((file) => upload(world, channel.id, file))
  for (const entry of sent)
    if (typeof entry.value === 'object') entry.value = attachments[files.indexOf(entry.value)]?.id ?? ''
  const channels = focused ? [] : sent.filter(({ type }) => type === 7).map(({ value }) => String(value))
  const resolved = {
    ...(channels.length ? { channels: resolve(world, channels) } : {}),
    ...(files.length ? { attachments: Object.fromEntries(attachments.map((one) => [one.id, one])) } : {}),
  }
  return {
    id: command?.id ?? snowflake(world),
    name: typed.name,
    type: 1,
    options,
    ...(Object.keys(resolved).length ? { resolved } : {}),
  }
}

function below(above: CommandBody | undefined, word: string): CommandBody | undefined {
  if (!above) return undefined
  const found = above.options?.find(({ name, type }) => name === word && (type === 1 || type === 2))
  if (!found) throw new Error(`Command ${above.name} has no subcommand ${word}.`)
  return found
}

function optionOf(owner: CommandBody, name: string): OptionBody {
  const option = owner.options?.find((entry) => entry.name === name)
  if (!option) throw new Error(`Command ${owner.name} has no option ${name}.`)
  return option
}

function typeOf(owner: CommandBody | undefined, name: string, value: Value): number {
  const numeric = Number.isInteger(value) ? [4, 10] : [10]
  if (typeof value === 'object') return 11
  const possible = typeof value === 'string' ? [3, 7] : typeof value === 'boolean' ? [5] : numeric
  const type = owner ? (optionOf(owner, name).type ?? 0) : (possible[0] ?? 3)
  if (possible.includes(type)) return type
  throw new Error(`Option ${name} of ${owner?.name} has type ${type}, not ${possible[0]}.`)
}

/** What is being completed arrives as typed, whatever its type. */
function completing(owner: CommandBody | undefined, { name, value }: Focused): Sent {
  const option = owner && optionOf(owner, name)
  if (option && !option.autocomplete) throw new Error(`Option ${name} has no autocomplete.`)
  return { name, value, type: option?.type ?? 3, focused: true }
}

function checkSent(world: World, owner: CommandBody, sent: Sent[], channel: Channel): void {
  for (const { name, required } of owner.options ?? [])
    if (required && !sent.some((entry) => entry.name === name))
      throw new Error(`Discord does not send ${owner.name} without its option ${name}.`)
  for (const { name, value } of sent) {
    const option = optionOf(owner, name)
    const faults = option.type === 7 ? checkChannel(world, option, value, channel) : checkValue(option, value)
    if (faults.length) throw new Error(`Discord does not send option ${name}: ${faults.join(', ')}.`)
  }
}

function checkValue(option: OptionBody, value: Value): string[] {
  const { choices, min_length = 0, max_length = 6000, min_value, max_value } = option
  if (choices?.length && !choices.some((choice) => choice.value === value)) return [`${value} is no choice`]
  if (typeof value === 'string') return length('it', value, min_length, max_length)
  if (typeof value !== 'number') return []
  const [least, most] = [min_value ?? Number.MIN_SAFE_INTEGER, max_value ?? Number.MAX_SAFE_INTEGER]
  return value < least || value > most ? [`${value} is not between ${least} and ${most}`] : []
}

function checkChannel(world: World, option: OptionBody, value: Value, from: Channel): string[] {
  const channel = world.channels.get(String(value))
  if (!channel?.guildId || channel.guildId !== from.guildId) return [`${value} is no channel of this server`]
  const types = option.channel_types
  return types?.length && !types.includes(channel.type) ? [`a channel of type ${channel.type}`] : []
}

function resolve(world: World, ids: string[]): object {
  const entries = ids.flatMap((id) => {
    const channel = world.channels.get(id)
    if (!channel) return []
    const { name, type, parentId, guildId } = channel
    const place = { guild_id: guildId, parent_id: parentId ?? null }
    return [[id, { id, name, type, ...place, permissions: appPermissions(world, channel) }]]
  })
  return Object.fromEntries(entries)
}
