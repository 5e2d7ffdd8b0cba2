/** No text from outside keeps a regular expression busy for longer than its length is worth. */
import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type Attack, attacksOn } from './regex/attacks.ts'
import { builtBy, type Found, literalsIn } from './regex/inventory.ts'
import { type Pattern, readPattern } from './regex/steps.ts'

/** In characters. */
const LENGTH = 300
/** For each character: what a text of any length takes, and how much more one of twice the length takes. */
const [MOST_STEPS, MOST_GROWTH] = [1500, 30]

const textOf = ({ head, part, tail }: Attack, length: number) =>
  `${head}${part.repeat(Math.ceil(length / part.length))}${tail}`

/** What of the steps for a character is due to the text's length; Infinity when there are too many in any case. */
function growthOf({ steps }: Pattern, attack: Attack): number {
  const [short, long] = [LENGTH, 2 * LENGTH].map((length) =>
    steps(textOf(attack, length), MOST_STEPS * length),
  ) as [number, number]
  return long > MOST_STEPS * 2 * LENGTH ? Infinity : (long - 2 * short) / (2 * LENGTH)
}

/** The attack that a pattern does not stand; undefined when it stands all. */
function fatalTo({ source, flags }: Pick<Found, 'source' | 'flags'>): Attack | undefined {
  const pattern = readPattern(source, flags)
  return attacksOn(pattern.ast).find((attack) => growthOf(pattern, attack) > MOST_GROWTH)
}

const paths = (await Array.fromAsync(glob('{src,commands}/**/*.ts'))).toSorted()

test('every regular expression takes linear time on every text', async () => {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
  const building = paths.filter((_, at) => texts[at]?.includes('RegExp('))
  const found = [...(await Promise.all(paths.map(literalsIn))).flat(), ...(await builtBy(building))]
  expect(found.length).toBeGreaterThan(400)
  const slow = found.flatMap((one) => {
    const attack = fatalTo(one)
    return attack ? [`${one.place} /${one.source}/${one.flags}: ${JSON.stringify(attack)}`] : []
  })
  expect(slow).toEqual([])
})

test.each([
  [/\s+$/, 'blanks before something else'],
  [/(?<!x[y]*)y/g, 'a look-behind that looks back to the start'],
  [/a.*b/, 'a start that stands again and again'],
  [/^.*x.*y/, 'two runs that share characters'],
  [/<(?:meta|xml)\s[^>]*>/g, 'tags that do not end'],
  [/"[^”]*”/g, 'quotations that do not end'],
  [/^(?:a|a)*$/, 'two ways for each character'],
  [/(\w+)\s*=/, 'words without the sign'],
])('%s is found slow: %s', (pattern) => expect(fatalTo(pattern)).toBeDefined())

test.each([/\w+/g, /(?<!\s)\s+$/, /<[^<>]*>/g, /^\s+/, /[^"]{0,100}"/g, /\b(?:one|two|three)\b/gi])(
  '%s is found linear',
  (pattern) => expect(fatalTo(pattern)).toBeUndefined(),
)
