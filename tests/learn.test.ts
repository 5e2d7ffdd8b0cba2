import { expect, test } from 'vitest'
import { type DecisionExample, learnDecision, learnRanking } from '../src/evaluate/learn.ts'
import { linearValue } from '../src/search/model.ts'

/** Numbers from 0 to 1 that are the same in each run. */
function numbers() {
  let state = 7
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}

test('ranking learns which figure tells the right candidate, and that another one tells nothing', () => {
  const next = numbers()
  const examples = Array.from({ length: 200 }, () => {
    const candidates = Array.from({ length: 5 }, () => ({ telling: next(), noise: next() }))
    const best = Math.max(...candidates.map(({ telling }) => telling))
    return { candidates, right: candidates.map(({ telling }) => telling === best) }
  })
  const { weights } = learnRanking(examples)
  expect(weights.telling).toBeGreaterThan(2)
  expect(Math.abs(weights.noise ?? 0)).toBeLessThan((weights.telling ?? 0) / 10)
})

test('examples in which everything or nothing is right teach nothing', () => {
  const telling = { candidates: [{ a: 1 }, { a: 0 }], right: [true, false] }
  const dumb = { candidates: [{ a: 9 }, { a: 0 }], right: [false, false] }
  expect(learnRanking([telling, dumb])).toEqual(learnRanking([telling]))
})

test('decision puts its border between the labels', () => {
  const examples = Array.from({ length: 100 }, (_, at): DecisionExample => {
    const label = at % 2 === 0 ? 1 : 0
    return { figures: { x: at / 100 + label * 2 }, label, group: 'one' }
  })
  const model = learnDecision(examples)
  expect(linearValue(model, { x: 0.2 })).toBeLessThan(0)
  expect(linearValue(model, { x: 2.8 })).toBeGreaterThan(0)
})

test('a group of many examples counts no more than a group of few', () => {
  const some = (x: number, label: 0 | 1, group: string, count: number) =>
    Array.from({ length: count }, (): DecisionExample => ({ figures: { x }, label, group }))
  const model = learnDecision([
    ...some(0, 0, 'a', 5),
    ...some(0.4, 1, 'b', 5),
    ...some(0.6, 0, 'c', 5),
    ...some(1, 1, 'd', 5000),
  ])
  // Were the many to count more, 0.6 would lie beyond the border with them.
  expect(linearValue(model, { x: 0.4 })).toBeLessThan(0.05)
  expect(linearValue(model, { x: 0.6 })).toBeGreaterThan(-0.05)
  expect(linearValue(model, { x: 0.5 })).toBeCloseTo(0, 1)
})
