import { defineCommand } from '../src/command/command.ts'

export const corpusStatus = defineCommand({
  name: 'corpus status',
  options: {},
  visibility: 'own',
  forManagers: true,

  async run(_values, services, context) {
    return { kind: 'status', status: await services.status(context) }
  },
})
