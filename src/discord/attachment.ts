/** Files that people attach: read from Discord's own servers, and from nowhere else. */
import type { Attachment } from 'discord.js'
import { type Attached, UserError } from '../command/context.ts'

const HOSTS = ['cdn.discordapp.com', 'media.discordapp.net']
/** Larger files cannot be read as documents. In bytes. */
const MAX_BYTES = 100_000_000
const TIME_LIMIT = 60_000

/** `api` is the address that Discord is reached at: a server of one's own keeps its files there too. */
export function attachedFile({ name, url, size, contentType }: Attachment, api: string): Attached {
  return { name, contentType, read: () => download(url, name, size, api) }
}

async function download(url: string, name: string, size: number, api: string): Promise<Uint8Array> {
  const { host, origin } = new URL(url)
  const isDiscord = (HOSTS.includes(host) && url.startsWith('https:')) || origin === new URL(api).origin
  if (!isDiscord || size > MAX_BYTES) throw new UserError('error.attachment', { name })
  const response = await fetch(url, { signal: AbortSignal.timeout(TIME_LIMIT), redirect: 'error' }).catch(
    () => undefined,
  )
  if (!response?.ok) throw new UserError('error.attachment', { name })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return bytes.length <= MAX_BYTES ? bytes : bytes.subarray(0, 0)
}
