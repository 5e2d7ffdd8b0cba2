/** Message → check: find its claims, search for each, judge, verify; without Claude the closest quotations alone. */

import type { Corpus } from '../../corpus/corpus.ts'
import type { DocumentInfo, Filter } from '../../document.ts'
import type { Found, Hit, Search } from '../../search/search.ts'
import type { Quote, Receipt, Stage } from '../briefing.ts'
import { askWithin, type Permission } from '../permission.ts'
import type { Check } from './checked.ts'
import { findClaims } from './claims.ts'
import { type CloseSentence, closestIn, closestPassages, nearest } from './closest.ts'
import { type ClaimChecker, type Judged, type Settled, settle } from './judgement.ts'

const PASSAGES = 20
/** With five claims at most twenty passages go to Claude. */
const PASSAGES_FOR_CLAUDE = 4

export type CheckParts = {
  corpus: Corpus
  search: Search
  /** Without it no claim gets a verdict. */
  claude?: ClaimChecker | undefined
}

type CheckContext = {
  progress: (stage: Stage) => void
  signal: AbortSignal
  /** Whether Claude may be asked. */
  permission?: Permission
}

/** Checks a message's claims against the documents under a filter. */
export type CheckMessage = (message: string, filter: Filter, context: CheckContext) => Promise<Check>

const EXTRACTIVE: Judged['usage'] = { model: null, promptVersion: null, inputTokens: 0, outputTokens: 0 }

/**
 * Builds the function that every surface asks. Only a message's first 4,000 characters are looked at.
 * It throws what the search throws, and the signal's reason when aborted.
 */
export function createCheck({ corpus, search, claude }: CheckParts): CheckMessage {
  return async (message, filter, { progress, signal, permission }) => {
    const began = performance.now()
    progress('search')
    const { claims, more } = findClaims(message)
    const coverage = await corpus.coverage(filter)
    const found: Found[] = []
    for (const { words } of claims) {
      signal.throwIfAborted()
      found.push(await search(words, filter, PASSAGES))
    }
    progress('read')
    const close: CloseSentence[][] = []
    for (const one of found) {
      signal.throwIfAborted()
      close.push(await closestIn(one))
    }
    progress('write')
    const hits = union(close.map((sentences) => closestPassages(sentences, PASSAGES_FOR_CLAUDE)))
    const texts = claims.map(({ words }) => words)
    const attempt =
      hits.length > 0 && claude ? await askWithin(permission, () => claude(texts, hits, signal)) : null
    signal.throwIfAborted()
    progress('verify')
    const judged = attempt?.made ?? undefined
    const settled: Settled[] = []
    for (const [at, { words }] of claims.entries()) {
      const judgement = judged && (judged.judgements[at] ?? null)
      settled.push(await settle(words, judgement, nearest(close[at] ?? []), corpus))
      signal.throwIfAborted()
    }
    const { quotes, documents, shown } = gather(settled)
    const dropped = settled.reduce((sum, { droppedCitations }) => sum + droppedCitations, 0)
    const receipt: Receipt = {
      writer: judged ? 'claude' : 'extract',
      ...(judged?.usage ?? EXTRACTIVE),
      milliseconds: Math.round(performance.now() - began),
      droppedCitations: dropped + (judged?.unresolvedCitations ?? 0),
      droppedPoints: settled.filter((one) => one.dropped).length + (judged?.uncitedClaims ?? 0),
      fallback: attempt?.reason ?? null,
      incomplete: false,
    }
    return {
      message,
      claims: claims.map(({ text, start, end }, at) => {
        const { verdict = null, explanation = null } = settled[at] ?? {}
        return { text, start, end, verdict, explanation, quotes: shown[at] ?? [] }
      }),
      moreClaims: more,
      quotes,
      documents,
      coverage,
      receipt,
    }
  }
}

/** Each passage once, in order: several claims may find the same. */
function union(lists: Hit[][]): Hit[] {
  const byPlace = new Map<string, Hit>()
  for (const hit of lists.flat()) {
    const { document, hash, start } = hit.passage
    const place = `${document}\n${hash}\n${start}`
    if (!byPlace.has(place)) byPlace.set(place, hit)
  }
  return [...byPlace.values()]
}

/** The quotations and documents of all claims, each once, and for each claim the indices of its own. */
function gather(settled: Settled[]): { quotes: Quote[]; documents: DocumentInfo[]; shown: number[][] } {
  const quotes = new Map<string, { quote: Quote; index: number }>()
  const documents = new Map<string, DocumentInfo>()
  const shown = settled.map(({ evidence }) =>
    evidence.quotes.map((quote) => {
      const version = `${quote.document}\n${quote.hash}`
      const document = evidence.documents.find(({ id, hash }) => `${id}\n${hash}` === version)
      if (document && !documents.has(version)) documents.set(version, document)
      const place = `${version}\n${quote.start}\n${quote.end}`
      const known = quotes.get(place) ?? { quote, index: quotes.size }
      quotes.set(place, known)
      return known.index
    }),
  )
  return {
    quotes: [...quotes.values()].map(({ quote }) => quote),
    documents: [...documents.values()],
    shown,
  }
}
