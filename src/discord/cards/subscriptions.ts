/** The daily briefings that were ordered: where, when, about what, and why one does not come. */
import type { Subscription } from '../../command/context.ts'
import type { PauseReason } from '../../ledger/subscription.ts'
import type { Key, Language } from '../../locales/language.ts'
import { languageName, scheduleText } from '../../locales/schedule.ts'
import { channelMentions } from './channels.ts'
import { dailyScopeText } from './daily-lines.ts'
import type { Limits } from './limits.ts'
import { WHOLE } from './limits.ts'
import {
  ACCENT,
  type Card,
  container,
  file,
  markupCard,
  stamp,
  TEXT_BUDGET,
  text,
  type View,
} from './parts.ts'
import { present } from './sources.ts'

const FILE = 'briefings.md'
/** So many fit whatever they hold. */
const MOST = 8
const TIGHT: Limits = { ...WHOLE, question: 80 }

const PAUSED: Record<PauseReason, Key> = {
  channel_gone: 'daily.channelGone',
  no_permission: 'daily.noPermission',
  direct_closed: 'daily.directClosed',
}

export function subscriptionsCard(subscriptions: Subscription[], { language }: View): Card {
  const { say } = language
  const head = `### ${say('daily.subscriptions')}`
  if (subscriptions.length === 0) return markupCard(`${head}\n${say('daily.none')}`, ACCENT.nothing)
  const [whole, tight] = [WHOLE, TIGHT].map((limits) =>
    subscriptions.map((one) => subscriptionText(one, limits, language)),
  )
  const all = [head, ...(whole ?? [])].join('\n')
  if (all.length <= TEXT_BUDGET) return markupCard(all, ACCENT.answer)
  const hidden = Math.max(0, subscriptions.length - MOST)
  const shown = [head, ...(tight ?? []).slice(0, MOST)]
  const more = hidden > 0 ? [`-# ${say('status.more', { count: hidden })}`] : []
  const note = `-# ${say('quote.shortened', { file: FILE })}`
  return {
    components: container(ACCENT.answer, [text([...shown, ...more].join('\n')), text(note), file(FILE)]),
    files: [{ name: FILE, text: `${all}\n` }],
  }
}

/** What was ordered or goes on, as its person is told. */
export const subscribedCard = (subscription: Subscription, { language }: View): Card =>
  markupCard(
    `### ${language.say('daily.subscribed')}\n${subscriptionText(subscription, TIGHT, language)}`,
    ACCENT.answer,
  )

function subscriptionText(one: Subscription, limits: Limits, language: Language): string {
  const { say } = language
  const where = one.channel === null ? say('daily.direct') : channelMentions([one.channel]) || '…'
  const about = present([dailyScopeText(one.scope, limits, language), languageName(one.locale)])
  const times = present([
    one.paused ? '' : say('daily.next', { time: stamp(Date.parse(one.next)) }),
    one.last ? say('daily.last', { time: stamp(Date.parse(one.last)) }) : '',
  ])
  const paused = one.paused ? `⚠ ${say('daily.paused', { reason: say(PAUSED[one.paused]) })}` : ''
  const small = [about, times].filter((parts) => parts.length > 0).map((parts) => `-# ${parts.join(' · ')}`)
  return present([`**${where}**, ${scheduleText(one, language)}`, ...small, paused]).join('\n')
}
