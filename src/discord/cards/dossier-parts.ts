/** What the files of whole entries are made of. */
import type { Quote, QuotedDocument, Receipt } from '../../brief/briefing.ts'
import type { Entry } from '../../command/context.ts'
import { type Coverage, type DocumentInfo, shownId } from '../../document.ts'
import { escapeText, oneLine } from './escape.ts'
import { documentNumber, documentOf, present } from './sources.ts'

export const plain = (text: string) => escapeText(oneLine(text))
export const paragraphs = (...parts: string[]) => [...parts, ''].join('\n\n')

/** Text between fences that it cannot close; `verbatim` to the character. */
export function fenced(verbatim: string, kind = 'text'): string {
  const longest = Math.max(2, ...[...verbatim.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${kind}\n${verbatim}\n${fence}`
}

/** A quotation with its number, its place and the hash of its document. */
export function quoted(quote: Quote, documents: DocumentInfo[], label: string): string {
  const document = documentOf(documents, quote)
  const number = documents.length > 1 && document ? `[${documentNumber(documents, quote)}]` : ''
  const id = plain(document ? shownId(document) : quote.document)
  const named = present([label, number, plain(document?.title ?? '')]).join(' ')
  const where = quote.location ? `${id}, ${plain(quote.location)}` : id
  const place = `${where}, ${quote.start}–${quote.end}`
  return `${named}; ${place}, SHA-256 ${plain(quote.hash)}\n\n${fenced(quote.text)}`
}

/** The documents under their numbers. */
export const sourceList = (documents: QuotedDocument[]) =>
  documents
    .map((document, index) => `${index + 1}. ${sourceLine(document)}${copyList(document)}`)
    .join('\n') || '–'

/** Each document that carries the same text, on a line below. */
const copyList = ({ copies = [] }: QuotedDocument) =>
  copies
    .map(({ title, source, date, url }) =>
      present([title, source, date, url].map((fact) => plain(fact ?? ''))),
    )
    .map((facts) => `\n   - = ${facts.join(', ')}`)
    .join('')

export function sourceLine({ title, source, author, date, url, hash }: DocumentInfo): string {
  const facts = present([title, source, author, date, url].map((fact) => plain(fact ?? '')))
  return present([facts.join(', '), `SHA-256 ${plain(hash)}`]).join('. ')
}

/** The receipt, as data: its words are those of the programs that read it. */
export function receiptText(
  { id, asked }: Pick<Entry, 'id' | 'asked'>,
  coverage: Coverage,
  receipt: Receipt,
): string {
  return fenced(JSON.stringify({ id, asked, coverage, ...receipt }, null, 2), 'json')
}
