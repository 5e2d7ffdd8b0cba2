/** The measurements, described like commands so that help and parsing know them. */
import type { MeasurementCommand } from './report.ts'
import { runAsk } from './report-ask.ts'
import { runCheck } from './report-check.ts'
import { runRetrieval } from './report-retrieval.ts'
import { runSpeakers } from './report-speakers.ts'
import { runStories } from './report-stories.ts'
import { runTimeline } from './report-timeline.ts'

const folder = {
  name: 'folder',
  description: 'Holds corpus.jsonl, queries.jsonl and qrels/test.tsv',
  type: 'string',
} as const

const retrieval: MeasurementCommand = {
  name: 'retrieval',
  run: runRetrieval,
  description: 'Measure the search on a test collection in BEIR’s layout',
  rest: 'folder',
  options: [
    folder,
    { name: 'run', description: 'Write the rankings to this file, as a TREC run', type: 'string' },
  ],
}

const ask: MeasurementCommand = {
  name: 'ask',
  run: runAsk,
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

const check: MeasurementCommand = {
  name: 'check',
  run: runCheck,
  description: 'Measure how often the check of a claim shows a document that it was judged by',
  rest: 'folder',
  options: [
    folder,
    {
      name: 'queries',
      description: 'Check the claims of this other collection, for which nothing should be near',
      type: 'string',
    },
  ],
}

const timeline: MeasurementCommand = {
  name: 'timeline',
  run: runTimeline,
  description: 'Measure the daily briefings of a collection’s days against timelines that people wrote',
  rest: 'folder',
  options: [
    { name: 'folder', description: 'Holds corpus.jsonl with dates and timelines.jsonl', type: 'string' },
  ],
}

const stories: MeasurementCommand = {
  name: 'stories',
  run: runStories,
  description: 'Measure the grouping into stories on a collection of clustered documents',
  rest: 'folder',
  options: [{ name: 'folder', description: 'Holds corpus.jsonl and clusters.tsv', type: 'string' }],
}

const speakers: MeasurementCommand = {
  name: 'speakers',
  run: runSpeakers,
  description: 'Measure whose words sentences are said to be, against texts with noted speakers',
  rest: 'file',
  options: [
    {
      name: 'file',
      description:
        'One text a line: {"text", "language", "attributions": [{"start", "end", "speaker", "kind"}]}',
      type: 'string',
    },
  ],
}

export const measurements = [retrieval, ask, check, stories, timeline, speakers]
