/** The few message parts that cards are made of, as Discord's own JSON. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { bounded, escapeText, oneLine } from './escape.ts'

/** A message: at most 40 components and 4,000 characters of text; each file is shown by a component. */
export type Card = { components: APIMessageTopLevelComponent[]; files: { name: string; text: string }[] }

/** Characters of text that a card may hold: a little under Discord's 4,000. */
export const TEXT_BUDGET = 3900

export const ACCENT = { answer: 0x2f6f4f, nothing: 0x8a6d1f, fault: 0x9b2c2c, work: 0x44618a }

export const text = (content: string): APIComponentInContainer => ({
  type: ComponentType.TextDisplay,
  content: content.trim() === '' ? '…' : content,
})

export const separator = (): APIComponentInContainer => ({ type: ComponentType.Separator, divider: true })

export const file = (name: string): APIComponentInContainer => ({
  type: ComponentType.File,
  file: { url: `attachment://${name}` },
})

export const row = (
  component: APIButtonComponent | APIStringSelectComponent,
): APIActionRowComponent<APIButtonComponent | APIStringSelectComponent> => ({
  type: ComponentType.ActionRow,
  components: [component],
})

export const container = (accent: number, components: APIComponentInContainer[]): Card['components'] => [
  { type: ComponentType.Container, accent_color: accent, components },
]

/** A card of one sentence; the sentence is shown as it stands, inert. */
export function sentenceCard(sentence: string, accent: number = ACCENT.fault): Card {
  return { components: container(accent, [text(bounded(sentence, TEXT_BUDGET).text)]), files: [] }
}

/** A button that opens a web page; undefined when the address is none, or too long for Discord. */
export function linkButton(label: string, address: string | null): APIButtonComponent | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.href.length > 512) return undefined
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: url.href }
}

/** `2024-05-16`, inert; `undated` when unknown. */
export const day = (date: string | null): string =>
  date ? escapeText(oneLine(date).slice(0, 10)) : 'undated'

/** `today`, `3 days ago`, `5 months ago`, `2 years ago`; '' when the date cannot be read or lies ahead. */
export function age(date: string | null, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(date ?? '')) / 86_400_000)
  if (!(days >= 0)) return ''
  if (days === 0) return 'today'
  if (days < 61) return plural(days, 'day')
  return days < 730 ? plural(Math.floor(days / 30.44), 'month') : plural(Math.floor(days / 365.25), 'year')
}

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'} ago`

export const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** The first 12 characters of a document's hash. */
export const shortHash = (hash: string): string => escapeText(hash.slice(0, 12))
