/** One question to Claude, whatever it is about: the client, its settings, and what an answer must be to be used. */
import Anthropic from '@anthropic-ai/sdk'
import { WriterFailure, type Written } from '../writer.ts'
import { type Patience, streamMessage } from './stream.ts'

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

type ClaudeAnswer = {
  content: Anthropic.ContentBlock[]
  usage: Omit<Written['usage'], 'promptVersion'>
  /** True when the answer was cut short. */
  incomplete: boolean
}

/** Puts instructions, passages and a task to Claude; throws WriterFailure when no answer comes that may be used. */
export type AskClaude = (
  system: string,
  passages: Anthropic.SearchResultBlockParam[],
  task: string,
  signal: AbortSignal,
) => Promise<ClaudeAnswer>

const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const

/** Needs no network to be made. Throws an Error when the key or model is blank or the effort unknown. */
export function createAskClaude(options: ClaudeOptions): AskClaude {
  const { log, model } = options
  const client = createClient(options)
  const output = effortOf(options.effort)
  const maxTokens = options.maxTokens ?? 4096
  const patience: Patience = { deadlineMs: options.deadlineMs ?? 45_000, idleMs: options.idleMs ?? 15_000 }

  return async (system, passages, task, signal) => {
    const body: Anthropic.MessageCreateParamsNonStreaming = {
      model,
      max_tokens: maxTokens,
      system,
      messages: [{ role: 'user', content: [...passages, { type: 'text', text: task.toWellFormed() }] }],
      ...output,
    }
    const message = await streamMessage(client, body, patience, signal, (trouble) =>
      log.warn({ model, ...trouble }, 'Claude did not answer'),
    )
    const usage = usageOf(message)
    log.info({ ...usage, stop: message.stop_reason }, 'Claude answered')
    return { content: message.content, usage, incomplete: isIncomplete(message.stop_reason) }
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

/** Throws WriterFailure for an answer that must not be used; true for one that was cut short. */
function isIncomplete(stop: Anthropic.StopReason | null): boolean {
  if (stop === 'end_turn' || stop === 'stop_sequence') return false
  if (stop === 'refusal') throw new WriterFailure('declined')
  if (stop === 'tool_use' || stop === 'pause_turn') throw new WriterFailure('unfinished')
  return true
}

function usageOf({ model, usage }: Anthropic.Message): ClaudeAnswer['usage'] {
  const cached = (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0)
  return { model, inputTokens: usage.input_tokens + cached, outputTokens: usage.output_tokens }
}
