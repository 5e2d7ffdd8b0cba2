/** Replies as text for a terminal. */
import type { Briefing, Quote, QuotedDocument } from '../brief/briefing.ts'
import type { Reply } from '../command/command.ts'
import type { Answer, Checked, CorpusStatus, Entry, Quotations, QuoteInContext } from '../command/context.ts'
import { insteadOfPoints, markOf, nextQuestions } from '../locales/answer.ts'
import { english } from '../locales/language.ts'
import { refusalText } from '../locales/refusal.ts'
import { scheduleText } from '../locales/schedule.ts'
import { verdictKey } from '../locales/verdict.ts'
import { percentOf } from '../store/index-state.ts'
import { renderDaily } from './daily.ts'
import { type Described, describe } from './line.ts'
import { renderDocuments, renderFeeds, renderImported, renderOutcomes, renderPassages } from './replies.ts'
import {
  alsoIn,
  documentOf,
  type Look,
  origin,
  paint,
  plain,
  searched,
  wrap,
  wrapQuoted,
  writtenBy,
} from './text.ts'

/** A reply as text that ends in a line feed. */
export function renderReply(reply: Reply, look: Look): string {
  switch (reply.kind) {
    case 'entry':
      return renderEntry(reply.entry, look)
    case 'status':
      return renderStatus(reply.status, look)
    case 'help':
      return renderHelp(reply.commands.map(describe), look, '/')
    case 'outcomes':
      return renderOutcomes(reply.outcomes)
    case 'imported':
      return renderImported(reply.result)
    case 'documents':
      return renderDocuments(reply.page)
    case 'passages':
      return renderPassages(reply.hits)
    case 'feeds':
      return renderFeeds(reply.feeds)
    case 'opml':
      return reply.text
    case 'said':
      return `${wrap(english.say(reply.text, reply.values), look)}\n`
    case 'removal':
      return `${wrap(english.say('library.confirm', { title: reply.document.title }), look)}\n`
    case 'settings':
      return `${JSON.stringify(reply.settings, undefined, 2)}\n`
    case 'subscriptions':
      return reply.subscriptions.map((one) => `${scheduleText(one, english)}\n`).join('')
    case 'subscribed':
      return `${scheduleText(reply.subscription, english)}\n`
  }
}

function renderEntry(entry: Entry, look: Look): string {
  switch (entry.kind) {
    case 'answer':
      return renderAnswer(entry, look)
    case 'daily':
      return renderDaily(entry, look)
    case 'check':
      return renderCheck(entry, look)
    case 'quotations':
      return renderQuotations(entry, look)
  }
}

function renderAnswer({ briefing }: Answer, look: Look): string {
  const { question, points, unsaid, quotes, documents, nearest, coverage, receipt } = briefing
  const { independent = documents.length } = briefing
  const lines = [paint(look, 'bold', wrap(question, look)), '']
  const source = (quote: Quote) => {
    const document = documentOf(documents, quote)
    return [document ? origin(document) : quote.document, quote.location].filter(Boolean).join(', ')
  }
  const told = new Set<QuotedDocument>()
  for (const [at, point] of points.entries()) {
    const marks = point.quotes.map((quote) => `[${quote + 1}]`).join(' ')
    const mark = markOf(point, english)
    lines.push(wrap(`${at + 1}. ${mark ? `${mark}: ` : ''}${point.text} ${marks}`, look, 3))
    if (point.unverifiedNumbers)
      lines.push(
        wrap(
          `   Check this: ${point.unverifiedNumbers.join(', ')} stands in none of its quotations.`,
          look,
          3,
        ),
      )
  }
  if (points.length > 0) lines.push('', paint(look, 'bold', 'Quotations'))
  for (const [at, quote] of quotes.entries()) {
    lines.push(wrap(`[${at + 1}] “${quote.text}”`, look, 4))
    lines.push(paint(look, 'dim', wrap(`    — ${source(quote)}`, look, 4)))
    const document = documentOf(documents, quote)
    const others = document && !told.has(document) ? alsoIn(document) : null
    if (others) lines.push(paint(look, 'dim', wrap(`    ${others}`, look, 4)))
    if (document) told.add(document)
  }
  if (points.length === 0) {
    lines.push(wrap(insteadOfPoints(briefing, english), look))
    if (nearest.length > 0) lines.push('')
    for (const quote of nearest) lines.push(wrap(`– “${quote.text}” (${source(quote)})`, look, 2))
    const next = nextQuestions(briefing, english)
    if (next) lines.push('', next)
  }
  lines.push(...disagreementLines(briefing, source, look))
  if (unsaid.length > 0)
    lines.push(
      '',
      wrap(
        `${points.length > 0 ? 'Not in these quotations' : 'Not in the corpus'}: ${unsaid.join(', ')}.`,
        look,
      ),
    )
  const quoted = points.length > 0 ? documents.length : 0
  const copies = quoted > 0 && independent < quoted ? `, of which ${independent} independent` : ''
  const used = `${searched(coverage)}, quoted ${quoted}${copies}.`
  lines.push('', paint(look, 'dim', wrap(`${used} ${writtenBy(receipt)}`, look)), '')
  return lines.join('\n')
}

