/** Who asks and where: what may be read there, what the bot may do there, and in which language it speaks. */
import {
  ApplicationIntegrationType,
  type BaseInteraction,
  ChannelType,
  type Guild,
  type GuildBasedChannel,
  type GuildMember,
  InteractionContextType,
  type Message,
  PermissionFlagsBits,
  type PermissionsBitField,
  type Role,
} from 'discord.js'
import type { Place } from '../chat/request.ts'
import type { Channel } from '../command/context.ts'
import { SHARED_COLLECTION } from '../document.ts'
import { languageFor } from '../locales/language.ts'

export type DiscordPlace = Place & {
  /** The bot may open a thread below what it shows. */
  canThread: boolean
}

const WRITTEN = [ChannelType.GuildText, ChannelType.GuildAnnouncement]
const FOR_THREADS = [
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.ViewChannel,
]
/** What a briefing with its chart needs. */
const FOR_POSTS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.AttachFiles,
]
/** A server's own documents and the shared ones; elsewhere the shared ones. */
const collectionsOf = (server: string | null) => [SHARED_COLLECTION, ...(server ? [server] : [])]

/** Where an interaction happens. Where the bot is not a member of the server, it knows nothing of the server's. */
export function placeOf(interaction: BaseInteraction): DiscordPlace {
  const { guildId, authorizingIntegrationOwners: owners, channel, channelId } = interaction
  const isMember = guildId !== null && owners?.[ApplicationIntegrationType.GuildInstall] === guildId
  const server = isMember ? guildId : null
  return {
    person: interaction.user.id,
    server,
    channel: channelId,
    parent: channel?.isThread() ? channel.parentId : null,
    isDirect: interaction.context === InteractionContextType.BotDM,
    collections: collectionsOf(server),
    own: server,
    isManager: isMember && (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
    findChannel: (id) => (isMember && maySee(interaction, id) ? channelIn(interaction.guild, id) : undefined),
    maySee: (id) => isMember && maySee(interaction, id),
    language: languageFor(interaction.locale),
    canThread: isMember && canThreadIn(channel?.type, interaction.appPermissions),
  }
}

/** Where a message stands; a message does not tell its person's language. */
export function placeOfMessage(message: Message, locale: string | undefined): DiscordPlace {
  const { guildId, guild, channel, channelId } = message
  const permissions =
    guild?.members.me && 'permissionsFor' in channel ? channel.permissionsFor(guild.members.me) : null
  return {
    person: message.author.id,
    server: guildId,
    channel: channelId,
    parent: channel.isThread() ? channel.parentId : null,
    isDirect: channel.type === ChannelType.DM,
    collections: collectionsOf(guildId),
    own: guildId,
    // A message gives no command.
    isManager: false,
    findChannel: () => undefined,
    // Everybody in the channel reads the reply, so it names only what every member of the server sees.
    maySee: (id) => isSeenBy(guild?.roles.everyone, guild?.channels.cache.get(id)),
    language: languageFor(locale ?? guild?.preferredLocale ?? 'en'),
    canThread: canThreadIn(channel.type, permissions),
  }
}

/** Administrators see every channel, and so may also be told about one that was deleted. */
function maySee({ guild, user, memberPermissions }: BaseInteraction, id: string): boolean {
  if (memberPermissions?.has(PermissionFlagsBits.Administrator)) return true
  return isSeenBy(guild?.members.cache.get(user.id), guild?.channels.cache.get(id))
}

const isSeenBy = (who: GuildMember | Role | undefined, channel: GuildBasedChannel | undefined): boolean =>
  (channel && who && channel.permissionsFor(who)?.has(PermissionFlagsBits.ViewChannel)) ?? false

function channelIn(guild: Guild | null, id: string): Channel | undefined {
  const channel = guild?.channels.cache.get(id)
  const me = guild?.members.me
  if (!channel || !me || !WRITTEN.includes(channel.type)) return undefined
  return { name: channel.name, canPost: channel.permissionsFor(me)?.has(FOR_POSTS) ?? false }
}

const canThreadIn = (type: ChannelType | undefined, permissions: Readonly<PermissionsBitField> | null) =>
  type !== undefined && WRITTEN.includes(type) && (permissions?.has(FOR_THREADS) ?? false)
