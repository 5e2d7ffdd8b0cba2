/** Why something was refused, as a sentence. */
import type { RefusalReason } from '../refusal.ts'
import { catalogues, type Language } from './language.ts'

/** The sentence for a reason. One that only a later version knows comes back as its key. */
export const refusalText = ({ key, values }: RefusalReason, { code, say }: Language): string =>
  key in catalogues[code] ? say(key, values) : key
