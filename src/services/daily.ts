/** What people do with daily briefings: ask for one now, order them, look at their orders. */
import { randomUUID } from 'node:crypto'
import { type Context, type Daily, type DailyBriefings, type DailyScope, UserError } from '../command.ts'
import type { MakeDigest } from '../daily/digest.ts'
import type { Ledger } from '../ledger/ledger.ts'

const DAY = 24 * 60 * 60_000

export function createDaily(make: MakeDigest, ledger: Ledger): DailyBriefings {
  const made = async (scope: DailyScope, window: { since: string; until: string }, context: Context) => {
    const { person, server, channel, collections, language } = context
    const digest = await make(
      { collections, window, newBy: 'publication', scope, interests: [], locale: language.locale },
      context,
    )
    const entry: Daily = {
      ...{ id: randomUUID(), asked: new Date().toISOString(), person, server, channel },
      ...{ locale: language.locale, collections, kind: 'daily', scope, digest },
    }
    await ledger.save(entry)
    return entry
  }
  const notYet = async () => {
    throw new UserError('error.serverOnly')
  }
  return {
    now: ({ topics = [], sources = [], since, until }, context) =>
      made(
        { topics, sources },
        {
          since: since ?? new Date(Date.now() - DAY).toISOString(),
          until: until ?? new Date().toISOString(),
        },
        context,
      ),
    subscribe: notYet,
    subscriptions: async () => [],
    unsubscribe: notYet,
    resume: notYet,
    preview: notYet,
    lastOrder: async () => undefined,
  }
}
