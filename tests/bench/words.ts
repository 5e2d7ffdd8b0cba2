/** The made-up language of the benchmark: a vocabulary under Zipf's law, and chance with a fixed seed. */

/** A source of numbers in [0, 1) that gives the same ones for the same seed (splitmix32). */
export type Chance = () => number

export function seeded(seed: number): Chance {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296
  }
}

export const pick = <Item>(items: readonly Item[], chance: Chance): Item =>
  items[Math.floor(chance() * items.length)] as Item

/** A number around 0 with a standard deviation of 1 (Box and Muller). */
export const normal = (chance: Chance) =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())

/** English function words, the most frequent first: they hold the top ranks. */
export const FUNCTION_WORDS =
  `the of and to in a is that for it was on as with be by he at from his this are not have which had but they or
  an were their her been has one all would there will we more when who if said no what up so about out into than
  them can only its other some could time these two may then do first any new my now such like our over also after
  most even because between many through where before those while under being how should each years did against
  during both since much since still within without another same until whether although however among per every
  around down off less more often though upon very just back here again once`
    .split(/\s+/)
    .filter((word, at, all) => all.indexOf(word) === at)

const VOCABULARY_SIZE = 200_000
const TOPICS = 120
const TOPIC_SIZE = 3000
/** Zipf–Mandelbrot: the word of rank r stands in proportion to 1 / (r + SHIFT) ^ EXPONENT. */
const [EXPONENT, SHIFT] = [1.07, 2.7]

const ONSETS = 'b c d f g h l m n p r s t v w br cl cr dr fl fr gr pl pr sc sh sl sp st str th tr ch'.split(
  ' ',
)
const VOWELS = 'a e i o u a e i o ai ea ou'.split(' ')
const CODAS = ['', '', '', 'n', 'r', 'l', 's', 't', 'm', 'd', 'nd', 'nt', 'st', 'ck', 'rn']
const ENDINGS = ['s', 's', 'ed', 'ing', 'er', 'ly', 'ness', 'ment', 'al']
const INFLECTED = 0.35

/** Draws ranks below a limit under Zipf's law, in constant time (Walker's alias method). */
function zipf(size: number): (chance: Chance) => number {
  const weights = Float64Array.from({ length: size }, (_, rank) => 1 / (rank + 1 + SHIFT) ** EXPONENT)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const share = weights.map((weight) => (weight / total) * size)
  const other = new Int32Array(size)
  const small: number[] = []
  const large: number[] = []
  for (let rank = 0; rank < size; rank += 1) (at(share, rank) < 1 ? small : large).push(rank)
  while (small.length > 0 && large.length > 0) {
    const [low, high] = [small.pop() ?? 0, large.at(-1) ?? 0]
    other[low] = high
    share[high] = at(share, high) + at(share, low) - 1
    if (at(share, high) < 1) small.push(large.pop() ?? 0)
  }
  for (const rank of [...small, ...large]) share[rank] = 1
  return (chance) => {
    const rank = Math.floor(chance() * size)
    return chance() < at(share, rank) ? rank : at(other, rank)
  }
}

const at = (numbers: Float64Array | Int32Array, index: number) => numbers[index] ?? 0

function makeWord(syllables: number, chance: Chance): string {
  let word = ''
  for (let syllable = 0; syllable < syllables; syllable += 1)
    word += pick(ONSETS, chance) + pick(VOWELS, chance) + (chance() < 0.3 ? pick(CODAS, chance) : '')
  return word
}

/** Distinct words, the frequent ones shorter; about a third are forms of an earlier word, and some are names. */
function makeVocabulary(chance: Chance): string[] {
  const words = [...FUNCTION_WORDS]
  const known = new Set(words)
  while (words.length < VOCABULARY_SIZE) {
    const stem = words[FUNCTION_WORDS.length + Math.floor(chance() * (words.length - FUNCTION_WORDS.length))]
    const isForm = stem !== undefined && chance() < INFLECTED
    const syllables = Math.ceil(chance() * (words.length < 3000 ? 1.8 : 3.2))
    const word = isForm ? stem + pick(ENDINGS, chance) : makeWord(syllables, chance)
    if (known.has(word.toLowerCase()) || word.length > 16 || word.length < 3) continue
    known.add(word)
    words.push(!isForm && chance() < 0.1 ? (word[0] ?? '').toUpperCase() + word.slice(1) : word)
  }
  return words
}

export type Language = {
  /** A word of running text: a function word, or a content word, partly of the topic. */
  word: (topic: number, chance: Chance) => { word: string; isContent: boolean }
  /** A content word of a topic. */
  topical: (topic: number, chance: Chance) => string
  topics: number
}

/** The share of the content words that a document takes from its topic. */
const TOPICAL = 0.4

export function makeLanguage(seed: number): Language {
  const chance = seeded(seed)
  const vocabulary = makeVocabulary(chance)
  const rankOf = zipf(VOCABULARY_SIZE)
  const topicRankOf = zipf(TOPIC_SIZE)
  // Topics prefer frequent words too: ranks are spread evenly over their logarithm.
  const [lowest, highest] = [Math.log(FUNCTION_WORDS.length), Math.log(VOCABULARY_SIZE)]
  const contentWord = () => vocabulary[Math.floor(Math.exp(lowest + chance() * (highest - lowest)))] ?? ''
  const topics = Array.from({ length: TOPICS }, () => Array.from({ length: TOPIC_SIZE }, contentWord))
  const topical = (topic: number, from: Chance) => topics[topic]?.[topicRankOf(from)] ?? ''
  return {
    topics: TOPICS,
    topical,
    word: (topic, from) => {
      const rank = rankOf(from)
      if (rank < FUNCTION_WORDS.length) return { word: vocabulary[rank] ?? '', isContent: false }
      const isTopical = from() < TOPICAL
      return { word: isTopical ? topical(topic, from) : (vocabulary[rank] ?? ''), isContent: true }
    },
  }
}
