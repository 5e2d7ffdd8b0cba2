/** How Discord answers a bot that acknowledges, edits and follows up an interaction. */
import { checkRequest, EPHEMERAL } from './discord-contract.ts'
import type { Body, Message, SentFile } from './discord-message.ts'
import { createMessage, deleteMessage, editMessage, thinking } from './discord-store.ts'
import { changed, type Interaction, type Modal, personUser, type World } from './discord-world.ts'

export type Sent = { method: string; path: string; query: URLSearchParams; body: unknown; files: SentFile[] }
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> }

type Data = Body & { choices?: { name: string; value: string | number }[] }

export const fault = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
})

/** Records what the request breaks; answers Discord's refusal, or undefined when nothing is wrong. */
export function refuse(world: World, sent: Sent, faults: string[]): Answer | undefined {
  if (faults.length === 0) return undefined
  for (const line of faults)
    world.violations.push(`${sent.method} ${sent.path.replace(/interaction-\d+/, '{token}')}: ${line}`)
  const errors = { _errors: faults.map((message) => ({ code: 'FAKE_REFUSES', message })) }
  return { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors } }
}

export function unknownRoute(world: World, sent: Sent): Answer {
  refuse(world, sent, ['the fake has no such route'])
  return fault(404, 0, '404: Not Found')
}

export function callback(world: World, sent: Sent, id: string, token: string): Answer {
  const interaction = world.interactions.get(token)
  const { type, data } = (sent.body ?? {}) as { type: number; data?: Data | null }
  const existing = type === 7 ? world.messages.get(interaction?.originalId ?? '') : undefined
  const known = { query: sent.query, existing }
  const faults = checkRequest(sent.method, sent.path, sent.body, sent.files, known)
  if (interaction) faults.push(...checkKind(interaction, type))
  const refusal = refuse(world, sent, faults)
  if (refusal) return refusal
  if (!interaction || interaction.id !== id) return fault(404, 10062, 'Unknown interaction')
  if (interaction.acknowledged) return fault(400, 40060, 'Interaction has already been acknowledged.')
  if (world.clock() - interaction.createdAt > 3000) return fault(404, 10062, 'Unknown interaction')
  interaction.acknowledged = { type, flags: data?.flags ?? 0, at: world.clock() }
  const message = answer(world, interaction, type, data ?? {}, sent.files)
  changed(world)
  if (sent.query.get('with_response') !== 'true') return { status: 204 }
  const about = { id, type: interaction.kind, response_message_id: message?.id }
  return { status: 200, body: { interaction: about, resource: { type, ...(message ? { message } : {}) } } }
}

/** Which first answers suit which interaction. */
function checkKind({ kind, clicked }: Interaction, type: number): string[] {
  if ((kind === 4) !== (type === 8)) return [`callback type ${type} cannot answer interaction type ${kind}`]
  if (kind === 5 && type === 9) return ['a modal cannot be answered by a modal']
  return (type === 6 || type === 7) && !clicked ? [`callback type ${type} needs a clicked message`] : []
}

function answer(
  world: World,
  interaction: Interaction,
  type: number,
  data: Data,
  files: SentFile[],
): Message | undefined {
  if (type === 8) interaction.choices = data.choices ?? []
  if (type === 9) interaction.modal = data as unknown as Modal
  const { channelId } = interaction
  if (type === 4) return shown(interaction, createMessage(world, channelId, data, files, origin(interaction)))
  if (type === 5) {
    interaction.pending = true
    const message = thinking(world, channelId, (data.flags ?? 0) & EPHEMERAL, origin(interaction))
    interaction.originalId = message.id
    return message
  }
  const source = world.messages.get(interaction.originalId ?? '')
  if (type === 7 && source) return shown(interaction, editMessage(world, source, data, files))
  return undefined
}

/** What a message says of the interaction that it answers. */
function origin(interaction: Interaction): object {
  return { interaction_metadata: metadata(interaction) }
}

function metadata({ id, kind, userId, owners, clicked, opener }: Interaction): object {
  const by = { id, type: kind, user: personUser(userId), authorizing_integration_owners: owners }
  if (kind === 5) return { ...by, ...(opener && { triggering_interaction_metadata: metadata(opener) }) }
  return kind === 3 ? { ...by, interacted_message_id: clicked } : by
}

function shown(interaction: Interaction, message: Message): Message {
  interaction.originalId = message.id
  interaction.pending = false
  interaction.edits.push(message)
  return message
}

/** `/webhooks/{application}/{token}` and what is below it. */
export function webhook(world: World, sent: Sent, token: string, id: string | undefined): Answer {
  const interaction = world.interactions.get(token)
  if (!interaction) return fault(401, 50027, 'Invalid Webhook Token')
  const messageId = id === '@original' ? interaction.originalId : id
  const existing = messageId ? world.messages.get(messageId) : undefined
  if (sent.method === 'POST' || sent.method === 'PATCH') {
    const known = { query: sent.query, existing, creates: sent.method === 'POST' || interaction.pending }
    const refusal = refuse(world, sent, checkRequest(sent.method, sent.path, sent.body, sent.files, known))
    if (refusal) return refusal
  }
  if (world.clock() - interaction.createdAt > 15 * 60_000) return fault(401, 50027, 'Invalid Webhook Token')
  if (!interaction.acknowledged) return fault(404, 10015, 'Unknown Webhook')
  if (sent.method === 'POST') return followUp(world, interaction, sent)
  const own =
    existing &&
    (id === '@original' || existing.id === interaction.originalId || isFollowUp(interaction, existing))
  if (!own) return fault(404, 10008, 'Unknown Message')
  if (sent.method === 'GET') return { status: 200, body: existing }
  if (sent.method === 'PATCH') return edit(world, interaction, existing, sent)
  deleteMessage(world, existing)
  return { status: 204 }
}

const isFollowUp = (interaction: Interaction, message: Message) =>
  interaction.followUps.some(({ id }) => id === message.id)

function edit(world: World, interaction: Interaction, existing: Message, sent: Sent): Answer {
  const message = editMessage(world, existing, sent.body as Body, sent.files)
  const index = interaction.followUps.findIndex(({ id }) => id === message.id)
  if (index >= 0) interaction.followUps[index] = message
  else shown(interaction, message)
  changed(world)
  return { status: 200, body: message }
}

function followUp(world: World, interaction: Interaction, sent: Sent): Answer {
  const original = world.messages.get(interaction.originalId ?? '')
  const body = sent.body as Body
  // While the reply is still "thinking", Discord takes the first follow-up for it.
  if (interaction.pending && original) return edit(world, interaction, original, sent)
  if (!interaction.owners['0'] && interaction.followUps.length >= 5) {
    refuse(world, sent, ['at most 5 follow-ups where only the person has installed the app'])
    return fault(400, 40094, 'This interaction has hit the maximum number of follow up messages')
  }
  const message = createMessage(world, interaction.channelId, body, sent.files, origin(interaction))
  interaction.followUps.push(message)
  changed(world)
  return { status: 200, body: message }
}
