/** Threads of the program's own: they are kept, and one that dies costs its own tasks only. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { openCorpus } from '../src/corpus/corpus.ts'
import { unlessAborted } from '../src/threads/abort.ts'
import { openThread } from '../src/threads/thread.ts'
import type { Wanted } from './fakes/thread-work.ts'

const opened: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const thread of opened.splice(0)) await thread.close()
})

function threadOf(data: Record<string, string> = {}, onMessage?: (message: Wanted) => void) {
  const thread = openThread<Wanted, number, Wanted>(new URL('./fakes/thread-work.ts', import.meta.url), {
    does: 'is tested',
    data,
    ...(onMessage && { onMessage }),
  })
  opened.push(thread)
  return thread
}

test('a thread is kept for its next task, and a task that fails does not cost it', async () => {
  const { run } = threadOf()
  const first = await run('answer')
  await expect(run('fail')).rejects.toThrow('It failed.')
  expect(await run('answer')).toBe(first)
})

test('a thread that dies fails all that it is at, and the next task gets another', async () => {
  const { run } = threadOf()
  const first = await run('answer')
  const ended = await Promise.allSettled([run('hang'), run('exit')])
  const stopped = {
    status: 'rejected',
    reason: new Error('The thread that is tested has stopped; try again.'),
  }
  expect(ended).toEqual([stopped, stopped])
  await expect(run('throw')).rejects.toThrow('It threw.')
  expect(await run('answer')).not.toBe(first)
})

test('a thread that does not start fails what waits for it', async () => {
  const { run } = threadOf({ fails: 'yes' })
  const failed = await Promise.allSettled([run('answer'), run('answer')])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(run('answer')).rejects.toThrow('stopped')
})

test('an aborted task ends when it looks, and its thread goes on', async () => {
  const { run } = threadOf()
  const first = await run('answer')
  const early = new AbortController()
  const late = new AbortController()
  early.abort()
  const waiting = run('stop', late.signal)
  expect(await run('stop', early.signal)).toBe(first)
  late.abort()
  expect(await waiting).toBe(first)
})

test('closing lets a last task finish, fails what hangs and takes nothing more', async () => {
  const messages: Wanted[] = []
  const thread = threadOf({}, (message) => messages.push(message))
  await thread.run('answer')
  const hanging = expect(thread.run('hang')).rejects.toThrow('stopped')
  await thread.close('answer')
  await hanging
  expect(messages).toEqual(['answer', 'hang', 'answer'])
  await expect(thread.run('answer')).rejects.toThrow('closed')
})

test('waiting that is given up ends with the reason for it', async () => {
  const given = new AbortController()
  const waiting = unlessAborted(new Promise(() => {}), given.signal)
  given.abort(new Error('not wanted'))
  await expect(waiting).rejects.toThrow('not wanted')
  await expect(unlessAborted(Promise.resolve('late'), given.signal)).rejects.toThrow('not wanted')
})

test('when the thread that writes the corpus dies, its jobs fail and the next one goes on from what is stored', async () => {
  const home = await mkdtemp(join(tmpdir(), 'corpus-thread-'))
  const started = once(process, 'worker') as Promise<[Worker]>
  const corpus = await openCorpus({ dataDir: home })
  const add = (id: string) =>
    corpus.add([{ id, name: id, bytes: Buffer.from(`The otter of ${id} swims in the river.`) }], 'shared')
  await add('a.txt')
  const [writer] = await started
  const [failed] = await Promise.allSettled([add('b.txt'), writer.terminate()])
  expect(failed).toMatchObject({
    reason: { message: expect.stringContaining('writes the corpus has stopped') },
  })
  expect(corpus.busy()).toBe(false)
  expect(await add('c.txt')).toMatchObject([{ kind: 'added' }])
  const listed = await corpus.list(['shared'], 0, 10)
  expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(['a.txt', 'c.txt']))
  const found = await corpus.query((table) => table.query().select(['document']).toArray())
  expect(new Set(found.map(({ document }) => document))).toEqual(new Set(listed.map(({ id }) => id)))
  await corpus.close()
  await rm(home, { recursive: true, force: true, maxRetries: 3 })
})
