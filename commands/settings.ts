/** `/settings …`: what the managers of a server choose. */
import type { Command, Context, Services, Settings, Values } from '../src/command.ts'
import { topicsOption } from './daily-options.ts'
import { severalIn } from './several.ts'

/** More channels would not fit into the sentence that names them. */
const MAX_CHANNELS = 50
const MOST_ANSWERS = 100_000

const settingsCommand = (
  name: string,
  options: Command['options'],
  change: (values: Values, settings: Settings) => Partial<Settings>,
): Command => ({
  name: `settings ${name}`,
  options,
  visibility: 'own',
  forManagers: true,
  onlyOnDiscord: true,
  async run(values, services, context) {
    return { kind: 'settings', settings: await changed(change, values, services, context) }
  },
})

async function changed(
  change: (values: Values, settings: Settings) => Partial<Settings>,
  values: Values,
  services: Services,
  context: Context,
): Promise<Settings> {
  const settings = await services.settings(context.server)
  const wanted = change(values, settings)
  return Object.keys(wanted).length > 0 ? await services.changeSettings(wanted, context) : settings
}

const limit = (name: string) => ({ name, type: 'integer' as const, min: 0, max: MOST_ANSWERS })
const numberOf = (value: Values[string]) => (typeof value === 'number' ? value : null)

export const settings: Command[] = [
  settingsCommand('show', [], () => ({})),
  settingsCommand(
    'privacy',
    [{ name: 'private', text: 'default', type: 'boolean', required: true }],
    (values) => ({ private: values.private === true }),
  ),
  settingsCommand(
    'channel',
    [
      { name: 'channel', type: 'channel', required: true },
      { name: 'allowed', type: 'boolean', required: true },
    ],
    ({ channel, allowed }, { channels }) => {
      const others = channels.filter((one) => one !== channel)
      return { channels: (allowed ? [...others, String(channel)] : others).slice(-MAX_CHANNELS) }
    },
  ),
  settingsCommand('allowance', [limit('person'), limit('server')], ({ person, server }) => ({
    person: numberOf(person),
    server: numberOf(server),
  })),
  settingsCommand('topics', [{ ...topicsOption, text: 'interests' }], ({ topics }) => ({
    topics: severalIn(topics),
  })),
]
