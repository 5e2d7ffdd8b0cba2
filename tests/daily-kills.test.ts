/** A short version of `node tests/bench/kills.ts`. */
import { expect } from 'vitest'
import { killAgainAndAgain } from './bench/kill.ts'
import { seeded } from './bench/words.ts'
import { longTest } from './fakes/runs.ts'

longTest(
  'no briefing is lost or posted twice by two processes that are killed again and again while Discord fails',
  async () => {
    const { due, violations, ...killed } = await killAgainAndAgain({
      ...{ kills: 10, perSecond: 4, channels: 5, processes: 2, failing: true },
      // Discord forgets before a lease runs out, as after a long restart.
      ...{ nonceMs: 4000, random: seeded(1) },
    })
    expect(due).toBeGreaterThan(20)
    expect(killed).toMatchObject({ posted: due, duplicates: 0, losses: 0 })
    expect(violations).toEqual([])
  },
  180_000,
)
