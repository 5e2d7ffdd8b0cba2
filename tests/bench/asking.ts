/** Questions as many people ask them, and how long each waited. */
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from '../../src/evaluate/statistics.ts'
import { type FakeDiscord, textOf } from '../fakes/discord.ts'
import { makeQuestions } from './generate.ts'
import { seeded } from './words.ts'

const PEOPLE = 100
const SEED = 4
/** An answer that takes longer than this counts as lost. In milliseconds. */
const PATIENCE = 60_000

export type Asked = { acknowledgements: (number | undefined)[]; answers: (number | undefined)[] }

/**
 * Questions arrive by chance, `rate` in a minute (a Poisson process), each from one of many people, as long as `goesOn`.
 * `documents`: of how many generated ones they are about.
 */
export async function askAll(
  discord: FakeDiscord,
  { rate, documents }: { rate: number; documents: number },
  goesOn: () => boolean,
): Promise<Asked> {
  const chance = seeded(SEED)
  const questions = makeQuestions(500, Math.min(documents, 20_000), SEED)
  const asked: { acknowledged: () => number | undefined; answered: Promise<number | undefined> }[] = []
  while (goesOn()) {
    await wait((-Math.log(1 - chance()) * 60_000) / rate)
    const question = questions[asked.length % questions.length]?.text ?? ''
    const userId = String(100000000000000000n + BigInt(Math.floor(chance() * PEOPLE)))
    const began = performance.now()
    const handle = discord.interact.command({ name: 'ask', options: { question }, userId })
    const answered = handle
      .response((message) => /Searched|does not answer/.test(textOf(message)), PATIENCE)
      .then(
        () => performance.now() - began,
        () => undefined,
      )
    asked.push({ acknowledged: () => handle.deferredMs, answered })
  }
  const answers = await Promise.all(asked.map(({ answered }) => answered))
  return { acknowledgements: asked.map(({ acknowledged }) => acknowledged()), answers }
}

/** `Answered  40 in all, 0 lost, p50 12 ms, …`. */
export function timesLine(name: string, all: (number | undefined)[]): string {
  const times = all.filter((time) => time !== undefined).toSorted((a, b) => a - b)
  const [p50, p95, p99] = [50, 95, 99].map((share) => Math.round(percentile(times, share) ?? Number.NaN))
  const lost = all.length - times.length
  return `${name.padEnd(16)} ${all.length} in all, ${lost} lost, p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, longest ${Math.round(times.at(-1) ?? Number.NaN)} ms`
}
