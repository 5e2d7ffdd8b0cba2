/** The registration of commands. */
import type { CommandBody } from './discord-commands.ts'
import { checkRequest } from './discord-contract.ts'
import { type Answer, fault, refuse, type Sent, unknownRoute } from './discord-interactions.ts'
import { snowflake, type World } from './discord-world.ts'

/** `scope` is a guild, or '' for the global commands. */
export function commands(world: World, sent: Sent, scope: string, id: string): Answer {
  const current = world.commands.get(scope) ?? []
  const register = (command: CommandBody): CommandBody => {
    const old = current.find((entry) => same(entry, command))
    const own = {
      id: old?.id ?? snowflake(world),
      application_id: world.applicationId,
      version: snowflake(world),
    }
    return {
      type: 1,
      default_member_permissions: null,
      nsfw: false,
      ...command,
      ...own,
      ...(scope ? { guild_id: scope } : {}),
    }
  }
  if (sent.method === 'GET') {
    const one = current.find((command) => command.id === id)
    if (!id) return { status: 200, body: current }
    return one ? { status: 200, body: one } : fault(404, 10063, 'Unknown application command')
  }
  if (sent.method === 'DELETE') {
    world.commands.set(
      scope,
      current.filter((command) => command.id !== id),
    )
    return { status: 204 }
  }
  const refusal = refuse(
    world,
    sent,
    checkRequest(sent.method, sent.path, sent.body, sent.files, { query: sent.query }),
  )
  if (refusal) return refusal
  if (sent.method === 'PUT') {
    world.counts.commandPuts += 1
    const list = (sent.body as CommandBody[]).map(register)
    world.commands.set(scope, list)
    return { status: 200, body: list }
  }
  if (sent.method !== 'POST') return unknownRoute(world, sent)
  const command = register(sent.body as CommandBody)
  world.commands.set(scope, [...current.filter((entry) => !same(entry, command)), command])
  return { status: 201, body: command }
}

const same = (a: CommandBody, b: CommandBody) => a.name === b.name && (a.type ?? 1) === (b.type ?? 1)
