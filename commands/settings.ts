/** `/settings …`: what the managers of a server choose. */

import { type CommandOf, defineCommand } from '../src/command/command.ts'
import type { Settings } from '../src/command/context.ts'
import { channel, flag, integer, type Options, type ValuesOf } from '../src/command/option.ts'
import { names } from '../src/command/options/names.ts'

/** More channels would not fit into the sentence that names them. */
const MAX_CHANNELS = 50
const MOST_ANSWERS = 100_000

/** A command that changes what `change` returns, if anything, and shows all settings. */
const settingsCommand = <const Chosen extends Options>(
  name: string,
  options: Chosen,
  change?: (values: ValuesOf<Chosen>, settings: Settings) => Partial<Settings>,
) => {
  const run: CommandOf<Chosen>['run'] = async (values, services, context) => {
    const changed = change
      ? await services.changeSettings((settings) => change(values, settings), context)
      : context.settings
    const channels = changed.channels.filter(context.maySee)
    const hiddenChannels = changed.channels.length - channels.length
    return { kind: 'settings', settings: { ...changed, channels }, hiddenChannels }
  }
  return defineCommand({
    name: `settings ${name}`,
    options,
    visibility: 'own',
    forManagers: true,
    only: 'chat',
    run,
  })
}

const limit = integer({ min: 0, max: MOST_ANSWERS })

export const settings = [
  settingsCommand('show', {}),
  settingsCommand('privacy', { private: flag({ text: 'default', required: true }) }, (values) => ({
    private: values.private === true,
  })),
  settingsCommand(
    'channel',
    { channel: channel({ required: true }), allowed: flag({ required: true }) },
    ({ channel: id, allowed }, { channels }) => {
      const others = channels.filter((one) => one !== id)
      return { channels: (allowed && id ? [...others, id] : others).slice(-MAX_CHANNELS) }
    },
  ),
  settingsCommand('allowance', { person: limit, server: limit }, ({ person, server }) => ({
    person: person ?? null,
    server: server ?? null,
  })),
  settingsCommand(
    'topics',
    {
      topics: names((typed, services, context) => services.topics(typed, context), { text: 'interests' }),
    },
    ({ topics }) => ({ topics }),
  ),
]
