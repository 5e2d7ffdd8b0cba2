/** Reads the model's instructions from prompts/*.md and fills in their {{blanks}}. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const PROMPTS = join(import.meta.dirname, '..', '..', 'prompts')
const BLANK = /\{\{([^{}]*)\}\}/g

export type Prompt<Blank extends string> = {
  /** The file as written, blanks included. */
  source: string
  fill: (values: Record<Blank, string>) => string
}

/**
 * Loads one prompt file, which must hold each of `blanks` at least once and no other.
 * Throws an Error that names the file and the blank otherwise, or when the file cannot be read or is empty.
 */
export function loadPrompt<Blank extends string>(
  name: string,
  blanks: readonly Blank[],
  folder: string = PROMPTS,
): Prompt<Blank> {
  const source = readPrompt(name, folder)
  checkBlanks(name, source, blanks)
  return {
    source,
    // One pass with a function: a value that holds {{…}} or $& stays as it is.
    fill: (values) => source.replace(BLANK, (_, blank: string) => values[blank.trim() as Blank]).trim(),
  }
}

function readPrompt(name: string, folder: string): string {
  let source: string
  try {
    source = readFileSync(join(folder, name), 'utf8')
  } catch (error) {
    throw new Error(`The prompt prompts/${name} cannot be read: restore it.`, { cause: error })
  }
  if (source.trim() === '') throw new Error(`The prompt prompts/${name} is empty: restore it.`)
  return source
}

function checkBlanks(name: string, source: string, blanks: readonly string[]): void {
  const found = new Set(Array.from(source.matchAll(BLANK), ([, blank = '']) => blank.trim()))
  for (const blank of blanks) {
    if (!found.has(blank)) throw new Error(`The prompt prompts/${name} lacks the blank {{${blank}}}: add it.`)
  }
  for (const blank of found) {
    if (!blanks.includes(blank)) {
      throw new Error(`The prompt prompts/${name} has a blank {{${blank}}} that nothing fills: remove it.`)
    }
  }
}
