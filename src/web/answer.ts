/** What a server's last answer means. */
import { STATUS_CODES } from 'node:http'
import { Refusal } from '../refusal.ts'
import type { Response } from './request.ts'

export type Fetched = {
  /** `busy` is 429 or 503: the server asks to come back later; `gone` is 410: it is not worth coming back. */
  status: 'ok' | 'not_modified' | 'gone' | 'busy'
  /** Where the answer came from, after redirects. */
  url: string
  /** Where permanent redirects (301, 308) lead from the address asked for; null when there are none. */
  moved: string | null
  contentType: string | null
  /** Empty unless `ok`. */
  bytes: Uint8Array
  etag: string | null
  lastModified: string | null
  /** Seconds to wait, when the server says so. */
  retryAfter: number | null
}

const STATUSES = new Map<number, Fetched['status']>([
  [200, 'ok'],
  [304, 'not_modified'],
  [410, 'gone'],
  [429, 'busy'],
  [503, 'busy'],
])

/** Takes the answer, and `now` in milliseconds. Throws a Refusal for every other status. */
export function toFetched(
  { status, headers }: Response,
  found: Pick<Fetched, 'url' | 'moved' | 'bytes'>,
  now: number,
): Fetched {
  const known = STATUSES.get(status)
  // The standard's words, not the server's.
  if (!known) {
    const told = [status, STATUS_CODES[status]].filter(Boolean).join(' ')
    throw new Refusal({ key: 'refusal.status', values: { status: told } })
  }
  return {
    status: known,
    ...found,
    contentType: headers['content-type'] ?? null,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    retryAfter: known === 'busy' ? readRetryAfter(headers['retry-after'], now) : null,
  }
}

/** Reads Retry-After, seconds or a date (RFC 9110, section 10.2.3); answers seconds. */
export function readRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null
  if (/^\d{1,9}$/.test(value.trim())) return Number(value)
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000))
}
