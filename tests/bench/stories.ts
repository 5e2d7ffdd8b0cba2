/**
 * The grouping into stories on other mixtures than a collection's own: `node tests/bench/stories.ts DIR OTHER…`, where
 * DIR has corpus.jsonl and clusters.tsv, and the documents of each OTHER belong with nothing. Prints B-cubed figures.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Article, analyseArticle } from '../../src/daily/stories/analyse.ts'
import { groupAnalysed, groupStories } from '../../src/daily/stories/group.ts'
import { bCubed, labelsOf } from '../../src/evaluate/b-cubed.ts'
import { readClustered } from '../../src/evaluate/clustered.ts'
import { readJsonLine } from '../../src/formats/plain/json-line.ts'
import { seeded } from './words.ts'

type Labelled = { article: Article; cluster: string }

const SEED = 6
/** Documents of each other collection. */
const STRANGERS = 400
/** UTF-16 code units. */
const BEGINNING = 400
/** What the time is taken for. */
const TIMED = { articles: 5000, length: 2500 }

const random = seeded(SEED)
const shuffled = <Item>(items: Item[]) =>
  items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)

function few(items: Labelled[], most: number): Labelled[] {
  const clusters = [...Map.groupBy(items, ({ cluster }) => cluster).values()]
  return clusters.flatMap((members) => shuffled(members).slice(0, 1 + Math.floor(random() * most)))
}

function print(name: string, items: Labelled[]): void {
  const stories = groupStories(items.map(({ article }) => article))
  const truth = items.map(({ cluster }) => cluster)
  const { precision, recall, f1 } = bCubed(labelsOf(stories), truth)
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(3)).join(' ')
  const sizes = `${stories.length} of ${new Set(truth).size}, largest ${Math.max(...stories.map(({ length }) => length))}`
  process.stdout.write(
    `${name.padEnd(36)} ${String(items.length).padStart(5)} articles  ${figures}  stories ${sizes}\n`,
  )
}

const strangersOf = (folder: string): Labelled[] =>
  shuffled(readFileSync(join(folder, 'corpus.jsonl'), 'utf8').trim().split('\n'))
    .slice(0, STRANGERS)
    .map((line) => readJsonLine(line))
    .map((article) => ({ article, cluster: `${basename(folder)} ${article.id}` }))

function printTime(texts: string[]): void {
  const all = texts.join('\n')
  const articles = Array.from({ length: TIMED.articles }, (_, at): Article => {
    const from = (at * TIMED.length) % Math.max(1, all.length - TIMED.length)
    return {
      id: String(at),
      title: '',
      text: all.slice(from, from + TIMED.length),
      language: 'en',
      date: null,
    }
  })
  const begun = performance.now()
  const analysed = articles.map(analyseArticle)
  const between = performance.now()
  groupAnalysed(analysed)
  const seconds = [between - begun, performance.now() - between].map((time) => (time / 1000).toFixed(1))
  process.stdout.write(
    `${TIMED.articles} articles: analysed in ${seconds[0]} s, grouped in ${seconds[1]} s\n`,
  )
}

const [folder, ...others] = process.argv.slice(2)
if (!folder)
  throw new Error('Give a collection of clustered documents: node tests/bench/stories.ts DIR OTHER…')
const { documents, clusters } = await readClustered(folder)
const all = documents.map((article, at): Labelled => ({ article, cluster: clusters[at] ?? '' }))
const kinds = [...new Set(clusters)].sort()
const partOf = (part: number, parts: number) => {
  const kept = new Set(kinds.filter((_, at) => Math.floor(at / 2) % parts === part))
  return all.filter(({ cluster }) => kept.has(cluster))
}
print('all', all)
for (const part of [0, 1]) print(`half of the clusters (${part + 1})`, partOf(part, 2))
print('one of ten of the clusters', partOf(0, 10))
print('one to three of each', few(all, 3))
print(
  'beginnings',
  all.map(({ article, cluster }) => ({
    article: { ...article, text: article.text.slice(0, BEGINNING) },
    cluster,
  })),
)
const strangers = others.map(strangersOf)
for (const [at, other] of strangers.entries()) {
  print(`with ${basename(others[at] ?? '')}`, [...all, ...other])
  print(`one to three with ${basename(others[at] ?? '')}`, [...few(all, 3), ...other])
}
printTime([...all, ...strangers.flat()].map(({ article }) => article.text))
