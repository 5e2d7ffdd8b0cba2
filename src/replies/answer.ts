/** An answer: the bottom line, points with their citations, disagreements, sources, what was searched. */
import type { Briefing, Disagreement, Point } from '../brief/briefing.ts'
import type { Kind } from '../languages/questions/kind.ts'
import type { Answer, Scope } from '../ledger/entry.ts'
import { insteadOfPoints, kindName, markOf } from '../locales/answer.ts'
import type { Language } from '../locales/language.ts'
import type { Block, Cited, Entry, Line, Part, Reply, Words } from './block.ts'
import { at, citedIn } from './documents.ts'
import { coverageLine, writerLines } from './made.ts'
import { scopeWords } from './scope.ts'
import { actions, heading, joined, lines, list, outside, small, strong, text, told } from './words.ts'

/** Kinds of answers whose points are items of one rank: none of them is the bottom line. */
const ITEMS: ReadonlySet<Kind> = new Set<Kind>(['timeline', 'list', 'comparison', 'summary'])

export function answerReply({ id, asked, scope, briefing }: Answer, language: Language): Reply {
  const { question, status, quotes, documents, coverage, receipt } = briefing
  const cited = citedIn(quotes, documents)
  const isAnswered = status === 'answered'
  return {
    id,
    tone: isAnswered ? 'answer' : 'nothing',
    head: [
      heading(outside(question, { as: 'question' })),
      ...lines(small(...headWords(isAnswered ? briefing : {}, scope, language))),
    ],
    body: isAnswered ? answeredBody(briefing, cited, language) : nearestBody(briefing, language),
    foot: [
      ...(isAnswered ? [{ kind: 'sources' as const, documents }] : []),
      ...unsaidLine(briefing, language),
      ...translatedLine(briefing, language),
      coverageLine(coverage, isAnswered ? documents.length : 0, language),
      ...independentLine(briefing, language),
      ...writerLines(receipt, language),
    ],
    actions: actions('follow', 'share', 'thread', 'up', 'down', 'dossier'),
    quotations: cited,
    isCiting: true,
    file: 'briefing.md',
    made: { id, asked, coverage, receipt },
  }
}

/** The kind of an answer, where it is no plain one, and what it was limited to. */
function headWords({ kind }: Pick<Briefing, 'kind'>, scope: Scope, language: Language): Words {
  const name = kind && kindName(kind, language)
  return joined([name, scopeWords(scope, language)], ' · ')
}

function answeredBody(
  { kind = 'lookup', points, disagreements }: Briefing,
  cited: Cited[],
  language: Language,
): Block[] {
  return [
    {
      kind: 'entries',
      most: 'points',
      entries: points.map((point, index) => {
        const called = nameOf(kind, index, language)
        return pointEntry(point, { rank: index + 1, called }, cited, language)
      }),
      more: (count) => [language.say('card.morePoints', { count })],
    },
    {
      kind: 'entries',
      most: 'sides',
      isHalf: true,
      entries: disagreements.map((one) => disagreementEntry(one, cited, language)),
    },
  ]
}

function nameOf(kind: Kind, index: number, { say }: Language): string {
  if (ITEMS.has(kind)) return `${index + 1}.`
  return index === 0 ? say('card.bottomLine') : `${index}.`
}

/** Its number, its day, side or speaker, and what it says. */
function pointEntry(point: Point, number: Part, cited: Cited[], language: Language): Entry {
  const quotations = at(cited, point.quotes)
  const label = joined([outside(markOf(point, language), { as: 'title' })], '')
  const lead = strong(...joined([number, label.length > 0 ? { label } : undefined], ' '))
  return {
    title: [lead, ' ', outside(point.text), { marks: quotations }],
    said: [],
    doubtful: point.unverifiedNumbers,
    quotations: [],
    behind: quotations,
  }
}

const disagreementEntry = (
  { kind, text: line, quotes }: Disagreement,
  cited: Cited[],
  { say }: Language,
): Entry => ({
  title: [
    strong(say(kind === 'versions' ? 'card.versions' : 'card.disagree')),
    ...(line ? [' ', outside(line, { share: 4 })] : []),
  ],
  said: [],
  quotations: at(cited, quotes),
  shows: 'publishers',
})

/** What came nearest, offered as such, and what could be asked next. */
function nearestBody(briefing: Briefing, language: Language): Block[] {
  const { nearest, documents, next = [] } = briefing
  const entries = citedIn(nearest, documents).map(
    (one): Entry => ({
      title: [],
      said: [],
      quotations: [one],
      shows: 'documents',
    }),
  )
  return [
    text(strong(insteadOfPoints(briefing, language))),
    { kind: 'entries', most: 'points', entries },
    {
      ...list(
        next.map((question) => [outside(question, { as: 'question' })]),
        next.length,
      ),
      title: [language.say('card.next')],
    },
  ]
}

/** What the quotations do not say. */
function unsaidLine({ unsaid, status }: Briefing, language: Language): Line[] {
  const words = joined([outside(unsaid.join(', '), { as: 'question' })], '')
  const key = status === 'answered' ? 'card.unsaid' : 'card.unknown'
  return words.length > 0 ? [text(...told(language, key, { words }))] : []
}

/** That the sources are in another language than the question. */
function translatedLine({ status, translated }: Briefing, { say, locale }: Language): Line[] {
  if (translated === undefined || status === 'help') return []
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(translated) ?? translated
  return [small(say('card.translated', { language }))]
}

function independentLine(
  { status, documents, independent = documents.length }: Briefing,
  { say }: Language,
): Line[] {
  const isFewer = status === 'answered' && independent < documents.length
  return isFewer ? [small(say('card.independent', { count: independent }))] : []
}
