import { defineCommand } from '../src/command/command.ts'
import { UserError } from '../src/command/context.ts'
import { paths, requiredText } from '../src/command/option.ts'

const managed = { name: 'corpus remove', visibility: 'own', forManagers: true } as const

/** In a chat one document is chosen from a list, and the person is asked once more. */
export const corpusRemove = defineCommand({
  ...managed,
  only: 'chat',
  options: {
    document: requiredText({
      complete: (typed, services, context) => services.library.suggest(typed, context),
    }),
  },

  async run({ document }, services, context) {
    const found = await services.library.find(document, context)
    if (!found) throw new UserError('error.noDocument', { document: document.slice(0, 100) })
    return { kind: 'removal', document: found, id: services.library.askToRemove(found) }
  },
})

/** In the terminal whoever writes ids means them. */
export const corpusRemoveIds = defineCommand({
  ...managed,
  only: 'terminal',
  options: { documents: paths({ required: true, description: 'Their ids, as corpus list shows them' }) },
  rest: 'documents',

  async run({ documents }, services, context) {
    return { kind: 'outcomes', outcomes: await services.library.remove(documents, context) }
  },
})
