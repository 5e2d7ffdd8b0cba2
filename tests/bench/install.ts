/** Installs the peers into this folder when they are missing or not those of the lock file. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const HERE = import.meta.dirname
const LOCK = join(HERE, 'package-lock.json')
const STAMP = join(HERE, 'node_modules', '.installed-lock.json')

/** Throws an Error when npm does not manage. */
export function installPeers(): void {
  const wanted = readFileSync(LOCK, 'utf8')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  process.stderr.write('Installing the systems to compare with …\n')
  // npm names its own program to the scripts that it runs; without it, the shell finds npm.
  const npm = process.env.npm_execpath
  const words = ['ci', '--prefix', HERE]
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...words], { stdio: ['ignore', 2, 2], cwd: HERE })
    : spawnSync(`npm ${words.join(' ')}`, { stdio: ['ignore', 2, 2], cwd: HERE, shell: true })
  if (status !== 0)
    throw new Error('The systems to compare with could not be installed; run npm ci in tests/bench.')
  writeFileSync(STAMP, wanted)
}
