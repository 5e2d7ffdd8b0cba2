import { defineCommand } from '../src/command/command.ts'
import { flag, requiredText } from '../src/command/option.ts'
import { answerKind } from '../src/command/options/kind.ts'
import { about, scopeOf, since, source } from '../src/command/options/scope.ts'

export const ask = defineCommand({
  name: 'ask',
  options: {
    question: requiredText({ maxLength: 1000 }),
    source,
    about,
    since,
    as: answerKind,
    private: flag(),
  },
  rest: 'question',
  visibility: 'chosen',
  isQuestion: true,

  async run({ question, as, ...limits }, services, context) {
    const scope = scopeOf(limits)
    const isLimited = Object.keys(scope).length > 0
    // A question that goes on keeps the limits of the one before, unless it has some of its own.
    const wanted = context.previous && !isLimited ? undefined : scope
    return { kind: 'entry', entry: await services.ask(question, wanted, context, context.previous, as) }
  },
})
