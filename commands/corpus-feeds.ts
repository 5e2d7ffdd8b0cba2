/** `corpus feeds …`: feeds whose items become documents. */

import { defineCommand } from '../src/command/command.ts'
import { UserError } from '../src/command/context.ts'
import { flag, requiredText } from '../src/command/option.ts'

const MAX_LENGTH = 2000
const managed = { visibility: 'own', forManagers: true } as const

const list = defineCommand({
  ...managed,
  name: 'corpus feeds list',
  isDefault: true,
  options: { opml: flag({ only: 'terminal', description: 'Print them as OPML' }) },

  async run({ opml }, services, context) {
    if (opml) return { kind: 'opml', text: await services.feeds.opml(context) }
    return { kind: 'feeds', feeds: await services.feeds.list(context) }
  },
})

const add = defineCommand({
  ...managed,
  name: 'corpus feeds add',
  options: { link: requiredText({ maxLength: MAX_LENGTH }) },
  rest: 'link',

  async run({ link }, services, context) {
    const { title, isNew } = await services.feeds.add(link.trim(), context)
    return { kind: 'said', text: isNew ? 'feeds.added' : 'feeds.known', values: { title } }
  },
})

const remove = defineCommand({
  ...managed,
  name: 'corpus feeds remove',
  options: {
    link: requiredText({
      maxLength: MAX_LENGTH,
      complete: async (typed, services, context) =>
        (await services.feeds.list(context))
          .filter(({ url, title }) => `${title} ${url}`.toLowerCase().includes(typed.toLowerCase()))
          .map(({ url, title }) => ({ name: title ?? url, value: url })),
    }),
  },
  rest: 'link',

  async run({ link }, services, context) {
    if (!(await services.feeds.remove(link.trim(), context))) throw new UserError('feeds.unknown', { link })
    return { kind: 'said', text: 'feeds.removed', values: { link } }
  },
})

export const feeds = [add, list, remove]
