/** What commands may do, made of the parts; every request notes what its line in the log should say. */
import { randomUUID } from 'node:crypto'
import type { Brief } from '../brief/brief.ts'
import type { CheckMessage } from '../brief/check/check.ts'
import type { FindQuotations } from '../brief/quotations.ts'
import { quoteInContext } from '../brief/verify.ts'
import {
  type Context,
  type Entry,
  type Reader,
  type Services,
  type Stage,
  UserError,
} from '../command/context.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { MakeDigest } from '../daily/digest.ts'
import { SHARED_COLLECTION } from '../document.ts'
import type { FeedStore } from '../feeds/store.ts'
import { quotesOf } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { DEFAULT_SETTINGS } from '../ledger/settings.ts'
import type { Search } from '../search/search.ts'
import type { FetchPage } from '../web/fetch.ts'
import { claimClaude, type Limits } from './allowance.ts'
import { conversation } from './conversation.ts'
import { createDaily } from './daily.ts'
import { createFeeds } from './feeds.ts'
import { createLibrary } from './library.ts'
import { checkText, holding, knownScope } from './scope.ts'

export type Parts = {
  corpus: Corpus
  search: Search
  brief: Brief
  check: CheckMessage
  findQuotations: FindQuotations
  ledger: Ledger
  limits: Limits
  fetchPage: FetchPage
  feeds: FeedStore
  makeDigest: MakeDigest
}

/** Builds the services of a running bot. */
export function createServices(parts: Parts): Services {
  const { corpus, search, brief, check, findQuotations, ledger, limits, fetchPage, feeds, makeDigest } = parts

  const recall = async (id: string, { person, collections }: Reader): Promise<Entry | undefined> => {
    const entry = await ledger.entry(id)
    const isHidden = entry?.isPrivate && entry.person !== person
    return !isHidden && entry?.collections.every((one) => collections.includes(one)) ? entry : undefined
  }
  const asked = (context: Context) => {
    const { person, server, channel, collections, isPrivate, language } = context
    const id = randomUUID()
    const { locale } = language
    return { id, asked: new Date().toISOString(), person, server, channel, locale, collections, isPrivate }
  }

  return {
    ask: async (text, wanted, context, followed) => {
      const question = checkText(text, 'question')
      const earlier = await conversation(followed, context, recall)
      const scope = await knownScope(wanted ?? earlier.scope, context, corpus)
      const stages = timeStages(context)
      const filter = { ...scope, collections: context.collections }
      const permission = claimClaude(ledger, limits, context)
      const { questions, previous, answer: before } = earlier
      const briefing = await brief(question, filter, { ...stages, earlier: questions, before, permission })
      const { id = null, ...story } = previous ?? {}
      const answer = { ...asked(context), kind: 'answer' as const, scope, previous: id, ...story, briefing }
      await ledger.save(answer)
      const { points, quotes, status, receipt, confidence, coverage } = briefing
      context.note({
        status,
        earlier: questions.length,
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
    quotations: async (text, wanted, context) => {
      context.progress('search')
      const topic = checkText(text, 'topic')
      const scope = await knownScope(wanted, context, corpus)
      const filter = { ...scope, collections: context.collections }
      const quotations = await findQuotations(topic, filter, context.signal)
      const entry = { ...asked(context), kind: 'quotations' as const, topic, scope, quotations }
      await ledger.save(entry)
      context.note({ quotations: quotations.length })
      return entry
    },
    check: async (text, context) => {
      const message = text.toWellFormed()
      if (message.trim() === '') throw new UserError('error.emptyMessage')
      const filter = { collections: context.collections }
      const stages = timeStages(context)
      const made = await check(message, filter, {
        ...stages,
        permission: claimClaude(ledger, limits, context),
      })
      const entry = { ...asked(context), kind: 'check' as const, check: made }
      await ledger.save(entry)
      const { claims, quotes, receipt } = made
      context.note({ claims: claims.length, quotes: quotes.length, receipt, stages: stages.times() })
      return entry
    },
    recall,
    quoteInContext: async (id, at, context) => {
      const entry = await recall(id, context)
      const quote = entry && quotesOf(entry)[at]
      const shown = quote && (await quoteInContext(corpus, quote))
      return shown && context.collections.includes(shown.document.collection) ? shown : undefined
    },
    vote: async (id, vote, reader) => {
      if (!(await recall(id, reader))) return false
      await ledger.vote(id, reader.person, vote)
      return true
    },
    explainVote: async (id, reason, reader) =>
      (await recall(id, reader)) !== undefined && (await ledger.explainVote(id, reader.person, reason)),
    sources: async (typed, { collections, mostSuggestions }) =>
      holding(
        typed,
        (await corpus.sources(collections)).map(({ source }) => source),
        mostSuggestions,
      ),
    topics: async (typed, { collections, mostSuggestions }) =>
      holding(
        typed,
        (await corpus.topics(collections)).map(({ topic }) => topic),
        mostSuggestions,
      ),
    speakers: (typed, { collections, mostSuggestions }) =>
      corpus.speakers(typed, collections, mostSuggestions),
    status: async ({ collections, server, own }) => {
      const [coverage, sources, refused, votes, filling] = await Promise.all([
        corpus.coverage({ collections }),
        corpus.sources(collections),
        // The files of the operator's folder are nobody else's business.
        own === SHARED_COLLECTION ? corpus.refused() : [],
        ledger.votes(server),
        corpus.filling(),
      ])
      return { coverage, sources, refused, busy: corpus.busy(), filling: filling ?? null, votes }
    },
    settings: async (server) => (server === null ? DEFAULT_SETTINGS : await ledger.settings(server)),
    changeSettings: async (change, { server }) => {
      if (server === null) throw new UserError('error.serverOnly')
      return await ledger.changeSettings(server, change)
    },
    library: createLibrary(corpus, search, fetchPage),
    feeds: createFeeds(feeds, fetchPage),
    daily: createDaily({ make: makeDigest, ledger, corpus, limits }),
    conversations: {
      latest: async (channel, { person, isPrivate }) => {
        const entry = await ledger.latest(channel, isPrivate ? person : null)
        return entry?.kind === 'answer' ? entry : undefined
      },
      published: ledger.publish,
      began: ledger.beganThread,
      delivered: async (id) => {
        await ledger.deliver(id, 'done')
      },
      keep: async (id) => {
        await ledger.deliver(id, 'failed')
      },
      claimKept: async ({ person, collections }) => {
        for (const entry of await ledger.undelivered(person))
          if (entry.collections.every((one) => collections.includes(one)))
            if (await ledger.deliver(entry.id, 'done')) return entry
        return undefined
      },
    },
  }
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
