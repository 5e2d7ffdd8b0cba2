/** The settings of a server, the briefings that were ordered, the commands, and sentences. */
import type { Command, Reply as CommandReply } from '../command/command.ts'
import type { PauseReason, Subscription } from '../ledger/subscription.ts'
import { commandText, optionText } from '../locales/commands.ts'
import type { Key, Language } from '../locales/language.ts'
import { languageName, scheduleText } from '../locales/schedule.ts'
import type { Line, Reply, Words } from './block.ts'
import { pageOf } from './corpus.ts'
import { dailyScopeWords } from './scope.ts'
import { heading, joined, lines, list, outside, small, strong, text, told } from './words.ts'

/** UTF-16 code units on a card. */
const TOPICS = 600
const VALUE = 300
/** Channels in one sentence. */
const MOST_CHANNELS = 50
/** So many briefings fit on a card whatever they hold. */
const MOST_BRIEFINGS = 8

const PAUSED: Record<PauseReason, Key> = {
  channel_gone: 'daily.channelGone',
  no_permission: 'daily.noPermission',
  direct_closed: 'daily.directClosed',
}

type Settings = Extract<CommandReply, { kind: 'settings' }>

export function settingsReply(reply: Settings, language: Language): Reply {
  const { say } = language
  const { settings } = reply
  const topics = joined([outside(settings.topics.join(', '), { most: TOPICS })], '')
  const items: Words[] = [
    [say(settings.private ? 'settings.privacy.private' : 'settings.privacy.public')],
    ...channelLines(reply, language),
    [say('settings.person', { count: settings.person ?? -1 })],
    [say('settings.server', { count: settings.server ?? -1 })],
    topics.length > 0 ? told(language, 'settings.topics.some', { topics }) : [say('settings.topics.none')],
  ]
  return pageOf([heading(say('settings.head')), list(items, items.length)])
}

function channelLines({ settings, hiddenChannels: count }: Settings, language: Language): Words[] {
  const { say } = language
  const channels = channelWords(settings.channels)
  if (channels.length === 0)
    return [[count > 0 ? say('settings.channels.hidden', { count }) : say('settings.channels.all')]]
  const others = count > 0 ? [[say('settings.channels.others', { count })]] : []
  return [told(language, 'settings.channels.some', { channels }), ...others]
}

/** Channels by their names, in everybody's own view. */
const channelWords = (channels: string[]): Words =>
  joined(
    channels
      .filter((channel) => /^\d{1,20}$/.test(channel))
      .slice(0, MOST_CHANNELS)
      .map((channel) => ({ channel })),
    ', ',
  )

/** The daily briefings that were ordered: where, when, about what, and why one does not come. */
export function subscriptionsReply(subscriptions: Subscription[], language: Language): Reply {
  const head = heading(language.say('daily.subscriptions'))
  if (subscriptions.length === 0) return pageOf([head, text(language.say('daily.none'))], { tone: 'nothing' })
  const groups = subscriptions.map((one) => subscriptionLines(one, language))
  return pageOf([head, { kind: 'groups', groups, most: MOST_BRIEFINGS }], { file: 'briefings.md' })
}

/** What was ordered or goes on, as its person is told. */
export const subscribedReply = (subscription: Subscription, language: Language): Reply =>
  pageOf([heading(language.say('daily.subscribed')), ...subscriptionLines(subscription, language)])

function subscriptionLines(one: Subscription, language: Language): Line[] {
  const { say } = language
  const where = one.channel === null ? say('daily.direct') : { channel: one.channel }
  const time = (key: Key, instant: string) =>
    told(language, key, { time: [{ instant: Date.parse(instant) }] })
  const times = [one.paused ? [] : time('daily.next', one.next), one.last ? time('daily.last', one.last) : []]
  return lines(
    text(strong(where), `, ${scheduleText(one, language)}`),
    small(...joined([dailyScopeWords(one.scope, language, 'title'), languageName(one.locale)], ' · ')),
    small(...joined(times, ' · ')),
    text(one.paused ? `⚠ ${say('daily.paused', { reason: say(PAUSED[one.paused]) })}` : ''),
  )
}

/** The commands as people type them. */
export function helpReply(commands: Command[], language: Language): Reply {
  const { say } = language
  const groups = commands.map((command) => {
    const { name, description } = commandText(command.name, language)
    if (command.onMessage) return [text(strong(name), ` (${say('help.message')})`), text(description)]
    return [text(strong(`/${name}`), ...optionWords(command, language)), text(description)]
  })
  const most = groups.length
  return pageOf([heading(say('help.head')), { kind: 'groups', groups, most }, small(say('help.thread'))])
}

/** The options that can be asked for, those that may be left out in brackets. */
const optionWords = ({ options }: Command, language: Language): Words =>
  Object.entries(options)
    .filter(([, { only, kind }]) => only !== 'terminal' && kind !== 'paths')
    .flatMap(([name, { required, text: other }]) => {
      const word = optionText(other ?? name, language).name
      return [' ', outside(required ? word : `[${word}]`)]
    })

/** A sentence with values from outside in it. */
export function saidReply(
  { text: key, values }: Extract<CommandReply, { kind: 'said' }>,
  language: Language,
): Reply {
  const inert = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? [outside(value, { most: VALUE })] : value,
  ])
  return pageOf([text(...told(language, key, Object.fromEntries(inert)))])
}
