/** Requests and their states in one message, without a wire. */
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createJobs, Ended } from '../src/chat/jobs.ts'
import { createStates } from '../src/chat/states.ts'
import type { Working } from '../src/chat/surface.ts'

describe('requests', () => {
  test('an interaction that is delivered twice is taken once', () => {
    const jobs = createJobs()
    expect([jobs.claim('1'), jobs.claim('2'), jobs.claim('1')]).toEqual([true, true, false])
  })

  test('end at their deadline, even when the work does not listen', async () => {
    const jobs = createJobs({ deadlineMs: 20 })
    const result = jobs.run(async ({ race, signal }) => {
      await expect(race(new Promise(() => {}))).rejects.toMatchObject({ ending: 'deadline' })
      expect(signal.reason).toBeInstanceOf(Ended)
    })
    await result
  })
})

const state = (stage: Working['stage']): Working => ({ kind: 'working', stage })

describe('stages in one message', () => {
  test('never overlap, keep their distance, and skip what is out of date', async () => {
    const shown: { stage: string; at: number }[] = []
    let open = 0
    const states = createStates(
      async ({ stage }) => {
        open += 1
        expect(open).toBe(1)
        shown.push({ stage, at: performance.now() })
        await wait(30)
        open -= 1
      },
      () => {},
      100,
    )
    states.push(state('search'))
    await wait(10)
    states.push(state('read'))
    states.push(state('write'))
    await wait(200)
    states.push(state('verify'))
    await states.close()
    expect(open).toBe(0)
    await wait(150)
    expect(shown.map(({ stage }) => stage)).toEqual([
      'search',
      'write',
      ...(shown.length === 3 ? ['verify'] : []),
    ])
    expect((shown[1]?.at ?? 0) - (shown[0]?.at ?? 0)).toBeGreaterThanOrEqual(125)
  })

  test('a state that cannot be shown is reported and stops nothing', async () => {
    const faults: unknown[] = []
    const states = createStates(
      () => Promise.reject(new Error('no')),
      (error) => faults.push(error),
      1,
    )
    states.push(state('search'))
    await states.close()
    expect(faults).toHaveLength(1)
  })
})
