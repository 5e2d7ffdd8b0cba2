/** One request and its answer, without redirects: Node's own client with a guarded connection. */
import { once } from 'node:events'
import {
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as overHttp,
} from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP } from 'node:net'
import { Refusal } from '../refusal.ts'
import { checkAddresses, hostOf } from './address.ts'
import { guardedLookup, type Resolve } from './lookup.ts'

const MAX_HEADER_BYTES = 16 * 1024

export type Guard = { resolve: Resolve; allow: (address: string) => boolean }

export type Request = {
  headers: Record<string, string>
  headersWithinMs: number
  /** Of the body as it is sent; `tooLarge` is thrown beyond it. */
  maxBytes: number
  tooLarge: Refusal
  signal: AbortSignal
}

export type Response = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/**
 * Asks for one address with GET. The body is read when the answer is 200, and the connection is closed afterwards.
 * Throws a Refusal, or the signal's reason.
 */
export async function request(url: URL, options: Request, guard: Guard): Promise<Response> {
  const host = hostOf(url)
  // The socket looks up names only: an address in the URL is checked here.
  if (isIP(host)) checkAddresses([host], guard.allow)
  const slow = new AbortController()
  const timer = setTimeout(() => slow.abort(new Refusal('refusal.late')), options.headersWithinMs)
  const signal = AbortSignal.any([options.signal, slow.signal])
  let sent: ClientRequest | undefined
  try {
    sent = open(url, options, guard, signal)
    // Later errors than the one that is awaited are the same failure once more.
    sent.on('error', () => {})
    sent.end()
    const [response] = (await once(sent, 'response', { signal })) as [IncomingMessage]
    clearTimeout(timer)
    const status = response.statusCode ?? 0
    const body = status === 200 ? await readBody(response, options) : Buffer.alloc(0)
    return { status, headers: response.headers, body }
  } catch (error) {
    signal.throwIfAborted()
    throw refusalOf(error)
  } finally {
    clearTimeout(timer)
    sent?.destroy()
  }
}

function open(url: URL, { headers }: Request, { resolve, allow }: Guard, signal: AbortSignal): ClientRequest {
  const send = url.protocol === 'https:' ? overHttps : overHttp
  const lookup = guardedLookup(resolve, allow)
  return send(url, { agent: false, headers, lookup, maxHeaderSize: MAX_HEADER_BYTES, signal })
}

async function readBody(response: IncomingMessage, { maxBytes, tooLarge }: Request): Promise<Buffer> {
  if (Number(response.headers['content-length']) > maxBytes) throw tooLarge
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Node's error codes, as somebody who added the address can use them. */
const REASONS = [
  [/^(?:ENOTFOUND|EAI_\w+|ENODATA)$/, 'refusal.addressNowhere'],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'refusal.unreachable'],
  [/^(?:ETIMEDOUT|ESOCKETTIMEDOUT)$/, 'refusal.late'],
  [/^HPE_HEADER_OVERFLOW$/, 'refusal.headers'],
  [/^(?:HPE_\w+|ERR_INVALID_\w+)$/, 'refusal.notHttp'],
  [/CERT|^ERR_TLS|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/, 'refusal.certificate'],
  [/^(?:ERR_SSL_\w+|EPROTO)$/, 'refusal.insecure'],
] as const

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const cause = error instanceof AggregateError ? error.errors[0] : error
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? ''
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'refusal.brokeOff'
  return new Refusal(reason, { cause: error })
}
