/** Makes text from documents and people inert in a Discord message, looking the same to a reader. */

/** Bidirectional controls, invisible characters and control characters; joiners of emoji and scripts stay. */
const HIDDEN =
  /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|[^\P{Cc}\n]|\p{Cs}/gu
/** Invisible tag characters outside a flag emoji, where alone they have a visible meaning. */
const TAGS = /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/gu
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu
const SPECIAL = /[\\*_~|`[\]()<>#@]/g
const LINE_START = /^([^\S\n]*)([-+])/gm
const NUMBERED = /^([^\S\n]*\d+)(\.)/gm
/** A link and an emoji's name need a colon beside a word; an invitation needs `discord.`. */
const COLON = /(?<=\w):(?=\S)|:(?=[\w+-]+:)/g
const INVITATION = /(?<=discord(?:app)?)\.(?=\w)/gi

/** Text without hidden characters, at most three combining marks in a row, and no Markdown escapes. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(HIDDEN, '')
    .replace(TAGS, '')
    .replace(STACKED_MARKS, '$1')
}

/**
 * Inert Discord text: no mention, link, preview, heading, list, quote, code, spoiler or emphasis can come of
 * it, and a reader sees the same characters. Line breaks stay.
 */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(SPECIAL, '\\$&')
    .replace(COLON, '\\:')
    .replace(INVITATION, '\\.')
    .replace(NUMBERED, '$1\\.')
    .replace(LINE_START, '$1\\$2')
}

/** Line breaks and runs of blanks become one blank. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/** The text, or its beginning and `…`, in at most `limit` UTF-16 code units; never half a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  return beginning(text, Math.max(0, limit - 1))
}

/** Inert text in at most `limit` characters after escaping; `cut` tells whether something was left out. */
export function bounded(text: string, limit: number): { text: string; cut: boolean } {
  const whole = escapeText(text)
  if (whole.length <= limit) return { text: whole, cut: false }
  let [least, most] = [0, Math.min(text.length, limit)]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (escapeText(beginning(text, middle)).length <= limit) least = middle
    else most = middle - 1
  }
  return { text: escapeText(beginning(text, least)), cut: true }
}

function beginning(text: string, length: number): string {
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length
  const cut = text.slice(0, end)
  const space = cut.lastIndexOf(' ')
  return `${(space > end * 0.7 ? cut.slice(0, space) : cut).trimEnd()}…`
}
