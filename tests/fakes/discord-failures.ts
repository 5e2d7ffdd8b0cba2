/** Failures that a test asks for: lost, late, refused and limited requests. */
import type { World } from './discord-world.ts'

/** `path` is matched against the decoded path after `/api/v10`. */
export type Failure = {
  method: string
  path: RegExp
  /** 0 cuts the connection; without a status the request is only late. */
  status?: number
  code?: number
  body?: unknown
  headers?: Record<string, string>
  /** For 429: the seconds to wait, in body and header; 1 unless told. */
  retryAfter?: number
  /** How many requests fail; 1 unless told. */
  times?: number
  /** Do what was asked, and lose only the answer. */
  afterApplying?: boolean
  /** Real milliseconds before the request is taken (with `afterApplying`: before its answer). */
  delayMs?: number
}

/** The scripted failure of this request, which is then used up. */
export function takeFailure(failures: Failure[], method: string, path: string): Failure | undefined {
  const index = failures.findIndex((entry) => entry.method === method && entry.path.test(path))
  const failure = failures[index]
  if (!failure) return undefined
  failure.times = (failure.times ?? 1) - 1
  if (failure.times <= 0) failures.splice(index, 1)
  return failure
}

/** Waits as long as the failure asks for; a stopped fake leaves the request open. */
export function delay(world: World, { delayMs }: Failure): Promise<void> | undefined {
  if (!delayMs) return undefined
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      world.pendingTimers.delete(timer)
      resolve()
    }, delayMs)
    world.pendingTimers.add(timer)
  })
}

export function failureAnswer(failure: Failure, status: number) {
  const headers = lower(failure.headers)
  const wait = failure.retryAfter ?? Number(headers['retry-after'] ?? 1)
  const limited = { message: 'You are being rate limited.', retry_after: wait, global: false }
  const limit = { 'retry-after': String(wait), 'x-ratelimit-scope': 'user' }
  const usual = status === 429 ? limited : { code: failure.code ?? 0, message: `scripted ${status}` }
  return { status, body: failure.body ?? usual, headers: { ...(status === 429 ? limit : {}), ...headers } }
}

function lower(headers: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
}
