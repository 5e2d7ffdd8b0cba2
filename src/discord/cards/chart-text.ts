/** What the chart of a daily briefing shows, for those who do not see it. */

import type { Digest } from '../../daily/digest.ts'
import type { Language } from '../../locales/language.ts'
import { shorten } from '../../text/characters.ts'
import { oneLine } from './escape.ts'

/** Discord's limit. */
const MOST = 1024
/** The chart shows no more days, and no more stories. */
const [DAYS, STORIES] = [7, 8]

/** Every story's number and its counts, and of its headline what there is room for. Plain text: it knows no markup. */
export function chartText({ stories, days }: Digest, { say }: Language): string {
  const shown = days.slice(-DAYS)
  const head = say('daily.chart', { first: oneLine(shown[0] ?? ''), last: oneLine(shown.at(-1) ?? '') })
  const counts = stories.slice(0, STORIES).map((story) => story.days.slice(-DAYS).join(', '))
  const fixed = counts.reduce((sum, text, at) => sum + `\n${at + 1}. : ${text}`.length, head.length)
  const room = Math.floor((MOST - fixed) / Math.max(1, counts.length))
  const lines = counts.map(
    (text, at) => `${at + 1}. ${shorten(oneLine(stories[at]?.headline ?? ''), room)}: ${text}`,
  )
  return shorten([head, ...lines].join('\n'), MOST)
}
