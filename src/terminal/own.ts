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

export const daily: Described = {
  name: 'daily',
  description: 'Brief on what is new, grouped into stories',
  options: [
    {
      name: 'since',
      description: 'From when: today, week, month, year or a day; without it, the last 24 hours',
      type: 'string',
    },
    { name: 'until', description: 'Before when, such as 2024-05-22; without it, until now', type: 'string' },
    { name: 'topics', description: 'Only documents on these topics, with commas between', type: 'string' },
    { name: 'sources', description: 'Only documents of these sources, with commas between', type: 'string' },
    {
      name: 'out',
      description: 'Write it to this file: a web page (.html) or Markdown (.md)',
      type: 'string',
    },
  ],
}

export const corpusImport: Described = {
  name: 'corpus import',
  description: 'Add the documents of a JSON Lines file to the corpus',
  rest: 'file',
  options: [{ name: 'file', description: 'The file, one document a line', type: 'string' }],
}

export const corpusAdd: Described = {
  name: 'corpus add',
  description: 'Add files, folders and web pages to the corpus',
  rest: 'items',
  many: true,
  options: [{ name: 'items', description: 'Paths and addresses', type: 'string' }],
}

export const corpusList: Described = {
  name: 'corpus list',
  description: 'List the documents of the corpus, the latest additions first',
  options: [{ name: 'page', description: 'Which page, from 1', type: 'string' }],
}

const corpusRemove: Described = {
  name: 'corpus remove',
  description: 'Take documents out of the corpus',
  rest: 'documents',
  many: true,
  options: [{ name: 'documents', description: 'Their ids, as corpus list shows them', type: 'string' }],
}

const address = {
  name: 'address',
  description: 'The address of the feed',
  type: 'string',
} as const

export const feedsList: Described = {
  name: 'corpus feeds',
  description: 'List the feeds whose items become documents',
  options: [{ name: 'opml', description: 'Print them as OPML', type: 'boolean' }],
}

export const feedsAdd: Described = {
  name: 'corpus feeds add',
  description: 'Follow a feed: RSS, Atom or JSON Feed',
  rest: 'address',
  options: [address],
}

export const feedsRemove: Described = {
  name: 'corpus feeds remove',
  description: 'Follow a feed no longer; its documents stay',
  rest: 'address',
  options: [address],
}

/** What changes or lists the corpus. */
export const libraryCommands = [corpusAdd, corpusList, corpusRemove, feedsList, feedsAdd, feedsRemove]

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
