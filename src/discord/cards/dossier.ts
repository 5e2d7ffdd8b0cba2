/** The file that holds a whole entry when a message cannot: every point, quotation, offset and hash. */
import type { Answer, Checked, Entry, Quotations } from '../../command/context.ts'
import { insteadOfPoints, nextQuestions } from '../../locales/answer.ts'
import type { Language } from '../../locales/language.ts'
import { verdictKey } from '../../locales/verdict.ts'
import { dailyDossier } from './daily-dossier.ts'
import { paragraphs, plain, quoted, receiptText, sourceLine, sourceList } from './dossier-parts.ts'
import { WHOLE } from './limits.ts'
import { scopeText } from './scope.ts'
import { present } from './sources.ts'

/** Markdown of an entry, nothing left out. Quotations stand verbatim in fences that they cannot close. */
export function dossierOf(entry: Entry, language: Language): string {
  if (entry.kind === 'answer') return answerDossier(entry, language)
  if (entry.kind === 'daily') return dailyDossier(entry, language)
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
    ...(isAnswered
      ? [...answer, ...against]
      : [insteadOfPoints(briefing, language), ...offered, plain(nextQuestions(briefing, language))]),
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

/** Markdown of a list of quotations, nothing left out. */
export function quotationsDossier({ topic, scope, quotations }: Quotations, language: Language): string {
  const head = language.say('quotations.head', { topic: plain(topic) || '…' })
  const parts = quotations.flatMap(({ quote, document, speaker }, index) => {
    const who = plain(speaker ?? '')
    return [
      quoted(quote, [document], `**${index + 1}**${who ? ` ${who} ·` : ''}`),
      `— ${sourceLine(document)}`,
    ]
  })
  const all = parts.length > 0 ? parts : [language.say('quotations.none')]
  return paragraphs(`# ${head}`, ...present([scopeText(scope, WHOLE, language)]), ...all)
}
