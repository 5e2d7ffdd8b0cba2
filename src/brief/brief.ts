/** Question → briefing: retrieve, write, verify; the extractive writer stands in when Claude fails. */

import type { Corpus } from '../corpus/corpus.ts'
import type { Coverage, Filter } from '../document.ts'
import { questionWordsOf } from '../languages/questions/index.ts'
import type { Kind } from '../languages/questions/kind.ts'
import { type Request, readRequest } from '../question/request.ts'
import type { Question } from '../search/question.ts'
import { readAll } from '../search/rank.ts'
import type { Found, Search } from '../search/search.ts'
import type { Briefing, Receipt, Stage } from './briefing.ts'
import { confidenceIn } from './confidence.ts'
import { newerFirst, versionsCited } from './disagreement/versions.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { originalsOf, withCopies } from './independent.ts'
import { draftOf } from './kinds/drafts.ts'
import { composers } from './kinds/index.ts'
import type { Material } from './kinds/material.ts'
import { askWithin, type Permission } from './permission.ts'
import { askedIn, supportOf } from './support.ts'
import { type Understood, understand } from './understand.ts'
import { unknownIn, unsaidIn } from './unsaid.ts'
import { type Verified, verify } from './verify.ts'
import type { Draft, Writer, Written } from './writer.ts'

/** Passages that an answer is looked for in, and how many of them go to Claude. */
export const PASSAGES = 20
const PASSAGES_FOR_CLAUDE = 12
const NEAREST = 3
/** A sentence that holds less of the question in its context than this is not near. */
const NEAR = 0.35

export type BriefParts = {
  corpus: Corpus
  search: Search
  /** Without it every briefing is extractive. */
  claude?: Writer | undefined
}

type BriefContext = {
  progress: (stage: Stage) => void
  signal: AbortSignal
  /** The questions before this one in the same conversation, oldest first. */
  earlier?: string[]
  /** The answer to the last of them. */
  before?: Briefing | undefined
  /** Whether Claude may be asked. */
  permission?: Permission
  /** The kind of answer that is wanted; else the question's words tell. */
  as?: Kind | undefined
  /** When it is asked; the present unless told. */
  now?: Date
}

/** Answers a question from the documents under a filter. */
export type Brief = (question: string, filter: Filter, context: BriefContext) => Promise<Briefing>

const EXTRACTIVE: Written['usage'] = { model: null, promptVersion: null, inputTokens: 0, outputTokens: 0 }
const NOTHING: Verified = {
  points: [],
  disagreements: [],
  quotes: [],
  documents: [],
  droppedCitations: 0,
  droppedPoints: 0,
}

/** Builds the function that every surface asks. Throws what the search throws, and the signal's reason when aborted. */
export const createBrief =
  (parts: BriefParts): Brief =>
  (text, filter, context) =>
    answerQuestion(text, filter, context, parts)

/** What an answer is made with. */
type Work = BriefContext & { filter: Filter; parts: BriefParts; coverage: Coverage }

async function answerQuestion(
  text: string,
  filter: Filter,
  context: BriefContext,
  parts: BriefParts,
): Promise<Briefing> {
  const { progress, signal } = context
  const began = performance.now()
  progress('search')
  const work: Work = { ...context, filter, parts, coverage: await parts.corpus.coverage(filter) }
  const understood = await understand(text, work)
  const found = await find(understood, work)
  progress('read')
  const material = materialOf(understood, found, work)
  progress('write')
  const { writer, written, fallback } = await write(understood, found, material, work)
  signal.throwIfAborted()
  progress('verify')
  const verified = await verify(written.drafts, parts.corpus)
  const receipt: Receipt = {
    writer,
    ...written.usage,
    milliseconds: Math.round(performance.now() - began),
    droppedCitations: verified.droppedCitations + written.unresolvedCitations,
    droppedPoints: verified.droppedPoints,
    fallback,
    incomplete: written.incomplete,
  }
  const shown = await shownOf(understood, found, verified, material)
  return { question: text, ...shown, coverage: work.coverage, confidence: material.confidence, receipt }
}

/** Passages that were found, read. */
async function find({ request, search, isAlone }: Understood, { filter, signal, earlier = [] }: Work) {
  const read = readAll(await search(request.text, filter, PASSAGES, isAlone ? [] : earlier))
  signal.throwIfAborted()
  return read
}

const materialOf = (
  { request, search, now }: Understood,
  found: Found,
  { parts: { corpus }, filter, signal }: Work,
): Omit<Material, 'originals'> => ({
  corpus,
  search,
  filter,
  now,
  signal,
  request,
  question: found.question,
  evidence: evidenceOf(found.hits),
  confidence: confidenceIn(found),
})

