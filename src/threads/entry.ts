/** Where a thread of the program's own starts: like the main thread it keeps its compiled code for the next start. */
import { enableCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'

export type Entry = {
  /** The URL of the module that does the work. */
  entry: string
  compileCache: string | undefined
}

const { entry, compileCache } = workerData as Entry
if (compileCache) enableCompileCache(compileCache)
const { default: work } = await import(entry)
export default work
