/** The documents of a card: the numbers in brackets that they have there, and how each of them is named. */
import type { Quote, QuotedDocument } from '../../brief/briefing.ts'
import type { DocumentInfo } from '../../document.ts'
import { bounded, oneLine } from './escape.ts'
import type { Limits } from './limits.ts'
import { dated, named, shortHash, type View } from './parts.ts'

/** Who else carries a text is worth a few words, not a list; the dossier has them all. */
const [MAX_COPIES, MAX_COPY_NAME] = [3, 40]

/** The version that was quoted, or at least the same document. */
export function documentOf(documents: DocumentInfo[], quote: Quote): DocumentInfo | undefined {
  return documents[documentNumber(documents, quote) - 1]
}

/** The number in brackets that a quotation's document has in this list; 0 when it is not there. */
export function documentNumber(documents: DocumentInfo[], { document, hash }: Quote): number {
  const exact = documents.findIndex((entry) => entry.id === document && entry.hash === hash)
  return 1 + (exact >= 0 ? exact : documents.findIndex((entry) => entry.id === document))
}

/** `**[1]** **[3]**`: the numbers of the documents that quotations come from; '' when none of them is in the list. */
export function marksOf(documents: DocumentInfo[], cited: Quote[], most: number): string {
  const numbers = [...new Set(cited.map((quote) => documentNumber(documents, quote)))].filter((n) => n > 0)
  const marks = numbers.slice(0, most).map((number) => `**[${number}]**`)
  return [...marks, ...(numbers.length > most ? ['…'] : [])].join(' ')
}

/** Title, publisher and date, in one line. */
export function origin({ title, source, date }: DocumentInfo, limits: Limits, view: View): string {
  const names = present([named(title, limits.title), named(source, limits.name)])
  return `${names.join(', ') || view.language.say('card.untitled')} · ${dated(date, view)}`
}

/** One line of small print for each document, under its number. */
export function sourceLines(documents: QuotedDocument[], limits: Limits, view: View): string[] {
  const shown = documents.slice(0, limits.sources)
  const lines = shown.map(
    (document, at) => `-# [${at + 1}] ${origin(document, limits, view)}${alsoIn(document, limits, view)}`,
  )
  const hidden = documents.length - shown.length
  return hidden ? [...lines, `-# ${view.language.say('card.moreSources', { count: hidden })}`] : lines
}

/** The others that carry the same text; '' when there are none. */
function alsoIn({ source, copies = [], copiesMore = 0 }: QuotedDocument, limits: Limits, { language }: View) {
  const all = [...new Set(copies.map((copy) => copy.source || copy.title))].filter((name) => name !== source)
  if (all.length === 0) return ''
  const shown = all.slice(0, MAX_COPIES).map((name) => named(name, Math.min(limits.name, MAX_COPY_NAME)))
  const more = all.length - shown.length + copiesMore
  const names = present([...shown, more > 0 ? `+${more}` : '']).join(', ')
  return ` · ${language.say('card.alsoIn', { names })}`
}

/** `> “…” — Gazette, 2024-05-16 (2 years ago) **[1]**`, of which the words get what `most` characters leave. */
export function quotedLine(
  quote: Quote,
  documents: DocumentInfo[],
  most: number,
  limits: Limits,
  view: View,
): string {
  const document = documentOf(documents, quote)
  const facts = document
    ? [named(document.source || document.title, limits.name), dated(document.date, view)]
    : [named(quote.document, limits.name), shortHash(quote.hash)]
  const from = present([present(facts).join(', '), marksOf(documents, [quote], 1)]).join(' ')
  const words = bounded(oneLine(quote.text), Math.max(1, most - from.length - 7)).text
  return `> “${words}” — ${from}`
}

export const present = (texts: string[]) => texts.filter((text) => text !== '')
