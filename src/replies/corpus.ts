/** What a corpus holds, what came of what was added, and the feeds that it follows. */
import type { CorpusStatus, DocumentPage, Feed } from '../command/context.ts'
import { type ItemOutcome, refused as refusedItem } from '../ingest/item.ts'
import type { SyncResult } from '../ingest/sync-folder.ts'
import type { Language } from '../locales/language.ts'
import { refusalText } from '../locales/refusal.ts'
import type { Hit } from '../search/search.ts'
import { percentOf } from '../store/index-state.ts'
import type { Listed } from '../store/list-documents.ts'
import type { Action, Block, Reply, Words } from './block.ts'
import { sourceWords } from './documents.ts'
import { spanWords } from './made.ts'
import { actions, heading, hint, joined, list, outside, small, strong, text, told } from './words.ts'

/** Items on a card. */
const MOST_NAMES = 10
const MOST_LINES = 15
const SIGNS = { added: '✅', updated: '🔄', unchanged: '➖', removed: '🗑️', refused: '⚠️' }
/** UTF-16 code units on a card. */
const SHORT = 60
const LONG = 120
const REASON = 160
const FEED_REASON = 300

/** A reply of some blocks. */
export const pageOf = (head: Block[], more: Partial<Reply> = {}): Reply => ({
  tone: 'answer',
  head,
  body: [],
  foot: [],
  ...more,
})

export function statusReply(status: CorpusStatus, language: Language): Reply {
  const { say } = language
  const { coverage, sources, refused, busy, filling, votes } = status
  const { documents, passages } = coverage
  const span = spanWords(coverage, language)
  const sourceLine = (one: CorpusStatus['sources'][number]): Words => [
    ...named(sourceWords(one.source, language)),
    `: ${one.documents}`,
  ]
  const refusedLine = ({ name, reason }: CorpusStatus['refused'][number]): Words => [
    ...named([outside(name, { as: 'name' })]),
    ': ',
    ...named([outside(refusalText(reason, language), { as: 'reason' })]),
  ]
  const head = [
    heading(say('status.head')),
    text(...told(language, 'status.size', { documents, passages, span })),
    text(say('status.votes', votes)),
    ...(busy ? [text(say('status.busy'))] : []),
    ...(filling ? [text(say('status.filling', { percent: percentOf(filling) }))] : []),
    list(sources.map(sourceLine), MOST_NAMES),
    ...(refused.length > 0 ? [text(strong(say('status.refused', { count: refused.length })))] : []),
    list(refused.map(refusedLine), MOST_NAMES),
  ]
  return pageOf(head, { file: 'corpus.md' })
}

const named = (words: Words): Words => {
  const shown = joined([words], '')
  return shown.length > 0 ? shown : ['…']
}

/** What came of each item. */
export function outcomesReply(outcomes: ItemOutcome[], language: Language): Reply {
  const lines = outcomes.map((outcome) => outcomeWords(outcome, language))
  const head = [heading(language.say('library.outcomes')), list(lines, MOST_LINES)]
  const isRefused = outcomes.every(({ kind }) => kind === 'refused')
  return pageOf(head, { tone: isRefused ? 'fault' : 'answer', file: 'outcomes.md' })
}

function outcomeWords(outcome: ItemOutcome, language: Language): Words {
  const { kind, name, title, reason, duplicateOf } = outcome
  if (kind === 'refused') {
    const why = [outside(reason ? refusalText(reason, language) : '', { most: REASON })]
    return [
      `${SIGNS[kind]} `,
      strong(outside(name, { most: SHORT })),
      ' ',
      ...told(language, 'library.refused', { reason: why }),
    ]
  }
  const said = language.say(`library.${kind}`)
  const original = [outside(duplicateOf ?? '', { most: SHORT })]
  return [
    `${SIGNS[kind]} `,
    strong(outside(title || name, { most: SHORT })),
    { typed: name },
    ' ',
    ...(duplicateOf ? told(language, 'library.duplicate', { kind: said, original }) : [said]),
  ]
}

/** Documents that a file of many was read into: how many, and what was left out. */
export function importedReply({ refused, duplicates, ...counts }: SyncResult, language: Language): Reply {
  const { added, updated, unchanged } = counts
  const others = refused.map(({ name, reason }) => outcomeWords(refusedItem(name, reason), language))
  const same = duplicates.map(({ id, of }) =>
    told(language, 'library.duplicate', { kind: [outside(id)], original: [outside(of)] }),
  )
  return pageOf(
    [
      list([...others, ...same], MOST_LINES),
      text(language.say('library.counts', { added, updated, unchanged, refused: refused.length })),
    ],
    { file: 'imported.md' },
  )
}

/** One page of the documents; it turns in place. */
export function documentsReply({ documents, total, page, pages }: DocumentPage, language: Language): Reply {
  const line = ({ id, title, source, date }: Listed): Words => [
    outside(title, { most: LONG }),
    ', ',
    ...sourceWords(source, language, SHORT),
    ' · ',
    { date },
    { typed: id },
  ]
  const head = [
    heading(language.say('library.documents')),
    list(documents.map(line), documents.length),
    small(language.say('library.page', { page: page + 1, pages, count: total })),
  ]
  return pageOf(head, { id: 'all', actions: turns('documents', page, pages) })
}

/** To the pages before and after one, counted from 0. */
export const turns = (act: 'page' | 'documents', page: number, pages: number): Action[] => [
  ...(page > 0 ? [{ act, page: page - 1, isLater: false }] : []),
  ...(page < pages - 1 ? [{ act, page: page + 1, isLater: true }] : []),
]

/** Asks once more; `id` is that of the question, not of the document. */
export const removalReply = ({ title }: Listed, id: string, language: Language): Reply =>
  pageOf([text(...told(language, 'library.confirm', { title: [outside(title, { most: 300 })] }))], {
    id,
    tone: 'nothing',
    actions: actions('remove'),
  })

export function feedsReply(feeds: Feed[], language: Language): Reply {
  const head = heading(language.say('feeds.head'))
  if (feeds.length === 0) {
    const none = [text(language.say('feeds.none')), hint(language.say('feeds.addOne'))]
    return pageOf([head, ...none], { tone: 'nothing' })
  }
  return pageOf(
    [
      head,
      list(
        feeds.map((feed) => feedWords(feed, language)),
        MOST_LINES,
      ),
    ],
    { file: 'feeds.md' },
  )
}

function feedWords({ url, title, interval, last_error, paused }: Feed, language: Language): Words {
  const { say } = language
  const short = (text: string) => outside(text, { most: SHORT })
  const state = paused ? say('feeds.paused') : say('feeds.interval', { minutes: interval })
  const reason = last_error && [
    outside(refusalText(last_error, language), { as: 'reason', most: FEED_REASON }),
  ]
  const said = reason ? told(language, 'feeds.fault', { state, reason }) : [state]
  return [short(title ?? url), ' (', short(url), '): ', ...said]
}

/** The passages that a search finds, best first. */
export function passagesReply(hits: Hit[], language: Language): Reply {
  if (hits.length === 0) return pageOf([text(language.say('search.none'))], { tone: 'nothing' })
  const groups = hits.map(({ passage, score }, at) => [
    text(`${at + 1}. ${score.toFixed(2)}  `, outside(passage.title, { as: 'title' }), {
      typed: passage.document,
    }),
    small(outside(passage.text, { most: 300 })),
  ])
  return pageOf([{ kind: 'groups', groups, most: MOST_NAMES }], { file: 'passages.md' })
}
