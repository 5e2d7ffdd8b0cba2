/** A web site on a local port whose answers a test changes while it runs. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

export type Site = {
  /** `http://ADDRESS:PORT`, without a slash at its end. */
  url: string
  port: number
  /** What is sent for each path; a path that is not here answers 404. */
  pages: Map<string, Handler>
  /** The paths asked for, in order. */
  asked: string[]
  /** The headers of the last request. */
  lastHeaders: () => IncomingMessage['headers']
  close: () => Promise<void>
}

/** Starts a site on one of this machine's addresses: all of 127.0.0.0/8 are. Closing it cuts its connections. */
export async function startSite(address = '127.0.0.1'): Promise<Site> {
  const pages = new Map<string, Handler>()
  const asked: string[] = []
  let headers: IncomingMessage['headers'] = {}
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    headers = request.headers
    const handler = pages.get(path)
    if (handler) handler(request, response)
    else response.writeHead(404).end()
  })
  server.listen(0, address)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${address}:${port}`,
    port,
    pages,
    asked,
    lastHeaders: () => headers,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Sends a body whole. */
export const send =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Handler =>
  (_, response) =>
    void response.writeHead(status, headers).end(body)

/** Sends a body, or 304 to those who know its ETag. */
export const sendTagged =
  (body: string, etag: string, headers: Record<string, string> = {}): Handler =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else response.writeHead(200, { etag, ...headers }).end(body)
  }

export const redirect = (location: string, status = 302): Handler => send('', { location }, status)

/** Never answers. */
export const hang: Handler = () => {}

/** Promises more than it sends, and closes. */
export const breakOff =
  (body: string, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(200, { ...headers, 'content-length': String(Buffer.byteLength(body) + 100) })
    response.write(body, () => response.destroy())
  }
