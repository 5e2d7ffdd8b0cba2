/** What Discord refuses, as a function: its written rules, and its published description where at hand. */
import { type CommandBody, checkCommands } from './discord-commands.ts'
import { checkIds, checkLayout, checkParts, length, size } from './discord-components.ts'
import { checkAttachments, checkEmbeds, checkFiles } from './discord-media.ts'
import { type Body, type Component, componentsOf, type Message, type SentFile } from './discord-message.ts'
import { checkAgainstSpec } from './discord-spec.ts'

export const EPHEMERAL = 64
export const V2 = 32768
const SUPPRESS = 4 | 4096 | 8192

/** What the server knows beyond the request: the message edited, and whether an edit first shows a reply. */
export type Knowledge = { existing?: Message | undefined; creates?: boolean; query?: URLSearchParams }

type Callback = {
  type: number
  data?: (Body & { choices?: Choice[]; custom_id?: string; title?: string }) | null
}
type Choice = { name?: unknown; value?: unknown }

/**
 * One line for each thing in this request that Discord would refuse, and for every body that could ping people.
 * `path` is decoded, begins after `/api/v10` and has no query.
 */
export function checkRequest(
  method: string,
  path: string,
  body: unknown,
  files: SentFile[] = [],
  known: Knowledge = {},
): string[] {
  if (body === undefined && method !== 'GET' && method !== 'DELETE') return [`${method} ${path}: no body`]
  const faults = [...checkFiles(files), ...checkAgainstSpec(method, path, body, known.query)]
  if (body === undefined) return faults
  if (/^\/interactions\/.*\/callback$/.test(path))
    faults.push(...checkCallback(body as Callback, files, known))
  else if (/\/commands$/.test(path)) faults.push(...checkCommands([body].flat() as CommandBody[]))
  else if (/\/threads$/.test(path)) faults.push(...checkThread(body as ThreadBody))
  else if (/\/messages\/[^/]+$/.test(path)) faults.push(...checkMessage(body as Body, files, V2 | 4, known))
  else if (/^\/channels\/\d+\/messages$/.test(path))
    faults.push(...checkMessage(body as Body, files, SUPPRESS | V2, { ...known, creates: true }))
  else if (/^\/webhooks\/\d+\/[^/]+$/.test(path))
    faults.push(...checkMessage(body as Body, files, SUPPRESS | V2 | EPHEMERAL, { ...known, creates: true }))
  return faults
}

function checkCallback({ type, data }: Callback, files: SentFile[], known: Knowledge): string[] {
  if (type === 4)
    return checkMessage(data ?? {}, files, SUPPRESS | V2 | EPHEMERAL, { ...known, creates: true })
  if (type === 7) return checkMessage(data ?? {}, files, V2 | 4, known)
  if (type === 8) return checkChoices(data?.choices)
  if (type === 9) return checkModal(data ?? {})
  const flags = data?.flags ?? 0
  if (type === 5 && (flags & ~EPHEMERAL) !== 0)
    return [`a deferred reply may carry only EPHEMERAL, not flags ${flags}`]
  return type === 5 || type === 6 ? [] : [`unknown callback type ${type}`]
}

function checkChoices(choices: Choice[] | undefined): string[] {
  if (!Array.isArray(choices)) return ['autocomplete: no choices']
  const faults = choices.length > 25 ? [`autocomplete: ${choices.length} choices, at most 25`] : []
  for (const { name, value } of choices) {
    faults.push(...length('autocomplete choice name', name, 1, 100))
    if (typeof value === 'string') faults.push(...length('autocomplete choice value', value, 1, 100))
  }
  return faults
}

function checkModal(modal: {
  custom_id?: string
  title?: string
  components?: Component[] | null
}): string[] {
  const parts = modal.components ?? []
  const faults = [
    ...length('modal custom_id', modal.custom_id, 1, 100),
    ...length('modal title', modal.title, 1, 45),
  ]
  if (parts.length < 1 || parts.length > 5) faults.push(`a modal has 1 to 5 components, not ${parts.length}`)
  for (const part of parts)
    if (part.type !== 18 && part.type !== 10)
      faults.push(`a modal holds Labels, not component type ${part.type}`)
  for (const part of parts) if (part.type === 18 && !part.component) faults.push('a Label needs a component')
  return [...faults, ...checkParts(parts), ...checkIds(parts)]
}

