/** What sources say against each other, side by side: who says it, where and when. */
import type { Briefing } from '../../brief/briefing.ts'
import { bounded, oneLine } from './escape.ts'
import { type Limits, share } from './limits.ts'
import type { View } from './parts.ts'
import { quotedLine } from './sources.ts'

export function disagreementBlocks(
  { disagreements, quotes, documents }: Briefing,
  budget: number,
  limits: Limits,
  view: View,
): string[] {
  const head = `**${view.language.say('card.disagree')}**`
  return share(disagreements.slice(0, limits.sides), budget, ({ text, quotes: cited }, _, most) => {
    const said = text ? bounded(oneLine(text), Math.max(1, Math.floor(most / 4))).text : ''
    const title = said ? `${head} ${said}` : head
    const sides = cited.flatMap((at) => quotes[at] ?? []).slice(0, limits.sides)
    const lines = share(sides, most - title.length, (quote, _at, room) =>
      quotedLine(quote, documents, room, limits, view),
    )
    return [title, ...lines].join('\n')
  })
}
