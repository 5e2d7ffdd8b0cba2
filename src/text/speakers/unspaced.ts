/**
 * Who speaks in a sentence whose words are not apart: what stands before the verb, from the last mark on, without role
 * and time.
 */
import type { UnspacedSpeechRules } from '../../languages/speech-rules.ts'

const MARKS = /[，。；：！？“”‘’「」『』、,;:!?（）()\s]/
const MAX_SUBJECT = 40
const FOREIGN = /^[\p{Script=Han}]{1,10}(?:[·•・][\p{Script=Han}A-Za-z.]{1,10})+$/u
const LATIN = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)*$/u
/** The speaker's name as it stands in the sentence, null when it names none. Takes linear time. */
export function unspacedSpeaker(sentence: string, rules: UnspacedSpeechRules): string | null {
  for (const { index } of sentence.matchAll(rules.verbs)) {
    let start = index
    while (start > 0 && index - start < MAX_SUBJECT && !MARKS.test(sentence[start - 1] ?? '')) start -= 1
    const name = nameOf(sentence.slice(start, index), rules) ?? acrossComma(sentence, start, rules)
    if (name) return name
  }
  const source = rules.according.exec(sentence)?.[1]
  return source ? nameOf(source, rules) : null
}

/** "王毅在北京说", and "王毅16日在记者会上表示" too when a comma stands before the verb's part. */
function acrossComma(sentence: string, start: number, rules: UnspacedSpeechRules): string | null {
  const own = sentence.slice(start, start + 1)
  if (!rules.continuations.test(own) || !/[，,]/.test(sentence[start - 1] ?? '')) return null
  let from = start - 1
  while (from > 0 && start - from < MAX_SUBJECT && !MARKS.test(sentence[from - 1] ?? '')) from -= 1
  return nameOf(sentence.slice(from, start - 1), rules)
}

function nameOf(subject: string, rules: UnspacedSpeechRules): string | null {
  const cut = subject.slice(1).search(rules.circumstances)
  const whole = (cut < 0 ? subject : subject.slice(0, cut + 1)).trim()
  const role = rules.roles.exec(whole)?.[0].length ?? 0
  const name = whole.slice(role)
  if (rules.nobody.test(name)) return null
  if (FOREIGN.test(name) || LATIN.test(name)) return name
  if (!/^\p{Script=Han}+$/u.test(name)) return null
  if (role === 0 && rules.bodies.test(name) && name.length >= 2 && name.length <= 14) return name
  if (rules.noNames.test(name)) return null
  if (rules.surnames.test(name) && name.length >= 2 && name.length <= 4) return name
  // Foreign names in Chinese characters: after a role, or alone before the verb.
  return name.length >= 2 && name.length <= (role > 0 ? 6 : 4) ? name : null
}
