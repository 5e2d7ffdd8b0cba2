/** Fetches pages, files and feeds from addresses that strangers may have chosen. */
import { Refusal } from '../refusal.ts'
import { readAddress } from './address.ts'
import { type Fetched, toFetched } from './answer.ts'
import { createDeadline } from './deadline.ts'
import { ACCEPTED, decompress } from './decompress.ts'
import { type Resolve, resolveBySystem } from './lookup.ts'
import { type Guard, type Request, type Response, request } from './request.ts'
import { createTurns } from './turns.ts'

export type { Fetched }

const MEGABYTE = 1_000_000
const LIMITS = {
  redirects: 5,
  headersWithinMs: 10_000,
  withinMs: 30_000,
  sentBytes: 10 * MEGABYTE,
  unpackedBytes: 20 * MEGABYTE,
  /** Between two requests to one host. */
  pauseMs: 500,
}

/** Says who asks, so that the owner of a site can find out. */
const USER_AGENT = 'Attache/0.1 (bot that quotes documents with their links; reads what its users name)'

type FetchOptions = {
  /** The media types that are wanted, as in the Accept header. */
  accept?: string | undefined
  /** What an earlier answer gave, for "only if it has changed". */
  etag?: string | null | undefined
  lastModified?: string | null | undefined
  /** Lowers the limit of the unpacked body. */
  maxBytes?: number | undefined
  signal?: AbortSignal | undefined
}

export type FetchPage = (url: string, options?: FetchOptions) => Promise<Fetched>

export type FetchSettings = {
  /** Lets addresses (IP) through that are not of the open internet; none by default. */
  allow?: (address: string) => boolean
  resolve?: Resolve
  limits?: Partial<typeof LIMITS>
}

/**
 * Makes a `fetchPage`. That throws a Refusal, or the signal's reason.
 * It keeps no cookies, and reads no robots.txt: it asks for what a person named or a feed offers for reading, and
 * follows no links. One instance serves the whole process, because it knows when a host was last asked.
 */
export function createFetchPage(settings: FetchSettings = {}): FetchPage {
  const limits = { ...LIMITS, ...settings.limits }
  const guard: Guard = {
    resolve: settings.resolve ?? resolveBySystem,
    allow: settings.allow ?? (() => false),
  }
  const inTurn = createTurns(limits.pauseMs)

  return async (address, options = {}) => {
    const maxBytes = Math.min(options.maxBytes ?? limits.unpackedBytes, limits.unpackedBytes)
    const maxSent = Math.min(limits.sentBytes, maxBytes)
    const deadline = createDeadline(limits.withinMs, options.signal)
    const ask = (url: URL) =>
      inTurn(url.host, options.signal, () => {
        const wanted: Request = {
          headers: headersOf(options),
          headersWithinMs: limits.headersWithinMs,
          maxBytes: maxSent,
          tooLarge: tooLarge(maxSent),
          signal: deadline.start(),
        }
        return request(url, wanted, guard)
      })
    try {
      const { response, url, moved } = await follow(readAddress(address), limits.redirects, ask)
      const encoding = response.headers['content-encoding']
      const bytes = await decompress(response.body, encoding, maxBytes, tooLarge(maxBytes))
      return toFetched(response, { url: url.href, moved, bytes }, Date.now())
    } finally {
      deadline.stop()
    }
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const PERMANENT = new Set([301, 308])

/** Every step is checked like the first one. */
async function follow(start: URL, most: number, ask: (url: URL) => Promise<Response>) {
  let url = start
  let moved: string | null = null
  let permanent = true
  for (let hops = 0; ; hops++) {
    const response = await ask(url)
    const next = REDIRECTS.has(response.status) ? response.headers.location : undefined
    if (next === undefined) return { response, url, moved }
    if (hops === most) throw new Refusal('refusal.redirects')
    // Node hands out the bytes of a header one by one; addresses are sent as UTF-8.
    url = readAddress(Buffer.from(next, 'latin1').toString(), url.href)
    permanent &&= PERMANENT.has(response.status)
    if (permanent) moved = url.href
  }
}

const tooLarge = (bytes: number) =>
  new Refusal({ key: 'refusal.tooLarge', values: { limit: bytes / MEGABYTE } })

function headersOf({ accept, etag, lastModified }: FetchOptions): Record<string, string> {
  return {
    'user-agent': USER_AGENT,
    accept: accept ?? '*/*',
    'accept-encoding': ACCEPTED,
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  }
}
