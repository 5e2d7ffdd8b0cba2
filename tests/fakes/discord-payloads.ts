/** What Discord tells a bot about an interaction: the person and the place. */
import { contextNumber } from './discord-offered.ts'
import { appPermissions, EVERYTHING } from './discord-permissions.ts'
import { channelPayload, type Who } from './discord-places.ts'
import { type Channel, type Interaction, personUser, type World } from './discord-world.ts'

/** Where and by whom, as Discord says it. */
export function place(world: World, interaction: Interaction, channel: Channel, who: Who): object {
  const { id, token, kind, owners } = interaction
  const user = personUser(interaction.userId)
  const permissions = who.permissions ?? EVERYTHING
  const shared = {
    id,
    token,
    type: kind,
    version: 1,
    application_id: world.applicationId,
    app_permissions: who.appPermissions ?? appPermissions(world, channel),
    entitlements: [],
    locale: who.locale ?? 'en-US',
    channel_id: channel.id,
    context: contextNumber(channel),
    authorizing_integration_owners: owners,
    attachment_size_limit: 10485760,
  }
  if (!channel.guildId) return { ...shared, user, channel: channelPayload(world, channel) }
  const joined_at = '2024-01-01T00:00:00.000Z'
  const member = { user, roles: [], permissions, joined_at, deaf: false, mute: false, flags: 0 }
  return { ...shared, ...inGuild(world, channel, who), member, channel: partial(world, channel, permissions) }
}

function inGuild(world: World, { guildId }: Channel, who: Who): object {
  const own = world.guilds.find(({ id }) => id === guildId)?.locale
  const locale = who.guildLocale ?? own ?? 'en-US'
  return { guild: { id: guildId, locale, features: [] }, guild_id: guildId, guild_locale: locale }
}

/** A channel inside an interaction has the person's bits and no overwrites. */
function partial(world: World, channel: Channel, permissions: string): object {
  const { permission_overwrites: _, ...payload } = channelPayload(world, channel) as Record<string, unknown>
  return { ...payload, permissions }
}
