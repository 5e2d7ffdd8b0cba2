/** What commands may do, made of the parts; every request notes what its line in the log should say. */
import { randomUUID } from 'node:crypto'
import type { Brief } from './brief/brief.ts'
import type { FindQuotations } from './brief/quotations.ts'
import { quoteInContext } from './brief/verify.ts'
import { type Context, type Services, type Stage, UserError } from './command.ts'
import type { Corpus } from './corpus/store.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Search } from './search/search.ts'

const MAX_QUESTION_LENGTH = 1000
/** Discord shows no more completions than this. */
const MAX_COMPLETIONS = 25

export type Parts = {
  corpus: Corpus
  search: Search
  brief: Brief
  findQuotations: FindQuotations
  ledger: Ledger
}

/** Builds the services of a running bot. */
export function createServices({ corpus, search, brief, findQuotations, ledger }: Parts): Services {
  return {
    ask: async (question, filter, context) => {
      const asked = checkText(question, 'question')
      const stages = timeStages(context)
      const briefing = await brief(asked, { ...filter, collections: context.collections }, stages)
      const { person, collections } = context
      const answer = { id: randomUUID(), asked: new Date().toISOString(), person, collections, briefing }
      await ledger.save(answer)
      const { points, quotes, status, receipt, confidence, coverage } = briefing
      context.note({
        status,
        points: points.length,
        quotes: quotes.length,
        documents: coverage.documents,
        confidence,
        receipt,
        stages: stages.times(),
      })
      return answer
    },
    search: async (question, limit, context) => {
      const filter = { collections: context.collections }
      return (await search(checkText(question, 'question'), filter, limit)).hits
    },
    quotations: async (topic, filter, context) => {
      context.progress('search')
      const wanted = { ...filter, collections: context.collections }
      const quotations = await findQuotations(checkText(topic, 'topic'), wanted, context.signal)
      context.note({ quotations: quotations.length })
      return quotations
    },
    quoteInContext: async (answerId, at, context) => {
      const quote = (await ledger.answer(answerId))?.briefing.quotes[at]
      const shown = quote && (await quoteInContext(corpus, quote))
      return shown && context.collections.includes(shown.document.collection) ? shown : undefined
    },
    sources: async (typed, context) => {
      const wanted = typed.trim().toLowerCase()
      const sources = await corpus.sources(context.collections)
      return sources
        .map(({ source }) => source)
        .filter((source) => source.toLowerCase().includes(wanted))
        .slice(0, MAX_COMPLETIONS)
    },
    status: async ({ collections }) => {
      const [coverage, sources, refused] = await Promise.all([
        corpus.coverage({ collections }),
        corpus.sources(collections),
        corpus.refused(),
      ])
      return { coverage, sources, refused, busy: corpus.busy() }
    },
  }
}

function checkText(text: string, what: string): string {
  const trimmed = text.toWellFormed().trim()
  if (trimmed === '') throw new UserError(`The ${what} is empty; write what you want to know.`)
  if (trimmed.length > MAX_QUESTION_LENGTH)
    throw new UserError(
      `The ${what} has ${trimmed.length} characters and may have ${MAX_QUESTION_LENGTH}; shorten it.`,
    )
  return trimmed
}

/** Passes stages on and notes when each began, in milliseconds since the request. */
function timeStages({ progress, signal }: Context) {
  const began = performance.now()
  const noted: Partial<Record<Stage, number>> = {}
  return {
    signal,
    progress: (stage: Stage) => {
      noted[stage] = Math.round(performance.now() - began)
      progress(stage)
    },
    times: () => noted,
  }
}
