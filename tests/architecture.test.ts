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
  'replies',
  'command',
  'locales',
  'ledger',
  'daily',
  'brief',
  'search',
  'question',
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

/** Each folder below src, and commands, with the others that it imports. */
function folderImports(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [path, text] of files)
    for (const name of imports(text).filter((name) => name.startsWith('.'))) {
      const [from, to] = [homeOf(path), homeOf(normalize(join(dirname(path), name)))]
      if (![from, to].includes('src') && from !== to) found.set(from, (found.get(from) ?? new Set()).add(to))
    }
  return found
}

test('no folder imports one that imports it', () => {
  const found = folderImports()
  for (const [from, targets] of found)
    for (const to of targets)
      expect([...(found.get(to) ?? [])], `${to}, which ${from} imports`).not.toContain(from)
})

/** Each outside library with the folders that import it. */
function libraries(): Map<string, Set<string>> {
  const homes = new Map<string, Set<string>>()
  for (const [path, text] of files)
    for (const name of imports(text).filter((name) => !/^(?:\.|node:)/.test(name)))
      homes.set(name, (homes.get(name) ?? new Set()).add(homeOf(path)))
  return homes
}
/** The three that keep tables, and what opens their files. */
const STORES = ['src/store', 'src/ledger', 'src/feeds', 'src/sqlite']

test('each outside library is imported in one folder', () => {
  /** Input is checked where it comes in, and everybody who logs knows the log's type. */
  const shared = new Set(['kysely', 'kysely/migration', 'pino', 'zod'])
  for (const [name, folders] of libraries()) if (!shared.has(name)) expect([...folders], name).toHaveLength(1)
})

test('tables are queried in store, ledger and feeds alone, and passages in store', () => {
  const homes = libraries()
  for (const name of ['kysely', 'kysely/migration'])
    expect(STORES, name).toEqual(expect.arrayContaining([...(homes.get(name) ?? [])]))
  expect([...(homes.get('@lancedb/lancedb') ?? [])]).toEqual(['src/store'])
  const QUERY = /\.(?:selectFrom|insertInto|updateTable|deleteFrom|fullTextSearch|transaction)\(/
  for (const [path, text] of files) if (!STORES.includes(homeOf(path))) expect(text, path).not.toMatch(QUERY)
})

test('the word Discord stands in discord/, in what wires it, and where a source is named so', () => {
  /** A message that is kept as a document has this source. */
  const WIRING = ['src/app.ts', 'src/config.ts', 'src/program.ts', 'commands/corpus-add.ts']
  for (const [path, text] of files)
    if (!path.startsWith('src/discord/') && !WIRING.includes(path)) expect(text, path).not.toMatch(/discord/i)
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
