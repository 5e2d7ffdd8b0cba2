/** HTTP in and out of the fake Discord: bodies, multipart, scripted failures. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Sent } from './discord-interactions.ts'
import type { SentFile } from './discord-message.ts'
import { answer } from './discord-rest.ts'
import { changed, type World } from './discord-world.ts'

/** `path` is matched against the decoded path after `/api/v10`; status 0 cuts the connection. */
export type Failure = {
  method: string
  path: RegExp
  status: number
  code?: number
  body?: unknown
  headers?: Record<string, string>
  /** How many requests fail; 1 unless told. */
  times?: number
  /** Do what was asked, and lose only the answer. */
  afterApplying?: boolean
}

/** Answers one request, unless a scripted failure stands in its way. */
export async function serve(
  world: World,
  failures: Failure[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', world.url)
  const path = decodeURIComponent(url.pathname)
  const file = world.files.get(path)
  if (file) {
    response.writeHead(200, { 'content-type': file.type }).end(file.bytes)
    return
  }
  const { body, files } = await read(request)
  const sent: Sent = {
    method: request.method ?? '',
    path: path.replace('/api/v10', ''),
    query: url.searchParams,
    body,
    files,
  }
  world.requests.push({ method: sent.method, path: sent.path, body, files, at: world.clock() })
  if (!path.startsWith('/api/v10/')) world.violations.push(`${sent.method} ${path}: not below /api/v10`)
  const failure = take(failures, sent)
  if (failure && !failure.afterApplying) {
    fail(response, failure)
    return
  }
  const answered = answer(world, sent, request.headers.authorization)
  if (answered.status === 401 && !sent.path.startsWith('/webhooks'))
    world.violations.push(`${sent.method} ${sent.path}: no token`)
  if (failure) fail(response, failure)
  else reply(response, answered)
  changed(world)
}

function take(failures: Failure[], { method, path }: Sent): Failure | undefined {
  const index = failures.findIndex((entry) => entry.method === method && entry.path.test(path))
  const failure = failures[index]
  if (!failure) return undefined
  failure.times = (failure.times ?? 1) - 1
  if (failure.times <= 0) failures.splice(index, 1)
  return failure
}

function fail(response: ServerResponse, { status, code, body, headers }: Failure): void {
  if (status === 0) {
    response.destroy()
    return
  }
  const wait = Number(headers?.['retry-after'] ?? headers?.['Retry-After'] ?? 1)
  const limited = { message: 'You are being rate limited.', retry_after: wait, global: false }
  const usual = status === 429 ? limited : { code: code ?? 0, message: `scripted ${status}` }
  reply(response, {
    status,
    body: body ?? usual,
    headers: { ...(status === 429 ? { 'retry-after': '1' } : {}), ...lower(headers) },
  })
}

function lower(headers: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
}

export function reply(response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.headersSent) return
  if (body === undefined) response.writeHead(status, headers).end()
  else
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** The JSON body, and the files of a multipart request. */
async function read(request: IncomingMessage): Promise<{ body: unknown; files: SentFile[] }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data'))
    return { body: raw.length ? JSON.parse(raw.toString()) : undefined, files: [] }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const files: SentFile[] = []
  for (const [field, value] of form) {
    if (typeof value === 'string') continue
    const bytes = new Uint8Array(await value.arrayBuffer())
    files.push({ field, name: value.name, type: value.type, size: value.size, bytes })
  }
  return { body: JSON.parse(String(form.get('payload_json') ?? '{}')), files }
}
