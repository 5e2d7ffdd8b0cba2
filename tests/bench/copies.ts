/**
 * Precision and recall of copies: `node tests/bench/copies.ts DIR…`, where each DIR is a test collection in BEIR's layout.
 * Edited copies of its documents must be found; other documents of it must not be, unless they are copies themselves.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { detectLanguage } from '../../src/text/analysis.ts'
import { areCopies, KEYS, type Sketch, sketchOf, THRESHOLD } from '../../src/text/sketch.ts'
import { EDITS, editCopy } from './newsroom.ts'
import { seeded } from './words.ts'

const SEED = 20_261
/** Documents of a collection that are edited. */
const EDITED = 400
/** Words: what is shorter is a copy only when it is the same, which needs no measuring. */
const MIN_WORDS = 60
/** Of the shorter text of a pair, this much stands in runs of so many words in the longer one: a copy, judged by that. */
const [RUN, COPIED] = [10, 0.5]
const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5].flatMap((resemblance) =>
  [0, 0.5].map((containment) => ({ resemblance, containment })),
)

type Text = { id: string; text: string; words: string[]; sketch: Sketch }
type Pair = { sketches: [Sketch, Sketch]; isCopy: boolean; kind: string; ids: string }

const wordsOf = (text: string) => text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
const runsOf = (words: string[]) => words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '))

/** The share of a text's words that stand in runs of words of another one. */
function copied(words: string[], other: string[]): number {
  const runs = new Set(runsOf(other))
  const marked = new Set(
    runsOf(words).flatMap((run, at) => (runs.has(run) ? Array.from({ length: RUN }, (_, n) => at + n) : [])),
  )
  return marked.size / words.length
}

function readTexts(folder: string): Text[] {
  const lines = readFileSync(join(folder, 'corpus.jsonl'), 'utf8').trim().split('\n')
  return lines.flatMap((line) => {
    const { _id: id, text } = JSON.parse(line) as { _id: string; text: string }
    const words = wordsOf(text)
    return words.length >= MIN_WORDS ? [{ id, text, words, sketch: sketchOf(text) }] : []
  })
}

/** The texts that share two keys with a sketch, as the store finds them. */
function finder(texts: Text[]): (sketch: Sketch) => number[] {
  const index = new Map<number, number[]>()
  for (const [at, { sketch }] of texts.entries())
    for (const value of sketch.values.subarray(0, KEYS)) index.set(value, [...(index.get(value) ?? []), at])
  return ({ values }) => {
    const shared = new Map<number, number>()
    for (const value of values.subarray(0, KEYS))
      for (const at of index.get(value) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    return [...shared].filter(([, keys]) => keys >= 2).map(([at]) => at)
  }
}

/** Pairs of a folder's own documents that come into question, each judged by its runs of common words. */
function ownPairs(texts: Text[], candidates: (sketch: Sketch) => number[]): Pair[] {
  return texts.flatMap((one, at) =>
    candidates(one.sketch).flatMap((other): Pair[] => {
      const text = texts[other]
      if (!text || other >= at) return []
      const [short, long] = one.words.length < text.words.length ? [one, text] : [text, one]
      const isCopy = copied(short.words, long.words) >= COPIED
      return [{ sketches: [one.sketch, text.sketch], isCopy, kind: 'own', ids: `${one.id} ${text.id}` }]
    }),
  )
}

/** Edited copies with their originals, and with the other documents that come into question. */
function editedPairs(
  texts: Text[],
  candidates: (sketch: Sketch) => number[],
): { pairs: Pair[]; missed: string[] } {
  const chance = seeded(SEED)
  const pairs: Pair[] = []
  const missed: string[] = []
  const step = Math.max(1, Math.floor(texts.length / EDITED))
  for (const [at, { id, text, words }] of texts.entries()) {
    if (at % step !== 0) continue
    const language = detectLanguage(text)
    for (const edit of EDITS) {
      const sketch = sketchOf(editCopy(text, language, edit, chance))
      const found = candidates(sketch)
      if (!found.includes(at)) missed.push(edit.name)
      for (const other of found) {
        const candidate = texts[other]
        if (!candidate) continue
        // What is a copy of the original is one of the edited text as well, or not: it is not judged.
        const isRelated = other !== at && copied(words, candidate.words) > 0.1
        if (!isRelated)
          pairs.push({
            sketches: [sketch, candidate.sketch],
            isCopy: other === at,
            kind: edit.name,
            ids: `${id} ${candidate.id}`,
          })
      }
    }
  }
  return { pairs, missed }
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3))

