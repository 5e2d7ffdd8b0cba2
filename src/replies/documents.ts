/** The documents of a reply: their numbers, how a line names one, and who else carries its text. */
import type { Quote, QuotedDocument } from '../brief/briefing.ts'
import { type DocumentInfo, shownId, UNKNOWN_SOURCE } from '../document.ts'
import type { Language } from '../locales/language.ts'
import { placeText, sourceText } from '../locales/place.ts'
import { oneLine } from '../text/one-line.ts'
import type { Cited, DatePart, Entry, Words } from './block.ts'
import { joined, outside, told } from './words.ts'

/** Who else carries a text is worth a few words, not a list; the file has them all. */
const MOST_COPIES = 3
/** UTF-16 code units on a card. */
const COPY_NAME = 40
const PLACE = 40

/** The version that was quoted, or at least the same document. */
export function documentOf<Known extends Pick<DocumentInfo, 'id' | 'hash'>>(
  documents: Known[],
  quote: Pick<Quote, 'document' | 'hash'>,
): Known | undefined {
  return documents[documentNumber(documents, quote) - 1]
}

/** The number in brackets that a quotation's document has in this list; 0 when it is not there. */
export function documentNumber(
  documents: Pick<DocumentInfo, 'id' | 'hash'>[],
  { document, hash }: Pick<Quote, 'document' | 'hash'>,
): number {
  const exact = documents.findIndex((entry) => entry.id === document && entry.hash === hash)
  return 1 + (exact >= 0 ? exact : documents.findIndex((entry) => entry.id === document))
}

/** What an entry is about beside the documents of its quotations. */
export function otherDocuments({ quotations, documents = [] }: Entry): QuotedDocument[] {
  const shown = new Set(quotations.map(({ quote }) => quote.document))
  return documents.filter(({ id }) => !shown.has(id))
}

/** Quotations with their numbers. */
export const citedIn = (quotes: Quote[], documents: QuotedDocument[]): Cited[] =>
  quotes.map((quote, at) => {
    const number = documentNumber(documents, quote)
    return { number: at + 1, quote, document: documents[number - 1], documentNumber: number }
  })

/** Those of a list at some indices. */
export const at = <Item>(list: Item[], indices: number[]): Item[] =>
  indices.flatMap((index) => list[index] ?? [])

/** A publisher's name, or that it is not known. */
export const sourceWords = (source: string, language: Language, most?: number): Words =>
  source === UNKNOWN_SOURCE
    ? [sourceText(source, language)]
    : [outside(source, { as: 'name', ...(most && { most }) })]

/** The page, slide or chapter of a quotation. */
export const placeWords = ({ location }: Quote, language: Language): Words =>
  location === undefined ? [] : [outside(placeText(location, language), { most: PLACE })]

/** `Gazette, 2024-05-16`: the publisher of a quotation, or else the title. */
export function publisherWords(
  { quote, document }: Cited,
  language: Language,
  as: DatePart['as'] = 'aged',
): Words {
  if (!document) return joined([outside(quote.document, { as: 'name' }), quote.hash.slice(0, 12)], ', ')
  return joined([publisherOf(document, language), { date: document.date, as }], ', ')
}

/** The publisher, or else the title. */
export const publisherOf = ({ source, title }: DocumentInfo, language: Language, most?: number): Words =>
  sourceWords(oneLine(source) ? source : title, language, most)

/** `Ann Lee, in Gazette, p. 3, 2024-05-16`: who says a quotation, where and when. */
export function statementWords(cited: Cited, language: Language): Words {
  const { quote, document } = cited
  const by = spokenIn(document ? sourceWords(document.source, language) : [], cited, language)
  return joined([by, placeWords(quote, language), { date: document?.date ?? null, as: 'aged' }], ', ')
}

/** The same with all that is known of the document. */
export const statementOrigin = (cited: Cited, language: Language): Words =>
  spokenIn(originWords(cited, language), cited, language)

function spokenIn(source: Words, { speaker }: Cited, language: Language): Words {
  const who = joined([outside(speaker ?? '', { as: 'name' })], '')
  if (who.length === 0 || source.length === 0) return [...who, ...source]
  return told(language, 'quotations.by', { speaker: who, source })
}

/** `Steel, Gazette · 2024-05-16`: a document in one line. */
export const documentWords = (document: DocumentInfo, language: Language): Words => [
  ...nameWords(document, language),
  ' · ',
  { date: document.date, as: 'aged' },
]

/** `Steel, Gazette, Ann Lee, p. 3, 2024-05-16, https://…`: all that is known of where a quotation is from. */
export function originWords({ quote, document }: Cited, language: Language): Words {
  const place = placeWords(quote, language)
  if (!document) return joined([outside(quote.document, { as: 'title' }), place], ', ')
  const { author, date, url } = document
  const names = [nameWords(document, language), outside(author ?? ''), place]
  return joined([...names, { date }, outside(url ?? '')], ', ')
}

/** `pier.pdf, p. 3, 10–43, SHA-256 …`: where a quotation stands, to the character, in which version. */
export function standing({ quote, document }: Cited, language: Language): Words {
  const id = oneLine(document ? shownId(document) : quote.document) || '…'
  const place = [placeWords(quote, language), `${quote.start}–${quote.end}`, 'SHA-256 ']
  return [...joined([outside(id), ...place], ', '), outside(quote.hash)]
}

/** Title, publisher, author and place of a quotation, as text from outside; '' when nothing is known. */
export function originNames(
  { location }: Quote,
  { title, source, author }: DocumentInfo,
  language: Language,
): string {
  const place = location === undefined ? '' : placeText(location, language)
  const names = [title, sourceText(source, language), author ?? '', place].map(oneLine)
  return names.filter((name) => name !== '').join(', ')
}

/** Title and publisher in one line. */
export function nameWords({ title, source }: DocumentInfo, language: Language): Words {
  const names = joined([outside(title, { as: 'title' }), sourceWords(source, language)], ', ')
  return names.length > 0 ? names : [language.say('card.untitled')]
}

/** `also in Herald`: the others that carry the same text, by publisher, else by title; [] when there are none. */
export function alsoIn(document: QuotedDocument, language: Language): Words {
  const { source, copies = [] } = document
  const names = copies.map((copy) => copy.source || copy.title).filter((name) => name !== source)
  return alsoWords(names, document, MOST_COPIES, language)
}

/** The same of all of them, those of the same publisher by title, else by id. */
export function alsoInAll(document: QuotedDocument, language: Language): Words {
  const { source, title, copies = [] } = document
  const names = copies.map((copy) => {
    if (copy.source && copy.source !== source) return copy.source
    return copy.title === title ? copy.id : copy.title
  })
  return alsoWords(names, document, Infinity, language)
}

function alsoWords(
  names: string[],
  { copiesMore = 0 }: QuotedDocument,
  most: number,
  language: Language,
): Words {
  const all = [...new Set(names)]
  if (all.length === 0) return []
  const more = all.length - Math.min(all.length, most) + copiesMore
  const shown = all.slice(0, most).map((name) => sourceWords(name, language, COPY_NAME))
  return told(language, 'card.alsoIn', { names: joined([...shown, more > 0 ? `+${more}` : ''], ', ') })
}
