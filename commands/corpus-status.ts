import type { Command } from '../src/command.ts'

export const corpusStatus: Command = {
  name: 'corpus status',
  options: [],
  visibility: 'own',
  forManagers: true,

  async run(_values, services, context) {
    return { kind: 'status', status: await services.status(context) }
  },
}
