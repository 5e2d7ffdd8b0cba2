/** Watches the corpus folder. */
import { watch as watchFiles } from 'chokidar'
import type { SyncResult } from '../ingest/batch.ts'

/** A file is read when it has not grown for this long; changes that come together are read together. */
const SETTLED_MS = 150
const TOGETHER_MS = 100

/**
 * Synchronises when something in the folder changes; returns how to stop. `onSync` is told of every result, and of
 * what failed, its own faults included.
 */
export async function watchFolder(
  folder: string,
  synchronise: () => Promise<SyncResult>,
  onSync: (result: SyncResult | Error) => void,
) {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const fail = (error: unknown) => onSync(error instanceof Error ? error : new Error(String(error)))
  const watcher = watchFiles(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: SETTLED_MS / 3 },
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(synchronise).then(onSync).catch(fail)
    }, TOGETHER_MS)
  })
  watcher.on('error', fail)
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
    await running
  }
}
