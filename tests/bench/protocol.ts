/** What the benchmark and its child processes tell each other. */
import type { Question } from './generate.ts'

export type Task =
  /** Builds a store on disk, once. */
  | { kind: 'build'; system: string; folder: string; corpus: string; size: number }
  /** Opens a store and answers questions one at a time. */
  | { kind: 'serve'; system: string; folder: string; corpus: string }
  /** Measures memory and the event loop with nothing else in the process. */
  | { kind: 'alone'; folder: string; questions: Question[] }

export type Built = { seconds: number; peakMegabytes: number }
export type Answered = {
  milliseconds: number
  /** True when one of the texts holds the sentence that the question was made from. */
  found: boolean
  texts: number
}
export type Alone = {
  openedMegabytes: number
  /** After all questions one at a time, and after the rounds of eight at once. */
  askedMegabytes: number
  concurrentMegabytes: number
  /** Of the event loop, while eight questions are answered at once, in milliseconds. */
  delay: { p50: number; p99: number; max: number }
  asksPerSecond: number
}

export type FromChild =
  | { kind: 'progress'; done: number }
  | ({ kind: 'built' } & Built)
  | ({ kind: 'ready' } & Built)
  | ({ kind: 'answered' } & Answered)
  | ({ kind: 'alone' } & Alone)

export const [SEARCH, ASK, BARE] = ['Attaché search', 'Attaché ask', 'LanceDB, bare']
