import { defineConfig } from 'vitest/config'

// Tests start real servers and processes; a slow machine gets the time it needs.
export default defineConfig({
  test: {
    globalSetup: ['tests/fakes/temporary.ts'],
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // They wait more than they work: one worker less than there are cores, the default, would be one on two.
    maxWorkers: '100%',
  },
})
