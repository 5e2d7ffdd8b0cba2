import { defineCommand } from '../src/command/command.ts'
import { requiredText } from '../src/command/option.ts'

export const check = defineCommand({
  name: 'check',
  options: { text: requiredText() },
  rest: 'text',
  onMessage: 'text',
  visibility: 'own',
  isQuestion: true,

  async run({ text }, services, context) {
    return { kind: 'entry', entry: await services.check(text, context) }
  },
})
