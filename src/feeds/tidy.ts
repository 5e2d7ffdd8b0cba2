/** What is mended in a feed's XML before it is parsed. Everything here takes time in proportion to the text. */
import { escapeUTF8 } from 'entities'

const END_OF_FEED = /<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>/i
const END_OF_ITEM = /<\/(?:[\w-]+:)?(?:item|entry)\s*>/gi
const START_OF_ITEM = /<(?:[\w-]+:)?(?:item|entry)[\s>]/i
/** How far from its end a feed's last tag may be, for comments and white space. */
const TAIL = 4000

/** Gives a whole document back as it is; without its end, only the items that are complete. */
export function withoutBrokenItem(text: string): string {
  if (END_OF_FEED.test(text.slice(-TAIL))) return text
  const ends = [...text.matchAll(END_OF_ITEM)]
  const last = ends.at(-1)
  if (last) return text.slice(0, last.index + last[0].length)
  const start = START_OF_ITEM.exec(text)?.index
  return start === undefined ? text.replace(/<[^<>]*$/, '') : text.slice(0, start)
}

/**
 * Takes out the document type with all the entities that it declares: none is ever expanded or fetched. The names that
 * HTML knows (`&eacute;`) need no declaration.
 */
export function withoutDoctype(text: string): string {
  const start = text.search(/<!doctype/i)
  const root = text.search(/<[a-z]/i)
  if (start < 0 || (root >= 0 && root < start)) return text
  let quote = ''
  let depth = 0
  for (let index = start; index < text.length; index++) {
    const char = text[index] ?? ''
    if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '<') depth++
    else if (char === '>' && --depth === 0) return text.slice(0, start) + text.slice(index + 1)
  }
  return text.slice(0, start)
}

const START_OF_PERSON = /<((?:[\w-]+:)?(?:author|managingeditor|webmaster))(?:\s[^<>]*)?>/gi
/** Longer than any name with an address; the parser's time for one is the square of its length. */
const LONGEST_PERSON = 1000

/** Takes out persons that are too long to be any. */
export function withoutLongPersons(text: string): string {
  let result = ''
  let kept = 0
  const starts = new RegExp(START_OF_PERSON)
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const end = text.indexOf(`</${match[1]}`, starts.lastIndex)
    if (end < 0) return result + text.slice(kept, match.index)
    if (end - match.index > LONGEST_PERSON) {
      result += text.slice(kept, starts.lastIndex)
      kept = end
    }
    starts.lastIndex = end
  }
  return result + text.slice(kept)
}

const TEXT_ELEMENT = /(<(?:[\w-]+:)?(?:title|summary|content|tagline|info)\s[^<>]*>)([A-Za-z\d+/=\s]*)(?=<)/g
const IN_BASE64 = /mode="base64"|type="application\/octet-stream"/

/** Atom 0.3 let a text be base64. What is in it is HTML, as far as anybody knows. */
export const withoutBase64 = (text: string) =>
  text.replace(TEXT_ELEMENT, (all, tag: string, data: string) => {
    if (!IN_BASE64.test(tag)) return all
    const other = tag.replace(IN_BASE64, '')
    const typed = /\stype=/.test(other) ? other : other.replace(/\s/, ' type="html" ')
    return `${typed}${escapeUTF8(Buffer.from(data, 'base64').toString())}`
  })

/** The first weblogs put an item's whole text into `<body>` or `<fullitem>`, before there was `<content:encoded>`. */
export const withNewNames = (text: string) =>
  text.includes('<content:encoded')
    ? text
    : text.replace(/(<\/?)(?:[\w-]+:)?(?:body|fullitem)(?=[\s>])/gi, '$1content:encoded')
