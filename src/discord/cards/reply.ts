/** The message for whatever a command returned. */

import type { Reply } from '../../command/command.ts'
import type { Entry } from '../../command/context.ts'
import type { Language } from '../../locales/language.ts'
import { answerCard } from './answer.ts'
import { channelMentions } from './channels.ts'
import { checkCard } from './check.ts'
import { dailyCard } from './daily.ts'
import { helpCard } from './help.ts'
import { documentsCard, feedsCard, outcomesCard, removalCard, saidCard } from './library.ts'
import { ACCENT, type Card, markupCard, named, type View } from './parts.ts'
import { quotationsCard } from './quotations.ts'
import { statusCard } from './status.ts'
import { subscribedCard, subscriptionsCard } from './subscriptions.ts'

const MAX_TOPICS = 600

export function replyCard(reply: Reply, view: View): Card {
  switch (reply.kind) {
    case 'entry':
      return entryCard(reply.entry, view)
    case 'status':
      return statusCard(reply.status, view.language)
    case 'settings':
      return settingsCard(reply, view.language)
    case 'outcomes':
      return outcomesCard(reply.outcomes, view.language)
    case 'documents':
      return documentsCard(reply.page, view.language)
    case 'removal':
      return removalCard(reply.document, reply.id, view.language)
    case 'feeds':
      return feedsCard(reply.feeds, view.language)
    case 'said':
      return saidCard(reply, view.language)
    case 'subscriptions':
      return subscriptionsCard(reply.subscriptions, view)
    case 'subscribed':
      return subscribedCard(reply.subscription, view)
    case 'help':
      return helpCard(reply.commands, view.language)
    case 'passages':
    case 'imported':
    case 'opml':
      throw new Error(`A reply of the kind ${reply.kind} is the terminal's alone.`)
  }
}

/** The message of what was answered, as it was shown first. */
export function entryCard(entry: Entry, view: View): Card {
  if (entry.kind === 'answer') return answerCard(entry, view)
  if (entry.kind === 'daily') return dailyCard(entry, view)
  return entry.kind === 'check' ? checkCard(entry, view) : quotationsCard(entry, 0, view)
}

type SettingsReply = Extract<Reply, { kind: 'settings' }>

function settingsCard(reply: SettingsReply, language: Language): Card {
  const { settings } = reply
  const { say } = language
  const topics = named(settings.topics.join(', '), MAX_TOPICS)
  const lines = [
    say(settings.private ? 'settings.privacy.private' : 'settings.privacy.public'),
    ...channelLines(reply, language),
    say('settings.person', { count: settings.person ?? -1 }),
    say('settings.server', { count: settings.server ?? -1 }),
    topics ? say('settings.topics.some', { topics }) : say('settings.topics.none'),
  ]
  return markupCard(
    [`### ${say('settings.head')}`, ...lines.map((line) => `- ${line}`)].join('\n'),
    ACCENT.answer,
  )
}

function channelLines({ settings, hiddenChannels: count }: SettingsReply, { say }: Language): string[] {
  const channels = channelMentions(settings.channels)
  if (!channels)
    return [count > 0 ? say('settings.channels.hidden', { count }) : say('settings.channels.all')]
  const others = count > 0 ? [say('settings.channels.others', { count })] : []
  return [say('settings.channels.some', { channels }), ...others]
}
