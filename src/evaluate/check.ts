/** How often the check of a claim shows a quotation from a document that experts judged it by. */
import { createCheck } from '../brief/check/check.ts'
import type { Check } from '../brief/check/checked.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { createSearch } from '../search/retrieve.ts'
import { CollectionError, corpusFile, type Judgements, readJudgements, readQueries } from './collection.ts'
import { hasRelevant } from './measures.ts'
import { mean, percentile, share } from './statistics.ts'
import { EVERYTHING, type Measured, openTemporaryCorpus, type Watch } from './store.ts'

/** Of one claim of the collection. */
type Outcome = {
  isClaim: boolean
  isNear: boolean
  /** A quotation is from a relevant document; null where none is known. */
  hasEvidence: boolean | null
  quotations: number
  verbatim: number
  milliseconds: number
}

/** Shares are 0–1; null stands where nothing can be computed. */
export type CheckScores = {
  claims: number
  /** Sentences that the check takes for no statement, and so says nothing of. */
  notClaims: number
  /** Claims that are shown a quotation from a relevant document; null with another collection's claims. */
  shownEvidence: number | null
  nothingNear: number | null
  quotations: number
  verbatim: number | null
  milliseconds: { mean: number | null; p95: number | null }
}

export type CheckResult = Measured & { scores: CheckScores }

/**
 * Checks every query that has a relevant document as a claim, one at a time and without a model.
 * @param claimsFolder another collection whose queries are checked, all of them, for which this corpus has no evidence
 * Throws a CollectionError when a folder is no collection, and the signal's reason when aborted.
 */
export async function evaluateCheck(
  folder: string,
  claimsFolder: string | undefined,
  watch: Watch,
): Promise<CheckResult> {
  const file = await corpusFile(folder)
  const judgements: Judgements = claimsFolder ? new Map() : await readJudgements(folder)
  const queries = (await readQueries(claimsFolder ?? folder)).filter(
    ({ id }) => claimsFolder !== undefined || hasRelevant(judgements.get(id) ?? new Map()),
  )
  if (queries.length === 0)
    throw new CollectionError(`No query of ${folder} has a relevant document; put some into qrels/test.tsv.`)
  await using store = await openTemporaryCorpus(file, watch)
  const { corpus, measured } = store
  const check = createCheck({ corpus, search: createSearch(corpus) })
  const outcomes: Outcome[] = []
  for (const { id, text } of queries) {
    watch.signal.throwIfAborted()
    const began = performance.now()
    const checked = await check(text, EVERYTHING, { progress: () => {}, signal: watch.signal })
    const milliseconds = performance.now() - began
    outcomes.push({ ...(await judge(checked, judgements.get(id), corpus)), milliseconds })
    watch.onProgress({ stage: 'questions', done: outcomes.length, total: queries.length })
  }
  return { ...measured, scores: score(outcomes) }
}

async function judge(
  { claims, quotes }: Check,
  grades: Map<string, number> | undefined,
  corpus: Corpus,
): Promise<Omit<Outcome, 'milliseconds'>> {
  let verbatim = 0
  for (const { document, hash, start, end, text } of quotes) {
    const stored = await corpus.document(document, hash)
    if (stored?.text.slice(start, end) === text) verbatim += 1
  }
  return {
    isClaim: claims.length > 0,
    isNear: quotes.length > 0,
    hasEvidence: grades ? quotes.some(({ document }) => (grades.get(document) ?? 0) > 0) : null,
    quotations: quotes.length,
    verbatim,
  }
}

function score(outcomes: Outcome[]): CheckScores {
  const total = (of: (outcome: Outcome) => number) => outcomes.reduce((sum, one) => sum + of(one), 0)
  const quotations = total((one) => one.quotations)
  const times = outcomes.map((one) => one.milliseconds)
  const judged = outcomes.filter(({ hasEvidence }) => hasEvidence !== null)
  return {
    claims: outcomes.length,
    notClaims: outcomes.filter(({ isClaim }) => !isClaim).length,
    shownEvidence: share(judged, ({ hasEvidence }) => hasEvidence === true),
    nothingNear: share(outcomes, ({ isNear }) => !isNear),
    quotations,
    verbatim: quotations === 0 ? null : total((one) => one.verbatim) / quotations,
    milliseconds: { mean: mean(times), p95: percentile(times, 95) },
  }
}
