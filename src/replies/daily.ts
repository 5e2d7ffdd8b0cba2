/** A daily briefing: its stories, what was left out, what it was made of. */
import type { Point } from '../brief/briefing.ts'
import { CHART } from '../daily/chart/charted.ts'
import { type Digest, pointsBeside, type Story } from '../daily/digest.ts'
import type { Daily } from '../ledger/entry.ts'
import type { Language } from '../locales/language.ts'
import { shorten } from '../text/characters.ts'
import { oneLine } from '../text/one-line.ts'
import type { Block, Cited, Entry, Reply, Words } from './block.ts'
import { at, citedIn } from './documents.ts'
import { spanWords, writerLines } from './made.ts'
import { dailyScopeWords } from './scope.ts'
import { actions, heading, hint, joined, lines, outside, small, strong, text, told } from './words.ts'

/** With a button each, more would pass the 40 components of a card. */
const MOST_STORIES = 8
/** A briefing that ends less than this before it is shown is told as the latest. Milliseconds. */
const RECENT = 60 * 60_000
const DAY = 24 * 60 * 60_000
/** In days: how far before the newest document a quiet day's reader is told to look. */
const LOOK_BACK = 6
/** The most words of a picture on a card, in UTF-16 code units. */
const CHART_WORDS = 1024

/** When it is shown, where a reader's own clock is known, and a sentence on how it came there. */
export type Shown = { now?: Date; note?: string | undefined }

export function dailyReply(
  { id, asked, scope, digest }: Daily,
  language: Language,
  shown: Shown = {},
): Reply {
  const { stories, quotes, documents, coverage, receipt } = digest
  const cited = citedIn(quotes, documents)
  const isQuiet = stories.length === 0
  return {
    id,
    tone: isQuiet ? 'nothing' : 'answer',
    head: [
      heading(...headWords(digest, language, shown.now)),
      ...lines(small(...dailyScopeWords(scope, language)), small(shown.note ?? '')),
    ],
    body: isQuiet ? quietLines(digest, language) : [storiesBlock(digest, cited, language)],
    foot: [
      { kind: 'sources', documents, cited: citedNumbers(cited) },
      ...lines(small(...leftOutWords(digest, language)), small(...coverageWords(digest, cited, language))),
      ...writerLines(receipt, language),
    ],
    actions: actions('share', 'up', 'down', 'dossier'),
    stories: stories.map(({ headline }) => headline),
    quotations: cited,
    isCiting: true,
    file: 'daily.md',
    chart: chartOf(digest, language),
    made: { id, asked, coverage, receipt },
  }
}

function headWords({ window }: Digest, language: Language, now: Date | undefined): Words {
  const [since, until] = [window.since, window.until].map((time) => Date.parse(time))
  if (since === undefined || until === undefined) return []
  const from = [{ instant: since }]
  return now && now.getTime() - until < RECENT
    ? told(language, 'daily.head', { time: from })
    : told(language, 'daily.headUntil', { since: from, until: [{ instant: until }] })
}

const storiesBlock = (digest: Digest, cited: Cited[], language: Language): Block => ({
  kind: 'entries',
  most: MOST_STORIES,
  entries: digest.stories.map((story, index) => storyEntry(story, index + 1, digest, cited, language)),
  more: (count) => [language.say('daily.moreStories', { count })],
})

function storyEntry(story: Story, number: number, digest: Digest, cited: Cited[], language: Language): Entry {
  const { changed, points } = story
  const quotations = at(cited, [story.quote])
  const label = strong(language.say('daily.changed'))
  const headline = oneLine(story.headline) || '…'
  const beside = pointsBeside(story, digest).map((point) => sentence(point, cited))
  const told = [...(changed ? [changed] : []), ...points].flatMap(({ quotes }) => quotes)
  const behind = at(cited, [...new Set(told)]).filter((one) => !quotations.includes(one))
  return {
    title: [strong(`${number}. `, outside(headline, { as: 'question', share: 3 }))],
    said: [
      small(...factsOf(story, language)),
      ...(changed
        ? [{ kind: 'sentences' as const, sentences: [[label, ' ', ...sentence(changed, cited)]] }]
        : []),
      ...(beside.length > 0 ? [{ kind: 'sentences' as const, sentences: beside }] : []),
    ],
    quotations,
    behind,
    documents: [
      ...quotations.flatMap(({ document }) => document ?? []),
      ...at(digest.documents, story.documents),
    ],
  }
}

