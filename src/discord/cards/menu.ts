/** The menu of quotations below a card. */

import { type APIStringSelectComponent, ComponentType } from 'discord.js'
import type { Quote } from '../../brief/briefing.ts'
import type { Quotation } from '../../command/context.ts'
import type { DocumentInfo } from '../../document.ts'
import type { Language } from '../../locales/language.ts'
import { shorten } from '../../text/characters.ts'
import { controlId } from '../controls.ts'
import { oneLine } from './escape.ts'
import { documentNumber, documentOf } from './sources.ts'

/** Discord's limit. */
export const MENU_OPTIONS = 25

type Line = { mark: string | number; quote: Quote; title: string | undefined }

/** The first 25 quotations, each under the number of its document; undefined when there is none to show. */
export function quoteMenu(id: string, quotes: Quote[], documents: DocumentInfo[], language: Language) {
  const lines = quotes.map((quote) => ({
    mark: documentNumber(documents, quote) || '?',
    quote,
    title: documentOf(documents, quote)?.title,
  }))
  return menu(id, lines, 0, language)
}

/** Some quotations of a list, each under its own number: before them stand `from` others. */
export function numberedMenu(id: string, quotations: Quotation[], from: number, language: Language) {
  const lines = quotations.map(({ quote, document }, at) => ({
    mark: from + at + 1,
    quote,
    title: document.title,
  }))
  return menu(id, lines, from, language)
}

function menu(
  entryId: string,
  lines: Line[],
  from: number,
  { say }: Language,
): APIStringSelectComponent | undefined {
  const id = controlId({ act: 'quote', id: entryId })
  if (lines.length === 0 || !id) return undefined
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: say('quote.menu'),
    options: lines.slice(0, MENU_OPTIONS).map((line, at) => option(line, from + at)),
  }
}

function option({ mark, quote, title }: Line, value: number) {
  const label = `[${mark}] ${shorten(oneLine(quote.text), 85) || '…'}`
  const description = shorten(oneLine(title ?? ''), 90)
  return { label, value: String(value), ...(description ? { description } : {}) }
}
