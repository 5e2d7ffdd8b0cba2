/** What a question may be limited to: source, topic, speaker, day. */
import type { Scope, Suggestion } from '../context.ts'
import { type Option, text } from '../option.ts'
import { day } from './moment.ts'

const MAX_LENGTH = 100
const asTyped = (names: string[]): Suggestion[] => names.map((name) => ({ name, value: name }))

export const source: Option<string | undefined> = text({
  maxLength: MAX_LENGTH,
  complete: async (typed, services, context) => asTyped(await services.sources(typed, context)),
})

export const about: Option<string | undefined> = text({
  maxLength: MAX_LENGTH,
  complete: async (typed, services, context) => asTyped(await services.topics(typed, context)),
})

export const speaker: Option<string | undefined> = text({
  maxLength: MAX_LENGTH,
  complete: async (typed, services, context) => asTyped(await services.speakers(typed, context)),
})

export const since: Option<string | undefined> = day()

type Limits = {
  source: string | undefined
  about: string | undefined
  speaker?: string | undefined
  since: string | undefined
}

/** The scope that the values describe. */
export const scopeOf = ({ source, about, speaker, since }: Limits): Scope => ({
  ...(source && { source }),
  ...(about && { topic: about }),
  ...(speaker && { speaker }),
  ...(since && { since }),
})
