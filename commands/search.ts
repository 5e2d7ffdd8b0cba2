import { defineCommand } from '../src/command/command.ts'
import { integer, requiredText } from '../src/command/option.ts'

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 1000

export const search = defineCommand({
  name: 'search',
  description: 'Show the passages that a question finds',
  options: {
    question: requiredText({ description: 'What to look for' }),
    limit: integer({ min: 1, max: MAX_LIMIT, description: `How many passages at most, 1 to ${MAX_LIMIT}` }),
  },
  rest: 'question',
  visibility: 'own',
  only: 'terminal',

  async run({ question, limit = DEFAULT_LIMIT }, services, context) {
    return { kind: 'passages', question, hits: await services.search(question, limit, context) }
  },
})
