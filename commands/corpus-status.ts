import type { Command } from '../src/command.ts'

export const corpusStatus: Command = {
  name: 'corpus status',
  description: 'Show what is in the corpus and which files were refused',
  options: [],
  isPrivate: () => true,

  async run(_values, services, context) {
    return { kind: 'status', status: await services.status(context), private: true }
  },
}
