/**
 * Learns the weights in src/search/weights.json from collections in BEIR's layout: `npm run train -- A+B C D…`, each
 * letter a folder. Those with a plus between them are of one kind: one may answer questions of the other, so that
 * these do not count as foreign. Prints what the same method reaches on each collection when it learns from unrelated
 * ones only.
 */
import { writeFile } from 'node:fs/promises'
import { linearValue } from '../search/model.ts'
import type { EvaluationQuery } from './collection.ts'
import { confidenceFigures, rankingExample } from './examples.ts'
import { type DecisionExample, learnDecision, learnRanking, type RankingExample } from './learn.ts'
import { type Collection, joined, mayAnswer, openPool, type Pool, readCollection, related } from './pool.ts'

/** Questions of a collection that are used at most: for ranking, of its own corpus, and of another's. */
const MOST = { ranking: 1200, own: 400, foreign: 200 }
/** The share of the questions of a collection that its own corpus shall answer. */
const ANSWERED = 0.95
const WEIGHTS = new URL('../search/weights.json', import.meta.url)
const say = (text: string) => process.stderr.write(`${text}\n`)

type Decided = DecisionExample & { questions: Collection; pool: Pool }

/** Evenly spread over the list. */
function sample<Item>(items: Item[], most: number): Item[] {
  const stride = Math.max(1, Math.ceil(items.length / most))
  return items.filter((_, at) => at % stride === 0)
}

const isOwn = ({ judgements }: Collection, query: EvaluationQuery) =>
  !query.unanswerable &&
  (judgements
    .get(query.id)
    ?.values()
    .some((grade) => grade > 0) ??
    false)

async function rankingExamples(collection: Collection, { corpus }: Pool): Promise<RankingExample[]> {
  const answerable = collection.queries.filter(
    (query) => isOwn(collection, query) && query.answers.length > 0,
  )
  const examples: RankingExample[] = []
  for (const query of sample(answerable, MOST.ranking))
    examples.push(await rankingExample(query, corpus, collection.judgements))
  return examples
}

/** The questions of a collection put to a corpus: label 1 when it holds the collection, 0 when it is unrelated. */
async function decisionExamples(questions: Collection, pool: Pool): Promise<Decided[]> {
  const isHeld = pool.members.includes(questions)
  const [any] = pool.members
  if (!isHeld && pool.members.some((member) => mayAnswer(member, questions))) return []
  if (questions.language !== any?.language) return []
  const asked = isHeld
    ? sample(
        questions.queries.filter((query) => isOwn(questions, query)),
        MOST.own,
      )
    : sample(questions.queries, MOST.foreign)
  const examples: Decided[] = []
  for (const query of asked) {
    const figures = await confidenceFigures(query, pool.corpus)
    const group = `${questions.name} → ${pool.name}`
    if (figures) examples.push({ figures, label: isHeld ? 1 : 0, group, questions, pool })
  }
  return examples
}

/** The value that the wanted share of the questions with label 1 reaches, each group counting the same. */
function thresholdOf(values: { value: number; group: string }[]): number {
  const sizes = Map.groupBy(values, ({ group }) => group)
  const share = ({ group }: { group: string }) => 1 / (sizes.get(group)?.length ?? 1) / sizes.size
  let below = 0
  for (const item of values.toSorted((a, b) => a.value - b.value)) {
    below += share(item)
    if (below > 1 - ANSWERED) return item.value
  }
  return 0
}

/** A model whose value is 0 where an answer begins to be given. */
function decide(examples: DecisionExample[]) {
  const model = learnDecision(examples)
  const values = examples
    .filter(({ label }) => label === 1)
    .map(({ figures, group }) => ({ value: linearValue(model, figures), group }))
  return { ...model, bias: Number((model.bias - thresholdOf(values)).toPrecision(4)) }
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`

function rightWithin(examples: RankingExample[], weights: ReturnType<typeof learnRanking>, most: number) {
  return examples.filter(({ candidates, right }) =>
    candidates
      .map((figures, at) => ({ value: linearValue(weights, figures), right: right[at] }))
      .toSorted((a, b) => b.value - a.value)
      .slice(0, most)
      .some((candidate) => candidate.right),
  ).length
}

/** One line: what is reached on a collection when nothing related to it is learned from. */
function crossValidate(tested: Collection, ranking: Map<Collection, RankingExample[]>, decisions: Decided[]) {
  const isApart = (other: Collection) => !related(other, tested)
  const ranker = learnRanking([...ranking].flatMap(([other, examples]) => (isApart(other) ? examples : [])))
  const decider = decide(
    decisions.filter(({ questions, pool }) => isApart(questions) && pool.members.every(isApart)),
  )
  const own = ranking.get(tested) ?? []
  const [answered, refused] = [1, 0].map((label) => {
    const put = decisions.filter((example) => example.label === label && example.questions === tested)
    const right = put.filter(({ figures }) => linearValue(decider, figures) >= 0 === (label === 1))
    return percent(right.length, put.length)
  })
  return [
    tested.name,
    `right sentence first ${percent(rightWithin(own, ranker, 1), own.length)}`,
    `in three ${percent(rightWithin(own, ranker, 3), own.length)}`,
    `own answered ${answered}`,
    `foreign refused ${refused}`,
  ].join(', ')
}

async function main(kinds: string[]): Promise<void> {
  if (kinds.length < 2)
    throw new Error('Give at least two kinds of collections: npm run train -- DIR+DIR DIR …')
  const collections: Collection[] = []
  for (const kind of kinds)
    for (const folder of kind.split('+')) collections.push(await readCollection(folder, kind))
  const asking = collections.filter(({ queries }) => queries.length > 0)
  const ranking = new Map<Collection, RankingExample[]>()
  const decisions: Decided[] = []
  for (const members of [...collections.map((one) => [one]), ...joined(collections)]) {
    await using pool = await openPool(members)
    const [only] = members
    if (only && members.length === 1) ranking.set(only, await rankingExamples(only, pool))
    for (const questions of asking) decisions.push(...(await decisionExamples(questions, pool)))
    say(`${pool.name}: ${pool.measured.passages} passages, every question asked.`)
  }
  const sentence = learnRanking([...ranking.values()].flat())
  const confidence = decide(decisions)
  await writeFile(WEIGHTS, `${JSON.stringify({ sentence, confidence }, null, 2)}\n`)
  for (const tested of asking) process.stdout.write(`${crossValidate(tested, ranking, decisions)}\n`)
}

await main(process.argv.slice(2))
