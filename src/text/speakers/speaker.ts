/** Who says what a sentence says, from the sentence itself: direct and indirect speech in six languages. */

import { allWords } from '../../languages/all.ts'
import { rulesOf } from '../../languages/index.ts'
import { readClause, type Word } from './clause.ts'
import { isNamePart, runAfter, type Sentence } from './names.ts'
import { type Reporting, reportingOf } from './reporting.ts'
import { type Subject, subjectAfter, subjectBefore } from './subject.ts'
import { unspacedSpeaker } from './unspaced.ts'
import { isBeside, isReport, type Strength, strengthOf } from './verb.ts'

/** More of a sentence is not looked at: stored ones are shorter. UTF-16 code units. */
const MAX_LENGTH = 1500
/** What is said after these is not what the sentence says: "a day after X said …". */
export const SUBORDINATE = allWords(({ speech }) => speech?.subordinates)
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
    const strength = strengthOf(at, sentence)
    const reported = strength && ofVerb(at, strength, sentence)
    if (reported) yield reported
    const told = reporting.participles.has(word.lower) && ofParticiple(at, sentence)
    if (told) yield { name: told.name, rank: 1 }
    const found = ofPhrase(at, sentence)
    if (found) yield { name: found.name, rank: 1 }
  }
  const beforeColon = colonSpeaker(sentence)
  if (beforeColon) yield { name: beforeColon, rank: 1 }
}

/** ", saying that …": whoever the sentence begins with. */
function ofParticiple(at: number, sentence: Sentence): Subject | undefined {
  const { words, reporting } = sentence
  if (words[at - 1]?.text !== ',') return undefined
  const first = words.findIndex(({ lower }) => !reporting.articles.has(lower) && !reporting.titles.has(lower))
  const run = runAfter(first, sentence)
  const next = run && words[run.to]
  return next && isLower(next) && /^\p{L}/u.test(next.text) && !reporting.prepositions.has(next.lower)
    ? subjectBefore(run.to, sentence)
    : undefined
}

/** By how near it stands to what is quoted: 3 beside it, 2 at the sentence's end, 1 anywhere, 0 in a side clause. */
function ofVerb(at: number, strength: Strength, sentence: Sentence) {
  const { words, reporting } = sentence
  const isStrong = strength !== 'weak'
  // "As X put it".
  const end = reporting.objects.has(words[at + 1]?.lower ?? '') ? at + 2 : at + 1
  const next = words[end]
  const opens = isBeside(end, 1, sentence)
  const before = subjectBefore(at, sentence)
  if (before) {
    const previous = words[before.from - 1]
    const closes = isBeside(before.from - 1, -1, sentence)
    // "…, X asked." and, after a question's mark, "X asked."
    const isLast = (!previous || previous.text === ',') && (!next || /^[.!?]$/.test(next.text))
    if (!isStrong && !opens && !closes && !isLast && !isReport(next, reporting)) return undefined
    const isAside = strength === 'judging' || SUBORDINATE.has(previous?.lower ?? '')
    return { name: before.name, rank: opens || closes ? 3 : isLast ? 2 : isAside ? 0 : 1 }
  }
  let start = at
  while (start > 0 && reporting.between.has(words[start - 1]?.lower ?? '')) start -= 1
  const previous = words[start - 1]
  const closes = isBeside(start - 1, -1, sentence)
  const isInverted = closes || (previous !== undefined && /^[,–—-]$/.test(previous.text))
  if (!isInverted && !(strength === 'plain' && reporting.isVerbFirst)) return undefined
  if ((strength !== 'plain' && !closes) || reporting.addressing.has(words[at]?.lower ?? '')) return undefined
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
