/** Requests and their states in one message, without a wire. */
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { stageCard } from '../src/discord/cards/stages.ts'
import { createEditor } from '../src/discord/editor.ts'
import { createJobs, Ended } from '../src/discord/jobs.ts'
import { english } from '../src/locales/language.ts'
import { textOf } from './fakes/discord.ts'

describe('requests', () => {
  test('an interaction that is delivered twice is taken once', () => {
    const jobs = createJobs()
    expect([jobs.claim('1'), jobs.claim('2'), jobs.claim('1')]).toEqual([true, true, false])
  })

  test('end at their deadline, even when the work does not listen', async () => {
    const jobs = createJobs(20)
    const result = jobs.run(async ({ race, signal }) => {
      await expect(race(new Promise(() => {}))).rejects.toMatchObject({ ending: 'deadline' })
      expect(signal.reason).toBeInstanceOf(Ended)
    })
    await result
  })
})

describe('stages in one message', () => {
  test('never overlap, keep their distance, and skip what is out of date', async () => {
    const sent: { text: string; at: number }[] = []
    let open = 0
    const editor = createEditor(
      async (card) => {
        open += 1
        expect(open).toBe(1)
        sent.push({ text: textOf(card as never), at: performance.now() })
        await wait(30)
        open -= 1
      },
      () => {},
      100,
    )
    editor.push(stageCard('search', english))
    await wait(10)
    editor.push(stageCard('read', english))
    editor.push(stageCard('write', english))
    await wait(200)
    editor.push(stageCard('verify', english))
    await editor.close()
    expect(open).toBe(0)
    await wait(150)
    expect(sent.map(({ text }) => text.split('\n').at(-1))).toEqual([
      '**Searching the corpus…**',
      '**Writing the points…**',
      ...(sent.length === 3 ? ['**Checking every quotation…**'] : []),
    ])
    expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(125)
  })

  test('a state that cannot be shown is reported and stops nothing', async () => {
    const faults: unknown[] = []
    const editor = createEditor(
      () => Promise.reject(new Error('no')),
      (error) => faults.push(error),
      1,
    )
    editor.push(stageCard('search', english))
    await editor.close()
    expect(faults).toHaveLength(1)
  })
})
