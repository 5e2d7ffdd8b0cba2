/** The file that holds a whole entry when a message cannot: every point, quotation, offset and hash. */
import type { Quote, QuotedDocument, Receipt } from '../../brief/briefing.ts'
import type { CheckedClaim } from '../../brief/check/checked.ts'
import type { Answer, Checked, Entry, Quotations } from '../../command.ts'
import type { Coverage, DocumentInfo } from '../../corpus/document.ts'
import type { Language } from '../../language/language.ts'
import { escapeText, oneLine } from './escape.ts'
import { WHOLE } from './limits.ts'
import { scopeText } from './scope.ts'
import { documentNumber, documentOf, present } from './sources.ts'

const plain = (text: string) => escapeText(oneLine(text))
const paragraphs = (...parts: string[]) => [...parts, ''].join('\n\n')

/** Markdown of an entry, nothing left out. Quotations stand verbatim in fences that they cannot close. */
export function dossierOf(entry: Entry, language: Language): string {
  if (entry.kind === 'answer') return answerDossier(entry, language)
  if (entry.kind === 'daily') return entry.digest.stories.map(({ headline }) => plain(headline)).join('\n\n')
  return entry.kind === 'check' ? checkDossier(entry, language) : quotationsDossier(entry, language)
}

/** Markdown of an answer, nothing left out. */
export function answerDossier({ id, asked, scope, briefing }: Answer, language: Language): string {
  const { say } = language
  const { question, points, quotes, nearest, documents, disagreements, unsaid, coverage, receipt } = briefing
  const answer = points.flatMap((point, index) => [
    `## ${index === 0 ? say('card.bottomLine') : `${index}.`} ${plain(point.text)}`,
    ...(point.unverifiedNumbers?.length
      ? [say('dossier.numbers', { numbers: plain(point.unverifiedNumbers.join(', ')) })]
      : []),
    ...point.quotes.flatMap((at) => (quotes[at] ? [quoted(quotes[at], documents, `**${at + 1}**`)] : [])),
  ])
  const against = disagreements.flatMap((disagreement) => [
    `## ${say('card.disagree')}`,
    ...(disagreement.text ? [plain(disagreement.text)] : []),
    ...disagreement.quotes.flatMap((at) =>
      quotes[at] ? [quoted(quotes[at], documents, `**${at + 1}**`)] : [],
    ),
  ])
  const offered = nearest.map((quote, index) => quoted(quote, documents, `**${index + 1}**`))
  const isAnswered = briefing.status === 'answered'
  const words = plain(unsaid.join(', '))
  return paragraphs(
    `# ${plain(question) || '…'}`,
    ...present([scopeText(scope, WHOLE, language)]),
    ...(isAnswered ? [...answer, ...against] : [say('card.notInCorpus'), say('card.nearest'), ...offered]),
    ...(words ? [say(isAnswered ? 'card.unsaid' : 'card.unknown', { words })] : []),
    `## ${say('dossier.sources')}`,
    sourceList(documents),
    `## ${say('dossier.made')}`,
    receiptText({ id, asked }, coverage, receipt),
  )
}

/** Markdown of checked claims, nothing left out. */
export function checkDossier({ id, asked, check }: Checked, { say }: Language): string {
  const { claims, quotes, documents, coverage, receipt, moreClaims } = check
  const parts = claims.flatMap((claim) => [
    `## ${plain(claim.text)}`,
    say(verdictKey(claim)),
    ...(claim.explanation ? [plain(claim.explanation)] : []),
    ...claim.quotes.flatMap((at) => (quotes[at] ? [quoted(quotes[at], documents, `**${at + 1}**`)] : [])),
  ])
  return paragraphs(
    `# ${say('check.head')}`,
    ...(parts.length > 0 ? parts : [say('check.noClaims')]),
    ...(moreClaims > 0 ? [say('check.moreClaims', { count: moreClaims })] : []),
    `## ${say('dossier.sources')}`,
    sourceList(documents),
    `## ${say('dossier.made')}`,
    receiptText({ id, asked }, coverage, receipt),
  )
}

const VERDICTS = {
  supported: 'check.supported',
  contradicted: 'check.contradicted',
  not_in_corpus: 'check.notInCorpus',
} as const

/** The verdict on a claim, or what there is instead of one. */
export function verdictKey({ verdict, quotes }: CheckedClaim) {
  if (verdict) return VERDICTS[verdict]
  return quotes.length > 0 ? 'check.closest' : 'check.nothing'
}

/** Markdown of a list of quotations, nothing left out. */
export function quotationsDossier({ topic, scope, quotations }: Quotations, language: Language): string {
  const head = language.say('quotations.head', { topic: plain(topic) || '…' })
  const parts = quotations.flatMap(({ quote, document, speaker }, index) => {
    const who = plain(speaker ?? '')
    return [quoted(quote, [document], `**${index + 1}**${who ? ` ${who} ·` : ''}`), sourceLine(document)]
  })
  const all = parts.length > 0 ? parts : [language.say('quotations.none')]
  return paragraphs(`# ${head}`, ...present([scopeText(scope, WHOLE, language)]), ...all)
}

/** Text between fences that it cannot close; `verbatim` to the character. */
export function fenced(verbatim: string, kind = 'text'): string {
  const longest = Math.max(2, ...[...verbatim.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${kind}\n${verbatim}\n${fence}`
}

function quoted(quote: Quote, documents: DocumentInfo[], label: string): string {
  const document = documentOf(documents, quote)
  const number = documents.length > 1 && document ? `[${documentNumber(documents, quote)}]` : ''
  const id = plain(quote.document)
  const named = present([label, number, plain(document?.title ?? '')]).join(' ')
  const where = quote.location ? `${id}, ${plain(quote.location)}` : id
  const place = `${where}, ${quote.start}–${quote.end}`
  return `${named}; ${place}, SHA-256 ${plain(quote.hash)}\n\n${fenced(quote.text)}`
}

const sourceList = (documents: QuotedDocument[]) =>
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

function sourceLine({ title, source, author, date, url, hash }: DocumentInfo): string {
  const facts = present([title, source, author, date, url].map((fact) => plain(fact ?? '')))
  return present([facts.join(', '), `SHA-256 ${plain(hash)}`]).join('. ')
}

/** The receipt, as data: its words are those of the programs that read it. */
function receiptText(
  { id, asked }: Pick<Entry, 'id' | 'asked'>,
  coverage: Coverage,
  receipt: Receipt,
): string {
  return fenced(JSON.stringify({ id, asked, coverage, ...receipt }, null, 2), 'json')
}
