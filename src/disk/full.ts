/** Tells faults of the machine (a full disk, no permission) from faults of the data. */

const FULL = /database or disk is full|\bENOSPC\b|\bEDQUOT\b|no space left on device|\(os error (?:28|122)\)/i
const SQLITE_FULL = 13

/** True when an error of SQLite, of LanceDB or of the file system says that there is no room left. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (error as { errcode?: number }).errcode === SQLITE_FULL || FULL.test(error.message)
}
