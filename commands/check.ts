import type { Command } from '../src/command.ts'

export const check: Command = {
  name: 'check',
  options: [{ name: 'text', type: 'string', required: true }],
  rest: 'text',
  onMessage: 'text',
  visibility: 'own',
  isQuestion: true,

  async run(values, services, context) {
    return { kind: 'entry', entry: await services.check(String(values.text ?? ''), context) }
  },
}
