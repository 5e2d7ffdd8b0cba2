/** What stands above and before the parts of an answer. */
import type { Briefing, Point } from '../brief/briefing.ts'
import type { Kind } from '../languages/questions/kind.ts'
import type { Language } from './language.ts'

/** What is said instead of points, as lines: that only something near was found, nothing, or what the bot is for. */
export function insteadOfPoints({ status, coverage }: Briefing, { say }: Language): string {
  if (status === 'help') return say('card.about', { count: coverage.documents })
  return say(status === 'partial' ? 'card.partial' : 'card.notInCorpus')
}

const SIDES = { for: 'card.for', against: 'card.against', earlier: 'card.earlier' } as const

const isSide = (label = ''): label is keyof typeof SIDES => Object.hasOwn(SIDES, label)

/** What stands before a point: its day, its side or its speaker; '' for most. */
export function markOf({ label, date, speaker }: Point, { say, locale }: Language): string {
  const side = isSide(label) ? say(SIDES[label]) : (label ?? '')
  return [date ? dateText(date, locale) : '', side, side ? '' : (speaker ?? '')].filter(Boolean).join(' · ')
}

/** `16 May 2024`, `May 2024` or `2024`, in a language. */
function dateText(date: string, locale: string): string {
  const time = Date.parse(date)
  if (Number.isNaN(time) || date.length === 4) return date
  const options: Intl.DateTimeFormatOptions =
    date.length === 7 ? { month: 'long', year: 'numeric' } : { dateStyle: 'long' }
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(time)
}

/** The kinds that a person may ask for outright; of the others the question's words tell. */
export const CHOSEN_KINDS = ['summary', 'timeline', 'comparison', 'list', 'said'] as const satisfies Kind[]

/** What a kind of answer is called; undefined for those that go without saying. */
export function kindName(kind: Kind, { say }: Language): string | undefined {
  const chosen = CHOSEN_KINDS.find((one) => one === kind)
  return chosen && say(`kind.${chosen}`)
}
