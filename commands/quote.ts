import { defineCommand } from '../src/command/command.ts'
import { flag, requiredText } from '../src/command/option.ts'
import { about, scopeOf, since, source, speaker } from '../src/command/options/scope.ts'

export const quote = defineCommand({
  name: 'quote',
  options: {
    topic: requiredText({ maxLength: 1000 }),
    speaker,
    source,
    about,
    since,
    private: flag(),
  },
  rest: 'topic',
  visibility: 'chosen',
  isQuestion: true,

  async run({ topic, ...limits }, services, context) {
    return { kind: 'entry', entry: await services.quotations(topic, scopeOf(limits), context) }
  },
})
