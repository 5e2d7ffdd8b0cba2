/** The stories of a daily briefing: what is new, what changed, a quotation, and where to read on. */

import { type APIComponentInContainer, type APIStringSelectComponent, ComponentType } from 'discord.js'
import type { Point } from '../../brief/briefing.ts'
import { type Digest, pointsBeside, type Story } from '../../daily/digest.ts'
import type { Language } from '../../locales/language.ts'
import { shorten } from '../../text/characters.ts'
import { controlId } from '../controls.ts'
import { bounded, oneLine } from './escape.ts'
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

/**
 * The headline and who carries it stand always. What changed, or else the first sentence, and the quotation share the
 * room; further sentences stand whole where there is room left, or not at all.
 */
function storyBlock(
  story: Story,
  number: number,
  digest: Digest,
  budget: number,
  limits: Limits,
  view: View,
): string {
  const headline = bounded(oneLine(story.headline), Math.min(limits.question, budget / 3)).text || '…'
  const head = `**${number}. ${headline}**\n-# ${factsOf(story, view.language)}`
  const changed = story.changed && changedPart(story.changed, digest, limits, view)
  const points = pointsBeside(story, digest).map(
    (point): Part =>
      (most) =>
        pointText(point, digest, most, limits, view),
  )
  const quotation = quotationPart(story, digest, limits, view)
  const [lead, ...others] = changed ? [changed, ...points] : points
  let left = budget - head.length - 2
  const first = lead?.(left - Math.min(quotation(Infinity).length, Math.floor(left / 2))) ?? ''
  left -= first.length + 1
  const quoted = quotation(left)
  left -= quoted.length + 1
  const more = others.flatMap((part) => {
    const whole = part(Infinity)
    if (whole.length >= left) return []
    left -= whole.length + 1
    return [whole]
  })
  const told = changed ? [first, more.join(' ')] : [[first, ...more].join(' ').trim()]
  return present([head, ...told, quoted]).join('\n')
}

/** `3 independent sources, 5 articles · since 2024-05-12`. */
export function factsOf({ independent, articles, began }: Story, language: Language): string {
  const { say } = language
  const since = began ? say('daily.began', { date: day(began, language) }) : ''
  return present([say('daily.carried', { independent, articles }), since]).join(' · ')
}

const changedPart =
  (point: Point, digest: Digest, limits: Limits, view: View): Part =>
  (most) => {
    const label = `**${view.language.say('daily.changed')}** `
    const told = pointText(point, digest, most - label.length, limits, view)
    return told && label + told
  }

/** '' where there is no room for it. */
function pointText(point: Point, { quotes, documents }: Digest, most: number, limits: Limits, view: View) {
  const cited = point.quotes.flatMap((at) => quotes[at] ?? [])
  const marks = marksOf(documents, cited, limits.marks)
  const doubtful = view.language.say('card.doubtfulNumber')
  const doubt = !point.unverifiedNumbers?.length ? '' : doubtful.length < most / 3 ? `(${doubtful})` : '⚠'
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
