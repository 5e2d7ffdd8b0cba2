/** Question → briefing: retrieve, write, verify; the extractive writer stands in when Claude fails. */

import type { Corpus } from '../corpus/corpus.ts'
import type { Filter } from '../document.ts'
import type { Question } from '../search/question.ts'
import { readAll } from '../search/rank.ts'
import type { Search } from '../search/search.ts'
import type { Briefing, Receipt, Stage } from './briefing.ts'
import { CONFIDENCE_THRESHOLD, confidenceIn } from './confidence.ts'
import { disagreementsIn } from './disagreement/disagree.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { extract } from './extract.ts'
import { type Originals, originalsOf, withCopies } from './independent.ts'
import { askWithin, type Permission } from './permission.ts'
import { unknownIn, unsaidIn } from './unsaid.ts'
import { verify } from './verify.ts'
import type { Draft, Writer, Written } from './writer.ts'

/** Passages that an answer is looked for in, and how many of them go to Claude. */
export const PASSAGES = 20
const PASSAGES_FOR_CLAUDE = 12
const NEAREST = 3
/** A sentence that holds less of the question's weight than this is not near. */
const NEAR = 0.25

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
  /** Whether Claude may be asked. */
  permission?: Permission
}

/** Answers a question from the documents under a filter. */
export type Brief = (question: string, filter: Filter, context: BriefContext) => Promise<Briefing>

const EXTRACTIVE: Written['usage'] = { model: null, promptVersion: null, inputTokens: 0, outputTokens: 0 }

/** Builds the function that every surface asks. Throws what the search throws, and the signal's reason when aborted. */
export function createBrief({ corpus, search, claude }: BriefParts): Brief {
  return async (question, filter, { progress, signal, earlier = [], permission }) => {
    const began = performance.now()
    progress('search')
    const [found, coverage] = await Promise.all([
      search(question, filter, PASSAGES, earlier),
      corpus.coverage(filter),
    ])
    signal.throwIfAborted()
    progress('read')
    const read = readAll(found)
    const { hits } = read
    const evidence = evidenceOf(hits)
    const confidence = confidenceIn(read)
    progress('write')
    const attempt =
      hits.length > 0 && claude
        ? await askWithin(permission, () =>
            claude(question, hits.slice(0, PASSAGES_FOR_CLAUDE), signal, earlier),
          )
        : null
    signal.throwIfAborted()
    const written = attempt?.made ?? {
      drafts:
        confidence >= CONFIDENCE_THRESHOLD
          ? writeExtract(
              evidence,
              read.question,
              await originalsOf(
                evidence.map(({ passage }) => passage),
                corpus,
              ),
            )
          : [],
      usage: EXTRACTIVE,
      unresolvedCitations: 0,
      incomplete: false,
    }
    progress('verify')
    const verified = await verify(written.drafts, corpus)
    const { points, disagreements, quotes } = verified
    const receipt: Receipt = {
      writer: attempt?.made ? 'claude' : 'extract',
      ...written.usage,
      milliseconds: Math.round(performance.now() - began),
      droppedCitations: verified.droppedCitations + written.unresolvedCitations,
      droppedPoints: verified.droppedPoints,
      fallback: attempt?.reason ?? null,
      incomplete: written.incomplete,
    }
    const answered = points.length > 0
    const near = answered ? null : await verify(nearest(evidence), corpus)
    const { documents, independent } = await withCopies(
      (near ?? verified).documents,
      filter.collections,
      corpus,
    )
    return {
      question,
      status: answered ? 'answered' : 'not_in_corpus',
      points,
      disagreements,
      unsaid: answered
        ? unsaidIn(read.question, quotes, documents)
        : unknownIn(
            read.question,
            hits.flatMap(({ reading }) => reading ?? []),
          ),
      quotes,
      documents,
      independent,
      nearest: near?.quotes ?? [],
      coverage,
      confidence,
      receipt,
    }
  }
}

/** The drafts without a model: points, then what sources say against each other. */
function writeExtract(evidence: Evidence[], question: Question, originals: Originals): Draft[] {
  const points = extract(evidence, originals)
  return [...points, ...disagreementsIn(evidence, question, points, originals)]
}

/** The best sentence of each of the best passages: what came nearest when nothing answers. */
function nearest(evidence: Evidence[]) {
  const seen = new Set<string>()
  return evidence
    .filter(
      ({ passage, coverage }) =>
        coverage >= NEAR && !seen.has(passage.document) && seen.add(passage.document),
    )
    .slice(0, NEAREST)
    .map(({ passage, start, end, text }) => ({
      text,
      citations: [{ document: passage.document, hash: passage.hash, start, end }],
    }))
}
