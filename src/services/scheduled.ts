/**
 * The briefings that are posted on time. Those that are equal are made once and kept once, under an id that follows
 * from what they are: another subscription, a later attempt, and another process find the same one.
 */
import { createHash } from 'node:crypto'
import type { Permission } from '../brief/permission.ts'
import type { Daily, Subscription } from '../command/context.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { DigestRequest, MakeDigest, Window } from '../daily/digest.ts'
import { previousDue } from '../daily/due.ts'
import { SHARED_COLLECTION } from '../document.ts'
import { LastMap } from '../last-map.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { DEFAULT_SETTINGS } from '../ledger/settings.ts'
import { DAY_MS } from '../time.ts'
import type { Limits } from './allowance.ts'

/** Who asked for a briefing that nobody asked for by hand. */
const SCHEDULE = 'schedule'
/** What was missed while nothing could be posted is told up to this age. */
const LONGEST_WINDOW_MS = 14 * DAY_MS
/** One briefing may be posted to thousands, all at once: so many are not read again. */
const REMEMBERED = 50

export type Scheduled = {
  /** The briefing of a subscription for a window. Rejects with the signal's reason when aborted. */
  briefing: (subscription: Subscription, window: Window, signal: AbortSignal) => Promise<Daily>
}

export type ScheduledParts = { make: MakeDigest; corpus: Corpus; ledger: Ledger; limits: Limits }

export function createScheduled({ make, corpus, ledger, limits }: ScheduledParts): Scheduled {
  const remembered = new LastMap<string, Promise<Daily>>(REMEMBERED)
  const keptOrMade = async (id: string, request: DigestRequest, signal: AbortSignal): Promise<Daily> => {
    const entry = await ledger.entry(id)
    if (entry?.kind === 'daily') return entry
    const permission = operatorsTokens(ledger, limits)
    const digest = await make(request, { progress: () => {}, signal, permission })
    return (await ledger.saveOnce(toEntry(id, request, digest))) as Daily
  }
  return {
    briefing: async (subscription, window, signal) => {
      const request = await requestFor(subscription, window, ledger, corpus)
      const id = idOf(request)
      const briefing = remembered.get(id) ?? keptOrMade(id, request, signal)
      remembered.set(id, briefing)
      try {
        return await briefing
      } catch (error) {
        remembered.delete(id)
        throw error
      }
    },
  }
}

/** Where the window of a subscription's briefing begins: at the last one that was posted, else a turn earlier. */
export async function sinceOf(subscription: Subscription, due: string, ledger: Ledger): Promise<string> {
  const posted = await ledger.lastPosted(subscription.id)
  const oldest = new Date(Date.parse(due) - LONGEST_WINDOW_MS).toISOString()
  if (posted === undefined || posted >= due) return previousDue(subscription, due)
  return new Date(Math.max(Date.parse(posted), Date.parse(oldest))).toISOString()
}

/** What is wanted for a subscription; collections without documents make no difference and are left out. */
export async function requestFor(
  { server, collections, scope, locale }: Subscription,
  window: Window,
  ledger: Ledger,
  corpus: Corpus,
): Promise<DigestRequest> {
  const own = collections.filter((one) => one !== SHARED_COLLECTION)
  const holding = await Promise.all(own.map((one) => corpus.coverage({ collections: [one] })))
  const { topics } = server === null ? DEFAULT_SETTINGS : await ledger.settings(server)
  return {
    collections: [SHARED_COLLECTION, ...own.filter((_, at) => (holding[at]?.documents ?? 0) > 0)],
    ...{ window, newBy: 'arrival', scope, interests: topics, locale },
  }
}

const sorted = (names: string[]) => names.toSorted()

/** A UUID (of RFC 9562's version 8) from the SHA-256 of what makes one briefing another. */
function idOf({ collections, window, scope, interests, locale }: DigestRequest): string {
  const names = [collections, scope.topics, scope.sources, interests].map(sorted)
  const key = JSON.stringify([window.since, window.until, locale, ...names])
  const hex = createHash('sha256').update(key).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const toEntry = (
  id: string,
  { collections, scope, locale }: DigestRequest,
  digest: Daily['digest'],
): Daily => ({
  ...{ id, asked: new Date().toISOString(), person: SCHEDULE, server: null, channel: null, locale },
  ...{ collections, isPrivate: false, kind: 'daily', scope, digest },
})

/** Claude writes for everybody here, so it is the operator's allowance that counts. */
const operatorsTokens =
  (ledger: Ledger, limits: Limits): Permission =>
  async () => {
    const today = new Date().toISOString().slice(0, 10)
    return (await ledger.tokensSince(today)) >= limits.tokens ? 'allowance' : { giveBack: async () => {} }
  }
