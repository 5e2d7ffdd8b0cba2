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

const folder = {
  name: 'folder',
  description: 'Holds corpus.jsonl, queries.jsonl and qrels/test.tsv',
  type: 'string',
} as const

export const evalRetrieval: Described = {
  name: 'eval retrieval',
  description: 'Measure the search on a test collection in BEIR’s layout',
  rest: 'folder',
  options: [
    folder,
    { name: 'run', description: 'Write the rankings to this file, as a TREC run', type: 'string' },
  ],
}

export const evalAsk: Described = {
  name: 'eval ask',
  description: 'Measure the extractive answers to a test collection’s questions',
  rest: 'folder',
  options: [
    folder,
    { name: 'out', description: 'Write every answer to this file, one JSON object a line', type: 'string' },
    {
      name: 'queries',
      description: 'Ask the questions of this other collection, which should all be refused',
      type: 'string',
    },
  ],
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
