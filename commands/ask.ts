import type { Command } from '../src/command.ts'
import { aboutOption, privateOption, scopeOf, sinceOption, sourceOption } from './options.ts'

export const ask: Command = {
  name: 'ask',
  options: [
    { name: 'question', type: 'string', required: true, maxLength: 1000 },
    sourceOption,
    aboutOption,
    sinceOption,
    privateOption,
  ],
  rest: 'question',
  visibility: 'chosen',
  isQuestion: true,

  async run(values, services, context) {
    const scope = await scopeOf(values, context.language)
    return { kind: 'entry', entry: await services.ask(String(values.question ?? ''), scope, context) }
  },
}
