/** What an RTF document says before its text: fonts, styles, colours, and of itself. */
import { readDate } from '../../text/date.ts'
import type { Origin } from '../parsed.ts'
import { NO_ORIGIN } from '../text-builder.ts'
import { codePageOf } from './charset.ts'
import type { Destination, State } from './state.ts'

const COLORS = ['red', 'green', 'blue']
/** Colours as light as this are white. */
const WHITE = 250
const WESTERN = 1252

export function createTables() {
  const told = new Map<Destination, string>()
  const created: Record<string, number> = Object.create(null)
  const codePages = new Map<number, number>()
  const headings = new Map<number, number>()
  const white = new Set<number>()
  let color = [0, 0, 0]
  let colors = 0
  let codePage = WESTERN
  return {
    write: ({ destination }: State, content: string) =>
      told.set(destination, (told.get(destination) ?? '') + content),
    /** A control word of a table, or of the whole; answers whether it was one. */
    control: ({ destination, font }: State, word: string, parameter: number | undefined): boolean => {
      const isColor = destination === 'colors'
      if (word === 'ansicpg') codePage = parameter || WESTERN
      else if (word === 'mac') codePage = codePageOf(77) ?? WESTERN
      else if (word === 'fcharset' && destination === 'fonts') {
        const page = codePageOf(parameter ?? 0)
        if (page !== undefined) codePages.set(font, page)
      } else if (isColor && COLORS.includes(word)) color[COLORS.indexOf(word)] = parameter ?? 0
      else if (destination === 'created') created[word] = parameter ?? 0
      else return isColor
      return true
    },
    endColor: () => {
      if (color.every((part) => part >= WHITE)) white.add(colors)
      colors += 1
      color = [0, 0, 0]
    },
    /** A style's group begins or ends: its name is what was written in between. */
    beginStyle: () => told.delete('styles'),
    endStyle: (style: number) => {
      const name = (told.get('styles') ?? '').replace(/;.*/s, '').trim()
      const depth = /^title$/i.test(name) ? 1 : Number(/^heading (\d)$/i.exec(name)?.[1] ?? 0)
      if (depth > 0) headings.set(style, depth)
      told.delete('styles')
    },
    codePage: ({ font }: State) => codePages.get(font) ?? codePage,
    /** A heading's depth; undefined for other paragraphs. Outline level 9 is body text. */
    depth: ({ outline, style }: State) => (outline >= 0 && outline < 9 ? outline + 1 : headings.get(style)),
    isUnseen: (state: State) =>
      state.isHidden ||
      state.isDeleted ||
      state.isTiny ||
      (white.has(state.color) && !state.isShaded && !state.isInTable),
    origin: (): Origin => {
      const { yr, mo = 1, dy = 1, hr = 0, min = 0 } = created
      return {
        ...NO_ORIGIN,
        title: told.get('title') ?? null,
        author: told.get('author') ?? null,
        source: told.get('company') ?? null,
        date: yr ? (readDate(new Date(Date.UTC(yr, mo - 1, dy, hr, min))) ?? null) : null,
      }
    },
  }
}
