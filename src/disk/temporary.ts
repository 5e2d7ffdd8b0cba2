/** The data folder's own place for temporary files: the system's may be missing, read-only or full. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openLock } from '../sqlite/database.ts'

const LOCK = 'lock'

/** Disposing of it removes it. */
export type Temporary = Disposable & { path: string }

/**
 * Makes a folder for this process in `DATA_DIR/tmp`, and removes those of processes that were killed: whoever lives
 * holds the lock in theirs. Throws one sentence when the data folder cannot be written to.
 */
export async function openTemporary(dataDir: string): Promise<Temporary> {
  const root = join(dataDir, 'tmp')
  try {
    mkdirSync(root, { recursive: true })
    const lock = openLock(join(root, LOCK))
    try {
      return await lock.hold(async () => {
        for (const name of readdirSync(root, { withFileTypes: true }))
          if (name.isDirectory()) removeLeft(join(root, name.name))
        return makeIn(root)
      })
    } finally {
      lock.close()
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `The data folder ${dataDir} cannot be written to (${reason}). Make room or allow it, or set DATA_DIR to another one.`,
    )
  }
}

function makeIn(root: string): Temporary {
  const path = mkdtempSync(join(root, 'run-'))
  const lock = openLock(join(path, LOCK))
  lock.keep()
  return {
    path,
    [Symbol.dispose]: () => {
      lock.close()
      rmSync(path, { recursive: true, force: true })
    },
  }
}

function removeLeft(path: string): void {
  const lock = openLock(join(path, LOCK))
  const isLeft = lock.keep()
  lock.close()
  if (isLeft) rmSync(path, { recursive: true, force: true })
}
