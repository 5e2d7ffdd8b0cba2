/** The other replies as Discord messages: one quotation in its place, quotations on a topic, status, help. */
import type { Command, CorpusStatus, Quotation, QuoteInContext, Reply } from '../command.ts'
import { answerCard } from './card.ts'
import { fenced, quotationsDossier } from './dossier.ts'
import { bounded, cleanText, oneLine } from './escape.ts'
import {
  ACCENT,
  type Card,
  container,
  counted,
  day,
  file,
  linkButton,
  row,
  separator,
  shortHash,
  TEXT_BUDGET,
  text,
} from './parts.ts'

/** The message for whatever a command returned. */
export function replyCard(reply: Reply, now: Date): Card {
  if (reply.kind === 'answer') return answerCard(reply.answer, now)
  if (reply.kind === 'quotations') return quotationsCard(reply.topic, reply.quotations)
  if (reply.kind === 'status') return statusCard(reply.status)
  return helpCard(reply.commands)
}

/** A quotation whole, between the sentences around it, with its source and whether it stands there. */
export function quoteCard({ quote, document, before, after, verified }: QuoteInContext): Card {
  const [first, middle, last] = [bounded(before, 600), quoted(quote.text, 1900), bounded(after, 600)]
  const cut = first.cut || middle.cut || last.cut
  const facts = [document.title, document.source, document.author].filter(Boolean)
  const source = `${facts.map((fact) => bounded(oneLine(fact ?? ''), 150).text).join(', ')} · ${day(document.date)}`
  const proof = verified
    ? `Verified: identical to the stored source ${shortHash(quote.hash)}`
    : `⚠ Not verified: the stored source ${shortHash(quote.hash)} does not hold this text any more.`
  const button = linkButton('Open the source', document.url)
  const whole = [before, quote.text, after].filter((part) => part !== '').join('\n')
  return {
    components: container(verified ? ACCENT.answer : ACCENT.fault, [
      ...(first.text.trim() ? [text(first.text)] : []),
      text(middle.text),
      ...(last.text.trim() ? [text(last.text)] : []),
      separator(),
      text(`-# ${source}\n-# ${proof}`),
      ...(cut ? [text('-# Shortened to fit: quotation.md holds all of it.'), file('quotation.md')] : []),
      ...(button ? [row(button)] : []),
    ]),
    files: cut ? [{ name: 'quotation.md', text: fenced(whole) }] : [],
  }
}

/** A quotation in bold-free block-quote lines; inert, at most `limit` characters. */
function quoted(verbatim: string, limit: number): { text: string; cut: boolean } {
  const lines = (text: string) => `“${text}”`.replace(/^/gm, '> ')
  const breaks = cleanText(verbatim).split('\n').length
  // Block-quote marks of very many lines would pass the limit, so those become one line.
  const room = limit - 4 - 2 * breaks
  const shown = room > limit / 2 ? bounded(verbatim, room) : bounded(oneLine(verbatim), limit - 4)
  return { text: lines(shown.text), cut: shown.cut }
}

function quotationsCard(topic: string, quotations: Quotation[]): Card {
  const head = `### Quotations on ${bounded(oneLine(topic), 300).text}`
  if (quotations.length === 0)
    return { components: container(ACCENT.nothing, [text(`${head}\nThe corpus holds none.`)]), files: [] }
  const whole = quotations.map((quotation) => quotationBlock(quotation, 4000))
  const fits = whole.join('\n\n').length + head.length <= TEXT_BUDGET
  const count = Math.min(quotations.length, 15)
  const each = Math.floor((TEXT_BUDGET - head.length - 120) / count) - 2
  const shown = fits ? whole : quotations.slice(0, count).map((quotation) => quotationBlock(quotation, each))
  const hidden = quotations.length - shown.length
  const note = `-# Shortened to fit: quotations.md holds all ${quotations.length} in full${hidden ? `, ${hidden} of them only there` : ''}.`
  return {
    components: container(ACCENT.answer, [
      text(head),
      text(shown.join('\n\n')),
      ...(fits ? [] : [text(note), file('quotations.md')]),
    ]),
    files: fits ? [] : [{ name: 'quotations.md', text: quotationsDossier(topic, quotations) }],
  }
}

function quotationBlock({ quote, document, speaker }: Quotation, budget: number): string {
  const part = Math.max(12, Math.floor(budget / 6))
  const facts = [speaker, document.source]
    .filter(Boolean)
    .map((fact) => bounded(oneLine(fact ?? ''), part).text)
  const source = [...facts, day(document.date)].join(', ')
  return `“${bounded(oneLine(quote.text), Math.max(1, budget - source.length - 5)).text}” — ${source}`
}

function statusCard({ coverage, sources, refused, busy }: CorpusStatus): Card {
  const span = coverage.oldest || coverage.newest ? `, ${day(coverage.oldest)} – ${day(coverage.newest)}` : ''
  const lines = [
    '### Corpus',
    `${counted(coverage.documents, 'document')}, ${counted(coverage.passages, 'passage')}${span}.`,
    ...(busy ? ['Documents are being read in now; the numbers will grow.'] : []),
    ...listed(
      sources,
      ({ source, documents }) => `${bounded(oneLine(source), 80).text}: ${documents}`,
      'source',
    ),
    ...(refused.length ? [`**${counted(refused.length, 'file')} could not be read**`] : []),
    ...listed(
      refused,
      ({ name, reason }) => `${bounded(oneLine(name), 60).text}: ${bounded(oneLine(reason), 100).text}`,
      'file',
    ),
  ]
  return { components: container(ACCENT.answer, [text(lines.join('\n'))]), files: [] }
}

function listed<T>(entries: T[], line: (entry: T) => string, noun: string): string[] {
  const shown = entries.slice(0, 10).map((entry) => `- ${line(entry)}`)
  const hidden = entries.length - shown.length
  return hidden > 0 ? [...shown, `-# … and ${counted(hidden, `more ${noun}`)}.`] : shown
}

function helpCard(commands: Command[]): Card {
  const lines = commands.map(({ name, description, options }) => {
    const words = options.map((option) => (option.required ? option.name : `[${option.name}]`)).join(' ')
    return `**/${name}** ${bounded(words, 200).text}\n${bounded(description, 150).text}`
  })
  return { components: container(ACCENT.answer, [text(lines.join('\n').slice(0, TEXT_BUDGET))]), files: [] }
}
