/** Pools of threads: what exceeds its limits is given up, and everything else goes on. */
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { openPool, type PoolOptions } from '../src/threads/pool.ts'
import { createSlots } from '../src/threads/slots.ts'
import type { Told } from './fakes/thread-task.ts'

const ENTRY = new URL('./fakes/thread-task.ts', import.meta.url)
const LIMITS: PoolOptions = {
  threads: 1,
  processorMs: 300,
  patienceMs: 60_000,
  memoryMb: 64,
  growthBytes: 4_000_000_000,
}
const opened: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const pool of opened.splice(0)) await pool.close()
})

function poolOf(limits: Partial<PoolOptions> = {}) {
  const pool = openPool<Told, string>(ENTRY, { ...LIMITS, ...limits })
  opened.push(pool)
  return pool
}

test('a thread that gets no processor is not given up, however long it takes', async () => {
  expect(await poolOf().run({ kind: 'starve', milliseconds: 3 * LIMITS.processorMs })).toBe('starve')
})

test('a thread that burns processor time is given up, and the next task gets another', async () => {
  const pool = poolOf()
  const [burnt, next] = await Promise.allSettled([
    pool.run({ kind: 'burn' }),
    pool.run({ kind: 'answer', value: 'next' }),
  ])
  expect(burnt).toMatchObject({ status: 'rejected', reason: { reason: 'time' } })
  expect(next).toEqual({ status: 'fulfilled', value: 'next' })
})

test('the processor time of earlier tasks is not charged to a later one', async () => {
  const pool = poolOf({ processorMs: 60_000 })
  for (const value of ['one', 'two', 'three']) expect(await pool.run({ kind: 'answer', value })).toBe(value)
})

test('a thread that waits for what never comes is given up in the end', async () => {
  const pool = poolOf({ patienceMs: 300 })
  await expect(pool.run({ kind: 'hang' })).rejects.toMatchObject({ reason: 'time' })
  expect(await pool.run({ kind: 'answer', value: 'next' })).toBe('next')
})

test('a thread that runs out of memory or ends costs its own task only', async () => {
  const pool = poolOf({ processorMs: 60_000, threads: 2 })
  const told: Told[] = [
    { kind: 'fill' },
    { kind: 'exit' },
    { kind: 'answer', value: 'one' },
    { kind: 'answer', value: 'two' },
  ]
  const results = await Promise.allSettled(told.map((task) => pool.run(task)))
  expect(results).toMatchObject([
    { reason: { reason: 'memory' } },
    { reason: { reason: 'damage' } },
    { value: 'one' },
    { value: 'two' },
  ])
})

test('where all tasks but one are slow, that one does not wait for them', async () => {
  const pool = poolOf({ threads: 2 })
  const finished: string[] = []
  const run = (task: Told, name: string) =>
    pool
      .run(task)
      .catch(() => {})
      .then(() => finished.push(name))
  await Promise.all([
    run({ kind: 'burn' }, 'slow'),
    run({ kind: 'answer', value: '' }, 'quick'),
    run({ kind: 'answer', value: '' }, 'quick'),
  ])
  expect(finished).toEqual(['quick', 'quick', 'slow'])
})

test('slots go to whoever waits longest, no more are taken than there are, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      async (count, failing) => {
        const slot = createSlots(count)
        const began: number[] = []
        let running = 0
        const runs = failing.map((fails, at) =>
          slot(async () => {
            began.push(at)
            running += 1
            expect(running).toBeLessThanOrEqual(count)
            await new Promise((resolve) => setImmediate(resolve))
            running -= 1
            if (fails) throw new Error('It fails.')
          }),
        )
        await Promise.allSettled(runs)
        expect(began).toEqual([...failing.keys()])
        await slot(async () => {})
      },
    ),
    { numRuns: 50 },
  )
})
