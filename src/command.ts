/** What a command is, and what it may use. A command returns a value; only a surface sends it. */
import type { Quotation, QuoteInContext, Stage } from './brief/briefing.ts'
import type { Coverage, Filter } from './corpus/document.ts'
import type { Answer } from './ledger/ledger.ts'
import type { Hit } from './search/search.ts'

export type { Answer, Quotation, QuoteInContext, Stage }

/** Who asks, from where, and how to tell them how far the work is. */
export type Context = {
  /** Unique per request; the log line carries it. */
  requestId: string
  /** A Discord user id, or `terminal`. */
  person: string
  /** The collections that this person may read here. */
  collections: string[]
  /** Called when a stage begins; never throws. */
  progress: (stage: Stage) => void
  /** Adds to the request's one line in the log: counts, times, never a text. */
  note: (fields: object) => void
  /** Aborts when the person's deadline passes or the process is asked to stop. */
  signal: AbortSignal
}

export type CorpusStatus = {
  coverage: Coverage
  sources: { source: string; documents: number }[]
  /** Files that could not be read, with one sentence each. */
  refused: { name: string; reason: string }[]
  /** True while documents are being read in. */
  busy: boolean
}

/** What commands may do. Built once in main.ts. */
export type Services = {
  /** Throws UserError when the question cannot be put. */
  ask: (question: string, filter: Omit<Filter, 'collections'>, context: Context) => Promise<Answer>
  quotations: (
    topic: string,
    filter: Omit<Filter, 'collections'> & { speaker?: string | undefined },
    context: Context,
  ) => Promise<Quotation[]>
  /** The passages that a question finds, best first. */
  search: (question: string, limit: number, context: Context) => Promise<Hit[]>
  /** Answers undefined when there is no such answer or quotation for this person's collections. */
  quoteInContext: (answerId: string, index: number, context: Context) => Promise<QuoteInContext | undefined>
  /** Sources that hold `typed`, at most 25, most documents first. */
  sources: (typed: string, context: Context) => Promise<string[]>
  status: (context: Context) => Promise<CorpusStatus>
}

export type Option = {
  name: string
  description: string
  type: 'string' | 'boolean'
  required?: boolean
  /** Discord asks for completions while the person types. */
  complete?: (typed: string, services: Services, context: Context) => Promise<string[]>
  maxLength?: number
}

export type Values = Record<string, string | boolean | undefined>

/** What a command returns; the surface renders it. */
export type Reply =
  | { kind: 'answer'; answer: Answer; private: boolean }
  | { kind: 'quotations'; topic: string; quotations: Quotation[]; private: boolean }
  | { kind: 'status'; status: CorpusStatus; private: boolean }
  | { kind: 'help'; commands: Command[]; private: boolean }

/** A command: the same object serves Discord's registration, the terminal's help and tests. */
export type Command = {
  /** One word, or two for a subcommand: `corpus status`. */
  name: string
  description: string
  options: Option[]
  /** The option that takes the bare words of a terminal line. */
  rest?: string
  /** Whether Discord must hide the answer from others, decided before the work starts. */
  isPrivate?: (values: Values) => boolean
  run: (values: Values, services: Services, context: Context) => Promise<Reply>
}

/** A fault of the request, said to the person as it stands: one sentence with the next action. */
export class UserError extends Error {
  override name = 'UserError'
}
