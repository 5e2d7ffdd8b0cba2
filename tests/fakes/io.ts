/** What a program in this process reads and writes in place of its own streams. */
import { Readable, Writable } from 'node:stream'
import type { Io } from '../../src/terminal/io.ts'

export type TestIo = {
  io: Io
  output: () => string
  errors: () => string
}

export function testIo(input = ''): TestIo {
  const [output, errors] = [collector(), collector()]
  const look = { colour: false, width: 100 }
  const io = { input: Readable.from([input]), output, errors, isInteractive: false, look }
  return { io, output: output.text, errors: errors.text }
}

/** A stream that keeps what is written to it. */
function collector() {
  const parts: string[] = []
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      parts.push(String(chunk))
      done()
    },
  })
  return Object.assign(stream, { text: () => parts.join('') })
}
