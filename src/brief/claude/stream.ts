/** One streamed message from Claude: never waits for ever, tries a broken stream once more, fails with a known reason. */
import Anthropic, { type Middleware } from '@anthropic-ai/sdk'
import { type FallbackReason, WriterFailure } from '../writer.ts'

/** Milliseconds: for everything together, and without a byte while an attempt is under way. */
export type Patience = { deadlineMs: number; idleMs: number }

/** What a failure was, for the log: never the provider's own message, which may quote the request. */
export type Trouble = {
  reason: FallbackReason
  status: number | undefined
  type: string | null
  code: string | null
  requestId: string | null
}

/**
 * The final message, or a WriterFailure. `onTrouble` hears of each failed attempt.
 * The deadline covers all attempts and the waits between them; `signal` ends everything at once.
 */
export async function streamMessage(
  client: Anthropic,
  body: Anthropic.MessageCreateParamsNonStreaming,
  patience: Patience,
  signal: AbortSignal,
  onTrouble: (trouble: Trouble) => void,
): Promise<Anthropic.Message> {
  const until = Date.now() + patience.deadlineMs
  const deadline = AbortSignal.timeout(patience.deadlineMs)
  for (let attempt = 1; ; attempt += 1) {
    const watch = createWatch(patience.idleMs, until)
    const over = AbortSignal.any([signal, deadline, watch.signal])
    try {
      const options = { signal: over, middleware: [watch.middleware], timeout: patience.deadlineMs }
      return await client.messages.stream(body, options).finalMessage()
    } catch (error) {
      const reason = over.aborted ? reasonOfAbort(signal) : reasonOf(error)
      onTrouble(troubleOf(error, reason))
      if (over.aborted || attempt > 1 || !isBroken(error)) throw new WriterFailure(reason)
    } finally {
      watch.stop()
    }
  }
}

/**
 * Watches the bytes of each attempt, not the events: the SDK swallows pings, and a model that thinks sends only those.
 * Also stops retries that cannot help: a wait beyond the deadline, or a spending limit.
 */
function createWatch(idleMs: number, until: number) {
  const idle = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const stop = () => clearTimeout(timer)
  const alive = () => {
    stop()
    timer = setTimeout(() => idle.abort(), idleMs)
  }
  const middleware: Middleware = async (request, next, { parse }) => {
    alive()
    const response = await next(request).finally(stop)
    if (response.ok && response.body !== null) {
      alive()
      return new Response(response.body.pipeThrough(tap(alive)), response)
    }
    const hopeless = waitOf(response) > until - Date.now() || (await isSpendLimit(response, parse))
    if (!hopeless) return response
    const headers = new Headers(response.headers)
    headers.set('x-should-retry', 'false')
    return new Response(response.body, { status: response.status, headers })
  }
  return { signal: idle.signal, middleware, stop }
}

function tap(heard: () => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      heard()
      controller.enqueue(chunk)
    },
  })
}

function waitOf(response: Response): number {
  const header = response.headers.get('retry-after')
  if (header === null) return 0
  const seconds = Number.parseFloat(header)
  return Number.isNaN(seconds) ? Date.parse(header) - Date.now() || 0 : seconds * 1000
}

type ErrorBody = { error?: { type?: string; details?: { error_code?: string } } }

async function isSpendLimit(response: Response, parse: (response: Response) => Promise<unknown>) {
  if (response.status !== 429) return false
  const body = (await parse(response).catch(() => null)) as ErrorBody | null
  return isSpendLimitCode(body?.error?.details?.error_code ?? null)
}

const isSpendLimitCode = (code: string | null) => code?.endsWith('spend_limit_reached') === true

/** A stream that ended without its message: dropped connection or clean cut, not an error that the API reported. */
function isBroken(error: unknown): boolean {
  return error instanceof Anthropic.AnthropicError && !(error instanceof Anthropic.APIError)
}

function reasonOfAbort(signal: AbortSignal): FallbackReason {
  const stopped = signal.aborted && !(signal.reason instanceof Error && signal.reason.name === 'TimeoutError')
  return stopped ? 'stopped' : 'timeout'
}

function reasonOf(error: unknown): FallbackReason {
  if (error instanceof Anthropic.APIConnectionTimeoutError) return 'timeout'
  if (error instanceof Anthropic.APIConnectionError) return 'unreachable'
  if (error instanceof Anthropic.APIError)
    return reasonOfReport(error.status ?? 0, error.type, error.errorCode)
  return isBroken(error) ? 'broke_off' : 'unavailable'
}

/** An error inside a stream has a type and no status; one before it has both. */
function reasonOfReport(status: number, type: string | null, code: string | null): FallbackReason {
  if (isSpendLimitCode(code) || status === 402 || type === 'billing_error') {
    return 'spending_limit'
  }
  if (status === 529 || type === 'overloaded_error') return 'overloaded'
  if (status === 429 || type === 'rate_limit_error') return 'rate_limited'
  if (status === 401 || status === 403) return 'rejected_key'
  if (type === 'authentication_error' || type === 'permission_error') return 'rejected_key'
  if (status === 404 || type === 'not_found_error') return 'unknown_model'
  if (status === 413) return 'too_large'
  if ((status >= 400 && status < 500) || type === 'invalid_request_error') return 'rejected_request'
  return 'unavailable'
}

function troubleOf(error: unknown, reason: FallbackReason): Trouble {
  if (!(error instanceof Anthropic.APIError)) {
    return { reason, status: undefined, type: null, code: null, requestId: null }
  }
  return {
    reason,
    status: error.status,
    type: error.type,
    code: error.errorCode,
    requestId: error.requestID ?? null,
  }
}
