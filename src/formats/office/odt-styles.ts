/** What the styles of an OpenDocument text say of its paragraphs and spans. */
import type { Shift } from '../../text/raised/raised.ts'
import { type Attributes, readXml } from '../xml.ts'

export type OdtStyle = { isHidden?: boolean | undefined; shift?: Shift | undefined }
type Own = OdtStyle & { base: string }

/** As LibreOffice names the styles of its notes' marks. */
const NOTE_MARK = /^(?:Foot|End)note(?:_20_| )(?:anchor|Symbol|characters)$/i
/** Styles that are based on one another in a longer row are damaged. */
const MAX_BASES = 20

/** The styles by name, those of later parts over those of earlier ones, each with what it takes from its base. */
export function readStyles(parts: string[]): Map<string, OdtStyle> {
  const own = new Map<string, Own>()
  for (const xml of parts) {
    let style: Own | undefined
    readXml(xml, {
      open: (name, attributes) => {
        if (name === 'style') style = begin(own, attributes)
        else if (name === 'text-properties' && style) Object.assign(style, looksOf(attributes, style))
      },
      close: (name) => {
        if (name === 'style') style = undefined
      },
    })
  }
  return new Map([...own].map(([name, style]) => [name, resolve(own, style)]))
}

function begin(own: Map<string, Own>, attributes: Attributes): Own {
  const name = attributes.name ?? ''
  const base = attributes['parent-style-name'] ?? ''
  const style: Own = { base, shift: NOTE_MARK.test(name) ? 'note' : undefined }
  own.set(name, style)
  return style
}

function looksOf(attributes: Attributes, { shift }: Own): OdtStyle {
  const { display, color, 'font-size': size, 'background-color': background } = attributes
  const isTiny = /^(?:0|0?\.\d+|1)pt$/.test(size ?? '')
  const isWhite = /^#ffffff$/i.test(color ?? '') && (background ?? 'transparent') === 'transparent'
  return {
    isHidden: display === 'none' || isTiny || isWhite || undefined,
    shift: shift ?? shiftOf(attributes['text-position'] ?? ''),
  }
}

/** `super 58%`, `sub 58%`, `33% 58%`: a height, then a size. */
function shiftOf(position: string): Shift | undefined {
  const height = Number.parseFloat(position)
  if (position.startsWith('super') || height > 0) return 'raised'
  return position.startsWith('sub') || height < 0 ? 'lowered' : undefined
}

function resolve(own: Map<string, Own>, style: Own): OdtStyle {
  let { isHidden, shift, base } = style
  for (let bases = 0; base !== '' && bases < MAX_BASES; bases += 1) {
    const around = own.get(base)
    // Only what is raised is taken over: a hidden style has always counted for itself.
    shift ??= around?.shift
    base = around?.base ?? ''
  }
  return { isHidden, shift }
}
