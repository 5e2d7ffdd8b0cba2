/** The small texts of feeds: titles, dates, links. */
import { decodeHTML, escapeUTF8 } from 'entities'
import { markOfTag } from '../formats/html/raised-markup.ts'
import { readDate } from '../text/date.ts'
import { normaliseLine } from '../text/normalise.ts'
import { settle } from '../text/raised/raised.ts'

/** No more of a title's markup is read. UTF-16 code units. */
export const LONGEST_TITLE = 1000

/** Marks that occur in titles. Others stay: `<T>` may be what the title is about. */
const INLINE =
  /<\/?(?:a|abbr|b|big|br|cite|code|div|em|font|i|img|p|q|s|small|span|strong|sub|sup|tt|u)(?:\s[^<>]*)?\/?>/gi

/** HTML without its tags, on one line. */
export const plain = (html: string) =>
  normaliseLine(settle(decodeHTML(html.replace(/<[^<>]*>/g, (tag) => markOfTag(tag) || ' '))))

/** A title whose type nobody says: text, with the marks that some feeds put into it taken out. */
export const readTitle = (title: string | undefined): string | null =>
  normaliseLine(settle(decodeHTML((title ?? '').slice(0, LONGEST_TITLE).replace(INLINE, markOfTag)))) || null

/** Text → HTML that shows the same lines and paragraphs. */
export const toHtml = (text: string) =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeUTF8(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('\n')

/** The North American zones of RFC 822, section 5.1, which `Date` reads but readDate does not. */
const ZONES: Record<string, string> = {
  UT: 'GMT',
  Z: 'GMT',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
}

/** The first of these that is a date. */
export function firstDate(...values: (string | undefined)[]): string | null {
  for (const value of values) {
    const date = readDate(
      (value ?? '')
        .trim()
        .replace(/ ([A-Z]{1,3})$/, (all, zone) => (Object.hasOwn(ZONES, zone) ? ` ${ZONES[zone]}` : all)),
    )
    if (date) return date
  }
  return null
}

/** An absolute web address, or null. */
export function toLink(link: string | undefined, base: string | undefined): string | null {
  const url = link ? URL.parse(link, base) : null
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
