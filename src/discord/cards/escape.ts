/** Makes text from documents and people inert in a Discord message, looking the same to a reader. */

import { beginning, visible } from '../../text/characters.ts'

const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu
const SPECIAL = /[\\*_~|`[\]()<>#@]/g
const LINE_START = /^([^\S\n\r\u2028\u2029]*)([-+])/gm
const NUMBERED = /^([^\S\n\r\u2028\u2029]*\d+)(\.)/gm
/** A link and an emoji's name need a colon beside a word; an invitation needs `discord.`. */
const COLON = /(?<=\w):(?=\S)|:(?=[\w+-]+:)/g
const INVITATION = /(?<=discord(?:app)?)\.(?=\w)/gi

/** Text without hidden characters, at most three combining marks in a row, and no Markdown escapes. */
export function cleanText(text: string): string {
  return visible(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ')).replace(STACKED_MARKS, '$1')
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

/** Inert text in at most `limit` characters after escaping; `cut` tells whether something was left out. */
export function bounded(text: string, limit: number): { text: string; cut: boolean } {
  const clean = cleanText(text)
  const whole = clean.length <= limit ? escapeText(clean) : undefined
  if (whole !== undefined && whole.length <= limit) return { text: whole, cut: false }
  let [least, most] = [0, Math.min(clean.length, limit)]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (escapeText(beginning(clean, middle)).length <= limit) least = middle
    else most = middle - 1
  }
  return { text: escapeText(beginning(clean, least)), cut: true }
}
