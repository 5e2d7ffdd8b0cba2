/** Formulas in MathML as text: what stands above, below or under another part is marked, so that 10⁶ is never 106. */

const TOKENS = new Set(['mi', 'mn', 'mo', 'mtext', 'ms'])
/** What goes between the parts of an element. */
const BETWEEN = new Map([
  ['msup', ['^']],
  ['msub', ['_']],
  ['msubsup', ['_', '^']],
  ['munder', [' ']],
  ['munderover', ['_', '^']],
  ['mfrac', ['/']],
  ['mroot', ['^(1/']],
])
const BEFORE = new Map([
  ['mfrac', ' '],
  ['mtr', ' '],
  ['mtd', ' '],
  ['mspace', ' '],
  ['msqrt', '√('],
])
const AFTER = new Map([
  ['msqrt', ')'],
  ['mroot', ')'],
])

/** What ends a number that would otherwise run into the next one: 1/2 3, 10^6 5. */
const isScript = (name: string) => BETWEEN.has(name)

type Open = { name: string; isMath: boolean; parts: number; after: string }

/** Follows all tags of a page, and returns the characters that go before an element's text and after it. */
export function createMath() {
  const open: Open[] = []
  let isAfterScript = false
  const apart = (name: string): string => {
    const isNumber = name === 'mn' && isAfterScript
    if (TOKENS.has(name)) isAfterScript = false
    return isNumber ? ' ' : ''
  }
  return {
    /** White space between the elements of a formula is none of its text. */
    isBetween: () => (open.at(-1)?.isMath ?? false) && !TOKENS.has(open.at(-1)?.name ?? ''),
    open: (tag: string): string => {
      const name = tag.replace(/^(?:m|mml|mathml):/, '')
      const around = open.at(-1)
      const isMath = name === 'math' || (around?.isMath ?? false)
      open.push({ name, isMath, parts: 0, after: isMath ? (AFTER.get(name) ?? '') : '' })
      if (!around?.isMath) return ''
      around.parts += 1
      const marks = BETWEEN.get(around.name)
      const mark = marks?.[around.parts - 2] ?? apart(name)
      if (!marks || name !== 'mrow') return mark + (BEFORE.get(name) ?? '')
      Object.assign(open.at(-1) ?? {}, { after: ')' })
      return `${mark}(`
    },
    close: (): string => {
      const closed = open.pop()
      isAfterScript ||= isScript(closed?.name ?? '')
      return closed?.after ?? ''
    },
  }
}
