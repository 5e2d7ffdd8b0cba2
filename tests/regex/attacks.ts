/** Texts that make a regular expression work as hard as it can, as far as its own parts show them. */
import { type AST, visitRegExpAST } from '@eslint-community/regexpp'
import { type CharacterNode, memberTest } from './steps.ts'

/** `head`, then `part` again and again, then `tail`. */
export type Attack = { head: string; part: string; tail: string }

/** One of each kind of character that patterns tell apart. */
const SAMPLES = [
  ...' aAe0.,:;-"“«»’(<>[]{}_/|*…\n\t\u00a0é中я—~#@&=+?!\0\u0301\u{1f3f4}\u{e0041}'.replace(/\s$/, ''),
]
/** A class's own characters come first. */
const [MOST_SAMPLES, MOST_WORDS, MOST_CHARACTERS, LONG] = [3, 14, 8, 10]
/** The text ends where it fits, or goes on with what does not fit, and with what fits again. */
const tailsOf = (part: string) => ['', '\n', '\u0001a\u0001"a"', '\n\u0001a\u0001', `\u0001${part}`]

export function attacksOn(ast: AST.RegExpLiteral): Attack[] {
  const { flags, pattern } = ast
  const characters = charactersOf(ast)
  const found = new Map<string, Attack>()
  const add = (head: string, part: string, tails = tailsOf(part)) => {
    if (part === '') return
    for (const tail of tails) found.set(JSON.stringify([head, part, tail]), { head, part, tail })
  }
  const whole = wordsOf(pattern.alternatives, flags)
  for (const word of whole) add('', word, [''])
  visitRegExpAST(ast, {
    onQuantifierEnter: (node) => {
      if (node.max < LONG) return
      const before = beforeOf(node, flags)
      for (const part of new Set([...samplesOf(node.element, flags), ...sharedBy(node, characters, flags)])) {
        add('', part)
        for (const head of before) {
          add(head, part)
          add('', head + part)
        }
      }
      for (const head of before) add('', head, [''])
    },
  })
  if (found.size > whole.length) for (const character of characters) add('', character)
  return [...found.values()]
}

/** Characters of a pattern's own, wherever they stand in it. */
function charactersOf(ast: AST.RegExpLiteral): Set<string> {
  const characters = new Set<string>()
  const add = (node: CharacterNode) => {
    for (const one of membersOf(node, ast.flags)) if (characters.size < MOST_CHARACTERS) characters.add(one)
  }
  visitRegExpAST(ast, { onCharacterClassEnter: add, onCharacterSetEnter: add })
  return characters
}

/** Of these, the ones that a run of one class can take from other parts of the pattern. */
function sharedBy({ element }: AST.Quantifier, characters: Set<string>, flags: AST.Flags): string[] {
  if (!('raw' in element) || !/^Character|^ExpressionCharacterClass/.test(element.type)) return []
  return [...characters].filter(memberTest(element as CharacterNode, flags))
}

/** Words that lead to a node, from the pattern's beginning. */
function beforeOf(node: AST.Node, flags: AST.Flags): string[] {
  let words = ['']
  for (let at: AST.Node | null = node; at?.parent; at = at.parent) {
    if (at.parent.type !== 'Alternative') continue
    const place = at.parent.elements.indexOf(at as AST.Element)
    words = joined([...at.parent.elements.slice(0, place).map((one) => samplesOf(one, flags)), words])
  }
  return words
}

const wordsOf = (alternatives: AST.Alternative[], flags: AST.Flags): string[] =>
  alternatives
    .slice(0, MOST_WORDS)
    .flatMap(({ elements }) => joined(elements.map((one) => samplesOf(one, flags))))

/** The first words of each joined, and then with another word in each place. */
function joined(parts: string[][]): string[] {
  const first = parts.map(([word = '']) => word)
  const others = parts.flatMap((words, at) => words.slice(1).map((word) => first.with(at, word)))
  return [...new Set([first, ...others].map((words) => words.join('')))].slice(0, MOST_WORDS)
}

function samplesOf(element: AST.Element, flags: AST.Flags): string[] {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return wordsOf(element.alternatives, flags)
    case 'Quantifier': {
      const inner = samplesOf(element.element, flags).map((one) => one.repeat(Math.max(1, element.min)))
      return element.min === 0 ? [...inner, ''] : inner
    }
    case 'Assertion':
      return element.kind === 'lookbehind' && !element.negate ? wordsOf(element.alternatives, flags) : ['']
    case 'Backreference':
      return ['']
    default:
      return membersOf(element, flags)
  }
}

function membersOf(node: CharacterNode, flags: AST.Flags): string[] {
  if (node.type === 'Character') return [String.fromCodePoint(node.value)]
  const isMember = memberTest(node, flags)
  const own = node.type === 'CharacterClass' ? [...node.raw].slice(1, -1) : []
  return [...own, ...SAMPLES].filter((one) => isMember(one)).slice(0, MOST_SAMPLES)
}
