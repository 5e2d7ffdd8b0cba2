/** Channels as Discord shows them: their names, in everybody's own view. */

const MAX_MENTIONS = 50

export const channelMentions = (channels: string[]) =>
  channels
    .filter((channel) => /^\d{1,20}$/.test(channel))
    .slice(0, MAX_MENTIONS)
    .map((channel) => `<#${channel}>`)
    .join(', ')