/** Each disagreement: Claude's line, and its quotations side by side. */
function disagreementLines(
  { disagreements, quotes }: Briefing,
  source: (quote: Quote) => string,
  look: Look,
): string[] {
  if (disagreements.length === 0) return []
  const lines = ['', paint(look, 'bold', 'Sources disagree:')]
  for (const disagreement of disagreements) {
    if (disagreement.text) lines.push(wrap(disagreement.text, look))
    for (const at of disagreement.quotes) {
      const quote = quotes[at]
      if (quote) lines.push(wrap(`– [${at + 1}] “${quote.text}” (${source(quote)})`, look, 2))
    }
  }
  return lines
}

function renderQuotations({ topic, quotations }: Quotations, look: Look): string {
  if (quotations.length === 0) return `${wrap(`The corpus holds no quotation on “${topic}”.`, look)}\n`
  const lines = quotations.flatMap(({ quote, document, speaker }, at) => [
    wrap(`${at + 1}. “${quote.text}”`, look, 3),
    paint(look, 'dim', wrap(`   — ${speaker ? `${speaker}, in ` : ''}${origin(document)}`, look, 3)),
  ])
  return `${lines.join('\n')}\n`
}

/** A quotation with the sentences around it, and whether the store still holds exactly this text. */
export function renderQuoteInContext(
  { quote, document, before, after, verified }: QuoteInContext,
  look: Look,
): string {
  const check = verified
    ? `Verified: identical to the stored source (${document.hash.slice(0, 12)}).`
    : 'Not verified: the stored source has changed.'
  const lines = [
    wrapQuoted(
      `${plain(before)} ${paint(look, 'bold', `“${plain(quote.text)}”`)} ${plain(after)}`.trim(),
      look,
    ),
    '',
    wrap(`— ${origin(document)}${document.url ? `, ${document.url}` : ''}`, look, 2),
    check,
  ]
  return `${lines.join('\n')}\n`
}

function renderCheck({ check }: Checked, look: Look): string {
  const { claims, quotes, documents, moreClaims } = check
  if (claims.length === 0)
    return 'This text holds no claim that can be checked: a sentence that states something.\n'
  const lines = claims.flatMap((claim, at) => {
    const said = english.say(verdictKey(claim))
    const why = claim.explanation ? `: ${claim.explanation}` : ''
    const near = claim.quotes.flatMap((index) => {
      const quote = quotes[index]
      const document = documents.find(({ id, hash }) => id === quote?.document && hash === quote.hash)
      return quote
        ? [
            wrap(
              `   [${index + 1}] “${quote.text}” — ${document ? origin(document) : quote.document}`,
              look,
              7,
            ),
          ]
        : []
    })
    return [wrap(`${at + 1}. ${claim.text}`, look, 3), wrap(`   ${said}${why}`, look, 3), ...near]
  })
  if (moreClaims > 0) lines.push('', `${moreClaims} more were not checked.`)
  return `${lines.join('\n')}\n`
}

function renderStatus({ coverage, sources, refused, busy, filling }: CorpusStatus, look: Look): string {
  const span = coverage.oldest ? `, from ${coverage.oldest} to ${coverage.newest}` : ''
  const lines = [`${coverage.documents} documents in ${coverage.passages} passages${span}.`]
  for (const { source, documents } of sources) lines.push(wrap(`  ${documents} ${source}`, look, 4))
  if (refused.length > 0) lines.push('', 'Refused:')
  for (const { name, reason } of refused)
    lines.push(wrap(`  ${name}: ${refusalText(reason, english)}`, look, 4))
  if (busy) lines.push('', 'Documents are being read in now.')
  if (filling) lines.push('', english.say('status.filling', { percent: percentOf(filling) }))
  return `${lines.join('\n')}\n`
}

/** Commands with their options, made from the commands themselves; `prefix` stands before each name. */
export function renderHelp(commands: Described[], look: Look, prefix: string): string {
  return commands
    .map((command) => {
      const rest = command.rest ? ` <${command.rest}>` : ''
      const options = command.options
        .filter(({ name }) => name !== command.rest)
        .map(({ name, description }) => `    ${`--${name}`.padEnd(12)} ${description}`)
      return [
        paint(look, 'bold', `${prefix}${command.name}${rest}`),
        `    ${command.description}`,
        ...options,
        '',
      ].join('\n')
    })
    .join('\n')
}
