/** Why a document was refused is told to its server without the paths of the operator's machine. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reasonFor } from '../src/ingest/batch.ts'
import { english } from '../src/locales/language.ts'
import { refusalText } from '../src/locales/refusal.ts'
import { Refusal } from '../src/refusal.ts'

const SERVER = '900000000000000001'
const textFor = (error: unknown, collection: string) => refusalText(reasonFor(error, collection), english)
const names = fc.array(fc.stringMatching(/^[a-z0-9._ -]{1,12}$/), { minLength: 1, maxLength: 5 })

describe('the reason of a fault', () => {
  test('names no path of the machine to a server, and all of it to the operator', () => {
    for (const write of [
      (path: string) => `ENOSPC: no space left on device, open '${path}'`,
      (path: string) => `Cannot open "${path}".`,
      (path: string) =>
        `${path.replaceAll(' ', '_')} could not be read or written (disk I/O error). Check it.`,
    ])
      fc.assert(
        fc.property(names, fc.constantFrom('/', 'C:\\', 'file:///'), (parts, root) => {
          const folder = ['operator', ...parts].join('/')
          const error = new Error(write(`${root}${folder}/corpus.sqlite`))
          expect(textFor(error, SERVER)).not.toMatch(/operator|corpus\.sqlite/)
          expect(textFor(error, 'shared')).toContain('operator')
        }),
      )
  })

  test('stays as it is where it names none', () => {
    const cause = 'Invalid object number 3/4: https://example.org/a is no file'
    expect(reasonFor(new Error(cause), SERVER)).toEqual({ key: 'refusal.unreadable', values: { cause } })
    expect(reasonFor(new Refusal('refusal.noText'), SERVER)).toEqual({ key: 'refusal.noText' })
  })
})
