/** Quotations on a topic, page by page: what is said, by whom, where and when. */
import type { Quotation, Quotations } from '../../command/context.ts'
import { quotationsDossier } from './dossier.ts'
import { bounded, oneLine } from './escape.ts'
import { fittedCard, type Layout } from './fitted.ts'
import { type Limits, share } from './limits.ts'
import { numberedMenu } from './menu.ts'
import { ACCENT, button, type Card, dated, named, row, type View } from './parts.ts'
import { scopeLine } from './scope.ts'
import { present } from './sources.ts'

const PER_PAGE = 5
const FILE = 'quotations.md'

const pagesOf = ({ quotations }: Quotations) => Math.max(1, Math.ceil(quotations.length / PER_PAGE))

/** One page, counted from 0; a page that does not exist is the nearest one that does. */
export function quotationsCard(entry: Quotations, page: number, view: View): Card {
  const { id, quotations } = entry
  const { language } = view
  const shown = Math.min(Math.max(page, 0), pagesOf(entry) - 1)
  const first = shown * PER_PAGE
  const menu = numberedMenu(id, quotations.slice(first, first + PER_PAGE), first, language)
  return fittedCard(
    {
      accent: quotations.length > 0 ? ACCENT.answer : ACCENT.nothing,
      layout: (limits) => layout(entry, shown, limits, view),
      file: { name: FILE, text: () => quotationsDossier(entry, language) },
      rows: [...row(menu), ...row(...(menu ? buttons(entry, shown, view) : []))],
    },
    language,
  )
}

function buttons(entry: Quotations, page: number, { language: { say } }: View) {
  const { id } = entry
  return [
    page > 0 ? button(say('quotations.earlier'), { act: 'page', id, page: page - 1 }, '◀') : undefined,
    page < pagesOf(entry) - 1
      ? button(say('quotations.later'), { act: 'page', id, page: page + 1 }, '▶')
      : undefined,
    button(say('button.dossier'), { act: 'dossier', id }),
  ]
}

function layout(entry: Quotations, page: number, limits: Limits, view: View): Layout {
  const { topic, scope, quotations } = entry
  const { say } = view.language
  const title = `### ${say('quotations.head', { topic: named(topic, limits.question) || '…' })}`
  const only = scopeLine(scope, limits, view.language)
  const head = only ? `${title}\n${only}` : title
  const count = quotations.length
  if (count === 0) return { head, body: () => [say('quotations.none')], foot: '' }
  const first = page * PER_PAGE
  const here = quotations.slice(first, first + PER_PAGE)
  return {
    head,
    body: (budget) =>
      share(here, budget, (quotation, at, most) => block(quotation, first + at + 1, most, limits, view)),
    foot: `-# ${say('quotations.page', { page: page + 1, pages: pagesOf(entry), count })}`,
  }
}

function block(
  { quote, document, speaker }: Quotation,
  number: number,
  budget: number,
  limits: Limits,
  view: View,
): string {
  const source = named(document.source, limits.name)
  const who = named(speaker ?? '', limits.name)
  const by = who && source ? view.language.say('quotations.by', { speaker: who, source }) : who || source
  const [label, facts] = [
    `**${number}.**`,
    present([by, named(quote.location ?? '', 40), dated(document.date, view)]).join(', '),
  ]
  const room = Math.max(1, budget - label.length - facts.length - 6)
  return `${label} “${bounded(oneLine(quote.text), room).text}” — ${facts}`
}
