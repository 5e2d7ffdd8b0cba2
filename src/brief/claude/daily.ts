/** The writer of daily briefings that asks Claude: all stories in one request, one line back for each sentence. */
import { createHash } from 'node:crypto'
import type Anthropic from '@anthropic-ai/sdk'
import { loadPrompt } from '../prompt.ts'
import {
  type Draft,
  type StoryDrafts,
  type StoryToWrite,
  type StoryWriter,
  WriterFailure,
} from '../writer.ts'
import { readLines, SENTENCE_END, type Sent, searchResults } from './blocks.ts'
import { type ClaudeOptions, createAskClaude } from './client.ts'

const NEWS = 'NEWS'
const CHANGED = 'CHANGED'
const MAX_POINTS = 2
const LINE = new RegExp(
  String.raw`^\s*(\d{1,2})[.):]?\s+(${NEWS}|${CHANGED})(?![\p{L}\p{N}])[.:,]?\s{0,3}[-–—]?\s{0,3}(.+)$`,
  'u',
)
const MARKER = new RegExp(
  String.raw`^[\s*]*(?:\d{1,2}[.):]?[\s*]*(?:(?:${NEWS}|${CHANGED})[.:,]?[\s*–—-]*)?)?`,
)

/**
 * A writer that puts one request per briefing to Claude. Needs no network to be made.
 * Throws an Error when the key or model is blank, the effort unknown or a prompt file faulty.
 */
export function createClaudeDaily(options: ClaudeOptions): StoryWriter {
  const askClaude = createAskClaude(options)
  const system = loadPrompt('system.md', [])
  const daily = loadPrompt('daily.md', ['count', 'news', 'changed', 'language'])
  const promptVersion = createHash('sha256')
    .update(system.source)
    .update(daily.source)
    .digest('hex')
    .slice(0, 8)

  return async (stories, locale, signal) => {
    const { blocks, sent } = searchResults(stories.flatMap(labelled))
    const task = daily.fill({
      count: String(stories.length),
      news: NEWS,
      changed: CHANGED,
      language: new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? locale,
    })
    const { content, usage, incomplete } = await askClaude(system.fill({}), blocks, task, signal)
    const { lines, unresolvedCitations, uncitedClaims } = readStoryLines(content, sent, incomplete)
    // Cut before the first whole line is no briefing.
    if (incomplete && lines.length === 0) throw new WriterFailure('cut_short')
    return {
      stories: stories.map((story, at) =>
        draftsOf(
          story,
          lines.filter(({ number }) => number === at + 1),
        ),
      ),
      usage: { ...usage, promptVersion },
      unresolvedCitations,
      uncitedClaims,
      incomplete,
    }
  }
}

const labelled = ({ passages, earlier }: StoryToWrite, at: number) => [
  ...passages.map((passage) => ({ passage, label: `${at + 1}` })),
  ...earlier.map((passage) => ({ passage, label: `${at + 1} EARLIER` })),
]

type Line = { number: number; isChange: boolean; draft: Draft }

function readStoryLines(content: Anthropic.ContentBlock[], sent: Sent[], cut: boolean) {
  const { lines, unresolvedCitations } = readLines(content, sent, MARKER)
  const written = lines.filter(({ text }) => text.trim() !== '')
  if (cut && !SENTENCE_END.test(written.at(-1)?.text.trim() ?? '.')) written.pop()
  const told = written.flatMap((line) => lineIn(line) ?? [])
  const whole = told.filter(({ draft }) => draft.citations.length === 0).length
  const beside = written.reduce((sum, { uncited }) => sum + uncited.length, 0)
  return { lines: told, unresolvedCitations, uncitedClaims: whole + beside }
}

function lineIn({ text, citations }: Draft): Line | null {
  const [, number, word, sentence = ''] = LINE.exec(text.replaceAll('*', '').trim()) ?? []
  if (!/[\p{L}\p{N}]/u.test(sentence)) return null
  return { number: Number(number), isChange: word === CHANGED, draft: { text: sentence.trim(), citations } }
}

/** What cites none of the story's own passages of today is not said of it. */
function draftsOf({ passages, earlier }: StoryToWrite, lines: Line[]): StoryDrafts {
  const own = new Set(passages.map(({ document }) => document))
  const drafts = lines.map(({ isChange, draft }) => ({
    isChange,
    draft: { ...draft, citations: draft.citations.filter(({ document }) => own.has(document)) },
  }))
  const supported = drafts.filter(({ draft }) => draft.citations.length > 0)
  const changed = earlier.length > 0 ? supported.find(({ isChange }) => isChange) : undefined
  return {
    changed: changed?.draft ?? null,
    points: supported
      .filter((one) => one !== changed && !one.isChange)
      .slice(0, MAX_POINTS)
      .map(({ draft }) => draft),
  }
}
