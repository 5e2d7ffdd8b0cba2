/** Counts the steps that a backtracking matcher takes for a regular expression: the same on every machine. */
import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp'

/** Goes on at a position; true when the whole matches from there. */
type Next = (at: number) => boolean
type Matcher = (at: number, next: Next) => boolean
export type Pattern = { ast: AST.RegExpLiteral; steps: (text: string, most: number) => number }

class TooMany extends Error {}

/** A pattern whose `steps` counts a search through a text, or all of them where it is global; it stops at `most`. */
export function readPattern(source: string, flags: string): Pattern {
  const ast = parseRegExpLiteral(new RegExp(source, flags))
  const machine = new Machine(ast.flags)
  const matcher = machine.alternatives(ast.pattern.alternatives, 1)
  return { ast, steps: (text, most) => machine.search(matcher, text, most) }
}

export type CharacterNode =
  | AST.Character
  | AST.CharacterSet
  | AST.CharacterClass
  | AST.ExpressionCharacterClass

/** Whether a character is of a class, as V8 has it. */
export function memberTest(node: CharacterNode, flags: AST.Flags): (character: string) => boolean {
  const mode = `${flags.ignoreCase ? 'i' : ''}${flags.dotAll ? 's' : ''}${flags.unicodeSets ? 'v' : flags.unicode ? 'u' : ''}`
  const pattern = new RegExp(`^(?:${node.raw})$`, mode)
  const known = new Map<string, boolean>()
  return (character) => {
    let is = known.get(character)
    if (is === undefined) {
      is = pattern.test(character)
      known.set(character, is)
    }
    return is
  }
}

class Machine {
  private text: string[] = []
  private count = 0
  private most = 0
  private readonly flags: AST.Flags

  constructor(flags: AST.Flags) {
    this.flags = flags
  }

  search(matcher: Matcher, text: string, most: number): number {
    this.text = this.flags.unicode || this.flags.unicodeSets ? [...text] : text.split('')
    this.count = 0
    this.most = most
    try {
      this.searchAll(matcher)
    } catch (error) {
      if (!(error instanceof TooMany)) throw error
    }
    return this.count
  }

  private searchAll(matcher: Matcher): void {
    for (let at = 0; at <= this.text.length; ) {
      let end = -1
      const isFound = matcher(at, (to) => {
        end = to
        return true
      })
      if (isFound && !this.flags.global) return
      if (!isFound && this.flags.sticky) return
      at = isFound && end > at ? end : at + 1
      this.step()
    }
  }

  alternatives(all: AST.Alternative[], direction: 1 | -1): Matcher {
    const matchers = all.map(({ elements }) => this.sequence(elements, direction))
    return (at, next) => matchers.some((matcher) => matcher(at, next))
  }

  private sequence(elements: AST.Element[], direction: 1 | -1): Matcher {
    const matchers = elements.map((element) => this.element(element, direction))
    const ordered = direction === 1 ? matchers.toReversed() : matchers
    return ordered.reduce<Matcher>(
      (rest, matcher) => (at, next) => matcher(at, (to) => rest(to, next)),
      (at, next) => next(at),
    )
  }

  private element(element: AST.Element, direction: 1 | -1): Matcher {
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return this.alternatives(element.alternatives, direction)
      case 'Quantifier':
        return this.quantifier(element, direction)
      case 'Assertion':
        return this.assertion(element)
      case 'Backreference':
        return (at, next) => next(at)
      default:
        return this.single(element, direction)
    }
  }

  private single(node: CharacterNode, direction: 1 | -1): Matcher {
    const isMember = this.member(node, direction)
    return (at, next) => isMember(at) && next(at + direction)
  }

  private member(node: CharacterNode, direction: 1 | -1): (at: number) => boolean {
    const test = memberTest(node, this.flags)
    return (at) => {
      this.step()
      const character = this.text[direction === 1 ? at : at - 1]
      return character !== undefined && test(character)
    }
  }

  private quantifier({ element, min, max, greedy }: AST.Quantifier, direction: 1 | -1): Matcher {
    if (/^Character|^ExpressionCharacterClass/.test(element.type) && greedy)
      return this.run(element as CharacterNode, min, max, direction)
    const inner = this.element(element, direction)
    const repeat = (done: number, at: number, next: Next): boolean => {
      this.step()
      const again = () =>
        done < max && inner(at, (to) => (to === at && done >= min ? false : repeat(done + 1, to, next)))
      const leave = () => done >= min && next(at)
      return greedy ? again() || leave() : leave() || again()
    }
    return (at, next) => repeat(0, at, next)
  }

  /** A greedy run of one class, without a call for each character. */
  private run(node: CharacterNode, min: number, max: number, direction: 1 | -1): Matcher {
    const isMember = this.member(node, direction)
    return (at, next) => {
      let done = 0
      while (done < max && isMember(at + direction * done)) done += 1
      for (; done >= min; done -= 1) {
        this.step()
        if (next(at + direction * done)) return true
      }
      return false
    }
  }

  private assertion(node: AST.Assertion): Matcher {
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
      const inner = this.alternatives(node.alternatives, node.kind === 'lookahead' ? 1 : -1)
      return (at, next) => inner(at, () => true) !== node.negate && next(at)
    }
    const holds = this.border(node)
    return (at, next) => {
      this.step()
      return holds(at) && next(at)
    }
  }

  private border(node: AST.EdgeAssertion | AST.WordBoundaryAssertion): (at: number) => boolean {
    const is = (at: number, pattern: RegExp) => pattern.test(this.text[at] ?? '')
    if (node.kind === 'word') return (at) => (is(at - 1, /\w/) !== is(at, /\w/)) !== node.negate
    const isLine = (at: number) => this.flags.multiline && is(at, /[\n\r\u2028\u2029]/)
    if (node.kind === 'start') return (at) => at === 0 || isLine(at - 1)
    return (at) => at === this.text.length || isLine(at)
  }

  private step(): void {
    this.count += 1
    if (this.count > this.most) throw new TooMany()
  }
}
