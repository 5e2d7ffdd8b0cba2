/** An answer as one Discord message: the bottom line, points with their citations, disagreements, sources, coverage. */
import type { Briefing } from '../../brief/briefing.ts'
import type { Answer } from '../../command/context.ts'
import { insteadOfPoints, nextQuestions } from '../../locales/answer.ts'
import { disagreementBlocks } from './disagreements.ts'
import { answerDossier } from './dossier.ts'
import { bounded, oneLine } from './escape.ts'
import { fittedCard, type Layout } from './fitted.ts'
import { type Limits, share } from './limits.ts'
import { MENU_OPTIONS, quoteMenu } from './menu.ts'
import { ACCENT, button, type Card, named, row, shortHash, type View } from './parts.ts'
import { pointBlocks } from './points.ts'
import { scopeLine } from './scope.ts'
import { documentOf, origin, sourceLines } from './sources.ts'
import { coverageLine, writerLines } from './writer-lines.ts'

const DOSSIER = 'briefing.md'

/** Any answer becomes a message within Discord's limits; what does not fit stands in an attached file. */
export function answerCard(answer: Answer, view: View): Card {
  const { id, briefing } = answer
  const { language } = view
  const { quotes, documents, status } = briefing
  return fittedCard(
    {
      accent: status === 'answered' ? ACCENT.answer : ACCENT.nothing,
      layout: (limits) => layout(answer, limits, view),
      needsFile: quotes.length > MENU_OPTIONS,
      file: { name: DOSSIER, text: () => answerDossier(answer, language) },
      rows: [...row(quoteMenu(id, quotes, documents, language)), ...row(...buttons(id, view))],
    },
    language,
  )
}

function buttons(id: string, { language: { say }, canThread, isPrivate }: View) {
  return [
    button(say('button.followUp'), { act: 'follow', id }),
    isPrivate ? button(say('button.share'), { act: 'share', id }) : undefined,
    canThread && !isPrivate ? button(say('button.thread'), { act: 'thread', id }) : undefined,
    button('', { act: 'up', id }, '👍'),
    button('', { act: 'down', id }, '👎'),
    button(say('button.dossier'), { act: 'dossier', id }),
  ]
}

function layout({ briefing, scope }: Answer, limits: Limits, view: View): Layout {
  const { question, status, documents } = briefing
  const asked = `### ${named(question, limits.question) || '…'}`
  const only = scopeLine(scope, limits, view.language)
  const sources = status === 'answered' ? sourceLines(documents, limits, view) : []
  return {
    head: only ? `${asked}\n${only}` : asked,
    body: (budget) =>
      status === 'answered'
        ? answeredBlocks(briefing, budget, limits, view)
        : nearestBlocks(briefing, budget, limits, view),
    foot: [...sources, ...footLines(briefing, limits, view)].join('\n'),
  }
}

/** Disagreements may take up to half of the room. */
function answeredBlocks(briefing: Briefing, budget: number, limits: Limits, view: View): string[] {
  const against = disagreementBlocks(briefing, Math.floor(budget / 2), limits, view)
  const left = budget - against.join('\n\n').length
  return [...pointBlocks(briefing, left, limits, view.language), ...against]
}

function nearestBlocks(briefing: Briefing, budget: number, limits: Limits, view: View): string[] {
  const { nearest, documents } = briefing
  const said = `**${insteadOfPoints(briefing, view.language)}**`
  const next = nextQuestions(briefing, view.language).split('\n').map(oneLine).join('\n')
  if (nearest.length === 0) return next ? [said, next] : [said]
  const offered = said
  const shown = nearest.slice(0, limits.points)
  const blocks = share(shown, budget - offered.length - 4, (quote, _, most) => {
    const document = documentOf(documents, quote)
    const facts = document
      ? origin(document, limits, view)
      : `${named(quote.document, limits.title)} · ${shortHash(quote.hash)}`
    return `> “${bounded(oneLine(quote.text), Math.max(1, most - facts.length - 10)).text}”\n-# — ${facts}`
  })
  return next ? [offered, ...blocks, next] : [offered, ...blocks]
}

/** What the quotations do not say, what was searched, what was left out, and who wrote. */
function footLines(briefing: Briefing, limits: Limits, { language }: View): string[] {
  const { coverage, documents, receipt, status, unsaid } = briefing
  const { independent = documents.length } = briefing
  const isAnswered = status === 'answered'
  const words = named(unsaid.join(', '), limits.question)
  return [
    ...(words ? [language.say(isAnswered ? 'card.unsaid' : 'card.unknown', { words })] : []),
    coverageLine(coverage, isAnswered ? documents.length : 0, language),
    ...(isAnswered && independent < documents.length
      ? [`-# ${language.say('card.independent', { count: independent })}`]
      : []),
    ...writerLines(receipt, limits, language),
  ]
}
