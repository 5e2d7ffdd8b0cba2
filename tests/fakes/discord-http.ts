/** HTTP in and out of the fake Discord: bodies, multipart, scripted failures. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { delay, type Failure, failureAnswer, takeFailure } from './discord-failures.ts'
import type { Answer, Sent } from './discord-interactions.ts'
import type { SentFile } from './discord-message.ts'
import { answer } from './discord-rest.ts'
import { changed, type World } from './discord-world.ts'

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
  const failure = takeFailure(failures, sent.method, sent.path)
  const { afterApplying = false, status } = failure ?? {}
  if (failure && !afterApplying) await delay(world, failure)
  if (failure && status !== undefined && !afterApplying) {
    fail(response, failure, status)
    return
  }
  const answered = answer(world, sent, request.headers.authorization)
  note(world, sent, answered)
  changed(world)
  if (failure && afterApplying) await delay(world, failure)
  if (failure && status !== undefined) fail(response, failure, status)
  else reply(response, answered)
}

function fail(response: ServerResponse, failure: Failure, status: number): void {
  if (status === 0) response.destroy()
  else reply(response, failureAnswer(failure, status))
}

function note(world: World, { method, path }: Sent, { status, body }: Answer): void {
  if (status < 400) return
  if (status === 401 && !path.startsWith('/webhooks')) world.violations.push(`${method} ${path}: no token`)
  const route = path.replace(/interaction-\d+/, '{token}')
  world.refusals.push(`${method} ${route}: ${status} ${(body as { code?: number } | undefined)?.code}`)
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
