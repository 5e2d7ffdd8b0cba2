/** Makes text from documents and people inert in a Discord message, looking the same to a reader. */
import { beginning } from '../../text/characters.ts'
import { cleanText } from '../../text/one-line.ts'

const SPECIAL = /[\\*_~|`[\]()<>#@]/g
const LINE_START = /^([^\S\n\r\u2028\u2029]*)([-+])/gm
const NUMBERED = /^([^\S\n\r\u2028\u2029]*\d+)(\.)/gm
/** A link and an emoji's name need a colon beside a word; an invitation needs `discord.`. */
const COLON = /(?<=\w):(?=\S)|:(?=[\w+-]+:)/g
const INVITATION = /(?<=discord(?:app)?)\.(?=\w)/gi

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
