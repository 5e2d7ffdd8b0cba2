/** What a command may use: who asks, and the services. */
import type { Quotation, QuoteInContext, Stage } from '../brief/briefing.ts'
import type { DailyScope } from '../daily/digest.ts'
import type { Coverage } from '../document.ts'
import type { Item, ItemOutcome } from '../ingest/item.ts'
import type { SyncResult } from '../ingest/sync-folder.ts'
import type { Kind } from '../languages/questions/kind.ts'
import type { Answer, Checked, Daily, Entry, Quotations, Scope } from '../ledger/entry.ts'
import type { Settings, SettingsChange } from '../ledger/settings.ts'
import type { Order, Subscription } from '../ledger/subscription.ts'
import { english, type Key, type Language, type TextValues } from '../locales/language.ts'
import { refusalText } from '../locales/refusal.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Hit } from '../search/search.ts'
import type { Filling } from '../store/index-state.ts'
import type { Listed } from '../store/list-documents.ts'

export type {
  Answer,
  Checked,
  Daily,
  DailyScope,
  Entry,
  Order,
  Quotation,
  Quotations,
  QuoteInContext,
  Scope,
  Settings,
  Stage,
  Subscription,
}

/** Who asks, from where, and how to tell them how far the work is. */
export type Context = {
  /** Unique per request; the log line carries it. */
  requestId: string
  /** A user's id, or `terminal`. */
  person: string
  /** The server whose own documents may be read here; null elsewhere. */
  server: string | null
  /** What the managers of the server have chosen, read once when the request began. */
  settings: Settings
  /** Where the answer stands: a channel or thread; null in the terminal. */
  channel: string | null
  /** The collections that this person may read here. */
  collections: string[]
  /** The one that may be changed here: the server's own, the shared one in the terminal; null where there is none. */
  own: string | null
  /** What a question without words of its own goes on from: the answer before it in this conversation. */
  previous?: Previous | undefined
  /** Only this person sees what comes of it. */
  isPrivate: boolean
  /** May change what belongs to the whole server. */
  isManager: boolean
  /** A text or announcement channel of this server that the bot knows of; undefined for any other. */
  findChannel: (id: string) => Channel | undefined
  /** Whether everybody who reads the answer, mostly this person alone, may see a channel of this server. */
  maySee: (channel: string) => boolean
  language: Language
  /** Called when a stage begins; never throws. */
  progress: (stage: Stage) => void
  /** Called while many items are read; never throws. */
  count: (done: number) => void
  /** Adds to the request's one line in the log: counts, times, never a text. */
  note: (fields: object) => void
  /** Aborts when the person's deadline passes or the process is asked to stop. */
  signal: AbortSignal
}

/** Whoever is shown suggestions while they type, and how many of them at most. */
export type TypingContext = Context & { mostSuggestions: number }

/** `canPost`: the bot may see it, write there and attach files. */
export type Channel = { name: string; canPost: boolean }

export type CorpusStatus = {
  coverage: Coverage
  sources: { source: string; documents: number }[]
  /** Files that could not be read, and why. */
  refused: { name: string; reason: RefusalReason }[]
  /** True while documents are being read in. */
  busy: boolean
  /** How far the search index is rebuilt; null when it is whole. */
  filling: Filling | null
  /** What people thought of the answers given here. */
  votes: { up: number; down: number }
}

/** An answer's id, or that of a daily briefing with one of its stories, counted from 0 (without one: the first). */
export type Previous = { id: string; story?: number }

/** Whoever wants to see what was answered before. */
export type Reader = Pick<Context, 'person' | 'collections'>

/** Whose conversation it is, and whether anybody else sees what comes of it. */
export type Asker = Pick<Context, 'person' | 'isPrivate'>

/** What commands may do. Built once in program.ts. */
export type Services = {
  /**
   * Answers a question, as the kind that is asked for or that its words tell. With `previous` it goes on from there,
   * and without a scope of its own within the same.
   * Throws UserError when it cannot be put.
   */
  ask: (
    question: string,
    scope: Scope | undefined,
    context: Context,
    previous?: Previous,
    as?: Kind,
  ) => Promise<Answer>
  quotations: (topic: string, scope: Scope, context: Context) => Promise<Quotations>
  /** The claims of a text, each with the closest evidence. */
  check: (text: string, context: Context) => Promise<Checked>
  /** The passages that a question finds, best first. */
  search: (question: string, limit: number, context: Context) => Promise<Hit[]>
  /** What was answered before; undefined when there is no such entry for this person's collections. */
  recall: (id: string, reader: Reader) => Promise<Entry | undefined>
  /** Answers undefined when there is no such entry or quotation for this person's collections. */
  quoteInContext: (id: string, index: number, reader: Reader) => Promise<QuoteInContext | undefined>
  /** One vote for each person, changeable; false when there is no such answer for this person's collections. */
  vote: (id: string, vote: Vote, reader: Reader) => Promise<boolean>
  /** The reason of the person's vote; false when they have not voted. */
  explainVote: (id: string, reason: string, reader: Reader) => Promise<boolean>
  /** Sources, topics and speakers that hold `typed`, the most frequent first. */
  sources: (typed: string, context: TypingContext) => Promise<string[]>
  topics: (typed: string, context: TypingContext) => Promise<string[]>
  speakers: (typed: string, context: TypingContext) => Promise<string[]>
  status: (context: Context) => Promise<CorpusStatus>
  settings: (server: string | null) => Promise<Settings>
  changeSettings: (change: SettingsChange, context: Context) => Promise<Settings>
  conversations: Conversations
  library: Library
  feeds: Feeds
  daily: DailyBriefings
}

