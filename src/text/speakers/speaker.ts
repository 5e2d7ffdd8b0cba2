/** Who says what a sentence says, from the sentence itself: direct and indirect speech in six languages. */

import { allWords } from '../../languages/all.ts'
import { rulesOf } from '../../languages/index.ts'
import { readClause, type Word } from './clause.ts'
import { isNamePart, runAfter, type Sentence } from './names.ts'
import { type Reporting, reportingOf } from './reporting.ts'
import { type Subject, subjectAfter, subjectBefore } from './subject.ts'
import { unspacedSpeaker } from './unspaced.ts'

/** More of a sentence is not looked at: stored ones are shorter. UTF-16 code units. */
const MAX_LENGTH = 1500
/** What is said after these is not what the sentence says: "a day after X said …". */
const SUBORDINATE = allWords(({ speech }) => speech?.subordinates)
/** "X: “…”". */
const COLON = /^[^.;:]{2,60}: ?["“„«`]/

/**
 * The speaker's name as it stands in the sentence, without title or role ("Foreign Minister Wang Yi said" gives
 * "Wang Yi"); bodies are speakers too. Null when the sentence reports nothing, or names nobody: pronouns, groups
 * ("critics say") and people of whom only the role is told ("a Kremlin spokesman said").
 * `language` is ISO 639-1; one without rules is read as English.
 */
export function speakerOf(sentence: string, language: string): string | null {
  const text = sentence.slice(0, MAX_LENGTH)
  const unspaced = rulesOf(language)?.unspacedSpeech
  if (unspaced) return unspacedSpeaker(text, unspaced)
  const reporting = reportingOf(language)
  if (!reporting.cue.test(text) && !COLON.test(text)) return null
  const clause: Sentence = { text, words: readClause(text, reporting.elision), reporting }
  let best: { name: string; rank: number } | undefined
  for (const found of candidates(clause)) if (!best || found.rank > best.rank) best = found
  return best?.name ?? null
}

const isLower = ({ text, lower }: Word) => text === lower

function* candidates(sentence: Sentence): Generator<{ name: string; rank: number }> {
  const { words, reporting } = sentence
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word
    if (!reporting.stops.has(word.lower) || word.quoted || (at > 0 && !isLower(word))) continue
    const isStrong = reporting.verbs.has(word.lower)
    if (isStrong || reporting.weak.has(word.lower)) {
      const found = ofVerb(at, isStrong, sentence)
      if (found) yield found
    }
    const found = ofPhrase(at, sentence)
    if (found) yield { name: found.name, rank: 1 }
  }
  const beforeColon = colonSpeaker(sentence)
  if (beforeColon) yield { name: beforeColon, rank: 1 }
}

/** By how near it stands to what is quoted: 3 beside it, 2 at the sentence's end, 1 anywhere, 0 in a side clause. */
function ofVerb(at: number, isStrong: boolean, sentence: Sentence) {
  const { words, reporting } = sentence
  // "As X put it".
  const end = reporting.objects.has(words[at + 1]?.lower ?? '') ? at + 2 : at + 1
  const next = words[end]
  const opens = isBeside(end, 1, sentence)
  const before = subjectBefore(at, sentence)
  if (before) {
    const previous = words[before.from - 1]
    const closes = isBeside(before.from - 1, -1, sentence)
    const isLast = previous?.text === ',' && (!next || /^[.!?]$/.test(next.text))
    if (!isStrong && !opens && !closes && !isLast && !isReport(next, reporting)) return undefined
    const rank = opens || closes ? 3 : isLast ? 2 : SUBORDINATE.has(previous?.lower ?? '') ? 0 : 1
    return { name: before.name, rank }
  }
  let start = at
  while (start > 0 && reporting.between.has(words[start - 1]?.lower ?? '')) start -= 1
  const previous = words[start - 1]
  const closes = isBeside(start - 1, -1, sentence)
  const isInverted = closes || (previous !== undefined && /^[,–—-]$/.test(previous.text))
  if (!isInverted && !(isStrong && reporting.isVerbFirst)) return undefined
  if ((!isStrong && !closes) || reporting.addressing.has(words[at]?.lower ?? '')) return undefined
  const after = subjectAfter(at + 1, sentence)
  // "X, director of Y, said the bank would close": whoever goes on to do something does not say it.
  if (!after || (!closes && !isEnd(words[after.to], reporting))) return undefined
  return { name: after.name, rank: closes ? 3 : 1 }
}

const isEnd = (next: Word | undefined, reporting: Reporting) =>
  reporting.relatives.size === 0 ||
  next === undefined ||
  !/^\p{L}/u.test(next.text) ||
  reporting.prepositions.has(next.lower) ||
  reporting.relatives.has(next.lower)

/** Whether a quotation ends or begins there, with at most a comma, a colon or a "that" between. */
function isBeside(start: number, step: 1 | -1, { words, reporting }: Sentence): boolean {
  let at = start
  for (let word = words[at]; word; word = words[at]) {
    const isBetween = reporting.that.has(word.lower) || reporting.articles.has(word.lower)
    if (!isBetween && !/^[,:;.!?–—-]$/.test(word.text)) break
    at += step
  }
  return words[at]?.mark === (step > 0 ? 'open' : 'close')
}

const isReport = (next: Word | undefined, reporting: Reporting) =>
  next !== undefined && (reporting.that.has(next.lower) || next.text === ':')

/** "according to X", "X zufolge", "in X's view". */
function ofPhrase(at: number, sentence: Sentence): Subject | undefined {
  const { words, reporting } = sentence
  const lower = words[at]?.lower ?? ''
  const stands = (phrase: string[]) => phrase.every((part, offset) => words[at + offset]?.lower === part)
  const before = reporting.before.get(lower)?.find(stands)
  if (before) return subjectAfter(at + before.length, sentence)
  if (reporting.after.has(lower)) return subjectBefore(at, sentence)
  const { view } = reporting
  if (!view || lower !== reporting.grammar.view?.lead) return undefined
  const run = runAfter(at + 1, sentence)
  const owner = run && words[run.to - 1]
  if (!owner || !/['’]s?$/.test(owner.text) || !view.test(words[run.to]?.lower ?? '')) return undefined
  const name = sentence.text.slice(words[run.from]?.start, owner.end).replace(/['’]s?$/, '')
  return { name, ...run }
}

/** "X: “…”" at the start of a sentence. */
function colonSpeaker(sentence: Sentence): string | null {
  const { words, text } = sentence
  if (!isNamePart(words[0], sentence)) return null
  const run = runAfter(0, sentence)
  if (!run || words[run.to]?.text !== ':' || words[run.to + 1]?.mark !== 'open') return null
  return text.slice(0, words[run.to - 1]?.end)
}
