/** A web page as its reader sees it: well-formed HTML of bounded depth, with nothing unseen in it. */
import { Parser } from 'htmlparser2'
import { Refusal } from '../../refusal.ts'
import { type Facts, readFacts } from './facts.ts'
import { type Attributes, backgroundOf, isUnseen } from './hidden.ts'
import { createMath } from './mathml.ts'
import { createShifts } from './raised-markup.ts'
import { shiftsOfPage } from './raised-sheet.ts'
import { withStandIns } from './stand-ins.ts'

/** Deeper elements lose their tags and keep their text, as in browsers, which stop at 512. */
const MAX_DEPTH = 200
/** Of open elements; each closing tag is looked for among them. */
const MAX_OPEN = 1000
const MAX_ELEMENTS = 150_000
const MAX_ATTRIBUTE_LENGTH = 300
const KEPT = ['class', 'id', 'role', 'href', 'rel', 'itemprop', 'itemtype', 'datetime', 'dir', 'lang']
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'col'])
const LEFT_OUT = new Set(['meta', 'link', 'base', 'source', 'track', 'param', 'area', 'html', 'body', 'head'])

/** An open element: how it closes, and what lies behind its text. */
type Open = { end: string; background: string; unseen: boolean }

/**
 * The body's HTML without what `isUnseen` names, and the facts of the page. Nothing is loaded or run; the time
 * taken grows with the length. Throws a Refusal for a page of too many or too deep elements.
 */
export function cleanPage(html: string): { body: string; facts: Facts } {
  const reader = readFacts()
  const math = createMath()
  const shifts = createShifts(shiftsOfPage(html))
  const open: Open[] = []
  const pieces: string[] = []
  let pending = ''
  let depth = 0
  let elements = 0
  /** Text comes in as many parts as it has entities. */
  const flush = () => {
    if (pending !== '') pieces.push(withStandIns(pending))
    pending = ''
  }
  const onopentag = (name: string, attributes: Attributes) => {
    flush()
    reader.open(name, attributes)
    const mark = math.open(name)
    const shift = shifts.open(name, attributes)
    reader.text(shift)
    if (++elements > MAX_ELEMENTS) throw new Refusal('refusal.elements')
    if (open.length >= MAX_OPEN) throw new Refusal('refusal.nesting')
    const around = open.at(-1)
    const background = backgroundOf(attributes, around?.background)
    const unseen = name !== 'head' && (around?.unseen || isUnseen(name, attributes, around?.background))
    const isKept = !unseen && !LEFT_OUT.has(name) && depth < MAX_DEPTH && /^[a-z][\w-]*$/.test(name)
    if (isKept) pieces.push(mark, tag(name, attributes), shift)
    const end = isKept && !VOID.has(name) ? `</${name}>` : ''
    if (end) depth++
    open.push({ end, background, unseen: unseen ?? false })
  }
  const onclosetag = () => {
    flush()
    const shift = shifts.close()
    reader.text(shift)
    reader.close()
    const mark = math.close()
    const closed = open.pop()
    if (!closed?.end) return
    pieces.push(shift, mark, closed.end)
    depth--
  }
  const ontext = (text: string) => {
    reader.text(text)
    if (open.at(-1)?.unseen) return
    shifts.text(text)
    pending += text
  }
  const parser = new Parser({ onopentag, onclosetag, ontext })
  parser.end(html)
  flush()
  return { body: pieces.join(''), facts: reader.facts }
}

function tag(name: string, attributes: Attributes): string {
  const kept = KEPT.flatMap((key) => {
    // MathJax calls its formulas menus.
    const value = key === 'class' && name.startsWith('mjx-') ? '' : attributes[key]
    return value
      ? [` ${key}="${withStandIns(value.slice(0, MAX_ATTRIBUTE_LENGTH)).replaceAll('"', "'")}"`]
      : []
  })
  return `<${name}${kept.join('')}>`
}
