/** A card that is shortened where it must be: what it leaves out stands whole in an attached file. */
import type { Language } from '../../language/language.ts'
import { type Limits, STEPS, WHOLE } from './limits.ts'
import { type Card, container, file, type row, separator, TEXT_BUDGET, text } from './parts.ts'

export type Layout = {
  head: string
  /** The parts of the body, in at most `budget` characters where their entries' least forms allow it. */
  body: (budget: number) => string[]
  /** '' when there is none. */
  foot: string
}

type Fitted = {
  accent: number
  layout: (limits: Limits) => Layout
  /** Something stands in the file only, even when the text fits. */
  needsFile?: boolean
  file: { name: string; text: () => string }
  rows: ReturnType<typeof row>
}

export function fittedCard(
  { accent, layout, needsFile, file: whole, rows }: Fitted,
  language: Language,
): Card {
  const note = `-# ${language.say('card.shortened', { file: whole.name })}`
  const { head, body, foot, hasFile } = laidOut(layout, needsFile ?? false, note)
  return {
    components: container(accent, [
      text(head),
      // One component per part would pass 40; one for all of them reads the same.
      ...(body ? [text(body)] : []),
      ...(foot ? [separator(), text(foot)] : []),
      ...(hasFile ? [text(note), file(whole.name)] : []),
      ...rows,
    ]),
    files: hasFile ? [{ name: whole.name, text: whole.text() }] : [],
  }
}

/** The fullest layout that a message holds. */
function laidOut(layout: Fitted['layout'], needsFile: boolean, note: string) {
  const laid = STEPS.map((limits) => {
    const hasFile = needsFile || limits !== WHOLE
    const { head, body, foot } = layout(limits)
    const room = TEXT_BUDGET - head.length - foot.length - (hasFile ? note.length : 0)
    const text = body(limits === WHOLE ? Infinity : room).join('\n\n')
    return { head, body: text, foot, hasFile, fits: text.length <= room }
  })
  return laid.find(({ fits }) => fits) ?? (laid.at(-1) as (typeof laid)[number])
}