function figures(pairs: Pair[], missed: number, threshold: typeof THRESHOLD) {
  const flagged = pairs.filter(({ sketches: [one, other] }) => areCopies(one, other, threshold))
  const right = flagged.filter(({ isCopy }) => isCopy).length
  const copies = pairs.filter(({ isCopy }) => isCopy).length + missed
  const [precision, recall] = [right / flagged.length, right / copies]
  const f1 = ((2 * precision * recall) / (precision + recall)).toFixed(3)
  return {
    copies,
    flagged,
    right,
    precision: percent(right, flagged.length),
    recall: percent(right, copies),
    f1,
  }
}

const table = (rows: (string | number)[][]) => {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => String(row[at]).length))) ?? []
  return rows.map((row) => row.map((cell, at) => String(cell).padEnd(widths[at] ?? 0)).join('  ')).join('\n')
}

function main(folders: string[]): void {
  const all: { folder: string; own: Pair[]; edited: Pair[]; missed: string[] }[] = folders.map((folder) => {
    const texts = readTexts(folder)
    const candidates = finder(texts)
    const { pairs, missed } = editedPairs(texts, candidates)
    return { folder: basename(folder), own: ownPairs(texts, candidates), edited: pairs, missed }
  })
  const [own, edited] = [all.flatMap((one) => one.own), all.flatMap((one) => one.edited)]
  const missed = all.flatMap((one) => one.missed)
  const missedOf = (name: string) => missed.filter((kind) => kind === name).length

  console.log('Edited copies at the threshold\n')
  const head = ['edit', 'copies', 'precision', 'recall', 'F1']
  const perEdit = EDITS.map(({ name }) => {
    const of = figures(
      edited.filter(({ kind }) => kind === name),
      missedOf(name),
      THRESHOLD,
    )
    return [name, of.copies, of.precision, of.recall, of.f1]
  })
  console.log(table([head, ...perEdit]))

  console.log("\nEach collection at the threshold: edited copies, and its documents' own pairs\n")
  const perFolder = all.map(({ folder, own, edited, missed }) => {
    const [one, other] = [figures(edited, missed.length, THRESHOLD), figures(own, 0, THRESHOLD)]
    return [folder, one.copies, one.precision, one.recall, other.flagged.length, other.right, other.precision]
  })
  console.log(
    table([
      ['collection', 'copies', 'precision', 'recall', 'own flagged', 'copied', 'precision'],
      ...perFolder,
    ]),
  )

  console.log('\nOther thresholds\n')
  const perThreshold = THRESHOLDS.map((threshold) => {
    const [one, other] = [figures(edited, missed.length, threshold), figures(own, 0, threshold)]
    const { resemblance, containment } = threshold
    return [
      resemblance,
      containment,
      one.precision,
      one.recall,
      one.f1,
      other.flagged.length,
      other.precision,
      other.recall,
    ]
  })
  console.log(
    table([
      ['resemblance', 'containment', 'precision', 'recall', 'F1', 'own flagged', 'precision', 'recall'],
      ...perThreshold,
    ]),
  )
  console.log('\nOwn pairs that are flagged and not copied for the most part:')
  for (const { ids } of figures(own, 0, THRESHOLD).flagged.filter(({ isCopy }) => !isCopy))
    console.log(`  ${ids}`)
}

if (process.argv.length < 3) {
  console.error('Usage: node tests/bench/copies.ts DIR…')
  process.exitCode = 2
} else main(process.argv.slice(2))
