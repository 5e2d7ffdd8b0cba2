/** Whatever is refused is refused in a sentence of the person's language, and earlier reasons are shown as they are. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogues, english, type LanguageCode, languageFor } from '../src/locales/language.ts'
import { refusalText } from '../src/locales/refusal.ts'
import { fromStored, type RefusalKey, type RefusalReason, toStored } from '../src/refusal.ts'

/** Each reason with values such as it may have. */
const VALUES = {
  'refusal.addressInvalid': {},
  'refusal.addressLogin': {},
  'refusal.addressLong': {},
  'refusal.addressNowhere': {},
  'refusal.addressPort': { port: 22 },
  'refusal.addressPrivate': {},
  'refusal.addressScheme': {},
  'refusal.applePages': {},
  'refusal.archive': { kind: 'PNG' },
  'refusal.archiveFiles': { files: 20001, limit: 500 },
  'refusal.badJson': {},
  'refusal.bomb': {},
  'refusal.brokeOff': {},
  'refusal.busy': {},
  'refusal.certificate': {},
  'refusal.chapters': { chapters: 5001, limit: 500 },
  'refusal.compressedOften': {},
  'refusal.compressionBroken': {},
  'refusal.compressionUnknown': {},
  'refusal.damaged': {},
  'refusal.damagedContents': {},
  'refusal.damagedEmail': {},
  'refusal.damagedMain': {},
  'refusal.damagedPages': {},
  'refusal.damagedPart': {},
  'refusal.damagedPdf': {},
  'refusal.database': { kind: 'PNG' },
  'refusal.documentList': {},
  'refusal.earlier': { clause: 'it holds no text' },
  'refusal.elements': {},
  'refusal.empty': {},
  'refusal.emptyText': {},
  'refusal.encoding': {},
  'refusal.encodingNamed': { encoding: 'IBM-1047' },
  'refusal.entities': {},
  'refusal.excel': {},
  'refusal.feedGone': {},
  'refusal.feedHeavy': {},
  'refusal.feedItems': {},
  'refusal.feedNoText': {},
  'refusal.feedPage': {},
  'refusal.feedXml': {},
  'refusal.field': { field: 'title' },
  'refusal.fileSize': { size: 120, limit: 500 },
  'refusal.font': {},
  'refusal.fontMap': {},
  'refusal.frontMatterDate': { date: 'someday' },
  'refusal.frontMatterField': { field: 'title' },
  'refusal.headers': {},
  'refusal.idLength': { limit: 500 },
  'refusal.idTaken': { id: 'a-17' },
  'refusal.image': { kind: 'PNG' },
  'refusal.inFolder': { path: 'notes/a.md' },
  'refusal.insecure': {},
  'refusal.json': {},
  'refusal.kindle': {},
  'refusal.late': {},
  'refusal.lineLength': { limit: 500 },
  'refusal.linkOutside': {},
  'refusal.linksOnly': {},
  'refusal.locked': {},
  'refusal.markdownTooSlow': {},
  'refusal.nameClash': {},
  'refusal.nameTaken': {},
  'refusal.nesting': {},
  'refusal.newsFeed': {},
  'refusal.noDocument': {},
  'refusal.noMemory': {},
  'refusal.noText': {},
  'refusal.notFeed': {},
  'refusal.notHttp': {},
  'refusal.notObject': {},
  'refusal.notOpml': {},
  'refusal.oldOffice': {},
  'refusal.oldPowerPoint': {},
  'refusal.oldWord': {},
  'refusal.onlyAttachments': {},
  'refusal.openDocument': {},
  'refusal.outlook': {},
  'refusal.pages': { pages: 5001, limit: 500 },
  'refusal.password': {},
  'refusal.postScript': {},
  'refusal.program': { system: 'Windows' },
  'refusal.recording': { kind: 'PNG' },
  'refusal.redirects': {},
  'refusal.sameId': { id: 'a-17' },
  'refusal.scan': {},
  'refusal.status': { status: '404 Not Found' },
  'refusal.stopped': {},
  'refusal.textLength': { limit: 500 },
  'refusal.tooLarge': { limit: 500 },
  'refusal.tooMuchMemory': {},
  'refusal.tooSlow': {},
  'refusal.unknownBinary': {},
  'refusal.unknownXml': {},
  'refusal.unreachable': {},
  'refusal.unreadable': { cause: 'EACCES' },
  'refusal.withheld': {},
  'refusal.wrongEncoding': {},
  'refusal.wrongStart': { name: '.pdf' },
  'refusal.yaml': {},
  'refusal.yamlLine': { line: 7 },
} satisfies { [Key in RefusalKey]: NonNullable<Extract<RefusalReason, { key: Key }>['values']> | object }

