/** Registers the commands with Discord, in every language, and only when Discord has others. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js'
import type { Command } from '../command/command.ts'
import type { Option } from '../command/option.ts'
import { commandText, optionText } from '../locales/commands.ts'
import { english, type Language, type LanguageCode, languageFor } from '../locales/language.ts'

import { optionsOf } from './values.ts'

type Texts = {
  name: string
  description: string
  name_localizations: Record<string, string>
  description_localizations: Record<string, string>
}
type OptionBody = Texts & {
  type: number
  required?: boolean
  autocomplete?: boolean
  max_length?: number
  min_value?: number
  max_value?: number
  channel_types?: number[]
  options?: OptionBody[]
}
type Body = Omit<Texts, 'description' | 'description_localizations'> &
  Partial<Texts> & {
    type: number
    options?: OptionBody[]
    contexts: number[]
    integration_types: number[]
    default_member_permissions: string | null
  }

/** Discord's locales that our catalogues speak, with the default's own. */
const LOCALES_OF = {
  en: ['en-US', 'en-GB'],
  de: ['de'],
  es: ['es-ES', 'es-419'],
  fr: ['fr'],
  ru: ['ru'],
  'zh-CN': ['zh-CN'],
} satisfies Record<LanguageCode, string[]>
const LOCALES = Object.values(LOCALES_OF).flat()
const OPTION_TYPES = {
  string: ApplicationCommandOptionType.String,
  boolean: ApplicationCommandOptionType.Boolean,
  integer: ApplicationCommandOptionType.Integer,
  channel: ApplicationCommandOptionType.Channel,
  attachment: ApplicationCommandOptionType.Attachment,
  // A terminal's alone; never sent.
  paths: ApplicationCommandOptionType.String,
}

/** Makes Discord's list of commands equal to ours; true when it had to be changed. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: Command[],
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId)
  const wanted = commandBodies(commands)
  const query = new URLSearchParams({ with_localizations: 'true' })
  const present = (await rest.get(route, { query })) as Partial<Body>[]
  if (fingerprint(present) === fingerprint(wanted)) return false
  await rest.put(route, { body: wanted })
  return true
}

const firstWord = (name: string) => name.split(' ')[0] ?? name

/** Two words become a command and its subcommand; a command that works on a message stands in its menu. */
function commandBodies(commands: Command[]): Body[] {
  const names = [...new Set(commands.map(({ name }) => firstWord(name)))]
  return names.map((name) => {
    const own = commands.filter((command) => firstWord(command.name) === name)
    const single = own.find((command) => command.name === name)
    const shared = { ...whereAndWho(own.some(({ forManagers }) => forManagers)) }
    const { description, description_localizations, ...names } = texts((language) =>
      commandText(name, language),
    )
    if (single?.onMessage) return { ...names, ...shared, type: ApplicationCommandType.Message }
    return {
      ...{ ...names, description, description_localizations, ...shared },
      type: ApplicationCommandType.ChatInput,
      options: single ? optionsOf(single).map(optionBody) : subcommands(own),
    }
  })
}

/** What managers do stays inside a server: a permission cannot be asked for outside of one. */
function whereAndWho(forManagers: boolean) {
  const { Guild, BotDM, PrivateChannel } = InteractionContextType
  const { GuildInstall, UserInstall } = ApplicationIntegrationType
  return {
    contexts: forManagers ? [Guild] : [Guild, BotDM, PrivateChannel],
    integration_types: forManagers ? [GuildInstall] : [GuildInstall, UserInstall],
    default_member_permissions: forManagers ? String(PermissionFlagsBits.ManageGuild) : null,
  }
}

function texts(textOf: (language: Language) => { name: string; description: string }): Texts {
  const own = textOf(english)
  const entries = LOCALES.map((locale) => [locale, textOf(languageFor(locale))] as const)
  return {
    ...own,
    name_localizations: Object.fromEntries(entries.map(([locale, { name }]) => [locale, name])),
    description_localizations: Object.fromEntries(
      entries.map(([locale, { description }]) => [locale, description]),
    ),
  }
}

/** Commands of two words are subcommands; those of three stand in a group. */
function subcommands(commands: Command[]): OptionBody[] {
  const bySecond = Map.groupBy(commands, ({ name }) => name.split(' ')[1] ?? name)
  return [...bySecond.values()].map((own) => {
    const [first] = own
    const words = first?.name.split(' ') ?? []
    if (words.length < 3) return subcommand(own[0] as Command)
    const group = words.slice(0, 2).join(' ')
    return {
      type: ApplicationCommandOptionType.SubcommandGroup,
      ...texts((language) => lastWord(commandText(group, language))),
      options: own.map(subcommand),
    }
  })
}

const lastWord = (text: { name: string; description: string }) => ({
  ...text,
  name: text.name.split(' ').at(-1) ?? '',
})

function subcommand(command: Command): OptionBody {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...texts((language) => lastWord(commandText(command.name, language))),
    options: optionsOf(command).map(optionBody),
  }
}

function optionBody([name, option]: [string, Option]): OptionBody {
  const { kind, text, required, complete, maxLength, min, max } = option
  return {
    type: OPTION_TYPES[kind],
    ...texts((language) => optionText(text ?? name, language)),
    // The English name is the one that arrives.
    name,
    required: required ?? false,
    ...(kind === 'string' ? { autocomplete: complete !== undefined } : {}),
    ...(maxLength === undefined ? {} : { max_length: maxLength }),
    ...(min === undefined ? {} : { min_value: min }),
    ...(max === undefined ? {} : { max_value: max }),
    ...(kind === 'channel' ? { channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement] } : {}),
  }
}

/** The parts that we set, in one order, so that what Discord adds or leaves out makes no difference. */
function fingerprint(commands: Partial<Body>[]): string {
  const sorted = (texts: Record<string, string> | null | undefined) => Object.entries(texts ?? {}).sort()
  const named = (body: Partial<Texts>) => [
    body.name,
    body.description ?? '',
    sorted(body.name_localizations),
    sorted(body.description_localizations),
  ]
  const option = (body: OptionBody): unknown => [
    body.type,
    named(body),
    body.required ?? false,
    body.autocomplete ?? false,
    [body.max_length ?? null, body.min_value ?? null, body.max_value ?? null],
    [...(body.channel_types ?? [])].sort(),
    (body.options ?? []).map(option),
  ]
  const lines = commands.map((body) => [
    body.type ?? ApplicationCommandType.ChatInput,
    named(body),
    (body.options ?? []).map(option),
    [...(body.contexts ?? [])].sort(),
    [...(body.integration_types ?? [])].sort(),
    body.default_member_permissions ?? null,
  ])
  return JSON.stringify(lines.map((line) => JSON.stringify(line)).sort())
}
