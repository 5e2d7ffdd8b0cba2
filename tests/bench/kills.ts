/** `node tests/bench/kills.ts --kills 200`: briefings that are due while the program is killed, none lost, none twice. */
import { parseArgs } from 'node:util'
import { type Killed, killAgainAndAgain } from './kill.ts'
import { seeded } from './words.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '6' } },
})
const kills = Math.ceil(Number(values.kills) / 4)
const random = seeded(Number(values.seed))

/** A restart that takes longer than Discord knows a nonce: a lease alone runs longer than this. */
const [USUAL, SHORT] = [5 * 60_000, 4000]
const common = { kills, perSecond: 6, channels: 20, random }
const parts = [
  { name: 'one process', ...common, processes: 1, failing: false, nonceMs: USUAL },
  { name: 'two processes', ...common, processes: 2, failing: false, nonceMs: USUAL },
  { name: 'one, Discord failing', ...common, processes: 1, failing: true, nonceMs: SHORT },
  { name: 'two, Discord failing', ...common, processes: 2, failing: true, nonceMs: SHORT },
]
const say = (name: string, { kills, due, posted, duplicates, losses, found, violations }: Killed) =>
  process.stdout.write(
    `${name.padEnd(22)} ${kills} kills, ${due} due, ${posted} posted, ${duplicates} duplicates, ${losses} losses; ${found} found standing there, ${violations.length} refused by Discord\n`,
  )

const all: Killed = { kills: 0, due: 0, posted: 0, duplicates: 0, losses: 0, found: 0, violations: [] }
for (const { name, ...options } of parts) {
  const killed = await killAgainAndAgain(options)
  say(name, killed)
  for (const key of ['kills', 'due', 'posted', 'duplicates', 'losses', 'found'] as const)
    all[key] += killed[key]
  all.violations.push(...killed.violations)
}
say('in all', all)
for (const violation of new Set(all.violations)) process.stdout.write(`  ${violation}\n`)
process.exitCode = all.duplicates === 0 && all.losses === 0 ? 0 : 1