/** The drafts of Claude where it may write and does, else those without a model; and why it does not. */
async function write(
  { text, request, isMore }: Understood,
  { hits }: Found,
  material: Omit<Material, 'originals'>,
  { parts: { claude }, permission, signal, earlier = [], before, coverage }: Work,
): Promise<Pick<Receipt, 'writer' | 'fallback'> & { written: Written }> {
  const attempt =
    hits.length > 0 && claude && request.kind !== 'help'
      ? await askWithin(permission, () => claude(text, hits.slice(0, PASSAGES_FOR_CLAUDE), signal, earlier))
      : null
  signal.throwIfAborted()
  const fallback = attempt?.reason ?? null
  if (attempt?.made) {
    const { drafts } = attempt.made
    const versions = versionsCited(drafts, material.evidence)
    return { writer: 'claude', written: { ...attempt.made, drafts: [...drafts, ...versions] }, fallback }
  }
  const drafts = await writeExtract(material, coverage, isMore ? before : undefined)
  const written = { drafts, usage: EXTRACTIVE, unresolvedCitations: 0, incomplete: false }
  return { writer: 'extract', written, fallback }
}

/** What is shown of a verified answer, or of what came nearest where there is none. */
async function shownOf(
  { request, language, asked, translated }: Understood,
  { hits, question }: Found,
  verified: Verified,
  material: Omit<Material, 'originals'>,
): Promise<Omit<Briefing, 'question' | 'coverage' | 'confidence' | 'receipt'>> {
  const { corpus, filter, evidence } = material
  const isAnswered = verified.points.length > 0
  const isHelp = request.kind === 'help'
  const near = isAnswered || isHelp ? NOTHING : await verify(nearest(evidence, question), corpus)
  const { documents: quoted } = isAnswered ? verified : near
  const { documents, independent } = await withCopies(quoted, filter.collections, corpus)
  const readings = hits.flatMap(({ reading }) => reading ?? [])
  return {
    ...(asked !== undefined && { asked }),
    ...(translated !== undefined && { translated }),
    kind: request.kind,
    status: statusOf(request, isAnswered, near),
    points: verified.points,
    disagreements: verified.disagreements,
    unsaid: isAnswered
      ? unsaidIn(question, verified.quotes, documents, readings)
      : unknownIn(question, isHelp ? [] : readings),
    quotes: verified.quotes,
    documents,
    independent,
    next: isAnswered ? [] : await suggest(material, language),
    nearest: near.quotes,
  }
}

/** Questions that are suggested at most, and topics that they are made of. */
const SUGGESTIONS = 3
const TOPICS = 4

/** Questions on the corpus's own topics, each of which is answered. */
async function suggest(material: Omit<Material, 'originals'>, language: string): Promise<string[]> {
  const { corpus, filter, now, signal } = material
  const topics = (await corpus.topics(filter.collections)).slice(0, TOPICS).map(({ topic }) => topic)
  const { suggestions } = questionWordsOf(language)
  const asked = topics.map((topic, at) => (suggestions[at % suggestions.length] ?? '%').replace('%', topic))
  const answered: string[] = []
  for (const text of asked) {
    if (answered.length === SUGGESTIONS) break
    signal.throwIfAborted()
    const request = await readRequest(text, { language, now })
    if (request.kind === 'help') continue
    const drafts = await composers[request.kind]({ ...material, request, originals: new Map() })
    if (drafts.length > 1) answered.push(text)
  }
  return answered
}

/** The drafts without a model. Without the points of an answer whose next ones are asked for. */
async function writeExtract(
  material: Omit<Material, 'originals'>,
  coverage: Coverage,
  shown: Briefing | undefined,
): Promise<Draft[]> {
  const { request, evidence, corpus } = material
  if (request.kind === 'help' || isBeyond(request, coverage)) return []
  const originals = await originalsOf(
    evidence.map(({ passage }) => passage),
    corpus,
  )
  const drafts = await composers[request.kind]({ ...material, originals })
  if (!shown) return drafts
  const isShown = ({ citations }: Draft) =>
    citations.some(({ document, start, end }) =>
      shown.quotes.some((quote) => quote.document === document && quote.start < end && start < quote.end),
    )
  return drafts.filter((draft) => !isShown(draft))
}

/** Whether a question reckons its time from today, and every document is older than that. */
const isBeyond = ({ frame }: Request, { newest }: Coverage) =>
  frame?.isRelative === true &&
  frame.from !== undefined &&
  newest !== null &&
  newest.slice(0, 10) < frame.from

function statusOf({ kind }: Request, isAnswered: boolean, near: Verified): Briefing['status'] {
  if (kind === 'help') return 'help'
  if (isAnswered) return 'answered'
  return near.quotes.length > 0 ? 'partial' : 'not_in_corpus'
}

/** The best sentence of each of the best passages: what came nearest when nothing answers. */
function nearest(evidence: Evidence[], question: Question): Draft[] {
  const asked = askedIn(question)
  const seen = new Set<string>()
  const best = evidence
    .filter((sentence) => {
      const { whole, own } = supportOf(asked, sentence)
      return (
        own > 0 &&
        whole >= NEAR &&
        !seen.has(sentence.passage.document) &&
        seen.add(sentence.passage.document)
      )
    })
    .slice(0, NEAREST)
  return newerFirst(best.map((sentence) => ({ sentence }))).map(({ sentence }) => draftOf(sentence))
}
