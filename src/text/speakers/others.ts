/** Whether a text names a person besides the one who spoke last. */
import { rulesOf } from '../../languages/index.ts'
import { readClause } from './clause.ts'
import { isNamePart, nameIn, type Run, runAfter, type Sentence } from './names.ts'
import { reportingOf } from './reporting.ts'

/** True when one of the texts names somebody by two names or with a title, outside quotations. */
export function namedSince(texts: string[], last: string, language: string): boolean {
  const unspaced = rulesOf(language)?.unspacedSpeech
  if (unspaced) return texts.some((text) => unspaced.roles.test(text))
  const reporting = reportingOf(language)
  return texts.some((text) => {
    const sentence = { text, words: readClause(text, reporting.elision), reporting }
    return runsOf(sentence).some((run) => isOther(run, last, sentence))
  })
}

function runsOf(sentence: Sentence): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < sentence.words.length; at += 1) {
    const run = isNamePart(sentence.words[at], sentence) ? runAfter(at, sentence) : undefined
    if (!run) continue
    runs.push(run)
    at = run.to - 1
  }
  return runs
}

function isOther(run: Run, last: string, sentence: Sentence): boolean {
  const name = run.to - run.from < 2 ? null : nameIn(run, sentence)
  const parts = name?.toLowerCase().split(/\s+/) ?? []
  const known = new Set(last.toLowerCase().split(/\s+/))
  return parts.length > 0 && !parts.some((part) => known.has(part) || sentence.reporting.bodies.has(part))
}
