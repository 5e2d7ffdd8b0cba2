/** Why Claude did not write, as a clause. */
import { catalogues, type Key, type Language } from './language.ts'

/** The clause for a reason. What is no reason comes back as it is: answers stored by earlier versions hold clauses. */
export function fallbackText(reason: string, { code, say }: Language): string {
  const key = `fallback.${reason}`
  return key in catalogues[code] ? say(key as Key) : reason
}
