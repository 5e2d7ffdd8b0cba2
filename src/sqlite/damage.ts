/** Damaged database files, in words: which file it is, what it holds, and what to do. */
import { statSync } from 'node:fs'

/** What a database file holds, and what starting without it means: both complete a sentence. */
export type Contents = { holds: string; without: string }

/** SQLite's codes: another process holds the file, it could not be read, it is damaged, it is no database. */
const BUSY = 5
const IO_ERROR = 10
const CORRUPT = 11
const NO_DATABASE = 26

/** SQLite's code of an error, without the details in its higher bits; undefined for errors that are not SQLite's. */
function codeOf(error: unknown): number | undefined {
  const { errcode } = error as { errcode?: number }
  return errcode === undefined ? undefined : errcode & 0xff
}

export const isSqliteError = (error: unknown) => codeOf(error) !== undefined
/** Whether another process holds the file. */
export const isBusy = (error: unknown) => codeOf(error) === BUSY
/** Whether the file itself is damaged: trying again does not help. */
export const isDamage = (error: unknown) =>
  error instanceof DamagedFile || codeOf(error) === CORRUPT || codeOf(error) === NO_DATABASE

/** What is in the file and what to do, in the message. */
class DamagedFile extends Error {
  override name = 'DamagedFile'
}

/** Returns the error to throw in place of one: for a damaged file, one that says what to do; else the error itself. */
export function explain(error: unknown, path: string, contents: Contents): unknown {
  if (error instanceof DamagedFile) return error
  const cause = error instanceof Error ? error.message : String(error)
  if (isDamage(error))
    return new DamagedFile(`${path} is damaged (${cause}). ${advice(contents)}`, { cause: error })
  if (codeOf(error) !== IO_ERROR) return error
  const fault = `${path} could not be read or written (${cause}). Check whether its disk is full or failing.`
  // Errors of this kind may pass, so the code stays on it.
  const told = new Error(`${fault} If the file turns out to be damaged: ${advice(contents)}`, {
    cause: error,
  })
  return Object.assign(told, { errcode: IO_ERROR })
}

const advice = ({ holds, without }: Contents) =>
  `It holds ${holds}. Stop the program and restore the file from a backup, or move it and the files -wal and -shm beside it to another folder and start without it: ${without}.`

/** Throws when a file has been emptied, which SQLite takes for a new one and then drops what waits beside it. */
export function refuseEmptied(path: string, contents: Contents): void {
  const size = (name: string) => statSync(name, { throwIfNoEntry: false })?.size
  if (size(path) !== 0 || !size(`${path}-wal`)) return
  throw new DamagedFile(`${path} is damaged (it is empty). ${advice(contents)}`)
}
