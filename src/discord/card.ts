/** A briefing as one Discord message: points with their citations, sources, coverage and a menu of quotations. */
import { type APIStringSelectComponent, ComponentType } from 'discord.js'
import type { Briefing, Point, Quote, Receipt } from '../brief/briefing.ts'
import { fallbackClause } from '../brief/fallback.ts'
import type { Answer } from '../command.ts'
import { briefingDossier, documentNumber, documentOf } from './dossier.ts'
import { bounded, oneLine, shorten } from './escape.ts'
import {
  ACCENT,
  age,
  type Card,
  container,
  counted,
  day,
  file,
  row,
  separator,
  shortHash,
  TEXT_BUDGET,
  text,
} from './parts.ts'

const DOSSIER = 'briefing.md'
const MENU_OPTIONS = 25
const NO_LIMITS = { question: 4000, title: 4000, sources: 1000, points: 1000, marks: 1000, body: 1_000_000 }
const TIGHT = { question: 300, title: 80, sources: 8, points: 12, marks: 8, body: 0 }
type Limits = typeof NO_LIMITS

/** The id of the menu that shows an answer's quotations; it alone carries what a later process needs. */
const menuId = (answerId: string) => `1:quote:${answerId}`

/** The answer id in a menu's id; undefined for any other component. */
export const answerIdOf = (customId: string) => /^1:quote:([\w-]{1,80})$/.exec(customId)?.[1]

/** Any briefing becomes a message within Discord's limits; what does not fit stands in an attached file. */
export function answerCard({ id, briefing }: Pick<Answer, 'id' | 'briefing'>, now: Date): Card {
  const whole = layout(briefing, NO_LIMITS, now)
  const fits = size(whole) <= TEXT_BUDGET && briefing.quotes.length <= MENU_OPTIONS
  const shown = fits ? whole : tightLayout(briefing, now)
  const menu = quoteMenu(id, briefing)
  const note = `-# Shortened to fit: ${DOSSIER} holds every point and quotation in full.`
  return {
    components: container(briefing.status === 'answered' ? ACCENT.answer : ACCENT.nothing, [
      text(shown.head),
      ...shown.body.map(text),
      separator(),
      text(shown.foot),
      ...(fits ? [] : [text(note), file(DOSSIER)]),
      ...(menu ? [row(menu)] : []),
    ]),
    files: fits ? [] : [{ name: DOSSIER, text: briefingDossier(briefing) }],
  }
}

type Layout = { head: string; body: string[]; foot: string }

const size = ({ head, body, foot }: Layout) => head.length + body.join('\n\n').length + foot.length

/** Leaves to the points what the other parts do not need, less the note's line. */
function tightLayout(briefing: Briefing, now: Date): Layout {
  const others = size(layout({ ...briefing, points: [], nearest: [] }, TIGHT, now))
  return layout(briefing, { ...TIGHT, body: TEXT_BUDGET - 150 - others }, now)
}

function layout(briefing: Briefing, limits: Limits, now: Date): Layout {
  const { question, status } = briefing
  const head = `### ${bounded(oneLine(question), limits.question).text || '…'}`
  const body = status === 'answered' ? pointBlocks(briefing, limits) : nearestBlocks(briefing, limits, now)
  const lines = [...sourceLines(briefing, limits, now), ...footLines(briefing)]
  // One component per point would pass 40; one for all of them reads the same.
  return { head, body: body.length ? [body.join('\n\n')] : [], foot: lines.join('\n') }
}

function pointBlocks(briefing: Briefing, limits: Limits): string[] {
  const shown = briefing.points.slice(0, limits.points)
  const hidden = briefing.points.length - shown.length
  const more = hidden ? [`-# … and ${counted(hidden, 'more point')} in the file.`] : []
  const blocks = share(shown, limits.body - 40, (point, index, budget) =>
    pointBlock(briefing, point, index, { ...limits, body: budget }),
  )
  return [...blocks, ...more]
}

/** Lays out each entry in its part of the budget; what a short one leaves, the later ones get. */
function share<T>(entries: T[], budget: number, block: (entry: T, index: number, budget: number) => string) {
  let left = budget
  return entries.map((entry, index) => {
    const made = block(entry, index, Math.floor(left / (entries.length - index)) - 2)
    left -= made.length + 2
    return made
  })
}

