/** A card that is shortened where it must be: what it leaves out stands whole in an attached file. */
import { type APIComponentInContainer, ComponentType } from 'discord.js'
import type { Language } from '../../locales/language.ts'
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
  /** The body's parts as components, in one text unless told. */
  shown?: (body: string[]) => APIComponentInContainer[]
  /** Below the body. */
  image?: { name: string; bytes: Uint8Array; text: string } | undefined
  /** Something stands in the file only, even when the text fits. */
  needsFile?: boolean
  file: { name: string; text: () => string }
  rows: ReturnType<typeof row>
}

// One component per part would pass 40; one for all of them reads the same.
const inOneText = (body: string[]) => (body.length > 0 ? [text(body.join('\n\n'))] : [])

export function fittedCard(
  { accent, layout, shown = inOneText, image, needsFile, file: whole, rows }: Fitted,
  language: Language,
): Card {
  const note = `-# ${language.say('card.shortened', { file: whole.name })}`
  const { head, body, foot, hasFile } = laidOut(layout, needsFile ?? false, note)
  return {
    components: container(accent, [
      text(head),
      ...shown(body),
      ...(image ? [picture(image.name, image.text)] : []),
      ...(foot ? [separator(), text(foot)] : []),
      ...(hasFile ? [text(note), file(whole.name)] : []),
      ...rows,
    ]),
    files: [
      ...(image ? [{ name: image.name, bytes: image.bytes }] : []),
      ...(hasFile ? [{ name: whole.name, text: whole.text() }] : []),
    ],
  }
}

/** The fullest layout that a message holds. */
function laidOut(layout: Fitted['layout'], needsFile: boolean, note: string) {
  const laid = STEPS.map((limits) => {
    const hasFile = needsFile || limits !== WHOLE
    const { head, body, foot } = layout(limits)
    const room = TEXT_BUDGET - head.length - foot.length - (hasFile ? note.length : 0)
    const parts = body(limits === WHOLE ? Infinity : room)
    return { head, body: parts, foot, hasFile, fits: parts.join('\n\n').length <= room }
  })
  return laid.find(({ fits }) => fits) ?? (laid.at(-1) as (typeof laid)[number])
}

/** A picture that the message carries; `text` tells those who do not see it what is on it. */
const picture = (name: string, text: string): APIComponentInContainer => ({
  type: ComponentType.MediaGallery,
  items: [{ media: { url: `attachment://${name}` }, description: text }],
})
