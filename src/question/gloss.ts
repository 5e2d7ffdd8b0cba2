/** A question's words, each with what it may be called in another language. */
import { isParticle, mayBeVerb } from '../languages/forms.ts'
import { rulesOf } from '../languages/index.ts'
import { questionWordsOf } from '../languages/questions/index.ts'
import { wordsOf } from '../languages/words.ts'
import { type Token, tokenise } from '../text/analysis.ts'
import { type Dictionary, dictionaryOf, partsOf, wordsFor, wordsLike } from './dictionary.ts'

/** A word of a question, or several that are one. */
export type Gloss = {
  start: number
  end: number
  word: string
  /** What each of its parts may be called, best first; only a compound has several, an unknown word has none. */
  parts: string[][]
  /** Has a capital that its language gives to names alone. */
  isName: boolean
  isVerb: boolean
  /** An article or a preposition stands before it. */
  isNoun: boolean
  isAfterPreposition: boolean
}

/** Stop words that carry content in a question. */
const CONTENT = new Set(
  'gegen contra contre против estado estados nuevo nuevos nueva nuevas pays état trabajo trabajos nombre человек жизнь мир день'.split(
    ' ',
  ),
)

type Around = { articles: Set<string>; prepositions: Set<string>; asking: RegExp }
const around = new Map<string, Around>()

