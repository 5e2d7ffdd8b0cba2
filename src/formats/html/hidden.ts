/** Which parts of a web page no reader sees, as far as its tags tell: text in them is an instruction to machines. */

export type Attributes = Record<string, string>

/** Elements that hold no prose, or none that shows. */
const UNSEEN = new Set(
  `script style template noscript noframes noembed svg object embed iframe frameset canvas audio video map select
  datalist textarea button input dialog head title rp rt annotation annotation-xml`.split(/\s+/),
)
const UNSEEN_ROLES = /^(?:alert|alertdialog|dialog|menu|menubar|search|searchbox|tooltip)$/i
/** The names that style sheets' authors agreed on for text that only a screen reader speaks. */
const UNSEEN_CLASSES =
  /(?:^|\s)(?:sr-only|sr_only|screen-reader-text|screenreader-only|visually-?hidden|visuallyhidden|a11y-hidden|element-invisible)(?:\s|$)/i
const isNothing = (value: string) =>
  /^[01]?(?:\.\d+)?(?:px|pt)?$/.test(value) || /^0?(?:\.0\d*)?[a-z%]+$/.test(value)
const isFarAway = (value: string) => Number.parseFloat(value) <= -100
const UNSEEN_STYLES: [string, (value: string) => boolean][] = [
  ['display', (value) => value === 'none'],
  ['visibility', (value) => value === 'hidden' || value === 'collapse'],
  ['content-visibility', (value) => value === 'hidden'],
  ['opacity', (value) => Number.parseFloat(value) < (value.endsWith('%') ? 10 : 0.1)],
  ['font-size', isNothing],
  ['width', isNothing],
  ['height', isNothing],
  ['max-height', isNothing],
  ['max-width', isNothing],
  ['text-indent', isFarAway],
  ['left', isFarAway],
  ['right', isFarAway],
  ['top', isFarAway],
  ['bottom', isFarAway],
  ['margin-left', (value) => Number.parseFloat(value) <= -1000],
  ['clip', (value) => /^rect\([01](?:px)?[\s,]/.test(value)],
  ['clip-path', (value) => /^(?:inset\((?:50|100)%|circle\(0)/.test(value)],
  ['transform', (value) => value.includes('scale(0)')],
]
/** Longer ones say nothing that a reader could see. UTF-16 code units. */
const MAX_STYLE_LENGTH = 2000
const WHITE = '#ffffff'
const COLOURS = new Map([
  ['white', WHITE],
  ['black', '#000000'],
])

/**
 * Whether an element is not shown: by its name, its attributes or its own style. A page's body and root are
 * always shown. `background` is the colour that it lies on, as `backgroundOf` gives it.
 */
export function isUnseen(name: string, attributes: Attributes, background = WHITE): boolean {
  if (name === 'body' || name === 'html') return false
  if (UNSEEN.has(name) || 'hidden' in attributes || attributes['aria-hidden'] === 'true') return true
  if (UNSEEN_ROLES.test(attributes.role ?? '') || UNSEEN_CLASSES.test(attributes.class ?? '')) return true
  const style = stylesOf(attributes.style)
  if (UNSEEN_STYLES.some(([property, hides]) => style.get(property) && hides(style.get(property) ?? '')))
    return true
  const colour = style.get('color') ?? attributes.color
  return colour !== undefined && isSame(colour, backgroundOf(attributes, background))
}

/** The colour that the text of an element lies on, where its own attributes or style name it; else that around it. */
export function backgroundOf(attributes: Attributes, around: string = WHITE): string {
  const style = stylesOf(attributes.style)
  const own = style.get('background-color') ?? style.get('background') ?? attributes.bgcolor
  return own === undefined || own === 'transparent' ? around : colourOf(own)
}

function stylesOf(style = ''): Map<string, string> {
  const declarations = style === '' ? [] : style.slice(0, MAX_STYLE_LENGTH).toLowerCase().split(';')
  return new Map(
    declarations.map((one) => {
      const colon = one.indexOf(':')
      const value = one.slice(colon + 1).replace('!important', '')
      return [one.slice(0, Math.max(colon, 0)).trim(), value.trim()]
    }),
  )
}

const isSame = (colour: string, background: string) => {
  const own = colourOf(colour)
  return own === background || own === 'transparent' || /^rgba\(.*,\s*0(?:\.0*)?\)$/.test(own)
}

/** A colour in one spelling, as far as its spelling is common. */
function colourOf(colour: string): string {
  const text = colour.trim().toLowerCase()
  const [, short] = /^#([\da-f]{3})$/.exec(text) ?? []
  if (short) return `#${[...short].map((digit) => digit + digit).join('')}`
  const numbers = /^rgba?\((\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+1)?\)$/.exec(text)?.slice(1)
  if (numbers) return `#${numbers.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
  return COLOURS.get(text) ?? text
}
