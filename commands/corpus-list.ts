import { defineCommand } from '../src/command/command.ts'
import { integer } from '../src/command/option.ts'

const MOST_PAGES = 1_000_000

/** The documents that may be read here, the latest additions first, page by page. */
export const corpusList = defineCommand({
  name: 'corpus list',
  options: {
    page: integer({ min: 1, max: MOST_PAGES, only: 'terminal', description: 'Which page, from 1' }),
  },
  visibility: 'own',
  forManagers: true,

  async run({ page = 1 }, services, context) {
    return { kind: 'documents', page: await services.library.list(page - 1, context) }
  },
})
