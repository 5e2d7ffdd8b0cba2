/** Documents and questions of the benchmark: the same ones for the same seed, each made on its own. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { type Chance, type Language, makeLanguage, normal, pick, seeded } from './words.ts'

const SEED = 20_260
const DOCUMENT_WORDS = 100
/** Sentence lengths are log-normal: the median and the spread of the logarithm, and the bounds, in words. */
const [MEDIAN_LENGTH, SPREAD, SHORTEST, LONGEST] = [18.5, 0.4, 5, 55]
const TITLE_WORDS = 6
const SOURCES = 50
const [FIRST_DAY, DAYS] = [Date.UTC(2015, 0, 1), 3650]
const DAY = 86_400_000
const BATCH = 1000

export type BenchDocument = {
  _id: string
  title: string
  text: string
  metadata: { source: string; date: string }
}
type Sentence = { text: string; content: string[] }

/** A question, and the sentence that its words were taken from. */
export type Question = { text: string; sentence: string }

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function makeSentence(language: Language, topic: number, chance: Chance): Sentence {
  const drawn = Math.round(MEDIAN_LENGTH * Math.exp(SPREAD * normal(chance)))
  const length = Math.min(LONGEST, Math.max(SHORTEST, drawn))
  const words: string[] = []
  const content: string[] = []
  for (let place = 0; place < length; place += 1) {
    const isNumber = chance() < 0.015
    const { word, isContent } = isNumber
      ? { word: String(Math.floor(10 ** (1 + 3 * chance()))), isContent: false }
      : language.word(topic, chance)
    if (isContent) content.push(word)
    words.push(place < length - 1 && chance() < 0.06 ? `${word},` : word)
  }
  return { text: `${capital(words.join(' '))}.`, content }
}

let language: Language | undefined

function makeParts(number: number) {
  language ??= makeLanguage(SEED)
  const chance = seeded(SEED + 1 + number)
  const topic = Math.floor(chance() * language.topics)
  const sentences: Sentence[] = []
  for (let words = 0; words < DOCUMENT_WORDS; ) {
    const sentence = makeSentence(language, topic, chance)
    sentences.push(sentence)
    words += sentence.text.split(' ').length
  }
  return { language, chance, topic, sentences }
}

/** The document of a number: about 110 words in five or six sentences, on one topic. */
export function makeDocument(number: number): BenchDocument {
  const { language, chance, topic, sentences } = makeParts(number)
  const title = Array.from({ length: TITLE_WORDS }, (_, place) =>
    place % 3 === 1 ? pick(['of', 'and', 'in', 'for'], chance) : language.topical(topic, chance),
  )
  const source = Math.floor(chance() ** 2 * SOURCES) + 1
  const date = new Date(FIRST_DAY + Math.floor(chance() * DAYS) * DAY).toISOString().slice(0, 10)
  return {
    _id: `doc-${number}`,
    title: capital(title.join(' ')),
    text: sentences.map(({ text }) => text).join(' '),
    metadata: { source: `Gazette ${source}`, date },
  }
}

const OPENINGS = ['What is known about', 'What did they say of', 'How was', 'Why did', 'Who was behind']
const JOINTS = ['and', 'of the', 'in the', 'with', 'for', 'and the', 'to the']

/** So many questions, each of 3 to 8 content words from one sentence of one of the first `size` documents. */
export function makeQuestions(count: number, size: number, seed: number): Question[] {
  const chance = seeded(seed)
  const questions: Question[] = []
  while (questions.length < count) {
    const { sentences } = makeParts(Math.floor(chance() * size))
    const { text, content } = pick(sentences, chance)
    const wanted = 3 + Math.floor(chance() * 6)
    const words = [...new Set(content)].filter((word) => word.length > 2)
    if (words.length < wanted) continue
    while (words.length > wanted) words.splice(Math.floor(chance() * words.length), 1)
    const asked = words.map((word) => `${word} ${pick(JOINTS, chance)}`).join(' ')
    const joint = asked.lastIndexOf(words.at(-1) ?? '') + (words.at(-1) ?? '').length
    questions.push({ text: `${pick(OPENINGS, chance)} the ${asked.slice(0, joint)}?`, sentence: text })
  }
  return questions
}

/** The documents in batches, so that a corpus is never wholly in memory. */
function* documentBatches(size: number): Generator<BenchDocument[]> {
  for (let first = 0; first < size; first += BATCH)
    yield Array.from({ length: Math.min(BATCH, size - first) }, (_, at) => makeDocument(first + at))
}

/** Writes a corpus as JSON Lines in the layout of BEIR; tells after each batch how many documents are written. */
export async function writeCorpus(path: string, size: number, onProgress: (done: number) => void) {
  const file = createWriteStream(path)
  let done = 0
  for (const batch of documentBatches(size)) {
    const lines = batch.map((document) => `${JSON.stringify(document)}\n`).join('')
    if (!file.write(lines)) await once(file, 'drain')
    done += batch.length
    onProgress(done)
  }
  file.end()
  await finished(file)
}
