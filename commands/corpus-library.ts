/** `/corpus add`, `list`, `remove` and `feeds …`, and "Add to the corpus" in a message's menu: for managers. */
import {
  type Attached,
  type Command,
  type Context,
  type Given,
  type Services,
  UserError,
  type Values,
} from '../src/command.ts'

/** More links in one message are a list, not a source. */
const MAX_LINKS = 10
const LINK = /https?:\/\/[^\s<>")\]]+/g

const managed = { visibility: 'own', forManagers: true, onlyOnDiscord: true } as const
const attachedIn = (value: Values[string]): Attached[] => (Array.isArray(value) ? value : [])

async function read(file: Attached): Promise<Given> {
  const { name, contentType } = file
  return { name, id: name, bytes: await file.read(), ...(contentType ? { contentType } : {}) }
}

async function add(given: Given[], services: Services, context: Context) {
  if (given.length === 0) throw new UserError('error.nothingToAdd', {})
  context.progress('add')
  return { kind: 'outcomes' as const, outcomes: await services.library.add(given, context) }
}

export const corpusAdd: Command = {
  ...managed,
  name: 'corpus add',
  options: [
    { name: 'file', type: 'attachment' },
    { name: 'link', type: 'string', maxLength: 2000 },
  ],
  async run({ file, link }, services, context) {
    const files = await Promise.all(attachedIn(file).map(read))
    const url = typeof link === 'string' ? link.trim() : ''
    return await add([...files, ...(url ? [{ url }] : [])], services, context)
  },
}

/** A message's words are a document of their own; what it links to and carries are others. */
export const addMessage: Command = {
  ...managed,
  name: 'add',
  options: [
    { name: 'text', type: 'string' },
    { name: 'message', text: 'text', type: 'string' },
    { name: 'author', text: 'text', type: 'string' },
    { name: 'files', text: 'file', type: 'attachment' },
  ],
  onMessage: 'text',
  async run({ text, message, author, files }, services, context) {
    const words = String(text ?? '').trim()
    const links = [...new Set(words.match(LINK) ?? [])].slice(0, MAX_LINKS)
    const rest = words.replaceAll(LINK, '').trim()
    const own: Given[] = /\p{L}{3}/u.test(rest)
      ? [
          {
            name: `message ${message}`,
            id: `message/${message}.txt`,
            bytes: new TextEncoder().encode(words),
            contentType: 'text/plain; charset=utf-8',
            known: { title: rest.slice(0, 80), source: 'Discord', author: String(author ?? '') || null },
          },
        ]
      : []
    const carried = await Promise.all(attachedIn(files).map(read))
    return await add([...own, ...carried, ...links.map((url) => ({ url }))], services, context)
  },
}

export const corpusList: Command = {
  ...managed,
  name: 'corpus list',
  options: [],
  run: async (_values, services, context) => ({
    kind: 'documents',
    page: await services.library.list(0, context),
  }),
}

export const corpusRemove: Command = {
  ...managed,
  name: 'corpus remove',
  options: [
    {
      name: 'document',
      type: 'string',
      required: true,
      complete: (typed, services, context) => services.library.suggest(typed, context),
    },
  ],
  async run({ document }, services, context) {
    const found = await services.library.find(String(document), context)
    if (!found) throw new UserError('error.noDocument', { document: String(document).slice(0, 100) })
    return { kind: 'removal', document: found, id: services.library.askToRemove(found) }
  },
}

export const feeds: Command[] = [
  {
    ...managed,
    name: 'corpus feeds add',
    options: [{ name: 'link', type: 'string', required: true, maxLength: 2000 }],
    async run({ link }, services, context) {
      const { title, isNew } = await services.feeds.add(String(link).trim(), context)
      return { kind: 'said', text: isNew ? 'feeds.added' : 'feeds.known', values: { title } }
    },
  },
  {
    ...managed,
    name: 'corpus feeds list',
    options: [],
    run: async (_values, services, context) => ({ kind: 'feeds', feeds: await services.feeds.list(context) }),
  },
  {
    ...managed,
    name: 'corpus feeds remove',
    options: [
      {
        name: 'link',
        type: 'string',
        required: true,
        maxLength: 2000,
        complete: async (typed, services, context) =>
          (await services.feeds.list(context))
            .filter(({ url, title }) => `${title} ${url}`.toLowerCase().includes(typed.toLowerCase()))
            .map(({ url, title }) => ({ name: title ?? url, value: url })),
      },
    ],
    async run({ link }, services, context) {
      const isGone = await services.feeds.remove(String(link).trim(), context)
      return {
        kind: 'said',
        text: isGone ? 'feeds.removed' : 'feeds.unknown',
        values: { link: String(link) },
      }
    },
  },
]
