/** What a command is, and what it returns: a value, which only a surface sends. */

import type { ItemOutcome } from '../ingest/item.ts'
import type { SyncResult } from '../ingest/sync-folder.ts'
import type { Key, TextValues } from '../locales/language.ts'
import type { Hit } from '../search/search.ts'
import type { Listed } from '../store/list-documents.ts'
import type {
  Context,
  CorpusStatus,
  DocumentPage,
  Entry,
  Feed,
  Services,
  Settings,
  Subscription,
} from './context.ts'
import type { Options, Surface, ValuesOf } from './option.ts'

/** What a command returns; the surface renders it. */
export type Reply =
  | { kind: 'entry'; entry: Entry }
  | { kind: 'status'; status: CorpusStatus }
  /** Without the channels that the reader may not see; `hiddenChannels` is how many there are. */
  | { kind: 'settings'; settings: Settings; hiddenChannels: number }
  | { kind: 'help'; commands: Command[] }
  | { kind: 'outcomes'; outcomes: ItemOutcome[] }
  | { kind: 'documents'; page: DocumentPage }
  /** A document that is removed when the person says so once more. */
  | { kind: 'removal'; id: string; document: Listed }
  | { kind: 'feeds'; feeds: Feed[] }
  | { kind: 'subscriptions'; subscriptions: Subscription[] }
  /** A subscription that begins, is changed or goes on. */
  | { kind: 'subscribed'; subscription: Subscription }
  | { kind: 'said'; text: Key; values: TextValues }
  /** The passages that a question finds, best first. */
  | { kind: 'passages'; question: string; hits: Hit[] }
  | { kind: 'imported'; result: SyncResult }
  /** A list of feeds as OPML 2.0. */
  | { kind: 'opml'; text: string }

/** A command: the same object serves a chat's registration, the terminal, its help, and tests. */
export type CommandOf<Chosen extends Options> = {
  /** One word, or two for a subcommand: `corpus status`. Its texts are in the catalogues. */
  name: string
  /** The English description of a command that only the terminal has. */
  description?: string
  options: Chosen
  /** The option that takes the bare words of a terminal line. */
  rest?: keyof Chosen & string
  /** The one that the first word of its name alone means. */
  isDefault?: boolean
  /** Works on a message: a chat shows it in a message's menu, and this option takes its text. */
  onMessage?: keyof Chosen & string
  /** Who sees the answer: `own` the person alone, `shown` everybody, `chosen` as the option `private` or the server says. */
  visibility: 'own' | 'shown' | 'chosen'
  /** Costs work: counts against the person's limit, and only where the server allows questions. */
  isQuestion?: boolean
  /** For those who manage the server; only there. */
  forManagers?: boolean
  /** Offered on this surface alone. */
  only?: Surface
  run(values: ValuesOf<Chosen>, services: Services, context: Context): Promise<Reply>
}
export type Command = CommandOf<Options>

/** A command with the types of its options' values. */
export const defineCommand = <const Chosen extends Options>(command: CommandOf<Chosen>): Command => command
