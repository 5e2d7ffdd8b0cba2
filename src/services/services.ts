/** What commands may do, made of the parts; every request notes what its line in the log should say. */
import { bindAll } from '../bind-all.ts'
import {
  type Context,
  type CorpusStatus,
  type Services,
  type TypingContext,
  UserError,
} from '../command/context.ts'
import { SHARED_COLLECTION } from '../document.ts'
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '../ledger/settings.ts'
import { sourceText } from '../locales/place.ts'
import { ask, check, quotations, search } from './ask.ts'
import { createDaily } from './daily.ts'
import { claimKept, delivered, explainVote, keep, latest, quoteInContext, recall, vote } from './entries.ts'
import { createFeeds } from './feeds.ts'
import { createLibrary } from './library.ts'
import type { Parts } from './parts.ts'
import { holding } from './scope.ts'

/** Builds the services of a running bot. */
export function createServices(parts: Parts): Services {
  const { corpus, search: find, ledger, limits, fetchPage, feeds, makeDigest } = parts
  return {
    ...bindAll(parts, { ask, search, quotations, check }),
    ...bindAll(parts, { recall, quoteInContext, vote, explainVote }),
    ...bindAll(parts, { sources, topics, speakers, status, settings, changeSettings }),
    library: createLibrary({ corpus, search: find, fetchPage }),
    feeds: createFeeds(feeds, fetchPage),
    daily: createDaily({ make: makeDigest, ledger, corpus, limits }),
    conversations: {
      ...bindAll(ledger, { latest, delivered, keep, claimKept }),
      published: ledger.publish,
      began: ledger.beganThread,
    },
  }
}

async function sources(
  { corpus }: Parts,
  typed: string,
  { collections, language, mostSuggestions }: TypingContext,
): Promise<string[]> {
  const known = await corpus.sources(collections)
  return holding(
    typed,
    known.map(({ source }) => sourceText(source, language)),
    mostSuggestions,
  )
}

async function topics(
  { corpus }: Parts,
  typed: string,
  { collections, mostSuggestions }: TypingContext,
): Promise<string[]> {
  const known = await corpus.topics(collections)
  return holding(
    typed,
    known.map(({ topic }) => topic),
    mostSuggestions,
  )
}

const speakers = (
  { corpus }: Parts,
  typed: string,
  { collections, mostSuggestions }: TypingContext,
): Promise<string[]> => corpus.speakers(typed, collections, mostSuggestions)

async function status(
  { corpus, ledger }: Parts,
  { collections, server, own }: Context,
): Promise<CorpusStatus> {
  const [coverage, known, refused, votes, filling] = await Promise.all([
    corpus.coverage({ collections }),
    corpus.sources(collections),
    // The files of the operator's folder are nobody else's business.
    own === SHARED_COLLECTION ? corpus.refused() : [],
    ledger.votes(server),
    corpus.filling(),
  ])
  return { coverage, sources: known, refused, busy: corpus.busy(), filling: filling ?? null, votes }
}

const settings = async ({ ledger }: Parts, server: string | null): Promise<Settings> =>
  server === null ? DEFAULT_SETTINGS : await ledger.settings(server)

async function changeSettings(
  { ledger }: Parts,
  change: SettingsChange,
  { server }: Context,
): Promise<Settings> {
  if (server === null) throw new UserError('error.serverOnly')
  return await ledger.changeSettings(server, change)
}
