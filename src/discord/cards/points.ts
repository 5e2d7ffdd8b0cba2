/** The points of an answer as text: the bottom line first, each with the numbers of its sources. */
import type { Briefing, Point } from '../../brief/briefing.ts'
import type { Kind } from '../../languages/questions/kind.ts'
import { markOf } from '../../locales/answer.ts'
import type { Language } from '../../locales/language.ts'
import { bounded, oneLine } from './escape.ts'
import { type Limits, share } from './limits.ts'
import { marksOf, present } from './sources.ts'

/** Kinds of answers whose points are items of one rank: none of them is the bottom line. */
const ITEMS: ReadonlySet<Kind> = new Set<Kind>(['timeline', 'list', 'comparison', 'summary'])
/** Room for the line that says how many points are in the file only. */
const MORE = 60

export function pointBlocks(
  briefing: Briefing,
  budget: number,
  limits: Limits,
  language: Language,
): string[] {
  const shown = briefing.points.slice(0, limits.points)
  const hidden = briefing.points.length - shown.length
  const more = hidden ? [`-# ${language.say('card.morePoints', { count: hidden })}`] : []
  const blocks = share(shown, budget - MORE, (point, index, most) =>
    pointBlock(briefing, point, index, most, limits, language),
  )
  return [...blocks, ...more]
}

function pointBlock(
  { quotes, documents, kind = 'lookup' }: Briefing,
  point: Point,
  index: number,
  budget: number,
  limits: Limits,
  language: Language,
): string {
  const { say } = language
  const mark = bounded(oneLine(markOf(point, language)), limits.title).text
  const number = ITEMS.has(kind) ? `${index + 1}.` : index === 0 ? say('card.bottomLine') : `${index}.`
  const label = mark ? `**${number} ${mark}**` : `**${number}**`
  const cited = point.quotes.flatMap((at) => quotes[at] ?? [])
  const marks = marksOf(documents, cited, limits.marks)
  const doubt = point.unverifiedNumbers?.length ? `\n-# ${say('card.doubtfulNumber')}` : ''
  const room = Math.max(1, budget - label.length - marks.length - doubt.length - 2)
  return present([label, bounded(oneLine(point.text), room).text, marks]).join(' ') + doubt
}
