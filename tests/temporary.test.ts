/** Temporary files lie in the data folder, whatever the system has for them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTemporary } from '../src/disk/temporary.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'temporary-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

const runs = async () => (await readdir(join(home, 'tmp'))).filter((name) => name.startsWith('run-'))

test('a folder that a killed process left is removed, that of a living one is not', async () => {
  using living = await openTemporary(home)
  await mkdir(join(home, 'tmp', 'run-left', 'spill'), { recursive: true })
  await writeFile(join(home, 'tmp', 'run-left', 'spill', 'page'), 'x')
  {
    using second = await openTemporary(home)
    expect((await runs()).map((name) => join(home, 'tmp', name)).toSorted()).toEqual(
      [living.path, second.path].toSorted(),
    )
  }
  expect(await runs()).toHaveLength(1)
})

test('several that start at once have a folder each', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => openTemporary(home)))
  expect(new Set(all.map(({ path }) => path)).size).toBe(8)
  expect(await runs()).toHaveLength(8)
  for (const one of all) one[Symbol.dispose]()
  expect(await runs()).toEqual([])
})

test('a data folder that cannot be written to is one sentence that names it', async () => {
  await writeFile(join(home, 'file'), '')
  await expect(openTemporary(join(home, 'file'))).rejects.toThrow(
    /^The data folder .*file cannot be written to \(.*\)\. Make room or allow it, or set DATA_DIR to another one\.$/,
  )
})

test('the program answers where the system has no folder for temporary files, and leaves none behind', async () => {
  await mkdir(join(home, 'corpus'))
  await writeFile(join(home, 'corpus', 'otter.md'), '# Otters\n\nThe otter swims in the river.\n')
  // A file of another format is read in a thread that sees no environment of its own.
  await writeFile(
    join(home, 'corpus', 'heron.html'),
    '<title>Heron</title><p>The heron stands in the water.</p>',
  )
  const env = {
    ...{ PATH: process.env.PATH, TMPDIR: join(home, 'nowhere'), DISCORD_TOKEN: '', ANTHROPIC_API_KEY: '' },
    ...{ DATA_DIR: join(home, 'data'), CORPUS_DIR: join(home, 'corpus') },
  }
  const child = spawn(process.execPath, ['src/main.ts', 'search', 'otter or heron', '--json'], { env })
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  expect(errors).not.toContain('panicked')
  expect(code).toBe(0)
  expect(JSON.parse(output).passages).toHaveLength(2)
  expect((await readdir(join(home, 'data', 'tmp'))).filter((name) => name.startsWith('run-'))).toEqual([])
})
