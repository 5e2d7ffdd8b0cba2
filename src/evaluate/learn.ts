/** Two linear models that are learned from examples: one that ranks, one that decides. */
import type { LinearModel } from '../search/model.ts'

/** Named figures. */
export type Figures = Record<string, number>
/** What is ranked together: the figures of each candidate, and which of them are right. */
export type RankingExample = { candidates: Figures[]; right: boolean[] }
/** Examples of one group count together as much as those of any other group with the same label. */
export type DecisionExample = { figures: Figures; label: 0 | 1; group: string }

const EPOCHS = 12
const BATCH = 32
const RATE = 0.02
const PENALTY = 1e-4
/** Adam's decays and its guard against division by zero (Kingma & Ba, 2015). */
const FIRST_MOMENT = 0.9
const SECOND_MOMENT = 0.999
const GUARD = 1e-8
const NEWTON_STEPS = 10
const RIDGE = 1e-3
const LONGEST_STEP = 3

type Scale = { names: string[]; deviations: number[] }

/** The figures' names, and the standard deviation of each: weights are learned for figures of one scale. */
function scaleOf(all: Figures[]): Scale {
  const names = Object.keys(all[0] ?? {})
  const deviations = names.map((name) => {
    const values = all.map((figures) => figures[name] ?? 0)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1
  })
  return { names, deviations }
}

const scaled = ({ names, deviations }: Scale, figures: Figures) =>
  Float64Array.from(names, (name, at) => (figures[name] ?? 0) / (deviations[at] ?? 1))

const unscaled = ({ names, deviations }: Scale, weights: ArrayLike<number>, bias: number): LinearModel => ({
  weights: Object.fromEntries(
    names.map((name, at) => [name, Number(((weights[at] ?? 0) / (deviations[at] ?? 1)).toPrecision(4))]),
  ),
  bias,
})

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

/** A generator of the same numbers (0–1) each time, so that learning gives the same weights. */
function repeatable(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle<Item>(items: Item[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[items[at], items[other]] = [items[other] as Item, items[at] as Item]
  }
}

/**
 * Learns to put right candidates first: the softmax cross entropy of a list (ListNet: Cao, Qin, Liu, Tsai & Li,
 * 2007), by Adam. Examples that are all right or all wrong teach nothing.
 */
export function learnRanking(examples: RankingExample[]): LinearModel {
  const telling = examples.filter(({ right }) => right.includes(true) && right.includes(false))
  const scale = scaleOf(telling.flatMap(({ candidates }) => candidates))
  const lists = telling.map(({ candidates, right }) => ({
    rows: candidates.map((figures) => scaled(scale, figures)),
    right,
  }))
  const size = scale.names.length
  const weights = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const random = repeatable()
  let step = 0
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(lists, random)
    for (let at = 0; at < lists.length; at += BATCH) {
      const gradient = new Float64Array(size)
      for (const list of lists.slice(at, at + BATCH)) addGradient(gradient, weights, list)
      step += 1
      for (let k = 0; k < size; k++) {
        const slope = (gradient[k] ?? 0) / BATCH + PENALTY * (weights[k] ?? 0)
        first[k] = FIRST_MOMENT * (first[k] ?? 0) + (1 - FIRST_MOMENT) * slope
        second[k] = SECOND_MOMENT * (second[k] ?? 0) + (1 - SECOND_MOMENT) * slope * slope
        const mean = (first[k] ?? 0) / (1 - FIRST_MOMENT ** step)
        const spread = Math.sqrt((second[k] ?? 0) / (1 - SECOND_MOMENT ** step))
        weights[k] = (weights[k] ?? 0) - (RATE * (1 - epoch / EPOCHS) * mean) / (spread + GUARD)
      }
    }
  }
  return unscaled(scale, weights, 0)
}

function addGradient(
  gradient: Float64Array,
  weights: Float64Array,
  { rows, right }: { rows: Float64Array[]; right: boolean[] },
): void {
  const values = rows.map((row) => dot(row, weights))
  const highest = Math.max(...values)
  const odds = values.map((value) => Math.exp(value - highest))
  const all = odds.reduce((sum, value) => sum + value, 0)
  const ofRight = odds.reduce((sum, value, at) => sum + (right[at] ? value : 0), 0) || GUARD
  for (const [at, row] of rows.entries()) {
    const share = (odds[at] ?? 0) / all - (right[at] ? (odds[at] ?? 0) / ofRight : 0)
    for (let k = 0; k < row.length; k++) gradient[k] = (gradient[k] ?? 0) + share * (row[k] ?? 0)
  }
}

/** How much each example counts, so that all groups of a label count the same, and both labels do. */
function balance(examples: DecisionExample[]): number[] {
  const key = ({ label, group }: DecisionExample) => `${label} ${group}`
  const sizes = Map.groupBy(examples, key)
  const groups = Map.groupBy(sizes.keys(), (name) => name.slice(0, 1))
  return examples.map(
    (example) =>
      0.5 / (sizes.get(key(example))?.length ?? 1) / (groups.get(String(example.label))?.length ?? 1),
  )
}

/** Learns to tell label 1 from label 0: ridge logistic regression by Newton's method (IRLS). */
export function learnDecision(examples: DecisionExample[]): LinearModel {
  const scale = scaleOf(examples.map(({ figures }) => figures))
  const size = scale.names.length + 1
  const shares = balance(examples)
  const rows = examples.map(({ figures }) => Float64Array.of(...scaled(scale, figures), 1))
  const weights = new Float64Array(size)
  for (let round = 0; round < NEWTON_STEPS; round++) {
    const system = Array.from({ length: size }, () => new Float64Array(size + 1))
    for (const [at, row] of rows.entries()) {
      const chance = 1 / (1 + Math.exp(-dot(row, weights)))
      const share = shares[at] ?? 0
      const pull = ((examples[at]?.label ?? 0) - chance) * share
      const bend = Math.max(chance * (1 - chance), 1e-6) * share
      for (const [i, equation] of system.entries()) {
        const value = row[i] ?? 0
        equation[size] = (equation[size] ?? 0) + pull * value
        for (let j = 0; j < size; j++) equation[j] = (equation[j] ?? 0) + bend * value * (row[j] ?? 0)
      }
    }
    for (const [i, equation] of system.entries()) {
      const penalty = i < size - 1 ? RIDGE : GUARD
      equation[i] = (equation[i] ?? 0) + penalty
      equation[size] = (equation[size] ?? 0) - penalty * (weights[i] ?? 0)
    }
    for (const [i, change] of solve(system).entries())
      weights[i] = (weights[i] ?? 0) + Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, change))
  }
  return unscaled(scale, weights, weights[size - 1] ?? 0)
}

/** Solves linear equations by Gauss–Jordan elimination; each row ends in its right-hand side. */
function solve(system: Float64Array[]): number[] {
  const size = system.length
  for (let i = 0; i < size; i++) {
    const pivot = system.reduce(
      (best, row, at) => (at >= i && Math.abs(row[i] ?? 0) > Math.abs(system[best]?.[i] ?? 0) ? at : best),
      i,
    )
    ;[system[i], system[pivot]] = [system[pivot] as Float64Array, system[i] as Float64Array]
    const leading = system[i] as Float64Array
    for (const row of system) {
      if (row === leading) continue
      const factor = (row[i] ?? 0) / (leading[i] || GUARD)
      for (let k = i; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (leading[k] ?? 0)
    }
  }
  return system.map((row, i) => (row[size] ?? 0) / (row[i] || GUARD))
}
