/** The stories of a daily briefing: what is new, what changed, a quotation, and where to read on. */
import { type APIComponentInContainer, type APIStringSelectComponent, ComponentType } from 'discord.js'
import type { Point } from '../../brief/briefing.ts'
import type { Digest, Story } from '../../daily/digest.ts'
import type { Language } from '../../language/language.ts'
import { controlId } from '../controls.ts'
import { bounded, oneLine, shorten } from './escape.ts'
import { type Limits, share } from './limits.ts'
import { MENU_OPTIONS } from './menu.ts'
import { day, linkButton, moment, named, text, type View } from './parts.ts'
import { documentOf, marksOf, present } from './sources.ts'

/** With a button each, more would pass 40 components. */
export const MOST_STORIES = 8
/** Fewer characters say nothing. */
const LEAST = 24
const LABEL = 20

type Part = (most: number) => string

/** The first stories, each in its part of the budget. */
export function storyBlocks(digest: Digest, budget: number, limits: Limits, view: View): string[] {
  return share(digest.stories.slice(0, MOST_STORIES), budget, (story, at, most) =>
    storyBlock(story, at + 1, digest, most, limits, view),
  )
}

/** The headline and who carries it stand always; the rest as far as there is room. */
function storyBlock(
  story: Story,
  number: number,
  digest: Digest,
  budget: number,
  limits: Limits,
  view: View,
): string {
  const room = Math.min(limits.question, budget / 3)
  const lines = [
    `**${number}. ${bounded(oneLine(story.headline), room).text || '…'}**`,
    `-# ${factsOf(story, view.language)}`,
  ]
  const parts = [
    ...(story.changed ? [changedPart(story.changed, digest, limits, view)] : []),
    toldPart(toldPoints(story, digest), digest, limits, view),
    quotationPart(story, digest, limits, view),
  ]
  let left = budget - lines.join('\n').length
  for (const [at, part] of parts.entries()) {
    const made = part(Math.floor(left / (parts.length - at)) - 1)
    if (made === '') continue
    lines.push(made)
    left -= made.length + 1
  }
  return lines.join('\n')
}

/** `3 independent sources, 5 articles · since 2024-05-12`. */
export function factsOf({ independent, articles, began }: Story, language: Language): string {
  const { say } = language
  const since = began ? say('daily.began', { date: day(began, language) }) : ''
  return present([say('daily.carried', { independent, articles }), since]).join(' · ')
}

/** What the quotation below says word for word is not told twice. */
function toldPoints({ points, quote }: Story, { quotes }: Digest): Point[] {
  const quoted = oneLine(quotes[quote]?.text ?? '')
  return points.filter(({ text }) => oneLine(text) !== quoted)
}

const changedPart =
  (point: Point, digest: Digest, limits: Limits, view: View): Part =>
  (most) => {
    const label = `**${view.language.say('daily.changed')}** `
    const told = pointText(point, digest, most - label.length, limits, view)
    return told && label + told
  }

const toldPart =
  (points: Point[], digest: Digest, limits: Limits, view: View): Part =>
  (most) =>
    present(share(points, most, (point, _, room) => pointText(point, digest, room, limits, view))).join(' ')

/** '' where there is no room for it. */
function pointText(point: Point, { quotes, documents }: Digest, most: number, limits: Limits, view: View) {
  const cited = point.quotes.flatMap((at) => quotes[at] ?? [])
  const marks = marksOf(documents, cited, limits.marks)
  const doubt = point.unverifiedNumbers?.length ? `(${view.language.say('card.doubtfulNumber')})` : ''
  const room = most - marks.length - doubt.length - 2
  if (room < LEAST) return ''
  return present([bounded(oneLine(point.text), room).text, marks, doubt]).join(' ')
}

/** `> “…” — Gazette, 24 November 2026 08:00 **[1]**`. */
const quotationPart =
  ({ quote: index }: Story, { quotes, documents }: Digest, limits: Limits, view: View): Part =>
  (most) => {
    const quote = quotes[index]
    if (!quote) return ''
    const document = documentOf(documents, quote)
    const source = named(document?.source || document?.title || quote.document, limits.name)
    const facts = present([source, document ? moment(document.date, view) : '']).join(', ')
    const from = present([facts, marksOf(documents, [quote], 1)]).join(' ')
    const room = most - from.length - 7
    return room < LEAST ? '' : `> “${bounded(oneLine(quote.text), room).text}” — ${from}`
  }

/** A story's text, with a button that opens the source: first that which is quoted, or else another one. */
export function storySection(
  content: string,
  story: Story | undefined,
  { quotes, documents }: Digest,
): APIComponentInContainer {
  const quote = story && quotes[story.quote]
  const quoted = quote && documentOf(documents, quote)
  const others = story?.documents.flatMap((at) => documents[at] ?? []) ?? []
  const accessory = [...(quoted ? [quoted] : []), ...others]
    .map(({ source, url }) => linkButton(shorten(oneLine(source), LABEL) || '↗', url))
    .find((button) => button !== undefined)
  if (!accessory) return text(content)
  const components = [{ type: ComponentType.TextDisplay as const, content }]
  return { type: ComponentType.Section, components, accessory }
}

/** "Ask about a story": the first 25 by their numbers. */
export function storyMenu(
  entryId: string,
  stories: Story[],
  { say }: Language,
): APIStringSelectComponent | undefined {
  const id = controlId({ act: 'stories', id: entryId })
  if (stories.length === 0 || !id) return undefined
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: say('daily.menu'),
    options: stories.slice(0, MENU_OPTIONS).map(({ headline }, at) => ({
      label: `${at + 1}. ${shorten(oneLine(headline), 90) || '…'}`,
      value: String(at),
    })),
  }
}
