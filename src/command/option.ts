/** Options of commands: how a surface asks for one, and what its words mean. Each is read here and nowhere else. */
import type { Attached, Context, Services, Suggestion, TypingContext } from './context.ts'

/** What a surface hands over for one option, before anything is read into it. */
export type Given = string | boolean | number | Attached[] | string[]
/** The options of a request by name. */
export type GivenValues = Record<string, Given | undefined>

/** Where a command or an option is offered; everywhere unless it says. */
export type Surface = 'chat' | 'terminal'
export type Complete = (typed: string, services: Services, context: TypingContext) => Promise<Suggestion[]>

/** How it is asked for: a channel and a file only where there are any, paths only in a terminal. */
type OptionKind = 'string' | 'boolean' | 'integer' | 'channel' | 'attachment' | 'paths'

/** Its texts are in the catalogues: `option.NAME.name` and `option.NAME.description`, by `text` where it differs. */
export type Option<Value = unknown> = {
  kind: OptionKind
  required?: boolean
  /** Offered on this surface alone. */
  only?: Surface
  /** The catalogue's name of the option when it is not its own. */
  text?: string
  /** The English description of an option that only the terminal has. */
  description?: string
  /** Suggestions while the person types. */
  complete?: Complete
  /** UTF-16 code units. */
  maxLength?: number
  min?: number
  max?: number
  /** What was given, as its command needs it. Throws a UserError for what cannot be read. */
  read(given: Given | undefined, context: Context): Value | Promise<Value>
}

export type Options = Record<string, Option>
/** What a command gets for its options. */
export type ValuesOf<Chosen extends Options> = {
  [Name in keyof Chosen]: Chosen[Name] extends Option<infer Value> ? Value : never
}

type Settings = Omit<Option, 'kind' | 'read'>

/** The text of an option without blanks around it; an empty one counts as none. */
export function textOf(given: Given | undefined): string | undefined {
  const text = typeof given === 'string' ? given.trim() : ''
  return text === '' ? undefined : text
}

/** An option whose text `read` turns into a value; nothing given is undefined. */
export const textRead = <Value>(
  settings: Settings,
  read: (text: string, context: Context) => Value | Promise<Value>,
): Option<Value | undefined> => ({
  ...settings,
  kind: 'string',
  read(given, context) {
    const text = textOf(given)
    return text === undefined ? undefined : read(text, context)
  },
})

export const text = (settings: Settings = {}): Option<string | undefined> =>
  textRead(settings, (written) => written)

/** A text as it was written, blanks and all; empty when nothing was. */
export const requiredText = (settings: Settings = {}): Option<string> => ({
  ...settings,
  required: true,
  kind: 'string',
  read: (given) => (typeof given === 'string' ? given : ''),
})

/** Undefined where the person did not choose. */
export const flag = (settings: Settings = {}): Option<boolean | undefined> => ({
  ...settings,
  kind: 'boolean',
  read: (given) => (typeof given === 'boolean' ? given : undefined),
})

/** A whole number from `min` to `max`. */
export const integer = (settings: Settings & { min: number; max: number }): Option<number | undefined> => ({
  ...settings,
  kind: 'integer',
  read: (given) => (typeof given === 'number' ? given : undefined),
})

/** The id of a channel. */
export const channel = (settings: Settings = {}): Option<string | undefined> => ({
  ...settings,
  kind: 'channel',
  read: (given) => textOf(given),
})

/** Files that came with the request. */
export const attachment = (settings: Settings = {}): Option<Attached[]> => ({
  ...settings,
  kind: 'attachment',
  read: (given) => (Array.isArray(given) ? given.filter((one) => typeof one !== 'string') : []),
})

/** Paths and addresses, or other words that may hold blanks, each for itself. */
export const paths = (settings: Settings = {}): Option<string[]> => ({
  ...settings,
  kind: 'paths',
  read: (given) => (Array.isArray(given) ? given.filter((one) => typeof one === 'string') : []),
})