const sentence = (
  { text: words, quotes, unverifiedNumbers: doubtful = [] }: Point,
  cited: Cited[],
): Words => [outside(words), { marks: at(cited, quotes) }, ...(doubtful.length > 0 ? [{ doubtful }] : [])]

/** `3 independent sources, 5 articles · since 2024-05-12`. */
function factsOf({ independent, articles, began }: Story, language: Language): Words {
  const since = began ? told(language, 'daily.began', { date: [{ date: began }] }) : []
  return joined([language.say('daily.carried', { independent, articles }), since], ' · ')
}

/** That there is no story, and where to look. */
function quietLines(digest: Digest, language: Language): Block[] {
  const { coverage, window } = digest
  const { newest } = coverage
  if (!newest) return [text(strong(language.say('daily.quiet'))), hint(language.say('daily.noDates'))]
  const since = furtherBack({ ...coverage, newest }, window.since)
  return [
    text(strong(language.say('daily.quiet'))),
    text(...told(language, 'daily.newest', { date: [{ date: newest, as: 'aged' }] })),
    hint(...told(language, 'daily.lookBack', { since: [outside(since)] })),
  ]
}

/** A week up to the newest document; where that lies in the window already, everything. */
function furtherBack({ oldest, newest }: { oldest: string | null; newest: string }, since: string): string {
  const first = day(oldest ?? newest)
  const time = Date.parse(day(newest)) - LOOK_BACK * DAY
  if (Number.isNaN(time)) return first
  const weekBefore = new Date(time).toISOString()
  return weekBefore < since && day(weekBefore) > first ? day(weekBefore) : first
}
const day = (date: string) => date.slice(0, 'yyyy-mm-dd'.length)

/** How many stories are not told; [] when all are. */
function leftOutWords({ leftOut }: Digest, { say }: Language): Words {
  const { stories, unchanged, documents } = leftOut
  const parts = [
    ...(stories > 0 ? [say('daily.leftOut.stories', { count: stories })] : []),
    ...(unchanged > 0 ? [say('daily.leftOut.unchanged', { count: unchanged })] : []),
  ]
  return parts.length > 0 ? [say('daily.leftOut', { parts: parts.join(', '), documents })] : []
}

/** What was new, of how much, and how many documents are quoted. */
const coverageWords = ({ articles, coverage }: Digest, cited: Cited[], language: Language): Words =>
  told(language, 'daily.coverage', {
    articles,
    documents: coverage.documents,
    span: spanWords(coverage, language),
    quoted: citedNumbers(cited).length,
  })

/** The numbers of the documents that are quoted, in order. */
const citedNumbers = (cited: Cited[]): number[] =>
  [...new Set(cited.map(({ documentNumber }) => documentNumber))]
    .filter((number) => number > 0)
    .sort((one, other) => one - other)

/** The chart in words, for those who do not see it: every story's number and counts, and its headline where there is room. */
function chartOf({ stories, days }: Digest, { say }: Language): Reply['chart'] {
  const shown = days.slice(-CHART.days)
  const head = say('daily.chart', { first: oneLine(shown[0] ?? ''), last: oneLine(shown.at(-1) ?? '') })
  const charted = stories.slice(0, CHART.stories)
  const counts = charted.map((story) => story.days.slice(-CHART.days).join(', '))
  const fixed = counts.reduce((sum, text, at) => sum + `\n${at + 1}. : ${text}`.length, head.length)
  const room = Math.floor((CHART_WORDS - fixed) / Math.max(1, counts.length))
  const lines = charted.map(
    ({ headline }, at) => `${at + 1}. ${shorten(oneLine(headline), room)}: ${counts[at]}`,
  )
  return { head, lines, text: shorten([head, ...lines].join('\n'), CHART_WORDS) }
}