function pointBlock(briefing: Briefing, point: Point, index: number, limits: Limits): string {
  const number = `**${index + 1}.** `
  const marks = marksOf(briefing, point, limits.marks)
  const doubt = point.unverifiedNumbers?.length ? '\n-# ⚠ a number here stands in none of the quotations' : ''
  const room = Math.max(1, limits.body - number.length - marks.length - doubt.length - 1)
  return `${number}${bounded(oneLine(point.text), room).text} ${marks}${doubt}`
}

/** `**[1]** **[3]**`: the numbers of the documents that a point's quotations come from. */
function marksOf({ quotes, documents }: Briefing, point: Point, most: number): string {
  const cited = point.quotes.flatMap((index) => quotes[index] ?? [])
  const numbers = [...new Set(cited.map((quote) => documentNumber(documents, quote)))].filter((n) => n > 0)
  const marks = numbers.slice(0, most).map((number) => `**[${number}]**`)
  return [...marks, ...(numbers.length > most ? ['…'] : [])].join(' ')
}

function nearestBlocks(briefing: Briefing, limits: Limits, now: Date): string[] {
  const said = '**The corpus does not answer this.**'
  if (briefing.nearest.length === 0) return [said]
  const offered = `${said}\nThe nearest passages, which may not bear on it:`
  const shown = briefing.nearest.slice(0, limits.points)
  const blocks = share(shown, limits.body - offered.length - 4, (quote, _, budget) => {
    const document = documentOf(briefing.documents, quote)
    const facts = document
      ? `${named(document.title, document.source, limits.title)} · ${dated(document.date, now)}`
      : `${bounded(oneLine(quote.document), limits.title).text} · ${shortHash(quote.hash)}`
    return `> “${bounded(oneLine(quote.text), Math.max(1, budget - facts.length - 8)).text}”\n-# ${facts}`
  })
  return [offered, ...blocks]
}

function sourceLines({ documents, status }: Briefing, limits: Limits, now: Date): string[] {
  if (status !== 'answered') return []
  const shown = documents.slice(0, limits.sources)
  const lines = shown.map(
    ({ title, source, date }, index) =>
      `-# [${index + 1}] ${named(title, source, limits.title)} · ${dated(date, now)}`,
  )
  const hidden = documents.length - shown.length
  return hidden ? [...lines, `-# … and ${counted(hidden, 'more source')} in the file.`] : lines
}

function named(title: string, source: string, limit: number): string {
  const names = [bounded(oneLine(title), limit).text, bounded(oneLine(source), Math.ceil(limit / 2)).text]
  return names.filter((name) => name !== '').join(', ') || 'Untitled'
}

function dated(date: string | null, now: Date): string {
  const old = age(date, now)
  return old ? `${day(date)} (${old})` : day(date)
}

function footLines({ coverage, documents, receipt, status }: Briefing): string[] {
  const span =
    coverage.oldest || coverage.newest ? ` (${day(coverage.oldest)} – ${day(coverage.newest)})` : ''
  const searched = `-# Searched ${counted(coverage.documents, 'document')}${span}, quoted ${status === 'answered' ? documents.length : 0}.`
  const left = receipt.droppedPoints
    ? [`-# ${counted(receipt.droppedPoints, 'point')} left out for want of a quotation that holds.`]
    : []
  const short = receipt.incomplete ? ['-# The answer met its length limit and may be incomplete.'] : []
  return [searched, ...left, ...short, `-# ${writerLine(receipt)}`]
}

function writerLine({ writer, model, fallback }: Receipt): string {
  if (writer === 'claude')
    return `Written by ${bounded(oneLine(model ?? 'Claude'), 60).text} from these quotations.`
  const why = fallback
    ? `; Claude did not write it: ${bounded(oneLine(fallbackClause(fallback)), 160).text}`
    : ''
  return `Extractive: sentences of the corpus, no model${why}.`
}

/** The menu of the first 25 quotations; undefined when there is none to show. */
function quoteMenu(answerId: string, { quotes, documents }: Briefing): APIStringSelectComponent | undefined {
  const id = menuId(answerId)
  if (quotes.length === 0 || answerIdOf(id) === undefined) return undefined
  const option = (quote: Quote, index: number) => {
    const mark = `[${documentNumber(documents, quote) || '?'}] `
    const label = mark + (shorten(oneLine(quote.text), 90 - mark.length) || '…')
    const title = shorten(oneLine(documentOf(documents, quote)?.title ?? ''), 90)
    return { label, value: String(index), ...(title ? { description: title } : {}) }
  }
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: 'Show a quotation…',
    options: quotes.slice(0, MENU_OPTIONS).map(option),
  }
}
