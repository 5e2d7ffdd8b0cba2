import type { Command } from '../src/command.ts'
import { aboutOption, privateOption, scopeOf, sinceOption, sourceOption, speakerOption } from './options.ts'

export const quote: Command = {
  name: 'quote',
  options: [
    { name: 'topic', type: 'string', required: true, maxLength: 1000 },
    speakerOption,
    sourceOption,
    aboutOption,
    sinceOption,
    privateOption,
  ],
  rest: 'topic',
  visibility: 'chosen',
  isQuestion: true,

  async run(values, services, context) {
    const scope = await scopeOf(values, context.language)
    return { kind: 'entry', entry: await services.quotations(String(values.topic ?? ''), scope, context) }
  },
}
