/** The menus of quotations and of stories below a card. */
import { type APIStringSelectComponent, ComponentType } from 'discord.js'
import type { Language } from '../../locales/language.ts'
import type { Cited } from '../../replies/block.ts'
import { shorten } from '../../text/characters.ts'
import { oneLine } from '../../text/one-line.ts'
import { type Control, controlId } from '../controls.ts'

/** Discord's limit. */
export const MENU_OPTIONS = 25

/** The first 25 quotations, each under the number of its document, or under its own; undefined when there is none. */
export const quoteMenu = (id: string, quotations: Cited[], { say }: Language) =>
  menu({ act: 'quote', id }, say('quote.menu'), quotations.map(quoteOption))

function quoteOption({ number, quote, document, documentNumber }: Cited) {
  const mark = documentNumber || (document ? number : '?')
  const description = shorten(oneLine(document?.title ?? ''), 90)
  return {
    label: `[${mark}] ${shorten(oneLine(quote.text), 85) || '…'}`,
    value: String(number - 1),
    ...(description ? { description } : {}),
  }
}

/** "Ask about a story": the first 25 by their numbers. */
export const storyMenu = (id: string, headlines: string[], { say }: Language) =>
  menu(
    { act: 'stories', id },
    say('daily.menu'),
    headlines.map((headline, at) => ({
      label: `${at + 1}. ${shorten(oneLine(headline), 90) || '…'}`,
      value: String(at),
    })),
  )

function menu(
  control: Control,
  placeholder: string,
  options: APIStringSelectComponent['options'],
): APIStringSelectComponent | undefined {
  const id = controlId(control)
  if (options.length === 0 || !id) return undefined
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder,
    options: options.slice(0, MENU_OPTIONS),
  }
}
