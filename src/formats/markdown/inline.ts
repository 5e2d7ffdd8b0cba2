/** The words of Markdown's paragraphs, with marks where they are raised, lowered or a note's. */
import type { PhrasingContent } from '../../text/markdown.ts'
import { shifted } from '../../text/raised/raised.ts'
import { createShifts } from '../html/raised-markup.ts'

/** Pandoc's way to raise text: `10^6^`. */
const RAISED = /(?<=[\p{L}\p{N}\p{P}])\^([^\s^]{1,20})\^/gu
/** The elements that raise and lower text, or link it. */
const TAG = /^<(\/?)(sup|sub|span|a|br)\b([^<>]{0,1000})>$/i
const ATTRIBUTE = /(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g

type Reader = { source: string; shifts: ReturnType<typeof createShifts> }

/** The text of a paragraph, heading or cell of `source`, for `settle`. A soft line break is a space. */
export const inlineText = (block: { children: PhrasingContent[] }, source: string): string =>
  textOf(block.children, { source, shifts: createShifts() })

const textOf = (nodes: PhrasingContent[], reader: Reader): string =>
  nodes.map((node) => inline(node, reader)).join('')

function inline(node: PhrasingContent, reader: Reader): string {
  if (node.type === 'html') return markup(node.value, reader)
  if (node.type === 'break') return '\n'
  if (node.type === 'footnoteReference') return shifted('*', 'note')
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if (node.type === 'text')
    return words(node.value, reader).replace(RAISED, (_, text) => shifted(text, 'raised'))
  if ('value' in node) return words(node.value, reader)
  if (node.type === 'link') return linked(node.url, node.children, reader)
  const text = textOf(node.children, reader)
  // Pandoc lowers text with one tilde, GitHub strikes it with two.
  const isLowered = node.type === 'delete' && reader.source[(node.position?.start.offset ?? 0) + 1] !== '~'
  return isLowered && !/\s/.test(text) ? shifted(text, 'lowered') : text
}

/** As the same link of HTML. */
function linked(href: string, nodes: PhrasingContent[], reader: Reader): string {
  const start = reader.shifts.open('a', { href })
  return start + textOf(nodes, reader) + reader.shifts.close()
}

/** A soft line break is a space, with the blanks around it. A pattern with both sides is quadratic on a run of blanks. */
function words(text: string, { shifts }: Reader): string {
  shifts.text(text)
  return text.replace(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks))
}

function markup(html: string, { shifts }: Reader): string {
  const [, end, name = '', rest = ''] = TAG.exec(html) ?? []
  if (name.toLowerCase() === 'br') return '\n'
  if (name === '') return ''
  if (end) return shifts.close()
  const attributes = [...rest.matchAll(ATTRIBUTE)].map(([, key = '', one, other, plain]) => [
    key.toLowerCase(),
    one ?? other ?? plain ?? '',
  ])
  return shifts.open(name.toLowerCase(), Object.fromEntries(attributes))
}
