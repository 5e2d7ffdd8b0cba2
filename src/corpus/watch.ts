/** Watches the corpus folder. */
import { watch as watchFiles } from 'chokidar'
import type { SyncResult } from '../ingest/batch.ts'

/** A file is read when it has not grown for this long; changes that come together are read together. Milliseconds. */
const SETTLED = 150
const TOGETHER = 100

/** Synchronises when something in the folder changes; answers how to stop. `onSync` is told of every result. */
export async function watchFolder(
  folder: string,
  synchronise: () => Promise<SyncResult>,
  onSync: (result: SyncResult | Error) => void,
) {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const watcher = watchFiles(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: SETTLED, pollInterval: SETTLED / 3 },
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(() => synchronise().then(onSync, onSync)).catch(() => {})
    }, TOGETHER)
  })
  watcher.on('error', (error) => onSync(error instanceof Error ? error : new Error(String(error))))
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
    await running
  }
}
