/** A reply as one Discord message within Discord's limits: what it leaves out stands whole in an attached file. */
import { type APIComponentInContainer, ComponentType } from 'discord.js'
import type { Reply as CommandReply } from '../../command/command.ts'
import type { Entry as LedgerEntry } from '../../command/context.ts'
import type { Language } from '../../locales/language.ts'
import { sourceText } from '../../locales/place.ts'
import type { Block, Entry, Reply } from '../../replies/block.ts'
import { markdownOf } from '../../replies/markdown.ts'
import { quotationsReply } from '../../replies/quotations.ts'
import { dossierOf, entryReply, replyOf } from '../../replies/reply.ts'
import { paragraphsOf } from '../../replies/words.ts'
import { shorten } from '../../text/characters.ts'
import { oneLine } from '../../text/one-line.ts'
import { actionRows } from './actions.ts'
import { blockText } from './blocks.ts'
import { entryTexts, hiddenText } from './entry.ts'
import { STEPS, WHOLE } from './limits.ts'
import type { Fit } from './line.ts'
import { MENU_OPTIONS } from './menu.ts'
import {
  ACCENT,
  type Card,
  container,
  file,
  linkButton,
  separator,
  TEXT_BUDGET,
  text,
  type View,
} from './parts.ts'

/** UTF-16 code units of a button's label. */
const LABEL = 20
const CHART = 'stories.png'

/** A part of the body, with the entry that it stands for. */
type Shown = { text: string; entry?: Entry | undefined }
type Laid = { head: string; body: Shown[]; foot: string; hasFile: boolean }

/** `whole` makes the file's text, where the card is but a part of it. */
function cardOf(reply: Reply, view: View, whole = () => markdownOf(reply, view.language)): Card {
  const { made, file: name = '', chart, attached } = reply
  const note = `-# ${view.language.say(made ? 'card.shortened' : 'quote.shortened', { file: name })}`
  const { head, body, foot, hasFile } = laidOut(reply, note.length, view)
  const picture = chart && view.chart
  return {
    components: container(ACCENT[reply.tone], [
      text(head),
      ...bodyComponents(body, view.language),
      ...(picture ? [pictureOf(chart.text)] : []),
      ...(foot ? [separator(), text(foot)] : []),
      ...(hasFile ? [text(note), file(name)] : []),
      ...(attached ? [file(attached.name)] : []),
      ...actionRows(reply, view),
    ]),
    files: [
      ...(picture ? [{ name: CHART, bytes: picture }] : []),
      ...(hasFile ? [{ name, text: whole() }] : []),
      ...(attached ? [attached] : []),
    ],
  }
}

/** The fullest layout that a message holds. */
function laidOut(reply: Reply, noteLength: number, view: View): Laid {
  const { head, body, foot, quotations = [], file: name } = reply
  const isLong = quotations.length > MENU_OPTIONS || [...head, ...body].some(isCut)
  const laid = STEPS.map((limits) => {
    const fit = { limits, view }
    const hasFile = name !== undefined && (isLong || limits !== WHOLE)
    const above = present(head.map((block) => blockText(block, fit)))
    const below = present([
      ...body.map((block) => cutText(block, fit)),
      ...foot.map((block) => blockText(block, fit)),
    ])
    const room = TEXT_BUDGET - above.length - below.length - (hasFile ? noteLength : 0)
    const between = bodyTexts(body, limits === WHOLE ? Infinity : room, fit)
    return { head: above, body: between, foot: below, hasFile, fits: lengthOf(between) <= room }
  })
  return laid.find(({ fits }) => fits) ?? (laid.at(-1) as (typeof laid)[number])
}

const present = (texts: string[]) => texts.filter((text) => text !== '').join('\n')
const lengthOf = (shown: Shown[]) => shown.map(({ text }) => text).join('\n\n').length

/** More entries than a card may hold, or items than it should. */
function isCut(block: Block): boolean {
  if (block.kind === 'list') return block.items.length > block.most
  return block.kind === 'entries' && typeof block.most === 'number' && block.entries.length > block.most
}
const cutText = (block: Block, fit: Fit) =>
  block.kind === 'entries' && isCut(block) ? hiddenText(block, fit) : ''

/** Paragraphs in their order. Entries that may take half of the room are laid out before the others, which get what they leave. */
function bodyTexts(body: Block[], budget: number, fit: Fit): Shown[] {
  const texts = new Map<Block, Shown[]>()
  const paragraphs = paragraphsOf(body)
  for (const [first, ...more] of paragraphs) {
    const said = first.kind === 'entries' ? '' : present([first, ...more].map((one) => blockText(one, fit)))
    if (said) texts.set(first, [{ text: said }])
  }
  const groups = body.filter((block) => block.kind === 'entries')
  let left = budget - lengthOf([...texts.values()].flat())
  for (const group of [...groups.filter(({ isHalf }) => isHalf), ...groups.filter(({ isHalf }) => !isHalf)]) {
    const made = entryTexts(group, group.isHalf ? Math.floor(left / 2) : left, fit)
    left -= made.join('\n\n').length
    const hidden = isCut(group) ? '' : hiddenText(group, fit)
    texts.set(group, [
      ...made.map((text, at) => ({ text, entry: group.entries[at] })),
      ...(hidden ? [{ text: hidden }] : []),
    ])
  }
  return paragraphs.flatMap(([first]) => texts.get(first) ?? [])
}

/** In one text, as one component for each part would pass 40; stories have a button each beside them. */
function bodyComponents(body: Shown[], language: Language): APIComponentInContainer[] {
  if (body.some(({ entry }) => entry?.documents)) return body.map((part) => sectionOf(part, language))
  return body.length > 0 ? [text(body.map((part) => part.text).join('\n\n'))] : []
}

/** A text with a button that opens the first source that can be opened. */
function sectionOf({ text: content, entry }: Shown, language: Language): APIComponentInContainer {
  const accessory = (entry?.documents ?? [])
    .map(({ source, url }) => linkButton(shorten(oneLine(sourceText(source, language)), LABEL) || '↗', url))
    .find((button) => button !== undefined)
  if (!accessory) return text(content)
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content }],
    accessory,
  }
}

/** A picture that the message carries; `description` tells those who do not see it what is on it. */
const pictureOf = (description: string): APIComponentInContainer => ({
  type: ComponentType.MediaGallery,
  items: [{ media: { url: `attachment://${CHART}` }, description }],
})

/** The message for whatever a command returned. */
export const replyCard = (reply: CommandReply, view: View): Card =>
  reply.kind === 'entry' ? entryCard(reply.entry, view) : cardOf(replyOf(reply, view.language), view)

/** The message of what was answered; of quotations one page, counted from 0. */
export function entryCard(entry: LedgerEntry, view: View, page = 0): Card {
  const { language, now, note } = view
  const reply =
    entry.kind === 'quotations'
      ? quotationsReply(entry, language, page)
      : entryReply(entry, language, { now, note })
  return cardOf(reply, view, () => dossierOf(entry, language))
}