function aroundOf(language: string): Around {
  const known = around.get(language)
  if (known) return known
  const rules = rulesOf(language)
  const speech = rules?.speech
  const made = {
    articles: new Set(wordsOf(speech?.articles ?? '').map((word) => word.replace(/['’]$/u, ''))),
    prepositions: new Set(wordsOf(speech?.prepositions ?? '').map((word) => word.replace(/['’]$/u, ''))),
    asking: new RegExp(`^(?:${rules?.questions?.words.source ?? '(?!)'})$`, 'iu'),
  }
  around.set(language, made)
  return made
}

/** The words of a question that carry content, in order. An instruction or a question word carries none. */
export function glossesOf(text: string, from: string, to: string): Gloss[] {
  const dictionary = dictionaryOf(from, to)
  const { asking } = questionWordsOf(from)
  const isOwn = rulesOf(from)?.asking !== undefined
  const plain = isOwn ? text.replace(asking, (asked) => ' '.repeat(asked.length)) : text
  const tokens = tokenise(plain, from)
  return rulesOf(from)?.isUnspaced
    ? unspacedGlosses(plain, tokens, dictionary)
    : spacedGlosses(plain, tokens, dictionary)
}

function spacedGlosses(text: string, tokens: Token[], dictionary: Dictionary): Gloss[] {
  const { articles, prepositions, asking } = aroundOf(dictionary.language)
  const split = splitVerb(text, tokens, dictionary)
  const glosses: Gloss[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token || token === split?.particle) continue
    const before = tokens[at - 1]?.word.toLowerCase() ?? ''
    const beforeThat = tokens[at - 2]?.word.toLowerCase() ?? ''
    const isAfterPreposition =
      prepositions.has(before) || (articles.has(before) && prepositions.has(beforeThat))
    const place = { isNoun: isAfterPreposition || articles.has(before), isAfterPreposition }
    const phrase = phraseAt(text, tokens, at, dictionary)
    const last = tokens[at + (phrase?.terms.length ?? 1) - 1]
    if (phrase && last) {
      glosses.push({
        start: token.start,
        end: last.end,
        word: text.slice(token.start, last.end),
        parts: [phrase.others],
        isName: false,
        isVerb: dictionary.verbs.words.has(phrase.text),
        ...place,
      })
      at += phrase.terms.length - 1
    } else if (carriesContent(token, asking))
      glosses.push({
        start: token.start,
        end: token.end,
        word: token.word,
        isName: isNameLike(token, at, dictionary.language),
        ...(token === split?.verb
          ? { parts: [split.others], isVerb: true }
          : partsFor(token, place.isNoun, dictionary)),
        ...place,
      })
  }
  return glosses
}

const carriesContent = ({ word, isStopWord }: Token, asking: RegExp) =>
  (word.length > 1 || /\p{N}/u.test(word)) &&
  !asking.test(word) &&
  (!isStopWord || CONTENT.has(word.toLowerCase()))

const isNameLike = ({ word }: Token, at: number, language: string) =>
  at > 0 && /^\p{Lu}/u.test(word) && !rulesOf(language)?.hasCapitalNouns

/** The phrase that begins at a token; one that stands there as the dictionary has it before other forms of one. */
function phraseAt(text: string, tokens: Token[], at: number, { phrases }: Dictionary) {
  const found = phrases.filter(({ terms }) => terms.every((term, next) => tokens[at + next]?.term === term))
  const left = text.slice(tokens[at]?.start).toLowerCase()
  return found.find((phrase) => left.startsWith(phrase.text)) ?? found[0]
}

function partsFor(token: Token, isNoun: boolean, dictionary: Dictionary): Pick<Gloss, 'parts' | 'isVerb'> {
  const { word } = token
  if (/^\p{N}/u.test(word)) return { parts: [[word]], isVerb: false }
  const isCapital = /^\p{Lu}/u.test(word)
  const own = wordsFor(word, dictionary)
  const verb = isNoun || !mayBeVerb(word, dictionary.language) ? undefined : wordsFor(word, dictionary.verbs)
  if (verb) return { parts: [[...new Set([...verb, ...(own ?? [])])]], isVerb: true }
  if (own) return { parts: [own], isVerb: false }
  const parts = isCapital ? partsOf(word, dictionary) : undefined
  const like = isCapital ? undefined : wordsLike(token, dictionary)
  return { parts: parts ?? (like ? [like] : []), isVerb: false }
}

/** A verb whose first part stands at the end of its clause: "lehnt … ab". */
function splitVerb(text: string, tokens: Token[], dictionary: Dictionary) {
  for (const [at, particle] of tokens.entries()) {
    const next = tokens[at + 1]
    const isLast = !next || /[,;.?!]/u.test(text.slice(particle.end, next.start))
    if (at < 2 || !isLast || !isParticle(particle.word, dictionary.language)) continue
    for (const verb of tokens.slice(0, at)) {
      if (!mayBeVerb(verb.word, dictionary.language)) continue
      const whole = particle.word + verb.word
      const others = wordsFor(whole, dictionary.verbs) ?? wordsFor(whole, dictionary)
      if (others) return { verb, particle, others }
    }
  }
  return undefined
}

function unspacedGlosses(text: string, tokens: Token[], { unspaced, language, verbs }: Dictionary): Gloss[] {
  const within = rulesOf(language)?.questions?.within ?? /(?!)/u
  const place = { isName: false, isVerb: false, isNoun: false, isAfterPreposition: false }
  const glosses: Gloss[] = []
  let left = text
  const functions = new Set(
    tokens.flatMap(({ word, isStopWord }) => (isStopWord && word.length === 1 ? [word] : [])),
  )
  for (const { word, others } of unspaced)
    for (let start = left.indexOf(word); start >= 0; start = left.indexOf(word)) {
      if (functions.has(word)) break
      const end = start + word.length
      const isVerb = verbs.words.has(word)
      const isAfterPreposition = !isVerb && /[对向从与和跟给把被在]$/u.test(text.slice(0, start))
      const found = { start, end, word, isName: false, isVerb, isAfterPreposition }
      glosses.push({ ...found, parts: [others], isNoun: isAfterPreposition })
      left = left.slice(0, start) + ' '.repeat(word.length) + left.slice(end)
    }
  for (const { word, start, end, isStopWord } of tokens)
    if (
      !isStopWord &&
      !within.test(word) &&
      left.slice(start, end) === word &&
      (word.length > 1 || !/\p{Script=Han}/u.test(word))
    )
      glosses.push({
        start,
        end,
        word,
        parts: /^\p{N}/u.test(word) ? [[word]] : [],
        ...place,
        isName: /^\p{Lu}/u.test(word),
      })
  return glosses.toSorted((a, b) => a.start - b.start)
}
