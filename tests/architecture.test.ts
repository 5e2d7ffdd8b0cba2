import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const sources = (
  await Promise.all(
    ['src', 'commands'].map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  )
)
  .flat()
  .filter((entry) => entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
const files = new Map(
  await Promise.all(sources.map(async (path) => [path, await readFile(path, 'utf8')] as const)),
)
const imports = (text: string) =>
  [...text.matchAll(/(?:from|import\(?) ?'([^']+)'/g)].map(([, name]) => name ?? '')

/** A folder may import from itself and from folders that stand later. */
const ORDER = [
  'main',
  'program',
  'app',
  'evaluate',
  'surface',
  'commands',
  'chat',
  'services',
  'command',
  'locales',
  'ledger',
  'daily',
  'brief',
  'search',
  'feeds',
  'web',
  'corpus',
  'ingest',
  'store',
  'formats',
  'text',
  'languages',
  'disk',
  'sqlite',
  'document',
  'bind-all',
  'refusal',
  'last-map',
  'time',
  'threads',
]
/** Its folder directly below src, or commands. */
const homeOf = (path: string) => /^(?:src\/[^/]+|commands)(?=\/)|^src/.exec(path)?.[0] ?? ''
function layerOf(path: string): string {
  if (/^src\/(?:discord|terminal)\//.test(path)) return 'surface'
  if (path.startsWith('commands/')) return 'commands'
  return path.replace('src/', '').split(/[/.]/)[0] ?? ''
}

test('imports point one way: surface, chat, services, brief, search, corpus, store, formats, text', () => {
  for (const [path, text] of files) {
    for (const name of imports(text).filter((name) => name.startsWith('.'))) {
      const target = normalize(join(dirname(path), name))
      if (['main', 'program', 'app'].includes(layerOf(path))) continue
      const [from, to] = [ORDER.indexOf(layerOf(path)), ORDER.indexOf(layerOf(target))]
      expect(from >= 0 && to >= from, `${path} imports ${target}`).toBe(true)
      if (layerOf(path) === 'surface')
        expect(homeOf(target) === homeOf(path) || layerOf(target) !== 'surface').toBe(true)
    }
  }
})

test('each outside library is imported in one folder', () => {
  /** Settings and logs are the wiring's; the query builder serves both stores. */
  const shared = new Set(['kysely', 'kysely/migration', 'pino', 'zod'])
  const homes = new Map<string, Set<string>>()
  for (const [path, text] of files)
    for (const name of imports(text).filter((name) => !/^(?:\.|node:)/.test(name) && !shared.has(name)))
      homes.set(name, (homes.get(name) ?? new Set()).add(homeOf(path)))
  for (const [name, folders] of homes) expect([...folders], name).toHaveLength(1)
})

test('only config.ts reads the environment, and only the terminal reads standard input', () => {
  for (const [path, text] of files) {
    if (path !== 'src/config.ts') expect(text, path).not.toMatch(/process\.env/)
    if (!path.startsWith('src/terminal/')) expect(text, path).not.toMatch(/process\.stdin/)
  }
})

test('no file imports itself by way of others', () => {
  const targets = (path: string) =>
    imports(files.get(path) ?? '')
      .filter((name) => name.startsWith('.'))
      .map((name) => normalize(join(dirname(path), name)))
  const clean = new Set<string>()
  const visit = (path: string, above: string[]): void => {
    expect(above, [...above, path].join(' → ')).not.toContain(path)
    if (clean.has(path)) return
    for (const target of targets(path)) visit(target, [...above, path])
    clean.add(path)
  }
  for (const path of files.keys()) visit(path, [])
})
