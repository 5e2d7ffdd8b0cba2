/** `corpus add`, and "Add to the corpus" in a message's menu: what people give becomes documents. */

import { defineCommand } from '../src/command/command.ts'
import { type Attached, type Context, type Given, type Services, UserError } from '../src/command/context.ts'
import { attachment, paths, text } from '../src/command/option.ts'
import { givenAt } from '../src/command/options/files.ts'

/** More links in one message are a list, not a source. */
const MAX_LINKS = 10
const MAX_LINK_LENGTH = 2000
const LINK = /https?:\/\/[^\s<>")\]]+/g

const managed = { visibility: 'own', forManagers: true } as const

async function read(file: Attached): Promise<Given> {
  const { name, contentType } = file
  return { name, id: name, bytes: await file.read(), ...(contentType ? { contentType } : {}) }
}

async function add(given: Given[], services: Services, context: Context) {
  if (given.length === 0) throw new UserError('error.nothingToAdd', {})
  context.progress('add')
  return { kind: 'outcomes' as const, outcomes: await services.library.add(given, context) }
}

export const corpusAdd = defineCommand({
  ...managed,
  name: 'corpus add',
  options: {
    file: attachment(),
    link: text({ maxLength: MAX_LINK_LENGTH, only: 'chat' }),
    items: paths({ required: true, description: 'Paths and addresses' }),
  },
  rest: 'items',

  async run({ file, link, items }, services, context) {
    if (items.length > 0)
      return { kind: 'outcomes', outcomes: await services.library.add(givenAt(items), context) }
    const files = await Promise.all(file.map(read))
    return await add([...files, ...(link ? [{ url: link }] : [])], services, context)
  },
})

/** A message's words are a document of their own; what it links to and carries are others. */
export const addMessage = defineCommand({
  ...managed,
  name: 'add',
  options: {
    text: text(),
    message: text({ text: 'text' }),
    author: text({ text: 'text' }),
    files: attachment({ text: 'file' }),
  },
  onMessage: 'text',
  only: 'chat',

  async run({ text: words = '', message, author, files }, services, context) {
    const links = [...new Set(words.match(LINK) ?? [])].slice(0, MAX_LINKS)
    const rest = words.replaceAll(LINK, '').trim()
    const own: Given[] = /\p{L}{3}/u.test(rest)
      ? [
          {
            name: `message ${message}`,
            id: `message/${message}.txt`,
            bytes: new TextEncoder().encode(words),
            contentType: 'text/plain; charset=utf-8',
            known: { title: rest.slice(0, 80), source: 'Discord', author: author ?? null },
          },
        ]
      : []
    const carried = await Promise.all(files.map(read))
    return await add([...own, ...carried, ...links.map((url) => ({ url }))], services, context)
  },
})