/** Briefings on what is new. */
export type DailyBriefings = {
  /**
   * What is new since a time (default: the last 24 hours) and before another (default: now), ISO 8601 days or instants.
   * Throws a UserError for a topic or source that the corpus does not have.
   */
  now: (wanted: Partial<DailyScope> & { since?: string; until?: string }, context: Context) => Promise<Daily>
  /**
   * Orders a briefing in a channel of this server, or in direct messages where `channel` is null. The same channel,
   * time and days again change the one that is there. Throws a UserError for an unknown zone, time, topic or source.
   */
  subscribe: (order: Order, context: Context) => Promise<Subscription>
  /** Those of this server's channels and this person's own; a manager may change the former, the person the latter. */
  subscriptions: (context: Context) => Promise<Subscription[]>
  /** False when there is no such subscription that this person may end here. */
  unsubscribe: (id: string, context: Context) => Promise<boolean>
  /** Posts again what was paused; undefined when there is no such subscription that this person may change here. */
  resume: (id: string, context: Context) => Promise<Subscription | undefined>
  /** What a subscription would post if it were due now; undefined as above. */
  preview: (id: string, context: Context) => Promise<Daily | undefined>
  /** The latest choice of this server, else of this person; undefined when there is none. */
  lastOrder: (context: Context) => Promise<Order | undefined>
}

/** The feeds whose items become documents. */
export type Feeds = {
  /** False when it is followed already. Throws a UserError for an address that gives no feed. */
  add: (url: string, context: Context) => Promise<{ title: string; isNew: boolean }>
  /** Its documents stay. False when it is not followed. */
  remove: (url: string, context: Context) => Promise<boolean>
  list: (context: Context) => Promise<Feed[]>
  /** The list as OPML 2.0. */
  opml: (context: Context) => Promise<string>
}
export type Feed = {
  url: string
  title: string | null
  /** In minutes. */
  interval: number
  /** Why the last look failed; null when it did not. */
  last_error: RefusalReason | null
  /** 1 when it is not looked at any more. */
  paused: number
}

/** A file's bytes, or the address of a page or file on the web. */
export type Given = Item | { url: string }

/** The documents themselves. */
export type Library = {
  /**
   * Adds files and pages to the collection that may be changed here, each for itself. The outcomes are in their order,
   * attachments of e-mails last. Throws a UserError where nothing may be changed.
   */
  add: (
    given: Iterable<Given> | AsyncIterable<Given | ItemOutcome>,
    context: Context,
  ) => Promise<ItemOutcome[]>
  /** Adds the documents of a JSON Lines file. Throws a UserError where there is no such file. */
  importJsonl: (path: string, context: Context) => Promise<SyncResult>
  /** One page of what may be read here, counted from 0, the latest additions first. */
  list: (page: number, reader: Reader) => Promise<DocumentPage>
  /** A document of the collection that may be changed here, by its id. */
  find: (id: string, context: Context) => Promise<Listed | undefined>
  /** Documents of that collection that are about what was typed, the latest when nothing was. */
  suggest: (typed: string, context: TypingContext) => Promise<Suggestion[]>
  remove: (ids: string[], context: Context) => Promise<ItemOutcome[]>
  /** Keeps a question whether to remove a document, for an hour and this process; answers its id. */
  askToRemove: (document: Listed) => string
  /** Removes the document that was asked about; undefined when the question is not known any more. */
  removeAsked: (id: string, context: Context) => Promise<ItemOutcome[] | undefined>
}

export type DocumentPage = { documents: Listed[]; total: number; page: number; pages: number }

export type Vote = 'up' | 'down'

/** Where conversations go on, and which answers have not reached their person. */
type Conversations = {
  /** The answer that a message in this thread or channel follows; undefined when there is none. */
  latest: (channel: string, reader: Asker) => Promise<Answer | undefined>
  /** An entry is seen by everybody: its person shares it, or its card stands where they all read it. */
  published: (id: string) => Promise<void>
  /** A thread was opened below an answer. */
  began: (thread: string, answer: string) => Promise<void>
  /** An entry was shown to its person, or could not be shown. */
  delivered: (id: string) => Promise<void>
  keep: (id: string) => Promise<void>
  /** The latest entry that has not reached this person and may be read here; it is not offered again. */
  claimKept: (reader: Reader) => Promise<Entry | undefined>
}

/** A suggestion while the person types: what is shown, and what is sent. */
export type Suggestion = { name: string; value: string }

/** A file that came with the request; `read` throws a UserError when it cannot be had. */
export type Attached = { name: string; contentType: string | null; read: () => Promise<Uint8Array> }

/** Values of a sentence, of which reasons are said in the person's language too. */
type SaidValues = Record<string, string | number | RefusalReason>

const saidIn = (language: Language, values: SaidValues): TextValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? refusalText(value, language) : value,
    ]),
  )

/**
 * A fault of the request, said to the person in their language: one sentence with the next action. `message` is the
 * English one. The terminal, which speaks English only, gives its own sentences as they are.
 */
export class UserError extends Error {
  override name = 'UserError'
  readonly say: (language: Language) => string

  constructor(sentence: Key, values?: SaidValues)
  constructor(sentence: { plain: string })
  constructor(sentence: Key | { plain: string }, values: SaidValues = {}) {
    const say = (language: Language) =>
      typeof sentence === 'string' ? language.say(sentence, saidIn(language, values)) : sentence.plain
    super(say(english))
    this.say = say
  }
}
