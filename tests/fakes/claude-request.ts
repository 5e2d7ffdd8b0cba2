/** What the fake Claude reads of a request, and the documented reasons to refuse one. */
import type { IncomingHttpHeaders } from 'node:http'

/** Loose on purpose: it is checked here, as it comes over the wire. */
export type Block = {
  type?: string
  text?: string
  source?: string
  title?: string
  content?: Block[]
  citations?: { enabled?: boolean } | unknown[]
}
export type Body = {
  model?: string
  max_tokens?: number
  stream?: boolean
  system?: string | Block[]
  messages?: { role: string; content: string | Block[] }[]
  output_config?: { effort?: string; format?: unknown }
  [other: string]: unknown
}
export type Refusal = { status: number; type: string; message: string }

const KNOWN = new Set(
  'model max_tokens stream system messages output_config metadata thinking tools tool_choice stop_sequences service_tier cache_control'.split(
    ' ',
  ),
)

const blocksOf = (content: string | Block[]): Block[] =>
  typeof content === 'string' ? [{ type: 'text', text: content }] : content

/** Every search result of a request, in the order that citations count them. */
export function searchResultsOf(body: Body): Block[] {
  const found: Block[] = []
  const collect = (blocks: Block[]) => {
    for (const block of blocks) {
      if (block.type === 'search_result') found.push(block)
      if (block.type === 'tool_result' && Array.isArray(block.content)) collect(block.content)
    }
  }
  for (const { content } of body.messages ?? []) collect(blocksOf(content))
  return found
}

/** Undefined for a request that the API accepts. */
export function refusalOf(
  method: string | undefined,
  path: string | undefined,
  headers: IncomingHttpHeaders,
  body: Body,
): Refusal | undefined {
  if (method !== 'POST' || path !== '/v1/messages') {
    return { status: 404, type: 'not_found_error', message: 'Not found' }
  }
  if (!/^Bearer \S+$/.test(headers.authorization ?? '')) {
    return { status: 401, type: 'authentication_error', message: 'Bearer token is required' }
  }
  const fault = headers['anthropic-version'] ? faultOf(body) : 'anthropic-version: header is required'
  return fault === undefined ? undefined : { status: 400, type: 'invalid_request_error', message: fault }
}

function faultOf(body: Body): string | undefined {
  const extra = Object.keys(body).find((key) => !KNOWN.has(key))
  if (extra !== undefined) return `${extra}: Extra inputs are not permitted`
  if (!body.model) return 'model: Field required'
  if (!Number.isInteger(body.max_tokens)) return 'max_tokens: Field required'
  if (!body.messages?.length) return 'messages: at least one message is required'
  if (body.messages.at(-1)?.role === 'assistant') return 'prefilling assistant messages is not supported'
  if (body.stream !== true) return 'this server only streams'
  return faultOfMessages(body.messages) ?? faultOfResults(body)
}

function faultOfMessages(messages: NonNullable<Body['messages']>): string | undefined {
  for (const { role, content } of messages) {
    for (const block of blocksOf(content)) {
      if (block.type === 'text' && !block.text) return 'text content blocks must be non-empty'
      if (role === 'assistant' && (block.type === 'search_result' || block.type === 'document')) {
        return `${block.type} blocks are not permitted in assistant messages`
      }
      if (
        role === 'user' &&
        block.type === 'text' &&
        Array.isArray(block.citations) &&
        block.citations.length
      ) {
        return 'citations are not permitted on text blocks in user messages'
      }
    }
  }
  return undefined
}

function faultOfResults(body: Body): string | undefined {
  const results = searchResultsOf(body)
  const enabled = results.map(({ citations }) => !Array.isArray(citations) && citations?.enabled === true)
  if (new Set(enabled).size > 1) return 'citations must be enabled on all search results or on none'
  if (enabled.includes(true) && body.output_config?.format) return 'citations do not go with output formats'
  for (const { source, title, content } of results) {
    if (typeof source !== 'string' || typeof title !== 'string')
      return 'search_result: source and title required'
    if (!Array.isArray(content) || content.length === 0) return 'search_result.content: must not be empty'
    if (content.some(({ type }) => type !== 'text')) return 'search_result.content: only text blocks'
    if (content.some(({ text }) => !text)) return 'search_result.content: text blocks must be non-empty'
  }
  return undefined
}
