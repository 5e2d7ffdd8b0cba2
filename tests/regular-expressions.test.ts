/** No text from outside keeps a regular expression busy for longer than its length is worth. */
import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { runs } from './fakes/runs.ts'
import { type Attack, attacksOn } from './regex/attacks.ts'
import { builtBy, type Found, literalsIn } from './regex/inventory.ts'
import { type Pattern, readPattern } from './regex/steps.ts'

/** In characters, and in repetitions of what is repeated: both at least. */
const [LENGTH, REPETITIONS] = [250, 30]
/** For each character: what a text of any length takes, and how much more one of twice the length takes. */
const [MOST_STEPS, MOST_GROWTH] = [1500, 12]

const textOf = ({ head, part, tail }: Attack, times: number) =>
  `${head}${part.repeat(times * Math.max(REPETITIONS, Math.ceil(LENGTH / part.length)))}${tail}`

/** What of the steps for a character is due to the text's length; Infinity when there are too many in any case. */
function growthOf({ steps }: Pattern, attack: Attack, times: number): number {
  const text = textOf(attack, 2 * times)
  const most = MOST_STEPS * text.length
  const short = steps(textOf(attack, times), most)
  // Even if all of them were due to the length: the usual case, and half of the work.
  if (short < (MOST_GROWTH * text.length) / 2) return 0
  const long = steps(text, most)
  return long > most ? Infinity : (long - 2 * short) / text.length
}

/** The attack that a pattern does not stand; undefined when it stands all. */
function fatalTo({ source, flags }: Pick<Found, 'source' | 'flags'>): Attack | undefined {
  const pattern = readPattern(source, flags)
  return attacksOn(pattern.ast).find((attack) => {
    const growth = growthOf(pattern, attack, 1)
    // What grows up to the bound of a quantifier grows no further.
    return growth === Infinity || (growth > MOST_GROWTH && growthOf(pattern, attack, 2) > growth)
  })
}

const paths = (await Array.fromAsync(glob('{src,commands}/**/*.ts'))).toSorted()

test('every regular expression takes linear time on every text', async () => {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
  const building = paths.filter((_, at) => texts[at]?.includes('RegExp('))
  const found = [...(await Promise.all(paths.map(literalsIn))).flat(), ...(await builtBy(building))]
  expect(found.length).toBeGreaterThan(400)
  const different = [...new Map(found.map((one) => [`${one.source}/${one.flags}`, one])).values()]
  const slow = [...different.filter((_, at) => at % runs(1, 10) === 0)].flatMap((one) => {
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
  [/<paragraph[\s/][^>]*>/g, 'a long start'],
  [/\d+(?=\D*$)/, 'a number before another one'],
  [/^(?:a.*)\W*$/, 'a run that another one goes on with, until a line ends'],
])('%s is found slow: %s', (pattern) => expect(fatalTo(pattern)).toBeDefined())

test.each([/\w+/g, /(?<!\s)\s+$/, /<[^<>]*>/g, /^\s+/, /[^"]{0,200}"/g, /\b(?:one|two|three)\b/gi])(
  '%s is found linear',
  (pattern) => expect(fatalTo(pattern)).toBeUndefined(),
)
