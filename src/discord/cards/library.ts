/** What a corpus holds, what became of what was added, and the feeds that it follows. */
import { ButtonStyle } from 'discord.js'
import type { Reply } from '../../command/command.ts'
import type { DocumentPage, Feed } from '../../command/context.ts'
import type { ItemOutcome } from '../../ingest/item.ts'
import type { Language } from '../../locales/language.ts'
import { refusalText } from '../../locales/refusal.ts'
import type { Listed } from '../../store/list-documents.ts'
import {
  ACCENT,
  button,
  type Card,
  container,
  day,
  file,
  listed,
  markupCard,
  named,
  row,
  TEXT_BUDGET,
  text,
} from './parts.ts'

const MAX_LINES = 15
/** UTF-16 code units: of a message with one line, of one with many, and of a file. */
const WHOLE = { name: 150, reason: 300 }
const TIGHT = { name: 60, reason: 160 }
const FEEDS_TIGHT = { reason: 60 }
const LOOSE = { name: 1000, reason: 2000 }
const FILE = 'outcomes.md'
const SIGNS = { added: '✅', updated: '🔄', unchanged: '➖', removed: '🗑️', refused: '⚠️' }

/** What became of each item; more than fit into a message stand in a file. */
export function outcomesCard(outcomes: ItemOutcome[], language: Language): Card {
  const lines = outcomes.map((outcome) => outcomeLine(outcome, WHOLE, language))
  const isWhole = lines.length <= MAX_LINES
  const head = `### ${language.say('library.outcomes')}`
  const shown = listed(outcomes, MAX_LINES, language, (outcome) => outcomeLine(outcome, TIGHT, language))
  const accent = outcomes.every(({ kind }) => kind === 'refused') ? ACCENT.fault : ACCENT.answer
  const whole = outcomes.map((outcome) => `- ${outcomeLine(outcome, LOOSE, language)}`).join('\n')
  return {
    components: container(accent, [text([head, ...shown].join('\n')), ...(isWhole ? [] : [file(FILE)])]),
    files: isWhole ? [] : [{ name: FILE, text: whole }],
  }
}

function outcomeLine(
  { kind, name, title, reason, duplicateOf }: ItemOutcome,
  limits: typeof TIGHT,
  language: Language,
): string {
  const { say } = language
  const what = named(kind === 'refused' ? name : title || name, limits.name)
  const said =
    kind === 'refused'
      ? say('library.refused', { reason: named(reason ? refusalText(reason, language) : '', limits.reason) })
      : duplicateOf
        ? say('library.duplicate', {
            kind: say(`library.${kind}`),
            original: named(duplicateOf, limits.name),
          })
        : say(`library.${kind}`)
  return `${SIGNS[kind]} **${what}** ${said}`
}

/** One page of the documents; it turns in place. */
export function documentsCard({ documents, total, page, pages }: DocumentPage, language: Language): Card {
  const { say } = language
  const lines = documents.map(
    ({ title, source, date }) => `- ${named(title, 120)}, ${named(source, 60)} · ${day(date, language)}`,
  )
  const foot = `-# ${say('library.page', { page: page + 1, pages, count: total })}`
  const turn = (to: number) => ({ act: 'documents', id: 'all', page: to }) as const
  return {
    components: container(ACCENT.answer, [
      text([`### ${say('library.documents')}`, ...lines, foot].join('\n')),
      ...row(
        page > 0 ? button(say('quotations.earlier'), turn(page - 1), '◀') : undefined,
        page < pages - 1 ? button(say('quotations.later'), turn(page + 1), '▶') : undefined,
      ),
    ]),
    files: [],
  }
}

/** Asks once more; `id` is that of the question, not of the document. */
export function removalCard({ title }: Listed, id: string, { say }: Language): Card {
  const remove = button(say('button.remove'), { act: 'remove', id }, undefined, ButtonStyle.Danger)
  return markupCard(say('library.confirm', { title: named(title, 300) }), ACCENT.nothing, remove)
}

export function feedsCard(feeds: Feed[], language: Language): Card {
  const { say } = language
  const head = `### ${say('feeds.head')}`
  if (feeds.length === 0) return markupCard(`${head}\n${say('feeds.none')}`, ACCENT.nothing)
  const [whole = '', tight = ''] = [WHOLE, FEEDS_TIGHT].map(({ reason }) =>
    [head, ...listed(feeds, MAX_LINES, language, (feed) => feedLine(feed, reason, language))].join('\n'),
  )
  return markupCard(whole.length <= TEXT_BUDGET ? whole : tight, ACCENT.answer)
}

function feedLine(
  { url, title, interval, last_error, paused }: Feed,
  longestReason: number,
  language: Language,
): string {
  const { say } = language
  const state = paused ? say('feeds.paused') : say('feeds.interval', { minutes: interval })
  const reason = last_error && named(refusalText(last_error, language), longestReason)
  const said = reason ? say('feeds.fault', { state, reason }) : state
  return `${named(title ?? url, 60)} (${named(url, 60)}): ${said}`
}

/** A sentence with values from outside in it. */
export function saidCard({ text: key, values }: Extract<Reply, { kind: 'said' }>, { say }: Language): Card {
  const inert = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? named(value, 300) : value,
  ])
  return markupCard(say(key, Object.fromEntries(inert)), ACCENT.answer)
}
