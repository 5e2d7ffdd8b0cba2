import { channel } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { createServer, type Socket } from 'node:net'
import { setImmediate, setTimeout as wait } from 'node:timers/promises'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Refusal } from '../src/refusal.ts'
import { readRetryAfter } from '../src/web/answer.ts'
import { createFetchPage, type FetchSettings } from '../src/web/fetch.ts'
import { breakOff, hang, redirect, type Site, send, sendTagged, startSite } from './fakes/site.ts'

let site: Site
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.close())

const fetcher = (limits: FetchSettings['limits'] = {}) =>
  createFetchPage({ allow: (address) => address === '127.0.0.1', limits: { pauseMs: 0, ...limits } })
const text = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString()

test('a page comes with its type, its final address and what a later request may ask by', async () => {
  site.pages.set(
    '/',
    send('hello', {
      'content-type': 'text/html',
      etag: '"1"',
      'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT',
    }),
  )
  const page = await fetcher()(`${site.url}/#part`, { accept: 'text/html' })
  expect(text(page)).toBe('hello')
  expect(page).toMatchObject({
    status: 'ok',
    url: `${site.url}/`,
    moved: null,
    contentType: 'text/html',
    etag: '"1"',
    lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT',
  })
  expect(site.lastHeaders()).toMatchObject({
    accept: 'text/html',
    'user-agent': expect.stringContaining('Attache'),
  })
})

test('what has not changed is not sent again', async () => {
  site.pages.set('/', sendTagged('hello', '"1"'))
  const fetchPage = fetcher()
  const { etag } = await fetchPage(site.url)
  expect(await fetchPage(site.url, { etag })).toMatchObject({
    status: 'not_modified',
    bytes: Buffer.alloc(0),
  })
  await fetchPage(site.url, { lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT' })
  expect(site.lastHeaders()).toMatchObject({ 'if-modified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' })
})

test('redirects are followed five times, and permanent ones at the beginning are told', async () => {
  for (let step = 0; step < 7; step++)
    site.pages.set(`/${step}`, redirect(`/${step + 1}`, step < 4 ? 301 : 302))
  site.pages.set('/7', send('end'))
  expect(await fetcher()(`${site.url}/2`)).toMatchObject({ url: `${site.url}/7`, moved: `${site.url}/4` })
  await expect(fetcher()(`${site.url}/1`)).rejects.toThrow('refusal.redirects')
})

test('a redirect may hold letters of any script', async () => {
  site.pages.set('/', redirect(Buffer.from('/größe').toString('latin1')))
  site.pages.set('/gr%C3%B6%C3%9Fe', send('found'))
  expect(text(await fetcher()(site.url))).toBe('found')
})

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
] as const)('%s is unpacked, and a bomb of it is not', async (encoding, compress) => {
  site.pages.set('/', send(compress(Buffer.from('packed')), { 'content-encoding': encoding }))
  site.pages.set('/bomb', send(compress(Buffer.alloc(60_000_000)), { 'content-encoding': encoding }))
  expect(text(await fetcher()(site.url))).toBe('packed')
  await expect(fetcher()(`${site.url}/bomb`)).rejects.toThrow('refusal.tooLarge {"limit":20}')
  site.pages.set(
    '/',
    send(compress(Buffer.from('packed'.repeat(99))).subarray(0, -5), { 'content-encoding': encoding }),
  )
  await expect(fetcher()(site.url)).rejects.toThrow('refusal.compressionBroken')
})

test('a body in an unknown or repeated compression is refused', async () => {
  site.pages.set('/', send('x', { 'content-encoding': 'compress' }))
  await expect(fetcher()(site.url)).rejects.toThrow('refusal.compressionUnknown')
  site.pages.set('/', send('x', { 'content-encoding': 'gzip, gzip, gzip' }))
  await expect(fetcher()(site.url)).rejects.toThrow('refusal.compressedOften')
})

test('a body is cut off where it becomes too large, announced or not', async () => {
  let sent = 0
  site.pages.set('/endless', (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(100_000))) sent += 100_000
    }
    response.on('drain', more)
    more()
  })
  site.pages.set(
    '/announced',
    (_, response) => void response.writeHead(200, { 'content-length': '11000000' }).flushHeaders(),
  )
  await expect(fetcher()(`${site.url}/endless`)).rejects.toThrow('refusal.tooLarge {"limit":10}')
  expect(sent).toBeLessThan(30_000_000)
  await expect(fetcher()(`${site.url}/announced`)).rejects.toThrow('refusal.tooLarge {"limit":10}')
  await expect(fetcher()(`${site.url}/endless`, { maxBytes: 500_000 })).rejects.toThrow(
    'refusal.tooLarge {"limit":0.5}',
  )
})

test('a server that does not begin is left in time', async () => {
  site.pages.set('/', hang)
  await expect(fetcher({ headersWithinMs: 100 })(site.url)).rejects.toThrow('refusal.late')
})

