/** Every regular expression of the project: those written in its files, and those that its modules put together. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

export type Found = { place: string; source: string; flags: string }

export async function literalsIn(path: string): Promise<Found[]> {
  const text = await readFile(path, 'utf8')
  const found: Found[] = []
  const visitor = new Visitor({
    Literal: (node) => {
      if (!('regex' in node)) return
      const { pattern, flags } = node.regex
      found.push({
        place: `${path}:${text.slice(0, node.start).split('\n').length}`,
        source: pattern,
        flags,
      })
    },
  })
  visitor.visit(parseSync(path, text).program)
  return found
}

/** Those that the modules at these paths, and the ones that they import, make with `new RegExp` when they are loaded. */
export async function builtBy(paths: string[]): Promise<Found[]> {
  const found: Found[] = []
  const original = globalThis.RegExp
  globalThis.RegExp = new Proxy(original, {
    construct: (target, given) => {
      const made: RegExp = Reflect.construct(target, given)
      const place = /(?:src|commands)\/\S+\.ts/.exec(new Error().stack?.split('\n')[2] ?? '')?.[0]
      if (place) found.push({ place, source: made.source, flags: made.flags })
      return made
    },
  })
  try {
    for (const path of paths) await import(resolve(path))
  } finally {
    globalThis.RegExp = original
  }
  return found
}
