import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Briefing } from '../src/brief/briefing.ts'
import { openLedger } from '../src/ledger/ledger.ts'

const briefing = (tokens: number): Briefing => ({
  question: 'Why?',
  status: 'answered',
  points: [{ text: 'Because.', quotes: [0] }],
  disagreements: [],
  unsaid: [],
  quotes: [{ document: 'a.md', hash: 'h', start: 0, end: 8, text: 'Because.' }],
  documents: [],
  nearest: [],
  coverage: { documents: 1, passages: 1, oldest: null, newest: null },
  confidence: 1,
  receipt: {
    writer: 'claude',
    model: 'test',
    promptVersion: null,
    inputTokens: tokens,
    outputTokens: 1,
    milliseconds: 1,
    droppedCitations: 0,
    droppedPoints: 0,
    fallback: null,
    incomplete: false,
  },
})

test('an answer is the same after a restart, and its tokens count towards the day', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  const path = join(folder, 'ledger.sqlite')
  const answer = {
    id: 'one',
    asked: '2026-01-02T10:00:00.000Z',
    person: 'p',
    collections: ['shared'],
    briefing: briefing(10),
  }
  const ledger = await openLedger(path)
  await ledger.save(answer)
  await ledger.save({ ...answer, id: 'two', asked: '2026-01-01T10:00:00.000Z' })
  await ledger.close()
  const again = await openLedger(path)
  expect(await again.answer('one')).toEqual(answer)
  expect(await again.answer('three')).toBeUndefined()
  expect(await again.tokensSince('2026-01-02')).toBe(11)
  await again.close()
  await rm(folder, { recursive: true })
})

test('what save has acknowledged survives kill -9', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  const path = join(folder, 'ledger.sqlite')
  const script = join(folder, 'save.ts')
  await writeFile(
    script,
    `import { openLedger } from ${JSON.stringify(new URL('../src/ledger/ledger.ts', import.meta.url).href)}
    const ledger = await openLedger(${JSON.stringify(path)})
    const briefing = ${JSON.stringify(briefing(1))}
    for (let id = 0; ; id++) {
      await ledger.save({ id: String(id), asked: '2026-01-01', person: 'p', collections: [], briefing })
      process.stdout.write(id + '\\n')
    }`,
  )
  const child = spawn(process.execPath, [script])
  let told = ''
  child.stdout.on('data', (chunk) => {
    told += chunk
    if (told.split('\n').length > 20) child.kill('SIGKILL')
  })
  await once(child, 'close')
  const saved = told.split('\n').slice(0, -1)
  expect(saved.length).toBeGreaterThanOrEqual(20)
  const ledger = await openLedger(path)
  for (const id of saved) expect((await ledger.answer(id))?.id).toBe(id)
  await ledger.close()
  await rm(folder, { recursive: true })
})
