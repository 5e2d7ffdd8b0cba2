/** Tasks for a pool's threads: they wait, burn processor time, fail, or do as they are told. */
import { begin, type Numbered } from '../../src/threads/task.ts'

export type Told =
  | { kind: 'answer'; value: string }
  /** Nothing uses a processor meanwhile, as on a busy machine. */
  | { kind: 'starve'; milliseconds: number }
  | { kind: 'burn' }
  | { kind: 'hang' }
  | { kind: 'fill' }
  | { kind: 'exit' }

const NEVER = new Int32Array(new SharedArrayBuffer(4))

export default async function work(numbered: Numbered<Told>): Promise<string> {
  begin(numbered)
  const { task } = numbered
  if (task.kind === 'answer') return task.value
  if (task.kind === 'starve') Atomics.wait(NEVER, 0, 0, task.milliseconds)
  if (task.kind === 'burn') for (;;);
  if (task.kind === 'hang') await new Promise(() => setInterval(() => {}, 1000))
  if (task.kind === 'exit') process.exit(1)
  const held: object[] = []
  while (task.kind === 'fill') held.push(Array.from({ length: 1000 }, (_, at) => ({ at })))
  return task.kind
}
