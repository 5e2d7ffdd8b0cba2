import { afterEach, beforeEach, expect, test } from 'vitest'
import { isPublic, readAddress } from '../src/web/address.ts'
import { createFetchPage } from '../src/web/fetch.ts'
import { redirect, type Site, send, startSite } from './fakes/site.ts'

/** Stands for the open internet: the only address that is allowed. */
const OPEN = '127.0.0.2'
const allow = (address: string) => address === OPEN
const limits = { pauseMs: 0 }
const PRIVATE = 'refusal.addressPrivate'

let open: Site
let inner: Site
beforeEach(async () => {
  open = await startSite(OPEN)
  inner = await startSite()
  inner.pages.set('/', send('secret'))
  open.pages.set('/', send('public'))
})
afterEach(() => Promise.all([open.close(), inner.close()]))

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://017700000001/',
  'http://0x7f.1/',
  'http://0/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:1::]/',
  'http://[::127.0.0.1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/',
  'http://100.100.100.200/',
  'http://168.63.129.16/',
  'http://10.1.2.3/',
  'http://172.31.0.1/',
  'http://192.168.0.1/',
  'http://100.64.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://１２７.０.０.１/',
])('no socket is opened to %s', async (url) => {
  const fetchPage = createFetchPage({ limits, resolve: () => Promise.reject(new Error('asked for a name')) })
  await expect(fetchPage(url)).rejects.toThrow(PRIVATE)
})

test.each(['localhost', 'localhost.', 'LOCALHOST', 'a.localhost'])(
  'the name %s leads to a private network',
  async (host) => {
    const fetchPage = createFetchPage({ limits })
    await expect(fetchPage(`http://${host}:${inner.port}/`)).rejects.toThrow(PRIVATE)
    expect(inner.asked).toEqual([])
  },
)

test.each(['8.8.8.8', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450:4001::1'])(
  '%s is public',
  (address) => {
    expect(isPublic(address)).toBe(true)
  },
)

test.each([
  ['ftp://example.com/', 'refusal.addressScheme'],
  ['file:///etc/passwd', 'refusal.addressScheme'],
  ['data:text/html,x', 'refusal.addressScheme'],
  ['http://name:word@example.com/', 'refusal.addressLogin'],
  ['http://example.com:22/', 'refusal.addressPort {"port":22}'],
  ['http://', 'refusal.addressInvalid'],
  ['example.com', 'refusal.addressInvalid'],
])('%s is refused with a reason', (url, reason) => {
  expect(() => readAddress(url)).toThrow(reason)
})

test('an address that is too long is refused', () => {
  expect(() => readAddress(`http://example.com/${'a'.repeat(5000)}`)).toThrow('refusal.addressLong')
})

test.each(['http://example.com:8080/', 'https://example.com/', 'http://example.com:443/'])(
  '%s is read',
  (url) => {
    expect(readAddress(url).hostname).toBe('example.com')
  },
)

test('a redirect into a private network is not followed', async () => {
  const fetchPage = createFetchPage({ allow, limits })
  for (const target of [
    inner.url,
    `http://localhost:${inner.port}/`,
    `http://[::ffff:127.0.0.1]:${inner.port}/`,
  ]) {
    open.pages.set('/out', redirect(target))
    await expect(fetchPage(`${open.url}/out`)).rejects.toThrow(PRIVATE)
  }
  open.pages.set('/out', redirect('file:///etc/passwd'))
  await expect(fetchPage(`${open.url}/out`)).rejects.toThrow('refusal.addressScheme')
  expect(inner.asked).toEqual([])
})

test('a name is resolved once for a connection, and again for the next one', async () => {
  const answers = [OPEN, '127.0.0.1']
  let asked = 0
  const resolve = async () => [{ address: answers[asked++] ?? '', family: 4 }]
  const fetchPage = createFetchPage({ allow, limits, resolve })
  const first = await fetchPage(`http://rebind.example:${open.port}/`)
  expect(Buffer.from(first.bytes).toString()).toBe('public')
  expect(asked).toBe(1)
  await expect(fetchPage(`http://rebind.example:${inner.port}/`)).rejects.toThrow(PRIVATE)
  expect(inner.asked).toEqual([])
})

test('a name that also leads to a private network is not used at all', async () => {
  const addresses = [OPEN, '10.0.0.1'].map((address) => ({ address, family: 4 }))
  const fetchPage = createFetchPage({ allow, limits, resolve: async () => addresses })
  await expect(fetchPage(`http://mixed.example:${open.port}/`)).rejects.toThrow(PRIVATE)
  expect(open.asked).toEqual([])
})

test('a name without addresses is refused with a reason', async () => {
  const fetchPage = createFetchPage({ limits, resolve: async () => [] })
  await expect(fetchPage('http://nothing.example/')).rejects.toThrow('refusal.addressNowhere')
  await expect(createFetchPage({ limits })('http://nothing.invalid/')).rejects.toThrow(
    'refusal.addressNowhere',
  )
})