type ThreadBody = { name?: unknown; auto_archive_duration?: number | null }

function checkThread({ name, auto_archive_duration: minutes }: ThreadBody): string[] {
  const faults = length('thread name', name, 1, 100)
  const known = minutes == null || [60, 1440, 4320, 10080].includes(minutes)
  return known ? faults : [...faults, `a thread cannot be archived after ${minutes} minutes`]
}

function checkMessage(body: Body, files: SentFile[], flags: number, known: Knowledge): string[] {
  const { content, embeds, components } = body
  const faults: string[] = []
  const refused = (body.flags ?? 0) & ~flags
  if (refused) faults.push(`flags ${refused} cannot be sent here`)
  const v2 = (((body.flags ?? 0) | (known.existing?.flags ?? 0)) & V2) !== 0
  faults.push(
    ...length('content', content ?? '', 0, 2000),
    ...checkEmbeds(embeds ?? []),
    ...checkMentions(body, known),
  )
  if (typeof body.nonce === 'string') faults.push(...length('nonce', body.nonce, 1, 25))
  if (body.enforce_nonce && body.nonce == null) faults.push('enforce_nonce without a nonce')
  if (v2) faults.push(...checkV2(body, known))
  if (isEmpty(body, files, known)) faults.push('the message is empty')
  faults.push(
    ...checkLayout(components ?? [], v2),
    ...checkParts(components ?? []),
    ...checkIds(components ?? []),
  )
  return [...faults, ...checkAttachments(body, files, v2, known.existing)]
}

/** Whether nothing would be left to see. */
function isEmpty(body: Body, files: SentFile[], { existing, creates }: Knowledge): boolean {
  if (!existing && !creates) return false
  const { content = existing?.content, embeds = existing?.embeds, components = existing?.components } = body
  if (content || embeds?.length || components?.length || files.length) return false
  if (body.poll || body.sticker_ids?.length || body.message_reference) return false
  return !(body.attachments ?? existing?.attachments)?.length
}

function checkV2(body: Body, { existing }: Knowledge): string[] {
  const faults: string[] = []
  if (body.content) faults.push('components V2 excludes content')
  if (body.embeds?.length) faults.push('components V2 excludes embeds')
  if (body.poll || body.sticker_ids?.length) faults.push('components V2 excludes polls and stickers')
  if (existing?.content && body.content === undefined)
    faults.push('components V2: reset the old content to null')
  if (existing?.embeds.length && !body.embeds) faults.push('components V2: reset the old embeds to []')
  const all = componentsOf(body)
  if (all.length > 40) faults.push(`${all.length} components, at most 40 with the nested ones`)
  const text = all.reduce((sum, part) => sum + (part.type === 10 ? size(part.content) : 0), 0)
  if (text > 4000) faults.push(`${text} characters in all Text Displays, at most 4000`)
  return faults
}

/** People are never pinged by this product, so a message that leaves mentions open is refused here as well. */
function checkMentions({ allowed_mentions: allowed }: Body, { creates }: Knowledge): string[] {
  if (!allowed) return creates ? ['allowed_mentions is absent, so the message could ping people'] : []
  const { parse = [], users = [], roles = [], replied_user } = allowed
  const faults = parse
    .filter((word) => !['users', 'roles', 'everyone'].includes(word))
    .map((word) => `cannot parse ${word}`)
  if (users.length > 100 || roles.length > 100) faults.push('allowed_mentions lists more than 100')
  if (parse.includes('users') && users.length)
    faults.push('allowed_mentions: parse users excludes a list of users')
  if (parse.includes('roles') && roles.length)
    faults.push('allowed_mentions: parse roles excludes a list of roles')
  if (parse.length || users.length || roles.length || replied_user || !allowed.parse)
    faults.push('allowed_mentions could ping people')
  return faults
}
