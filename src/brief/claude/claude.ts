/** The writer that asks Claude: passages go out as search results, cited sentences come back as offsets. */
import { createHash } from 'node:crypto'
import { loadPrompt } from '../prompt.ts'
import { MAX_DISAGREEMENTS, type Writer, WriterFailure, type Written } from '../writer.ts'
import { ABSTENTION, DISAGREEMENT, earlierQuestions, readDrafts, searchResults } from './blocks.ts'
import { type ClaudeOptions, createAskClaude } from './client.ts'

const POINTS = 5
const BLANKS = ['question', 'earlier', 'points', 'disagreements', 'disagreement', 'abstention'] as const

/**
 * A writer that puts one request per question to Claude. Needs no network to be made.
 * Throws an Error when the key or model is blank, the effort unknown or a prompt file faulty.
 */
export function createClaudeWriter(options: ClaudeOptions): Writer {
  const askClaude = createAskClaude(options)
  const prompts = loadPrompts()

  return async (question, hits, signal, earlier = []) => {
    const { blocks, sent } = searchResults(hits)
    if (blocks.length === 0) return nothing(prompts.version)
    const ask = prompts.ask.fill({
      question,
      earlier: earlierQuestions(earlier),
      points: String(POINTS),
      disagreements: String(MAX_DISAGREEMENTS),
      disagreement: DISAGREEMENT,
      abstention: ABSTENTION,
    })
    const { content, usage, incomplete } = await askClaude(prompts.system.fill({}), blocks, ask, signal)
    const written = readDrafts(content, sent, incomplete)
    // Cut before the first whole point is no abstention.
    if (incomplete && written.drafts.length === 0) throw new WriterFailure('cut_short')
    return { ...written, usage: { ...usage, promptVersion: prompts.version }, incomplete }
  }
}

function loadPrompts() {
  const system = loadPrompt('system.md', [])
  const ask = loadPrompt('ask.md', BLANKS)
  const version = createHash('sha256').update(system.source).update(ask.source).digest('hex').slice(0, 8)
  return { system, ask, version }
}

function nothing(promptVersion: string): Written {
  const usage = { model: null, promptVersion, inputTokens: 0, outputTokens: 0 }
  return { drafts: [], usage, unresolvedCitations: 0, incomplete: false }
}
