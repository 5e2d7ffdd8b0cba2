/** The writing thread's entry: like the main thread it keeps its compiled code for the next start. */
import { enableCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'

const { compileCache } = workerData as { compileCache: string | undefined }
if (compileCache) enableCompileCache(compileCache)
await import('./worker.ts')
