/** One size: every system built, and asked the same questions in turn; our own program measured alone. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeQuestions, type Question } from './generate.ts'
import { peers } from './peers.ts'
import { type Running, startChild } from './processes.ts'
import { type Alone, type Answered, ASK, BARE, SEARCH } from './protocol.ts'
import { corpusFile, type Store, storeOf, type Tell } from './stores.ts'

const QUESTIONS = 200
const [SEED, WARM_UP_SEED] = [4711, 1147]
const WARM_UP = { questions: 20, milliseconds: 3000 }
const STARTS = 5
/** Nothing but a fault takes so long, in milliseconds. */
const PATIENCE = 120_000

export type SystemResult = {
  system: string
  /** Null when it is part of another system's row, or was not built. */
  store: Omit<Store, 'folder'> | null
  /** By question; undefined where it was not asked. */
  answers: (Answered | undefined)[]
  /** What took longer than the limit, or what went wrong; null when nothing did. */
  stopped: 'build' | 'questions' | 'earlier' | 'failed' | null
}
export type SizeResult = {
  size: number
  questions: number
  systems: SystemResult[]
  alone: Alone
  /** Seconds from starting the program to its end with an answer. */
  starts: number[]
}
export type Options = {
  fresh: boolean
  /** Milliseconds for a peer's build, and for its round of questions. */
  limit: number
  tell: Tell
}
type Served = SystemResult & { child: Running | null; spent: number }

/** Those that the targets are about are not left out. */
const isBound = (system: string) => ![SEARCH, ASK, BARE].includes(system)

async function serve(
  system: string,
  size: number,
  corpus: string,
  { fresh, limit, tell }: Options,
): Promise<Served> {
  const answers: Served['answers'] = new Array(QUESTIONS)
  const none = { system, answers, store: null, child: null, spent: 0 }
  const bound = isBound(system) ? limit : undefined
  const inMemory = system in peers && !peers[system]?.build
  try {
    const owner = system === ASK ? SEARCH : system
    const store = inMemory ? null : await storeOf(owner, size, corpus, { fresh, limit: bound, tell })
    if (!inMemory && !store) return { ...none, stopped: 'build' }
    tell(`opening ${system}`)
    const child = startChild(inMemory)
    const reply = await child.request({ kind: 'serve', system, folder: store?.folder ?? '', corpus }, bound)
    if (reply?.kind !== 'ready') return { ...none, stopped: 'build' }
    const { seconds, peakMegabytes } = reply
    const built = store ?? { seconds, peakMegabytes, diskMegabytes: 0, kept: false }
    return { ...none, store: system === ASK ? null : built, child, stopped: null }
  } catch (error) {
    tell(`${system} failed: ${error instanceof Error ? error.message : error}\n`)
    if (!isBound(system)) throw error
    return { ...none, stopped: 'failed' }
  }
}

async function askOne(served: Served, question: Question, limit: number): Promise<Answered | undefined> {
  if (!served.child) return undefined
  const bound = isBound(served.system) ? limit - served.spent : PATIENCE
  const reply = await served.child.request(question, Math.max(1, bound)).catch((error: Error) => {
    if (!isBound(served.system)) throw error
    return error
  })
  if (reply instanceof Error || reply?.kind !== 'answered') {
    served.child = null
    served.stopped = reply ? 'failed' : 'questions'
    return undefined
  }
  const { milliseconds, found, texts } = reply
  return { milliseconds, found, texts }
}

/** Every question to every system, each time another one first. */
async function askAll(all: Served[], questions: Question[], { limit, tell }: Options) {
  for (const [number, question] of questions.entries()) {
    tell(`question ${number + 1} of ${questions.length}`)
    for (let turn = 0; turn < all.length; turn += 1) {
      const served = all[(turn + number) % all.length]
      const answer = served && (await askOne(served, question, limit))
      if (!served || !answer) continue
      served.answers[number] = answer
      served.spent += answer.milliseconds
    }
  }
}

async function warmUp(all: Served[], questions: Question[], options: Options) {
  for (const served of all) {
    const until = Date.now() + WARM_UP.milliseconds
    for (const question of questions) {
      if (Date.now() >= until) break
      await askOne(served, question, options.limit)
    }
  }
}

/** From the start of the real program, on an existing store and without keys, to its end. */
async function measureStarts(dataDir: string, questions: Question[]): Promise<number[]> {
  const empty = await mkdtemp(join(tmpdir(), 'attache-bench-empty-'))
  const program = join(import.meta.dirname, '../../src/main.ts')
  const env = { PATH: process.env.PATH, HOME: empty, DATA_DIR: dataDir, CORPUS_DIR: empty }
  const starts: number[] = []
  for (const { text } of questions.slice(0, STARTS)) {
    const began = performance.now()
    const run = promisify(execFile)(process.execPath, [program, 'ask', text, '--json'], { env, cwd: empty })
    const { stdout } = await run
    starts.push((performance.now() - began) / 1000)
    if (JSON.parse(stdout).question !== text) throw new Error('The program answered another question.')
  }
  await rm(empty, { recursive: true, force: true })
  return starts
}

/** @param left peers that took over the limit at a smaller size: they are not built again */
export async function measureSize(size: number, left: Set<string>, options: Options): Promise<SizeResult> {
  const tell = (what: string) => options.tell(`${size.toLocaleString('en')} passages: ${what}`)
  const told = { ...options, tell }
  const corpus = await corpusFile(size, options.fresh, tell)
  const questions = makeQuestions(QUESTIONS, size, SEED)
  const { folder = '' } = (await storeOf(SEARCH, size, corpus, { ...told, limit: undefined })) ?? {}
  tell('starting the program')
  const starts = await measureStarts(folder, questions)
  tell('measuring memory and the event loop')
  const child = startChild(false)
  const alone = await child.request({ kind: 'alone', folder, questions })
  await child.stop()
  if (alone?.kind !== 'alone') throw new Error('The process that measures memory answered something else.')
  const all: Served[] = []
  for (const system of [SEARCH, ASK, ...Object.keys(peers)])
    all.push(
      left.has(system)
        ? { system, answers: [], store: null, child: null, spent: 0, stopped: 'earlier' }
        : await serve(system, size, corpus, told),
    )
  await warmUp(all, makeQuestions(WARM_UP.questions, size, WARM_UP_SEED), told)
  await askAll(all, questions, told)
  for (const { child } of all) await child?.stop()
  const systems = all.map(({ system, store, answers, stopped }) => ({ system, store, answers, stopped }))
  return { size, questions: QUESTIONS, systems, alone, starts }
}
