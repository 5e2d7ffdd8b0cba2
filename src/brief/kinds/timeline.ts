/**
 * A timeline: dated entries in order.
 *
 * An entry's day is the one that its sentence names, resolved against the day of its document; the lead of a document
 * that names none has the document's own. Days are chosen by how much is said of them, and each has its best sentence
 * (the datewise approach: Ghalandari & Ifrim, ACL 2020).
 */
import { questionWordsOf } from '../../languages/questions/index.ts'
import { daysIn } from '../../text/dates.ts'
import { turn } from '../../threads/turn.ts'
import { DAY_MS } from '../../time.ts'
import type { Draft } from '../writer.ts'
import { changesOn } from './changes.ts'
import { draftOf, isStatement } from './drafts.ts'
import type { Compose, Material } from './material.ts'
import { documentsOn, type Sentence } from './subject.ts'

const ENTRIES = 10
const LEAST_SUPPORT = 0.25
/** What is told before it happens is told better afterwards. */
const AHEAD_COST = 0.2
const PRECISION_COST = { exact: 0, month: 0.15, year: 0.35 }

export type Entry = { date: string; from: string; to: string; sentence: Sentence; score: number }

/** Every dated sentence on the subject. */
export async function entriesOn(material: Material): Promise<Entry[]> {
  const { request, filter, now } = material
  const { frame, subject } = request
  const until = frame?.to && !frame.isLatest ? frame.to : undefined
  const near = subject === '' && frame?.from ? { ...filter, since: dayAfter(frame.from, -1) } : filter
  const { documents } = await documentsOn({
    ...material,
    subject,
    filter: { ...near, until: until && dayAfter(until, 15) },
  })
  const today = now.toISOString().slice(0, 10)
  const entries: Entry[] = []
  for (const document of documents) {
    const published = (document.date ?? today).slice(0, 10)
    for (const sentence of document.sentences) {
      const about = subject === '' ? 0.5 : sentence.support.whole
      if (about < LEAST_SUPPORT || !isStatement(sentence.text)) continue
      const lead = sentence.place === 0 ? 0.25 : sentence.place < 3 ? 0.1 : 0
      const value = about * (0.5 + 0.5 * document.weight) + lead - (sentence.leans ? 0.1 : 0)
      const days = await daysIn(sentence.text, sentence.passage.language, published)
      for (const { from, to, precision } of days) {
        if (precision !== 'exact' && to > published && from <= published && precision === 'year') continue
        const date = precision === 'exact' ? from : from.slice(0, precision === 'month' ? 7 : 4)
        const isAhead = from > published ? AHEAD_COST : 0
        entries.push({ date, from, to, sentence, score: value - PRECISION_COST[precision] - isAhead })
      }
      if (days.length === 0 && sentence.place === 0 && document.date)
        entries.push({ date: published, from: published, to: published, sentence, score: value - 0.05 })
    }
    await turn()
    material.signal.throwIfAborted()
  }
  return entries
}

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

export const timeline: Compose = async (material) => {
  const { request } = material
  const { frame } = request
  if (frame?.isLatest) return await latest(material)
  const changed = questionWordsOf(request.language).changes.test(request.text)
    ? await changesOn(material)
    : []
  if (changed.length > 0) return changed
  const entries = (await entriesOn(material)).filter(
    ({ from, to }) =>
      (!frame?.from || to >= frame.from) &&
      (!frame?.to || from <= frame.to) &&
      // A month is no day.
      (frame?.from !== frame?.to || from === to),
  )
  const most = request.form.points ?? ENTRIES
  const days = Map.groupBy(entries, ({ date }) => date)
  const isDay = frame?.isPoint === true
  const weighed = [...days].map(([, some]) => {
    const best = some.toSorted((a, b) => b.score - a.score)
    const reported = new Set(some.map(({ sentence }) => sentence.document.source)).size
    return { best, score: (best[0]?.score ?? 0) + 0.08 * Math.min(4, reported) }
  })
  const chosen = weighed
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .flatMap(({ best }) => (isDay ? best.slice(0, 6) : best.slice(0, 1)))
  return inOrder(withoutRepeats(chosen))
}

/** The same sentence, or one that says the same, stands once: at the day that it names first. */
function withoutRepeats(entries: Entry[]): Entry[] {
  const kept: Entry[] = []
  for (const entry of entries) {
    const isKnown = kept.some(
      ({ sentence }) =>
        sentence.text === entry.sentence.text ||
        (sentence.passage.document === entry.sentence.passage.document &&
          sentence.start === entry.sentence.start),
    )
    if (!isKnown) kept.push(entry)
  }
  return kept
}

const inOrder = (entries: Entry[]): Draft[] =>
  entries
    .toSorted((a, b) => a.from.localeCompare(b.from) || b.score - a.score)
    .map(({ sentence, date }) => draftOf(sentence, { date }))

/** What is newest on the subject first. */
async function latest(material: Material): Promise<Draft[]> {
  const { request } = material
  const { documents } = await documentsOn({ ...material, subject: request.subject })
  const isAll = request.subject === ''
  const best = Math.max(
    0,
    ...documents.flatMap(({ sentences }) => sentences.map(({ support }) => support.whole)),
  )
  if (!isAll && best < 0.4) return []
  const dated = documents
    .filter(({ date }) => date !== null)
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
  const chosen = dated.flatMap(({ sentences, date }) => {
    const fitting = isAll
      ? sentences.slice(0, 1)
      : sentences
          .filter(
            ({ support, text }) => support.whole >= 0.6 * best && support.own > 0.2 && isStatement(text),
          )
          .toSorted((a, b) => b.support.whole + b.support.own - (a.support.whole + a.support.own))
          .slice(0, 2)
    return fitting.map((sentence) => draftOf(sentence, { date: date?.slice(0, 10) ?? '' }))
  })
  return chosen.slice(0, request.form.points ?? 5)
}
