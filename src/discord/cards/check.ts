/** The claims of a message, each with its verdict or without one, and the closest quotations. */
import type { Checked } from '../../command/context.ts'
import { verdictKey } from '../../locales/verdict.ts'
import { checkDossier } from './dossier.ts'
import { bounded, oneLine } from './escape.ts'
import { fittedCard, type Layout } from './fitted.ts'
import { type Limits, share } from './limits.ts'
import { MENU_OPTIONS, quoteMenu } from './menu.ts'
import { ACCENT, button, type Card, markupCard, row, type View } from './parts.ts'
import { quotedLine, sourceLines } from './sources.ts'
import { coverageLine, writerLines } from './writer-lines.ts'

const FILE = 'check.md'
const SIGNS = { supported: '✅', contradicted: '❌', not_in_corpus: '❔' }

export function checkCard(entry: Checked, view: View): Card {
  const { id, check } = entry
  const { language } = view
  const { say } = language
  if (check.claims.length === 0)
    return markupCard(`### ${say('check.head')}\n${say('check.noClaims')}`, ACCENT.nothing)
  const buttons = [
    view.isPrivate ? button(say('button.share'), { act: 'share', id }) : undefined,
    button(say('button.dossier'), { act: 'dossier', id }),
  ]
  return fittedCard(
    {
      accent: ACCENT.answer,
      layout: (limits) => layout(entry, limits, view),
      needsFile: check.quotes.length > MENU_OPTIONS,
      file: { name: FILE, text: () => checkDossier(entry, language) },
      rows: [...row(quoteMenu(id, check.quotes, check.documents, language)), ...row(...buttons)],
    },
    language,
  )
}

function layout({ check }: Checked, limits: Limits, view: View): Layout {
  const { language } = view
  const { claims, documents, coverage, receipt, moreClaims } = check
  return {
    head: `### ${language.say('check.head')}`,
    body: (budget) =>
      share(claims.slice(0, limits.points), budget, (_, at, most) =>
        claimBlock(check, at, most, limits, view),
      ),
    foot: [
      ...(moreClaims > 0 ? [language.say('check.moreClaims', { count: moreClaims })] : []),
      ...sourceLines(documents, limits, view),
      coverageLine(coverage, documents.length, language),
      ...writerLines(receipt, limits, language),
    ].join('\n'),
  }
}

function claimBlock(
  { claims, quotes, documents }: Checked['check'],
  at: number,
  budget: number,
  limits: Limits,
  view: View,
): string {
  const claim = claims[at]
  if (!claim) return ''
  const { say } = view.language
  const part = (text: string, share: number) =>
    bounded(oneLine(text), Math.max(1, Math.floor(budget / share))).text
  const cited = claim.quotes.flatMap((index) => quotes[index] ?? [])
  const sign = claim.verdict ? `${SIGNS[claim.verdict]} ` : ''
  const said = `${sign}**${say(verdictKey(claim))}**`
  const why = part(claim.explanation ?? '', 5)
  const head = `**${at + 1}.** ${part(claim.text, 3)}\n${said}${why ? `: ${why}` : ''}`
  const lines = share(cited.slice(0, limits.sides), budget - head.length, (quote, _, most) =>
    quotedLine(quote, documents, most, limits, view),
  )
  return [head, ...lines].join('\n')
}
