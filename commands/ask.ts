import type { Command } from '../src/command.ts'
import { optionalText, privateOption, sinceOption, sourceOption } from './options.ts'
import { sinceDate } from './since.ts'

export const ask: Command = {
  name: 'ask',
  description: 'Answer a question from the corpus, with quotations',
  options: [
    {
      name: 'question',
      description: 'What do you want to know?',
      type: 'string',
      required: true,
      maxLength: 1000,
    },
    sourceOption,
    sinceOption,
    privateOption,
  ],
  rest: 'question',
  isPrivate: (values) => values.private === true,

  async run(values, services, context) {
    const filter = { source: optionalText(values.source), since: sinceDate(optionalText(values.since)) }
    const answer = await services.ask(String(values.question ?? ''), filter, context)
    return { kind: 'answer', answer, private: values.private === true }
  },
}
