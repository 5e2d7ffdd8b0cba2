/** Short ways to write the words of a reply. */
import type { Key, Language } from '../locales/language.ts'
import { oneLine } from '../text/one-line.ts'
import type { Action, Block, Line, List, Outside, Part, PlainAction, Sentences, Words } from './block.ts'

type Values = Record<string, string | number | Words>

/** A fixed text whose blanks are filled with words, those from outside among them. */
export const told = ({ tell }: Language, key: Key, values: Values = {}): Words => tell<Part>(key, values)

export const outside = (text: string, more: Omit<Outside, 'outside'> = {}): Outside => ({
  outside: text,
  ...more,
})
export const strong = (...words: Words): Part => ({ strong: words })

export const heading = (...words: Words): Block => ({ kind: 'heading', words })
export const text = (...words: Words): Line => ({ kind: 'text', words })
export const hint = (...words: Words): Block => ({ kind: 'hint', words })
export const list = (items: Words[], most: number): List => ({ kind: 'list', items, most })
export const small = (...words: Words): Line => ({ kind: 'small', words })

/** Which numbers stand in none of the quotations. */
export const doubtWords = (numbers: string[], language: Language): Words =>
  told(language, 'dossier.numbers', { numbers: [outside(numbers.join(', '))] })

/** Sentences as one line. */
export const paragraphOf = (line: Line | Sentences): Line =>
  line.kind === 'sentences' ? text(...joined(line.sentences, ' ')) : line

/** Words with a separator between them; those that show nothing are left out. */
export const joined = (all: (Words | Part | undefined)[], separator: string): Words =>
  all
    .map((words) => (Array.isArray(words) ? words : words === undefined ? [] : [words]))
    .filter((words) => words.some(isShown))
    .flatMap((words, at) => (at === 0 ? words : [separator, ...words]))

const isShown = (part: Part): boolean =>
  typeof part === 'string'
    ? part !== ''
    : 'outside' in part
      ? oneLine(part.outside) !== ''
      : !('marks' in part)

/** Lines that show something. */
export const lines = (...all: Line[]): Line[] => all.filter(({ words }) => words.some(isShown))

export const actions = (...acts: PlainAction[]): Action[] => acts.map((act) => ({ act }))

const isLine = (block: Block): boolean => 'words' in block

/** Blocks that belong together: lines that follow each other, and every other block by itself. */
export function paragraphsOf(blocks: Block[]): [Block, ...Block[]][] {
  const paragraphs: [Block, ...Block[]][] = []
  for (const block of blocks) {
    const last = paragraphs.at(-1)
    if (last && isLine(last[0]) && isLine(block)) last.push(block)
    else paragraphs.push([block])
  }
  return paragraphs
}
