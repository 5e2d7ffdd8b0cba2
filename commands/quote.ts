import type { Command } from '../src/command.ts'
import { optionalText, privateOption, sinceOption, sourceOption } from './options.ts'
import { sinceDate } from './since.ts'

export const quote: Command = {
  name: 'quote',
  description: 'Find verbatim quotations on a topic',
  options: [
    {
      name: 'topic',
      description: 'What should the quotations be about?',
      type: 'string',
      required: true,
      maxLength: 1000,
    },
    { name: 'speaker', description: 'Only what this person or body says', type: 'string', maxLength: 100 },
    sourceOption,
    sinceOption,
    privateOption,
  ],
  rest: 'topic',
  isPrivate: (values) => values.private === true,

  async run(values, services, context) {
    const topic = String(values.topic ?? '').trim()
    const filter = {
      speaker: optionalText(values.speaker),
      source: optionalText(values.source),
      since: sinceDate(optionalText(values.since)),
    }
    const quotations = await services.quotations(topic, filter, context)
    return { kind: 'quotations', topic, quotations, private: values.private === true }
  },
}
