/** Texts from outside as every surface shows them: without hidden characters, and names on one line. */
import { visible } from './characters.ts'

const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu

/** Text without hidden characters, at most three combining marks in a row; line breaks stay. */
export function cleanText(text: string): string {
  return visible(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ')).replace(STACKED_MARKS, '$1')
}

/** Line breaks and runs of blanks become one blank. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