test.each([
  ['nobody else gives up', () => undefined],
  ['the caller could give up', () => new AbortController().signal],
])('a body that drips for ever is cut off at the deadline when %s', async (_, signalOf) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval'] })
  try {
    const cut = new Promise((resolve) =>
      site.pages.set('/drip', (_, response) => {
        const timer = setInterval(() => response.write('x'), 1000)
        response.on('close', () => resolve(clearInterval(timer)))
        response.flushHeaders()
      }),
    )
    site.pages.set('/', redirect('/drip'))
    const begun = new Promise<void>((resolve) => {
      const arrived = channel('http.client.response.finish')
      arrived.subscribe(function onHeaders(message) {
        const { response } = message as { response: IncomingMessage }
        if (response.statusCode !== 200) return
        arrived.unsubscribe(onHeaders)
        resolve()
      })
    })
    let isOver = false
    const page = fetcher({ withinMs: 30_000, headersWithinMs: 20_000 })(site.url, {
      signal: signalOf(),
    }).finally(() => {
      isOver = true
    })
    page.catch(() => {})
    await begun
    await setImmediate()
    for (let second = 1; second < 30; second++) await vi.advanceTimersByTimeAsync(1000)
    expect(isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(1000)
    await cut
    await expect(page).rejects.toThrow('refusal.late')
  } finally {
    vi.useRealTimers()
  }
})

test.each([
  [404, '404 Not Found'],
  [500, '500 Internal Server Error'],
  [204, '204 No Content'],
  [599, '599'],
])('status %i is a reason to refuse', async (status, told) => {
  site.pages.set('/', send('', {}, status))
  await expect(fetcher()(site.url)).rejects.toThrow(
    new Refusal({ key: 'refusal.status', values: { status: told } }),
  )
})

test('what is gone and who is busy are told apart', async () => {
  site.pages.set('/gone', send('', {}, 410))
  site.pages.set('/busy', send('', { 'retry-after': '120' }, 429))
  expect(await fetcher()(`${site.url}/gone`)).toMatchObject({ status: 'gone' })
  expect(await fetcher()(`${site.url}/busy`)).toMatchObject({ status: 'busy', retryAfter: 120 })
  const now = Date.parse('2024-01-01T00:00:00Z')
  expect(readRetryAfter('Mon, 01 Jan 2024 00:01:00 GMT', now)).toBe(60)
  expect(readRetryAfter('Mon, 01 Jan 2023 00:01:00 GMT', now)).toBe(0)
  expect(readRetryAfter('soon', now)).toBeNull()
})

test('a broken connection, large headers and other protocols are refused with a reason', async () => {
  site.pages.set('/', breakOff('half'))
  site.pages.set('/headers', send('', { 'x-large': 'x'.repeat(20_000) }))
  await expect(fetcher()(site.url)).rejects.toThrow('refusal.brokeOff')
  await expect(fetcher()(`${site.url}/headers`)).rejects.toThrow('refusal.headers')
  await expect(fetcher()(site.url.replace('http:', 'https:'))).rejects.toThrow('refusal.insecure')
  const sockets: Socket[] = []
  const server = createServer(
    (socket) => sockets.push(socket.on('error', () => {})) && socket.end('220 mail\r\n'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await expect(fetcher()(`http://127.0.0.1:${port}/`)).rejects.toThrow('refusal.notHttp')
  server.close()
  await expect(fetcher()(`http://127.0.0.1:${port}/`)).rejects.toThrow('refusal.unreachable')
})

test('a host is asked one thing at a time, with a pause, while another host is not kept waiting', async () => {
  const other = await startSite()
  let running = 0
  let most = 0
  const slow: Parameters<typeof site.pages.set>[1] = (_, response) => {
    most = Math.max(most, ++running)
    setTimeout(() => {
      running--
      response.end('x')
    }, 30)
  }
  for (const path of ['/1', '/2', '/3']) site.pages.set(path, slow)
  other.pages.set('/', send('other'))
  const fetchPage = fetcher({ pauseMs: 50, withinMs: 100 })
  const started = performance.now()
  const all = Promise.all(['/1', '/2', '/3'].map((path) => fetchPage(site.url + path)))
  await fetchPage(other.url)
  expect(site.asked).toHaveLength(1)
  await all
  expect(most).toBe(1)
  expect(site.asked).toEqual(['/1', '/2', '/3'])
  // Timers may be a millisecond early.
  expect(performance.now() - started).toBeGreaterThan(3 * 30 + 2 * 50 - 5)
  await other.close()
})

test('the caller can give up, also while it waits for its turn', async () => {
  site.pages.set('/', hang)
  const fetchPage = fetcher()
  const first = new AbortController()
  const second = new AbortController()
  const both = Promise.allSettled([
    fetchPage(site.url, { signal: first.signal }),
    fetchPage(site.url, { signal: second.signal }),
  ])
  await wait(50)
  second.abort(new Error('not wanted'))
  first.abort(new Error('stopped'))
  expect(await both).toMatchObject([{ reason: new Error('stopped') }, { reason: new Error('not wanted') }])
  site.pages.set('/', send('later'))
  expect(text(await fetchPage(site.url))).toBe('later')
})
