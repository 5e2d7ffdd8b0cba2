/** Sentences whose speaker has no name in them: "he", "she" and "a spokesman". */
import { rulesOf } from '../../languages/index.ts'
import { readClause, type Word } from './clause.ts'
import type { Sentence } from './names.ts'
import { reportingOf } from './reporting.ts'
import { SUBORDINATE } from './speaker.ts'
import { isBeside, isReport, strengthOf } from './verb.ts'

/** The offset (UTF-16 code units) of the pronoun that a sentence gives as the speaker; -1 when there is none. */
export function pronounSpeaker(text: string, language: string): number {
  const unspaced = rulesOf(language)?.unspacedSpeech
  if (unspaced)
    return (
      [...text.matchAll(unspaced.verbs)]
        .map(({ index }) => text.slice(0, index))
        .findLast((before) => unspaced.pronouns.test(before))?.length ?? -1
    )
  const reporting = reportingOf(language)
  if (!reporting.cue.test(text)) return -1
  const sentence = { text, words: readClause(text, reporting.elision), reporting }
  for (const [at, word] of sentence.words.entries()) {
    if (!reporting.stops.has(word.lower) || word.quoted) continue
    const found = pronounOf(at, sentence)
    if (found >= 0) return sentence.words[found]?.start ?? -1
  }
  return -1
}

/** The place of the pronoun among the words that is the subject of the verb at `at`. */
function pronounOf(at: number, sentence: Sentence): number {
  const { words, reporting } = sentence
  const isPronoun = (place: number) =>
    !words[place]?.quoted && reporting.pronouns.has(words[place]?.lower ?? '')
  if (reporting.participles.has(words[at]?.lower ?? ''))
    return words[at - 1]?.text === ',' && isPronoun(0) ? 0 : -1
  const strength = strengthOf(at, sentence)
  if (!strength) return -1
  let before = at - 1
  while (
    reporting.between.has(words[before]?.lower ?? '') ||
    reporting.grammar.adverbs?.test(words[before]?.text ?? '')
  )
    before -= 1
  const isClosed = (place: number) => isBeside(place - 1, -1, sentence)
  if (isPronoun(before) && beginsClause(before, sentence)) {
    const isReported = strength !== 'weak' || isReport(words[at + 1], reporting)
    return isReported || isBeside(at + 1, 1, sentence) || isClosed(before) ? before : -1
  }
  return isPronoun(at + 1) && (isClosed(at) || (strength === 'plain' && reporting.isVerbFirst && at > 0))
    ? at + 1
    : -1
}

/** "The man he said was ill" names nobody; "on Monday he said" and ", she said" do. */
function beginsClause(at: number, { words, reporting }: Sentence): boolean {
  const before = words[at - 1]
  if (!before || before.mark || !/^\p{L}/u.test(before.text)) return true
  return (
    !SUBORDINATE.has(before.lower) && (reporting.commons.has(before.lower) || /^\p{Nd}/u.test(before.text))
  )
}

/** Whether a sentence gives as its speaker somebody whom it does not name: "the mother said", "said a spokesman". */
export function isAnonymous(text: string, language: string): boolean {
  if (rulesOf(language)?.unspacedSpeech) return false
  const reporting = reportingOf(language)
  if (!reporting.cue.test(text)) return false
  const sentence = { text, words: readClause(text, reporting.elision), reporting }
  const isNoun = (word: Word | undefined) =>
    word !== undefined && !word.quoted && /^\p{L}/u.test(word.text) && !reporting.function.has(word.lower)
  return sentence.words.some((word, at) => {
    if (word.quoted || strengthOf(at, sentence) !== 'plain') return false
    const next = sentence.words[at + 1]
    const isRole = isNoun(next) || reporting.articles.has(next?.lower ?? '')
    return isNoun(sentence.words[at - 1]) || (isRole && isBeside(at - 1, -1, sentence))
  })
}
