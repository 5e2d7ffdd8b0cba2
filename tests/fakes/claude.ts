/**
 * A server that speaks Claude's Messages API as it is documented: it streams cited answers made from the request's own
 * search results, refuses what the API refuses, and fails on cue. It knows the documentation, not the real server.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Emit, type FakeOptions, type Scripted, sendEnd, writeContent } from './claude-answer.ts'
import { type Body, refusalOf } from './claude-request.ts'

type FakeRequest = { path: string; headers: IncomingMessage['headers']; body: Body }

export type FakeClaude = {
  /** For the SDK's base address; without /v1. */
  url: string
  /** Every request so far, refused ones included. */
  requests: FakeRequest[]
  /** Sets what the next requests meet, in order; then answers again. */
  script: (next: Scripted[]) => void
  stop: () => Promise<void>
}

export async function startFakeClaude(options: FakeOptions = {}): Promise<FakeClaude> {
  const requests: FakeRequest[] = []
  let queue: Scripted[] = []
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      requests.push({ path: request.url ?? '', headers: request.headers, body })
      const refusal = refusalOf(request.method, request.url, request.headers, body)
      if (refusal !== undefined) return sendError(response, refusal.status, refusal.type, refusal.message)
      return play(queue.shift() ?? { kind: 'answer' }, body, response, options)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    script: (next) => {
      queue = next.flatMap((one) => (one.kind === 'status' ? Array(one.times ?? 1).fill(one) : [one]))
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Body> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

async function play(script: Scripted, body: Body, response: ServerResponse, options: FakeOptions) {
  if (script.kind === 'hang') return
  if (script.kind === 'status') {
    const type = script.type ?? TYPES[script.status] ?? 'api_error'
    return sendError(response, script.status, type, SECRET_MESSAGE, script.code, script.headers)
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'request-id': 'req_fake' })
  const emit: Emit = (type, data) => {
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`)
  }
  emit('message_start', { message: emptyMessage(body) })
  emit('ping', {})
  if (script.kind === 'silence') return
  if (script.kind === 'pings') await sendPings(script.times, script.everyMs, emit)
  const half = script.kind === 'reset' || script.kind === 'cut' || script.kind === 'error-event'
  writeContent(script, body, half, emit, options)
  if (script.kind === 'error-event') {
    emit('error', { error: { type: script.type, message: SECRET_MESSAGE }, request_id: 'req_fake' })
  }
  if (script.kind === 'reset') {
    // Later than the bytes before it: a reset may overtake them.
    setTimeout(() => response.socket?.resetAndDestroy(), 20)
    return
  }
  if (!half) sendEnd(script, emit)
  response.end()
}

/** Stands in every error; it must never reach a person. */
export const SECRET_MESSAGE = 'internal wording of the provider'

const TYPES: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  504: 'timeout_error',
  529: 'overloaded_error',
}

function sendError(
  response: ServerResponse,
  status: number,
  type: string,
  message: string,
  code?: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_fake', ...headers })
  const details = code === undefined ? {} : { details: { error_code: code } }
  response.end(
    JSON.stringify({ type: 'error', error: { type, message, ...details }, request_id: 'req_fake' }),
  )
}

function emptyMessage(body: Body): object {
  const usage = {
    input_tokens: 100,
    cache_creation_input_tokens: 20,
    cache_read_input_tokens: 3,
    output_tokens: 1,
  }
  const blank = { content: [], stop_reason: null, stop_sequence: null }
  return { id: 'msg_fake', type: 'message', role: 'assistant', model: body.model, ...blank, usage }
}

async function sendPings(times: number, everyMs: number, emit: Emit): Promise<void> {
  for (let sent = 0; sent < times; sent += 1) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    emit('ping', {})
  }
}
