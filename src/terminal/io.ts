/** What the terminal reads from and writes to: this process's streams, or a test's. */
import type { Readable, Writable } from 'node:stream'
import type { Look } from './text.ts'

export type Io = {
  input: Readable
  output: Writable
  errors: Writable
  /** A person types: there is a prompt, and progress overwrites itself. */
  isInteractive: boolean
  look: Look
}

const DEFAULT_WIDTH = 100

/** The streams of this process; coloured only on a terminal, unless NO_COLOR says otherwise. */
export const processIo = (): Io => ({
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  isInteractive: process.stdin.isTTY === true,
  look: {
    colour: process.stdout.isTTY === true && process.stdout.hasColors?.() === true,
    // A terminal that does not know its size says 0.
    width: process.stdout.columns || DEFAULT_WIDTH,
  },
})
