/** The file that holds a whole answer when a message cannot: every point, quotation, offset and hash. */
import type { Briefing, Quotation, Quote } from '../brief/briefing.ts'
import { fallbackClause } from '../brief/fallback.ts'
import type { DocumentInfo } from '../corpus/document.ts'
import { escapeText, oneLine } from './escape.ts'

/** Markdown of a briefing, nothing left out. Quotations stand verbatim in fences that they cannot close. */
export function briefingDossier(briefing: Briefing): string {
  const { question, points, quotes, nearest, documents, coverage, receipt } = briefing
  const quoted = (quote: Quote, label: string) =>
    quotation(quote, documentOf(documents, quote), label, documentNumber(documents, quote))
  const answer = points.flatMap((point, index) => [
    `## ${index + 1}. ${plain(point.text)}`,
    ...(point.unverifiedNumbers?.length
      ? [`A number here stands in none of the quotations: ${plain(point.unverifiedNumbers.join(', '))}.`]
      : []),
    ...point.quotes.flatMap((quote) =>
      quotes[quote] ? [quoted(quotes[quote], `Quotation ${quote + 1}`)] : [],
    ),
  ])
  const offered = nearest.map((quote, index) => quoted(quote, `Nearest passage ${index + 1}`))
  return [
    `# ${plain(question)}`,
    ...(briefing.status === 'answered' ? answer : ['The corpus does not answer this.', ...offered]),
    '## Sources',
    documents.map((document, index) => `${index + 1}. ${sourceLine(document)}`).join('\n') || 'None.',
    '## How it was made',
    `Searched ${coverage.documents} documents, ${coverage.passages} passages, ` +
      `from ${plain(coverage.oldest ?? 'undated')} to ${plain(coverage.newest ?? 'undated')}. ` +
      `Writer: ${receipt.writer}${receipt.model ? `, ${plain(receipt.model)}` : ''}` +
      `${receipt.promptVersion ? `, prompt ${plain(receipt.promptVersion)}` : ''}` +
      `${receipt.fallback ? `, because ${plain(fallbackClause(receipt.fallback))}` : ''}. ` +
      `Tokens: ${receipt.inputTokens} in, ${receipt.outputTokens} out. Time: ${Math.round(receipt.milliseconds)} ms. ` +
      `Left out: ${receipt.droppedPoints} points, ${receipt.droppedCitations} citations.`,
    '',
  ].join('\n\n')
}

/** Markdown of a list of quotations, nothing left out. */
export function quotationsDossier(topic: string, quotations: Quotation[]): string {
  const parts = quotations.map(({ quote, document, speaker }, index) => {
    const label = `Quotation ${index + 1}${speaker ? `, ${plain(speaker)}` : ''}`
    return `${quotation(quote, document, label)}\n\n${sourceLine(document)}`
  })
  return [`# Quotations on ${plain(topic)}`, ...parts, ''].join('\n\n')
}

/** Text between fences that it cannot close; `verbatim` to the character. */
export function fenced(verbatim: string): string {
  const longest = Math.max(2, ...[...verbatim.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${verbatim}\n${fence}`
}

/** The version that was quoted, or at least the same document. */
export function documentOf(documents: DocumentInfo[], quote: Quote): DocumentInfo | undefined {
  return documents[documentNumber(documents, quote) - 1]
}

/** The number in brackets that a quotation's document has in this list; 0 when it is not there. */
export function documentNumber(documents: DocumentInfo[], { document, hash }: Quote): number {
  const exact = documents.findIndex((entry) => entry.id === document && entry.hash === hash)
  return 1 + (exact >= 0 ? exact : documents.findIndex((entry) => entry.id === document))
}

function quotation(quote: Quote, document: DocumentInfo | undefined, label: string, number = 0): string {
  const where = document ? `${number ? `[${number}] ` : ''}${plain(document.title)}` : plain(quote.document)
  const offsets = `characters ${quote.start}–${quote.end} of ${plain(quote.document)}, SHA-256 ${plain(quote.hash)}`
  return `${label} (${where}; ${offsets}):\n\n${fenced(quote.text)}`
}

function sourceLine({ title, source, author, date, url, hash }: DocumentInfo): string {
  const facts = [title, source, author, date ?? 'undated', url].filter((fact) => fact !== null && fact !== '')
  return `${facts.map((fact) => plain(fact ?? '')).join(', ')}. SHA-256 ${plain(hash)}`
}

const plain = (text: string) => escapeText(oneLine(text))
