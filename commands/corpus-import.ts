import { defineCommand } from '../src/command/command.ts'
import { requiredText } from '../src/command/option.ts'

export const corpusImport = defineCommand({
  name: 'corpus import',
  description: 'Add the documents of a JSON Lines file to the corpus',
  options: { file: requiredText({ description: 'The file, one document a line' }) },
  rest: 'file',
  visibility: 'own',
  only: 'terminal',

  async run({ file }, services, context) {
    return { kind: 'imported', result: await services.library.importJsonl(file, context) }
  },
})
