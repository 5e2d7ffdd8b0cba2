import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const ALL = 'tests/**/*.test.ts'
/** The files whose counts or sizes are larger in a long run. */
const long = () =>
  globSync(ALL).filter((path) => readFileSync(path, 'utf8').includes("from './fakes/runs.ts'"))

// Tests start real servers and processes; a slow machine gets the time it needs.
export default defineConfig(({ mode }) => ({
  test: {
    globalSetup: ['tests/fakes/temporary.ts'],
    include: mode === 'long' ? long() : [ALL],
    env: { TEST_RUNS: mode },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // They wait more than they work: one worker less than there are cores, the default, would be one on two.
    maxWorkers: '100%',
  },
}))
