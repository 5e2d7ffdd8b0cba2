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
import { age, type Language } from '../../locales/language.ts'
import { oneLine } from '../../text/one-line.ts'
import { type Control, controlId } from '../controls.ts'
import { bounded, escapeText } from './escape.ts'

type CardFile =
  | { name: string; text: string; bytes?: undefined }
  | { name: string; text?: undefined; bytes: Uint8Array }
/** A message: at most 40 components and 4,000 characters of text; each file is shown by a component. */
export type Card = { components: APIMessageTopLevelComponent[]; files: CardFile[] }

/** For whom a card is made, when, and what may be done from there. */
export type View = {
  language: Language
  now: Date
  /** The bot may open a thread below the card. */
  canThread: boolean
  /** Only the person who asked sees the card. */
  isPrivate: boolean
  /** The chart of a daily briefing as PNG, drawn before: cards are made at once. */
  chart?: Uint8Array | undefined
  /** A sentence on how a daily briefing came here, such as that it is late. */
  note?: string | undefined
}

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

type InRow = APIButtonComponent | APIStringSelectComponent

/** At most five buttons, or one menu; no row when there is nothing to put into it. */
export const row = (...components: (InRow | undefined)[]): APIActionRowComponent<InRow>[] => {
  const present = components.filter((component) => component !== undefined)
  return present.length > 0 ? [{ type: ComponentType.ActionRow, components: present }] : []
}

export const container = (accent: number, components: APIComponentInContainer[]): Card['components'] => [
  { type: ComponentType.Container, accent_color: accent, components },
]

/** A card of one sentence; whatever it holds is shown inert. */
export const sentenceCard = (sentence: string, accent: number = ACCENT.fault): Card =>
  markupCard(bounded(sentence, TEXT_BUDGET).text, accent)

/** A card of our own markup, in which everything from outside is inert already. */
export const markupCard = (
  markup: string,
  accent: number,
  ...buttons: (APIButtonComponent | undefined)[]
): Card => ({ components: container(accent, [text(markup), ...row(...buttons)]), files: [] })

/** A button that the bot answers; undefined when its control has no valid id. */
export function button(
  label: string,
  control: Control,
  emoji?: string,
  style: ButtonStyle.Secondary | ButtonStyle.Danger = ButtonStyle.Secondary,
): APIButtonComponent | undefined {
  const id = controlId(control)
  if (!id) return undefined
  return {
    type: ComponentType.Button,
    style,
    custom_id: id,
    ...(label ? { label: label.slice(0, 80) } : {}),
    ...(emoji ? { emoji: { name: emoji } } : {}),
  }
}

/** A button that opens a web page; undefined when the address is none, or too long for Discord. */
export function linkButton(label: string, address: string | null): APIButtonComponent | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.href.length > 512) return undefined
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: label.slice(0, 80), url: url.href }
}

/** A point in time that Discord shows in the reader's own time zone and words; a day, or nothing, stands as it is. */
export function moment(date: string | null, view: Pick<View, 'language' | 'now'>): string {
  const time = Date.parse(date ?? '')
  return date && /T\d/.test(date) && !Number.isNaN(time) ? stamp(time) : dated(date, view)
}

/** Milliseconds since 1970 as Discord's own mark for a point in time. */
export const stamp = (time: number): string => `<t:${Math.floor(time / 1000)}:f>`

/** `2024-05-16`, inert; `undated` when unknown. */
export const day = (date: string | null, { say }: Language): string =>
  escapeText(oneLine(date ?? '').slice(0, 10)) || say('card.undated')

/** `2024-05-16 (2 years ago)`. */
export function dated(date: string | null, { language, now }: Pick<View, 'language' | 'now'>): string {
  const old = age(language, date, now)
  return old ? `${day(date, language)} (${old})` : day(date, language)
}

/** A name from outside in at most `limit` characters, inert, on one line. */
export const named = (name: string, limit: number): string => bounded(oneLine(name), limit).text

/** The first 12 characters of a document's hash. */
export const shortHash = (hash: string): string => escapeText(hash.slice(0, 12))
