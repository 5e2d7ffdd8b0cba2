/** What only the terminal can do, described like a command so that help and parsing know it. */
import type { Described } from './line.ts'

export const MAX_LIMIT = 1000

export const search: Described = {
  name: 'search',
  description: 'Show the passages that a question finds',
  rest: 'question',
  options: [
    { name: 'question', description: 'What to look for', type: 'string' },
    { name: 'limit', description: `How many passages at most, 1 to ${MAX_LIMIT}`, type: 'string' },
  ],
}

export const corpusImport: Described = {
  name: 'corpus import',
  description: 'Add the documents of a JSON Lines file to the corpus',
  rest: 'file',
  options: [{ name: 'file', description: 'The file, one document a line', type: 'string' }],
}

/** Understood at the prompt only. */
export const promptOnly: Described[] = [
  {
    name: 'show',
    description: 'Show a quotation of the last answer in its context',
    rest: 'number',
    options: [{ name: 'number', description: 'The number in square brackets', type: 'string' }],
  },
  { name: 'quit', description: 'Leave', options: [] },
]
