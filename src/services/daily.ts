/** What people do with daily briefings: ask for one now, order them, look at their orders. */
import { randomUUID } from 'node:crypto'
import type { Context, Daily, DailyBriefings } from '../command/context.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { DigestRequest, MakeDigest } from '../daily/digest.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { DAY_MS } from '../time.ts'
import { claimClaude, type Limits } from './allowance.ts'
import { requestFor, sinceOf } from './scheduled.ts'
import { knownDailyScope } from './scope.ts'
import { createSubscriptions, ownSubscription } from './subscriptions.ts'

type Parts = { make: MakeDigest; ledger: Ledger; corpus: Corpus; limits: Limits }

export function createDaily({ make, ledger, corpus, limits }: Parts): DailyBriefings {
  const made = async (request: DigestRequest, context: Context): Promise<Daily> => {
    const { person, server, channel, signal, progress } = context
    const permission = claimClaude(ledger, limits, context)
    const digest = await make(request, { signal, progress, permission })
    const { stories, articles, receipt } = digest
    context.note({ stories: stories.length, articles, receipt })
    const { collections, scope, locale } = request
    const entry: Daily = {
      ...{ id: randomUUID(), asked: new Date().toISOString(), person, server, channel, locale },
      ...{ collections, isPrivate: context.isPrivate, kind: 'daily', scope, digest },
    }
    await ledger.save(entry)
    return entry
  }
  return {
    now: async ({ topics = [], sources = [], since, until }, context) => {
      const { collections, language, settings } = context
      const window = {
        since: new Date(since ?? Date.now() - DAY_MS).toISOString(),
        until: new Date(until ?? Date.now()).toISOString(),
      }
      const scope = await knownDailyScope({ topics, sources }, collections, corpus)
      const { locale } = language
      return await made(
        { collections, window, newBy: 'publication', scope, interests: settings.topics, locale },
        context,
      )
    },
    preview: async (id, context) => {
      const subscription = await ownSubscription(id, context, ledger)
      if (!subscription) return undefined
      const until = new Date().toISOString()
      const window = { since: await sinceOf(subscription, until, ledger), until }
      return await made(await requestFor(subscription, window, ledger, corpus), context)
    },
    ...createSubscriptions(ledger, corpus),
  }
}
