/** What a Word document's styles say of its paragraphs and runs. */
import type { Shift } from '../../text/raised/raised.ts'
import { type Attributes, readXml } from '../xml.ts'

export type Style = {
  /** From 1; undefined when it is no heading. */
  heading?: number | undefined
  isContents?: boolean
  isHidden?: boolean
  /** It has a background of its own, on which white letters can be read. */
  isShaded?: boolean
  isWhite?: boolean
  shift?: Shift | undefined
}

/** A switch of WordprocessingML is on unless it says otherwise. */
export const isOn = ({ val }: Attributes) => val === undefined || !/^(?:0|false|off|none)$/i.test(val)
export const isShade = ({ fill, val }: Attributes) =>
  fill !== undefined
    ? !/^(?:auto|ffffff)$/i.test(fill)
    : val !== undefined && !/^(?:clear|nil|none)$/i.test(val)
export const isWhite = ({ val }: Attributes) => /^ffffff$/i.test(val ?? '')
/** What raises and lowers a run's text. */
export const SHIFTING = new Set(['vertAlign', 'position'])
/** In half points; less only moves letters into their line. */
const [MIN_RISE, MIN_DROP] = [3, 2]

/** What such an element says; undefined when the text stands on its line. */
export function shiftOf(name: string, { val }: Attributes): Shift | undefined {
  if (name === 'vertAlign')
    return val === 'superscript' ? 'raised' : val === 'subscript' ? 'lowered' : undefined
  const height = Number(val)
  return height >= MIN_RISE ? 'raised' : height <= -MIN_DROP ? 'lowered' : undefined
}
/** In half points; smaller letters cannot be seen. */
export const isTiny = ({ val }: Attributes) => Number(val) <= 2

/** The styles by id, each with what it takes from the one it is based on. */
export function readStyles(xml: string): Map<string, Style> {
  const own = new Map<string, Style & { base?: string | undefined }>()
  let current: (Style & { base?: string | undefined }) | undefined
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'style') {
        current = {}
        own.set(attributes.styleId ?? '', current)
      }
      if (!current) return
      if (name === 'name') named(current, attributes.val ?? '')
      else if (name === 'basedOn') current.base = attributes.val
      else if (name === 'outlineLvl') current.heading ??= depthOf(attributes)
      else if (name === 'vanish') current.isHidden = isOn(attributes)
      else if (name === 'shd') current.isShaded = isShade(attributes)
      else if (name === 'color') current.isWhite = isWhite(attributes)
      else if (SHIFTING.has(name))
        current.shift = current.shift === 'note' ? 'note' : shiftOf(name, attributes)
    },
    close: (name) => {
      if (name === 'style') current = undefined
    },
  })
  return new Map([...own.keys()].map((id) => [id, resolve(own, id)]))
}

/** As Word and LibreOffice name the style of their marks. */
const NOTE_MARK = /^(?:foot|end)note[ _]?(?:reference|anchor|characters)$/i

function named(style: Style, name: string): void {
  const depth = /^heading (\d)$/i.exec(name)?.[1]
  if (depth) style.heading = Number(depth)
  else if (/^title$/i.test(name)) style.heading = 1
  else if (/^toc \d$/i.test(name)) style.isContents = true
  else if (NOTE_MARK.test(name)) style.shift = 'note'
}

/** Level 9 is body text. */
export function depthOf({ val }: Attributes): number | undefined {
  const level = Number(val)
  return level >= 0 && level < 9 ? level + 1 : undefined
}

function resolve(own: Map<string, Style & { base?: string | undefined }>, id: string): Style {
  const seen = new Set<string>()
  const style: Style = {}
  for (let next: string | undefined = id; next !== undefined && !seen.has(next); next = own.get(next)?.base) {
    seen.add(next)
    const { base: _, ...rest } = own.get(next) ?? {}
    Object.assign(style, { ...rest, ...style })
  }
  return style
}
