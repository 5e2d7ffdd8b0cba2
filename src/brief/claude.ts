/** The writer that asks Claude: passages go out as search results, cited sentences come back as offsets. */
import { createHash } from 'node:crypto'
import Anthropic from '@anthropic-ai/sdk'
import { ABSTENTION, DISAGREEMENT, earlierQuestions, readDrafts, searchResults } from './claude-blocks.ts'
import { type Patience, streamMessage } from './claude-stream.ts'
import { loadPrompt } from './prompt.ts'
import { MAX_DISAGREEMENTS, type Writer, WriterFailure, type Written } from './writer.ts'

export type ClaudeOptions = {
  apiKey: string
  /** Another server with the same interface; default Anthropic's own. */
  baseUrl?: string | undefined
  model: string
  /** `low`, `medium`, `high`, `xhigh` or `max`; left to the model when not set. */
  effort?: string | undefined
  /** Thinking counts too: leave room. Default 4096. */
  maxTokens?: number | undefined
  /** For everything together, retries and waits included. Default 45,000. */
  deadlineMs?: number | undefined
  /** Without a sign of life. Default 15,000. */
  idleMs?: number | undefined
  log: ClaudeLog
}

type ClaudeLog = {
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
}

const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const
const POINTS = 5
const BLANKS = ['question', 'earlier', 'points', 'disagreements', 'disagreement', 'abstention'] as const

/**
 * A writer that puts one request per question to Claude. Needs no network to be made.
 * Throws an Error when the key or model is blank, the effort unknown or a prompt file faulty.
 */
export function createClaudeWriter(options: ClaudeOptions): Writer {
  const { log, model } = options
  const client = createClient(options)
  const output = effortOf(options.effort)
  const maxTokens = options.maxTokens ?? 4096
  const patience: Patience = { deadlineMs: options.deadlineMs ?? 45_000, idleMs: options.idleMs ?? 15_000 }
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
    const body: Anthropic.MessageCreateParamsNonStreaming = {
      model,
      max_tokens: maxTokens,
      system: prompts.system.fill({}),
      messages: [{ role: 'user', content: [...blocks, { type: 'text', text: ask.toWellFormed() }] }],
      ...output,
    }
    const message = await streamMessage(client, body, patience, signal, (trouble) =>
      log.warn({ model, ...trouble }, 'Claude did not answer'),
    )
    const usage = usageOf(message, prompts.version)
    log.info({ ...usage, stop: message.stop_reason }, 'Claude answered')
    const incomplete = isIncomplete(message.stop_reason)
    const written = readDrafts(message.content, sent, incomplete)
    // Cut before the first whole point is no abstention.
    if (incomplete && written.drafts.length === 0) throw new WriterFailure('cut_short')
    return { ...written, usage, incomplete }
  }
}

function createClient({ apiKey, baseUrl, model }: ClaudeOptions): Anthropic {
  if (apiKey.trim() === '') throw new Error('The Claude key is blank: set it, or leave it out.')
  if (model.trim() === '') throw new Error('The Claude model is blank: name one, or leave it out.')
  return new Anthropic({
    apiKey: apiKey.trim(),
    // An empty text would mean the environment's address; null means the default.
    baseURL: baseUrl || null,
    logLevel: 'off',
    openTelemetry: false,
    maxRetries: 2,
  })
}

function effortOf(effort: string | undefined): { output_config?: Anthropic.OutputConfig } {
  if (effort === undefined || effort === '') return {}
  const known = EFFORTS.find((one) => one === effort)
  if (known === undefined) throw new Error(`The effort "${effort}" is unknown: use ${EFFORTS.join(', ')}.`)
  return { output_config: { effort: known } }
}

function loadPrompts() {
  const system = loadPrompt('system.md', [])
  const ask = loadPrompt('ask.md', BLANKS)
  const version = createHash('sha256').update(system.source).update(ask.source).digest('hex').slice(0, 8)
  return { system, ask, version }
}

/** Throws WriterFailure for an answer that must not be used; true for one that was cut short. */
function isIncomplete(stop: Anthropic.StopReason | null): boolean {
  if (stop === 'end_turn' || stop === 'stop_sequence') return false
  if (stop === 'refusal') throw new WriterFailure('declined')
  if (stop === 'tool_use' || stop === 'pause_turn') throw new WriterFailure('unfinished')
  return true
}

function usageOf({ model, usage }: Anthropic.Message, promptVersion: string): Written['usage'] {
  const cached = (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0)
  const inputTokens = usage.input_tokens + cached
  return { model, promptVersion, inputTokens, outputTokens: usage.output_tokens }
}

function nothing(promptVersion: string): Written {
  const usage = { model: null, promptVersion, inputTokens: 0, outputTokens: 0 }
  return { drafts: [], usage, unresolvedCitations: 0, incomplete: false }
}
