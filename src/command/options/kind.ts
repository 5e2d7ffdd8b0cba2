/** "timeline", "for and against" or the like, in the person's language → the kind of answer. */
import type { Kind } from '../../languages/questions/kind.ts'
import { CHOSEN_KINDS } from '../../locales/answer.ts'
import { english, type Language } from '../../locales/language.ts'
import { type Suggestion, UserError } from '../context.ts'
import { type Option, textRead } from '../option.ts'

const MAX_LENGTH = 100

export const answerKind: Option<Kind | undefined> = textRead(
  {
    maxLength: MAX_LENGTH,
    complete: async (typed, _services, { language }) => suggestKinds(typed, language),
  },
  (written, { language }) => readKind(written, language),
)

function suggestKinds(typed: string, language: Language): Suggestion[] {
  const wanted = typed.trim().toLowerCase()
  return CHOSEN_KINDS.map((kind) => ({ name: language.say(`kind.${kind}`), value: kind })).filter(
    ({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted),
  )
}

/** Throws a UserError for what is no kind, in the person's language or in English. */
function readKind(written: string, language: Language): Kind {
  const wanted = written.toLowerCase()
  const kind = CHOSEN_KINDS.find((one) =>
    [one, language.say(`kind.${one}`), english.say(`kind.${one}`)].some(
      (name) => name.toLowerCase() === wanted,
    ),
  )
  if (kind) return kind
  const kinds = CHOSEN_KINDS.map((one) => language.say(`kind.${one}`)).join(', ')
  throw new UserError('error.as', { as: written.slice(0, MAX_LENGTH), kinds })
}