const reasons = Object.entries(VALUES).map(([key, values]) => ({ key, values }) as RefusalReason)
const codes = Object.keys(catalogues) as LanguageCode[]
const ENGLISH_WORDS =
  /(?<![\p{L}“„«])(?:its?|the|and|of|not|read|save|that|which|with|another|can’t|too)(?!\p{L})/iu

/** A text's own words: what its blanks hold and the names of things in it are no language's. */
const ownWords = (key: string, code: LanguageCode) =>
  (catalogues[code] as Record<string, string>)[key]?.replaceAll(
    /\{[^{}]*\}|https?:\S+|\.\w+|[“„«][^”“»]*[”“»]/g,
    '',
  ) ?? ''

describe.each(codes)('in %s', (code) => {
  test('every reason is one whole sentence with all its values in it', () => {
    for (const reason of reasons.filter(({ key }) => key !== 'refusal.earlier')) {
      const said = refusalText(reason, languageFor(code))
      expect(said).toMatch(/^[\p{L}“„«].*[.。]$/u)
      expect(said, reason.key).not.toMatch(/[{}]|undefined/)
      expect(said.split(/[.。](?=\s|$|\p{Script=Han})/u), said).toHaveLength(2)
      for (const value of Object.values(reason.values ?? {}))
        expect(said).toContain(typeof value === 'number' ? numberIn(said, value, code) : value)
    }
  })

  test.skipIf(code === 'en')('no reason has English words', () => {
    for (const { key } of reasons) expect(ownWords(key, code), key).not.toMatch(ENGLISH_WORDS)
  })
})

/** Ports and lines are written without marks, amounts with those of the language. */
function numberIn(said: string, value: number, code: LanguageCode): string {
  const marked = new Intl.NumberFormat(code).format(value)
  return said.includes(marked) ? marked : String(value)
}

test('every reason is given somewhere', async () => {
  const entries = await readdir('src', { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(({ name }) => name.endsWith('.ts'))
    .map((one) => join(one.parentPath, one.name))
  const texts = await Promise.all(
    paths.filter((path) => path !== 'src/refusal.ts').map((path) => readFile(path, 'utf8')),
  )
  const own = ['refusal.earlier', 'refusal.fileSize']
  const given = texts.join('')
  expect(
    reasons.map(({ key }) => key).filter((key) => !own.includes(key) && !given.includes(`'${key}'`)),
  ).toEqual([])
})

describe('a stored reason', () => {
  test('comes back as it was', () => {
    for (const reason of reasons) expect(fromStored(toStored(reason))).toEqual(reason)
  })

  test('of an earlier version is shown as it was written, whatever it holds', () => {
    for (const clause of [
      'its text is not UTF-8; save it as UTF-8 and it will be read',
      '{',
      '{"key":1}',
      "_id: '{x}'",
      '',
    ])
      for (const code of codes) expect(refusalText(fromStored(clause), languageFor(code))).toBe(clause)
  })

  test('of a later version is shown by its name', () => {
    expect(refusalText(fromStored('{"key":"refusal.later"}'), english)).toBe('refusal.later')
  })
})
