/** Messages of the fake Discord: made, edited and deleted as the real one does. */
import { EPHEMERAL, V2 } from './discord-contract.ts'
import { announce, announceRemoval } from './discord-intents.ts'
import {
  type Attachment,
  type Body,
  componentsOf,
  type Message,
  mediaOf,
  type SentFile,
} from './discord-message.ts'
import { botUser, changed, snowflake, type World } from './discord-world.ts'

const LOADING = 128
const HAS_THREAD = 32

/** A deferred reply: the person sees that the bot is thinking. */
export function thinking(world: World, channelId: string, flags: number, more: object): Message {
  return store(world, { ...blank(world, channelId), ...more, flags: flags | LOADING }, 'CREATE')
}

/** `more` are fields that a body does not have, such as what the message answers. */
export function createMessage(
  world: World,
  channelId: string,
  body: Body,
  files: SentFile[],
  more: object = {},
): Message {
  const message = { ...blank(world, channelId), ...more }
  apply(world, message, body, files)
  message.flags = body.flags ?? 0
  if (body.nonce != null) message.nonce = body.nonce
  return store(world, message, 'CREATE')
}

/** Replaces what `body` names; visibility and components V2 stay as they were. */
export function editMessage(world: World, message: Message, body: Body, files: SentFile[]): Message {
  const next: Message = { ...message, edited_timestamp: new Date(world.clock()).toISOString() }
  apply(world, next, body, files)
  const kept = message.flags & (EPHEMERAL | V2 | HAS_THREAD)
  next.flags = kept | ((body.flags ?? message.flags) & (4 | V2))
  return store(world, next, 'UPDATE')
}

/** The message that a thread was started from says so. */
export function markThread(world: World, message: Message, thread: object): void {
  store(world, { ...message, flags: message.flags | HAS_THREAD, thread }, 'UPDATE')
}

export function deleteMessage(world: World, message: Message): void {
  world.messages.delete(message.id)
  announceRemoval(world, message)
  changed(world)
}

function blank(world: World, channelId: string): Message {
  return {
    id: snowflake(world),
    type: 0,
    channel_id: channelId,
    author: botUser(world),
    content: '',
    flags: 0,
    components: [],
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: new Date(world.clock()).toISOString(),
    edited_timestamp: null,
    application_id: world.applicationId,
  }
}

function store(world: World, message: Message, event: 'CREATE' | 'UPDATE'): Message {
  world.messages.set(message.id, message)
  if ((message.flags & EPHEMERAL) === 0) announce(world, event, message)
  changed(world)
  return message
}

function apply(world: World, message: Message, body: Body, files: SentFile[]): void {
  const kept = message.attachments.filter(
    ({ id }) => body.attachments?.some((entry) => entry.id === id) ?? true,
  )
  message.attachments = [...kept, ...files.map((file) => attach(world, message, body, file))]
  if (body.content !== undefined) message.content = body.content ?? ''
  if (body.embeds) message.embeds = structuredClone(body.embeds)
  if (!body.components) return
  message.components = structuredClone(body.components)
  number(message)
  for (const media of mediaOf(message)) {
    const name = media.url?.startsWith('attachment://') ? media.url.slice(13) : undefined
    const attachment = message.attachments.find(({ filename }) => filename === name)
    if (!attachment) continue
    const { url, id, filename, size } = attachment
    Object.assign(media, { url, proxy_url: url, id, attachment_id: id })
    const holder = componentsOf(message).find((part) => part.file === media)
    if (holder) Object.assign(holder, { name: filename, size })
  }
}

/** What Discord answers for fields that were left out. */
const defaults: Record<number, object> = {
  3: { min_values: 1, max_values: 1 },
  13: { spoiler: false },
  14: { spacing: 1, divider: true },
  17: { accent_color: null, spoiler: false },
}

/** Discord gives every component that has no id the next free one. */
function number(message: Message): void {
  const parts = componentsOf(message)
  const taken = new Set(parts.map(({ id }) => id))
  let next = 1
  for (const part of parts) {
    Object.assign(part, { ...defaults[part.type], ...part })
    if (part.id) continue
    while (taken.has(next)) next += 1
    taken.add(next)
    part.id = next
  }
}

/** A file that a person attaches; it can be fetched from the attachment's address. */
export type Upload = { file: string; text: string; type?: string }

export function upload(world: World, channelId: string, { file, text, type }: Upload): Attachment {
  const id = snowflake(world)
  const path = `/attachments/${channelId}/${id}/${file}`
  const bytes = new TextEncoder().encode(text)
  const content_type = type ?? 'application/octet-stream'
  world.files.set(path, { field: '', name: file, type: content_type, size: bytes.length, bytes })
  const url = world.url.replace(/\/api$/, path)
  return { id, filename: file, size: bytes.length, url, proxy_url: url, content_type }
}

function attach(world: World, message: Message, body: Body, file: SentFile): Attachment {
  const id = snowflake(world)
  const path = `/attachments/${message.channel_id}/${id}/${file.name}`
  world.files.set(path, file)
  const url = world.url.replace(/\/api$/, path)
  const description = body.attachments?.find((entry) => entry.id === file.field.slice(6, -1))?.description
  const named = { id, filename: file.name, size: file.size, url, proxy_url: url, content_type: file.type }
  return { ...named, ...(description ? { description } : {}) }
}
